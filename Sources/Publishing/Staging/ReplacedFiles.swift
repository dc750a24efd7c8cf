/// The files of a site that others took the places of one by one, each under a hidden name beside its place, until it is let
/// go or put back.
package struct ReplacedFiles: Sendable, Hashable {
    private let output: String
    private var steps: [Step] = []
    private var paths: Set<String> = []

    private struct Step: Hashable {
        let path: String
        /// Under which the file before is kept; `nil` where there was none.
        let kept: String?
        let isRemoval: Bool
    }

    init(in output: String) {
        self.output = output
    }

    /// Puts a new file into a place, at one instant, and keeps what stood there.
    mutating func replace(_ path: String, by temporary: String) throws(DiskError) {
        let target = output + "/" + path
        if paths.insert(path).inserted {
            let kept = Disk.kind(target) == .missing ? nil : self.kept(path)
            steps.append(Step(path: path, kept: kept, isRemoval: false))
            if let kept { try Disk.link(target, to: kept) }
        }
        try Disk.move(temporary, to: target)
    }

    /// Takes a file away, and keeps it.
    mutating func remove(_ path: String) throws(DiskError) {
        guard Disk.kind(output + "/" + path) != .missing else { return }
        let kept = kept(path)
        steps.append(Step(path: path, kept: kept, isRemoval: true))
        try Disk.move(output + "/" + path, to: kept)
    }

    /// Has all files as they were before.
    /// - Returns: Whether that could be done.
    func putBack() -> Bool {
        var isDone = true
        for step in steps.reversed() {
            do throws(DiskError) { try putBack(step) } catch { isDone = false }
        }
        do throws(DiskError) { try Disk.sync(output) } catch { isDone = false }
        return isDone
    }

    private func putBack(_ step: Step) throws(DiskError) {
        let target = output + "/" + step.path
        guard let kept = step.kept else {
            try Disk.remove(target)
            return try removeEmptyFolders(above: step.path)
        }
        guard Disk.kind(kept) != .missing else { return }
        try Disk.move(kept, to: target)
        // Two names of one file both stay.
        try Disk.remove(kept)
    }

    /// Removes what was kept, and the folders that removed files leave empty. What is left is removed by the next run.
    func letGo() {
        for step in steps {
            if let kept = step.kept { try? Disk.remove(kept) }
            if step.isRemoval { try? removeEmptyFolders(above: step.path) }
        }
    }

    private func removeEmptyFolders(above path: String) throws(DiskError) {
        var parts = path.split(separator: "/").dropLast()
        while !parts.isEmpty {
            let folder = output + "/" + parts.joined(separator: "/")
            guard Disk.kind(folder) == .folder, try Disk.removeIfEmpty(folder) else { return }
            parts = parts.dropLast()
        }
    }

    private func kept(_ path: String) -> String {
        let parts = path.split(separator: "/")
        let folder = ([output[...]] + parts.dropLast()).joined(separator: "/")
        return folder + "/" + SitePlan.keptPrefix + (parts.last ?? "")
    }
}
