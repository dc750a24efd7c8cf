import Files

/// Replaces a site file by file, for places where folders cannot be swapped. Each file is whole at every instant; the
/// front page comes last, so that it never leads to what is not there yet.
struct InPlaceReplacement {
    let output: String
    /// The paths within it at which something else is mounted: there nothing is removed.
    var mounts: [String] = []

    /// - Returns: The paths whose bytes changed, and what stood there, which can be put back.
    /// - Throws: Where something cannot be written; the site is as it was.
    func carryOut(_ plan: SitePlan) throws(DiskError) -> (changed: [String], replaced: ReplacedFiles) {
        try removeLeftovers("")
        for path in plan.displaced.sorted() { try Disk.removeTree(output + "/" + path) }
        var written: [(temporary: String, path: String)] = []
        var replaced = ReplacedFiles(in: output)
        do throws(DiskError) {
            // A full disk shows here, before anything of the old site is touched.
            try write(plan, to: &written)
            if let list = plan.announcement { try announce(list, &replaced) }
            for (temporary, path) in written { try replaced.replace(path, by: temporary) }
            for path in plan.obsolete.sorted() where !isMounted(output + "/" + path) { try replaced.remove(path) }
            try openToAll(plan)
            try Disk.sync(output)
        } catch {
            _ = replaced.putBack()
            // What cannot be removed now is removed by the next run.
            for (temporary, _) in written { try? Disk.remove(temporary) }
            throw error
        }
        return (written.map(\.path), replaced)
    }

    /// Writes the new files beside their places, until they lie on the disk.
    private func write(
        _ plan: SitePlan, to written: inout [(temporary: String, path: String)]
    ) throws(DiskError) {
        for path in plan.order {
            guard let bytes = plan.files[path], !Disk.holds(output + "/" + path, bytes) else { continue }
            let temporary = try temporary(for: path)
            written.append((temporary, path))
            try Disk.create(temporary, bytes)
        }
        try Disk.sync(written.map(\.temporary), within: output)
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

    private func temporary(for path: String) throws(DiskError) -> String {
        let parts = path.split(separator: "/")
        var folder = output
        for part in parts.dropLast() {
            folder += "/" + part
            try Disk.makeFolder(folder)
        }
        return folder + "/" + SitePlan.temporaryPrefix + (parts.last ?? "")
    }

    private func isMounted(_ path: String) -> Bool {
        mounts.contains { ResolvedPath.contains($0, path) }
    }

    private func removeLeftovers(_ inner: String) throws(DiskError) {
        for name in try Disk.names(in: output + "/" + inner) {
            let path = output + "/" + (inner.isEmpty ? name : inner + "/" + name)
            let kind = Disk.kind(path)
            if SitePlan.isLeftover(name), kind == .file {
                try Disk.remove(path)
            } else if kind == .folder, !name.hasPrefix("."), !isMounted(path) {
                try removeLeftovers(inner.isEmpty ? name : inner + "/" + name)
            }
        }
    }
}
