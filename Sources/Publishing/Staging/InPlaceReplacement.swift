import Files

/// Replaces a site file by file, for places where folders cannot be swapped. Each file is whole at every instant; the
/// front page comes last, so that it never leads to what is not there yet.
struct InPlaceReplacement {
    let output: String
    /// The paths within it at which something else is mounted: there nothing is removed.
    var mounts: [String] = []

    /// - Returns: The paths whose bytes changed.
    func carryOut(_ plan: SitePlan) throws(DiskError) -> [String] {
        try removeLeftovers("")
        for path in plan.displaced.sorted() { try Disk.removeTree(output + "/" + path) }
        var written: [(temporary: String, path: String)] = []
        do throws(DiskError) {
            // A full disk shows here, before anything of the old site is touched.
            for path in plan.order {
                guard let bytes = plan.files[path], !Disk.holds(output + "/" + path, bytes) else { continue }
                let temporary = try temporary(for: path)
                written.append((temporary, path))
                try Disk.create(temporary, bytes)
            }
            try Disk.sync(written.map(\.temporary), within: output)
        } catch {
            // What cannot be removed now is removed by the next run.
            for (temporary, _) in written { try? Disk.remove(temporary) }
            throw error
        }
        if let list = plan.announcement { try announce(list) }
        for (temporary, path) in written { try Disk.move(temporary, to: output + "/" + path) }
        for path in plan.obsolete.sorted() { try remove(path) }
        try openToAll(plan)
        try Disk.sync(output)
        return written.map(\.path)
    }

    /// Has the list of what is ours name what follows, before it follows.
    private func announce(_ list: [UInt8]) throws(DiskError) {
        let temporary = output + "/" + SitePlan.temporaryPrefix + "list"
        try Disk.create(temporary, list)
        try Disk.sync(temporary)
        try Disk.move(temporary, to: output + "/" + SitePaths.manifest)
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

    /// A file, and the folders above it that it leaves empty.
    private func remove(_ path: String) throws(DiskError) {
        guard !isMounted(output + "/" + path) else { return }
        try Disk.remove(output + "/" + path)
        var parts = path.split(separator: "/").dropLast()
        while !parts.isEmpty {
            let folder = output + "/" + parts.joined(separator: "/")
            guard Disk.kind(folder) == .folder, try Disk.removeIfEmpty(folder) else { return }
            parts = parts.dropLast()
        }
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
