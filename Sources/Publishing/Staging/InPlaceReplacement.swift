import Files
import Foundation

/// Replaces a site file by file, for places where folders cannot be swapped. Each file is whole at every instant; the
/// front page comes last, so that it never leads to what is not there yet.
struct InPlaceReplacement {
    let output: String
    /// The paths within it at which something else is mounted: there nothing is removed.
    var mounts: [String] = []
    /// Is told of the paths of the files that are new or go, before they are.
    var willReplace: @Sendable ([String]) -> Void = { _ in }

    /// - Returns: The paths whose bytes changed, and what stood there, which can be put back.
    /// - Throws: Where something cannot be written; the site is as it was.
    func carryOut(_ plan: SitePlan) throws(DiskError) -> (changed: [String], replaced: ReplacedFiles) {
        try removeLeftovers("")
        var written: [NewFile] = []
        var replaced = ReplacedFiles(in: output)
        do throws(DiskError) {
            for path in plan.displaced.sorted() { try makeWay(path, &replaced) }
            // A full disk shows here, before anything of the old site is touched.
            try write(plan, to: &written, &replaced)
            willReplace(written.map(\.path) + plan.obsolete.sorted())
            try replace(written, plan, &replaced)
            try openToAll(plan)
            try Disk.sync(output)
        } catch {
            // What cannot be removed now is removed by the next run.
            for file in written { try? Disk.remove(file.temporary) }
            _ = replaced.putBack()
            throw error
        }
        return (written.map(\.path), replaced)
    }

    /// A file that lies beside its place.
    private struct NewFile {
        let temporary: String
        let path: String
    }

    /// Moves aside what somebody else has put where the site needs the name.
    private func makeWay(_ path: String, _ replaced: inout ReplacedFiles) throws(DiskError) {
        let place = output + "/" + path
        // It could be moved, and then not be removed.
        guard !mounts.contains(where: { ResolvedPath.contains(place, $0) }) else {
            throw DiskError(place, code: EBUSY)
        }
        try replaced.remove(path)
    }

    /// Writes the new files beside their places, until they lie on the disk.
    private func write(
        _ plan: SitePlan, to written: inout [NewFile], _ replaced: inout ReplacedFiles
    ) throws(DiskError) {
        for path in plan.order {
            guard let bytes = plan.files[path], !Disk.holds(output + "/" + path, bytes) else { continue }
            try replaced.makeFolders(above: path)
            let file = NewFile(temporary: temporary(for: path), path: path)
            written.append(file)
            try Disk.create(file.temporary, bytes)
        }
        try Disk.sync(written.map(\.temporary), within: output)
    }

    /// Has the new files take their places, and the old ones go. Whenever that is broken off, what stands there is listed:
    /// the list of both sites comes before, that of the new one after everything else.
    private func replace(
        _ written: [NewFile], _ plan: SitePlan, _ replaced: inout ReplacedFiles
    ) throws(DiskError) {
        let obsolete = plan.obsolete.sorted().filter { !isMounted(output + "/" + $0) }
        let files = written.filter { $0.path != SitePaths.manifest }
        if !files.isEmpty || !obsolete.isEmpty { try announce(plan.announcement, &replaced) }
        for file in files { try replaced.replace(file.path, by: file.temporary) }
        for path in obsolete { try replaced.remove(path) }
        for file in written where file.path == SitePaths.manifest {
            try replaced.replace(file.path, by: file.temporary)
        }
    }

    /// Has the list of what is ours name what follows, before it follows.
    private func announce(_ list: [UInt8], _ replaced: inout ReplacedFiles) throws(DiskError) {
        let temporary = output + "/" + SitePlan.temporaryPrefix + "list"
        do throws(DiskError) {
            try Disk.create(temporary, list)
            try Disk.sync(temporary)
            try replaced.replace(SitePaths.manifest, by: temporary)
        } catch {
            try? Disk.remove(temporary)
            throw error
        }
        try Disk.sync(output)
    }

    /// What was made under another umask gets the mode that all has.
    private func openToAll(_ plan: SitePlan) throws(DiskError) {
        for folder in plan.folders where Disk.kind(output + "/" + folder) == .folder {
            try Disk.openToAll(folder: output + "/" + folder)
        }
        for path in plan.listed where Disk.kind(output + "/" + path) == .file {
            try Disk.openToAll(file: output + "/" + path)
        }
    }

    private func temporary(for path: String) -> String {
        let parts = path.split(separator: "/")
        let folder = ([output[...]] + parts.dropLast()).joined(separator: "/")
        return folder + "/" + SitePlan.temporaryPrefix + (parts.last ?? "")
    }

    private func isMounted(_ path: String) -> Bool {
        mounts.contains { ResolvedPath.contains($0, path) }
    }

    private func removeLeftovers(_ inner: String) throws(DiskError) {
        let names: [String]
        do throws(DiskError) {
            names = try Disk.names(in: output + "/" + inner)
        } catch {
            // What this user may not look into, no run of theirs wrote into.
            guard error.code == EACCES, !inner.isEmpty else { throw error }
            return
        }
        for name in names {
            let path = output + "/" + (inner.isEmpty ? name : inner + "/" + name)
            let kind = Disk.kind(path)
            if SitePlan.isLeftover(name, kind) {
                try Disk.removeTree(path)
            } else if kind == .folder, !name.hasPrefix("."), !isMounted(path) {
                try removeLeftovers(inner.isEmpty ? name : inner + "/" + name)
            }
        }
    }
}
