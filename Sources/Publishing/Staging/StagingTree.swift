/// A whole site beside the old one, ready to take its place: every unchanged file is the old one under a second name.
struct StagingTree {
    let folder: String
    let old: String
    private(set) var changed: [String] = []
    private var folders: Set<String> = []

    /// - Parameters:
    ///   - folder: Where to build it; what stands there is removed.
    ///   - old: The site as it is; it may be missing.
    /// - Throws: Where the folder cannot be made.
    init(folder: String, old: String) throws(DiskError) {
        self.folder = folder
        self.old = old
        try Disk.removeTree(folder)
        try Disk.makeFolder(folder)
    }

    /// Builds everything and waits until it lies on the disk.
    mutating func build(_ plan: SitePlan) throws(DiskError) {
        for path in plan.order {
            guard let bytes = plan.files[path] else { continue }
            try makeFolders(above: path)
            let before = old + "/" + path
            if Disk.holds(before, bytes) {
                try Disk.link(before, to: folder + "/" + path)
            } else {
                try Disk.write(bytes, to: folder + "/" + path)
                changed.append(path)
            }
        }
        if Disk.kind(old) == .folder { try carryOver("", plan) }
        try Disk.sync((changed + folders).map { folder + "/" + $0 }, within: folder)
        if let mode = Disk.mode(old) { try Disk.setMode(mode, of: folder) }
    }

    /// Everything else that stands in the old site: editions that are kept, and what is not ours.
    private mutating func carryOver(_ inner: String, _ plan: SitePlan) throws(DiskError) {
        for name in try Disk.names(in: old + "/" + inner) where !SitePlan.isLeftover(name) {
            let path = inner.isEmpty ? name : inner + "/" + name
            if plan.files[path] != nil {
                guard Disk.kind(old + "/" + path) != .folder else { throw DiskError(old + "/" + path, code: isFolder) }
                continue
            }
            guard !plan.obsolete.contains(path) else { continue }
            guard Disk.kind(old + "/" + path) == .folder else {
                try makeFolders(above: path)
                try Disk.link(old + "/" + path, to: folder + "/" + path)
                continue
            }
            // A folder of ours goes with the last file in it; one that was empty already is not ours.
            if try Disk.names(in: old + "/" + path).isEmpty { try makeFolders(above: path + "/.") }
            try carryOver(path, plan)
            if folders.contains(path), let mode = Disk.mode(old + "/" + path) {
                try Disk.setMode(mode, of: folder + "/" + path)
            }
        }
    }

    private let isFolder: Int32 = 21  // EISDIR

    private mutating func makeFolders(above path: String) throws(DiskError) {
        let parts = path.split(separator: "/").dropLast()
        var inner = ""
        for part in parts {
            inner += (inner.isEmpty ? "" : "/") + part
            guard folders.insert(inner).inserted else { continue }
            try Disk.makeFolder(folder + "/" + inner)
        }
    }
}
