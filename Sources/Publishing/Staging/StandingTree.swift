import Foundation

/// What of a folder in which a site was built before stands there as it does in the site: the same file under a second name, or
/// a folder like a new one. It need not be made again, so that a night costs what it changes and not what the archive holds.
struct StandingTree: Sendable {
    /// What the system says of files, and of what else is no folder, by their paths below the folder.
    private(set) var files: [String: FileStatus] = [:]
    private(set) var folders: Set<String> = []

    private let folder: String
    private let site: String
    /// What a folder has that is made in it now.
    private let rights: FolderRights

    /// Removes from `folder` all that the `site` has otherwise, or not at all.
    ///
    /// - Throws: Where that can't be done; what is left then is good for nothing.
    init(in folder: String, as site: String) throws(DiskError) {
        self.folder = folder
        self.site = site
        rights = FolderRights(newIn: folder)
        guard try compare("") else { throw DiskError(folder, code: EILSEQ) }
    }

    /// Whether a file or a folder stands at a path.
    func has(_ path: String) -> Bool { files[path] != nil || folders.contains(path) }

    /// Whether all names in a folder, and in those within it, are ones that can be compared.
    private mutating func compare(_ inner: String) throws(DiskError) -> Bool {
        let entries = try Disk.entries(in: folder + "/" + inner)
        for name in entries.names {
            let path = inner.isEmpty ? name : inner + "/" + name
            guard let status = FileStatus(folder + "/" + path), isSame(status, FileStatus(site + "/" + path)) else {
                try Disk.removeTree(folder + "/" + path)
                continue
            }
            if status.kind == .folder {
                folders.insert(path)
                guard try compare(path) else { return false }
            } else {
                files[path] = status
            }
        }
        return entries.foreign.isEmpty
    }

    private func isSame(_ mine: FileStatus, _ other: FileStatus?) -> Bool {
        guard let other, mine.kind == other.kind else { return false }
        return mine.kind == .folder ? mine.rights == rights : mine.isSameFile(as: other)
    }
}
