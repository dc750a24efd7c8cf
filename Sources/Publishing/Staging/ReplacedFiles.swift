/// What of a site made way one by one for others, each under a hidden name beside its place, until it is let go or put
/// back.
package struct ReplacedFiles: Sendable, Hashable {
    private let output: String
    private var steps: [Step] = []
    /// The places that something else took, or nothing did.
    private var replaced: Set<String> = []

    private enum Step: Hashable {
        /// A folder that was not there.
        case made(folder: String)
        /// `kept` is what stood there, under its hidden name; `nil` where nothing did.
        case replaced(path: String, kept: String?)
        case removed(path: String, kept: String)
    }

    init(in output: String) {
        self.output = output
    }

    /// Makes the folders above a path that are not there.
    mutating func makeFolders(above path: String) throws(DiskError) {
        var folder = output
        for part in path.split(separator: "/").dropLast() {
            folder += "/" + part
            if Disk.kind(folder) == .missing { steps.append(.made(folder: folder)) }
            try Disk.makeFolder(folder)
        }
    }

    /// Puts a new file into a place, at one instant, and keeps what stood there.
    mutating func replace(_ path: String, by temporary: String) throws(DiskError) {
        let target = output + "/" + path
        if replaced.insert(path).inserted {
            let kept = Disk.kind(target) == .missing ? nil : self.kept(path)
            steps.append(.replaced(path: path, kept: kept))
            if let kept { try Disk.link(target, to: kept) }
        }
        try Disk.move(temporary, to: target)
    }

    /// Takes a file, or a folder with all that is in it, away, and keeps it.
    mutating func remove(_ path: String) throws(DiskError) {
        guard Disk.kind(output + "/" + path) != .missing else { return }
        let kept = kept(path)
        steps.append(.removed(path: path, kept: kept))
        try Disk.move(output + "/" + path, to: kept)
    }

    /// Has everything as it was before.
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
        switch step {
        case .made(let folder):
            guard Disk.kind(folder) == .folder else { return }
            // What somebody else has put there meanwhile stays.
            _ = try Disk.removeIfEmpty(folder)
        case .replaced(let path, nil): try Disk.remove(output + "/" + path)
        case .replaced(let path, let kept?), .removed(let path, let kept):
            guard Disk.kind(kept) != .missing else { return }
            try Disk.move(kept, to: output + "/" + path)
            // Two names of one file both stay.
            try Disk.remove(kept)
        }
    }

    /// Removes what was kept, and the folders that removed files leave empty. What the disk refuses is tried once more;
    /// what is left then is removed by the next run.
    func letGo() {
        let refused = steps.filter { !letGo(of: $0) }
        for step in refused { letGo(of: step) }
    }

    /// - Returns: Whether nothing of it is left.
    @discardableResult
    private func letGo(of step: Step) -> Bool {
        do throws(DiskError) {
            switch step {
            case .made, .replaced(_, nil): break
            case .replaced(_, let kept?): try Disk.removeTree(kept)
            case .removed(let path, let kept):
                try Disk.removeTree(kept)
                try removeEmptyFolders(above: path)
            }
            return true
        } catch {
            return false
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
