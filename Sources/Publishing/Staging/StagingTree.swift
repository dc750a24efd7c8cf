import Foundation
import Parallelism

/// A whole site beside the old one, ready to take its place: every unchanged file is the old one under a second name.
struct StagingTree: Sendable {
    let folder: String
    let old: String
    /// Who may do what with the site's folder: as with the old one.
    private let rights: FolderRights
    /// Whether the folder has the group that the site's has. It has to be so before anything is made in it.
    let hasItsGroup: Bool
    /// What the last run left in the folder and stands there as in the old site.
    private let standing: StandingTree?

    /// A file that stands in the tree.
    struct Staged: Sendable {
        let file: SiteFile
        /// Whether the old site has no such file, or another.
        let isChanged: Bool
    }

    /// What the tree holds so far.
    private struct Contents {
        var files: Set<String> = []
        var folders: Set<String> = []
    }

    /// A tree in `folder`, beside an `old` site that may be missing. What stands there is removed, but for what the old site
    /// has too.
    init(folder: String, old: String) throws(DiskError) {
        self.folder = folder
        self.old = old
        let parent = old.split(separator: "/").dropLast().joined(separator: "/")
        rights = FolderRights(of: old) ?? FolderRights(newIn: "/" + parent)
        standing = Self.standing(in: folder, as: old, rights)
        if standing == nil {
            try Disk.removeTree(folder)
            try Disk.makeFolder(folder)
        }
        // Nobody looks in before it is published.
        hasItsGroup = rights.giveGroup(to: folder)
    }

    /// What stands in a folder already; `nil` where it is better begun anew.
    private static func standing(in folder: String, as old: String, _ rights: FolderRights) -> StandingTree? {
        guard let status = FileStatus(folder), status.kind == .folder, status.rights.owner == geteuid(),
            rights.giveGroup(to: folder)
        else { return nil }
        do throws(DiskError) { return try StandingTree(in: folder, as: old) } catch { return nil }
    }

    /// Makes parts and puts their files in place: one core writes what is there while the others make the rest. Of the
    /// files that it returns, in order, those that stand in the old site are not in the tree yet.
    func add(_ parts: [SitePart], given known: KnownPages) throws(DiskError) -> [Staged] {
        let queue = WritingQueue<Staged> { (files) throws(DiskError) in try put(files) }
        let staged = Parallel.map(parts.count) { place in
            let files = parts[place].files(known).map { file in
                Staged(file: file, isChanged: file.bytes.map { !Disk.holds(old + "/" + file.path, $0) } ?? false)
            }
            queue.add(files)
            return files
        }
        try queue.finish()
        return staged.flatMap { $0 }
    }

    private func put(_ files: [Staged]) throws(DiskError) {
        var contents = Contents()
        for file in files { try put(file, &contents) }
    }

    private func put(_ staged: Staged, _ contents: inout Contents) throws(DiskError) {
        guard let bytes = staged.file.bytes else { return }
        let path = staged.file.path
        guard staged.isChanged else { return try keep(path, isOurs: true, &contents) }
        try makeFolders(above: path, &contents)
        // It is a second name of what readers see until the swap.
        if standing?.has(path) == true { try Disk.removeTree(folder + "/" + path) }
        try Disk.create(folder + "/" + path, bytes)
    }

    /// Gives a file of the old site its place in the new one.
    private func keep(_ path: String, isOurs: Bool, _ contents: inout Contents) throws(DiskError) {
        try makeFolders(above: path, &contents)
        contents.files.insert(path)
        let status = standing?.files[path]
        if status == nil { try Disk.link(old + "/" + path, to: folder + "/" + path) }
        if isOurs { try Disk.openToAll(file: folder + "/" + path, status) }
    }

    /// Adds what else belongs to the site besides the files that are `staged`, and waits until everything lies on the
    /// disk. Returns the paths that changed, in the plan's order, and how many files are those of the old site.
    func complete(_ plan: SitePlan, with staged: [Staged]) throws(DiskError) -> (changed: [String], kept: Int) {
        let present = Set(staged.map(\.file.path))
        let missing = plan.files.filter { !present.contains($0.key) }.map { SiteFile(path: $0.key, bytes: $0.value) }
        let all = staged + (try add([SitePart(missing)], given: .none))
        let changed = Set(all.lazy.filter(\.isChanged).map(\.file.path))
        var contents = Contents()
        for file in all where file.file.bytes != nil {
            try makeFolders(above: file.file.path, &contents)
            contents.files.insert(file.file.path)
        }
        if Disk.kind(old) == .folder { try carryOver("", try Disk.entries(in: old), plan, &contents) }
        try removeStanding(without: contents)
        try Disk.sync((changed.sorted() + contents.folders).map { folder + "/" + $0 }, within: folder)
        try rights.give(to: folder)
        return (plan.order.filter(changed.contains), contents.files.count - changed.count)
    }

    /// Everything else that stands in the old site: pages that say the same, editions that are kept, and what is not
    /// ours.
    /// The folders of files of ours have one mode, others keep theirs.
    private func carryOver(
        _ inner: String, _ entries: FolderEntries, _ plan: SitePlan, _ contents: inout Contents
    ) throws(DiskError) {
        if !entries.foreign.isEmpty { try makeFolders(above: inner + "/.", &contents) }
        for name in entries.foreign {
            let (from, to) = (Array((old + "/" + inner).utf8CString), Array((folder + "/" + inner).utf8CString))
            try Disk.linkTree(Disk.path(from, name), to: Disk.path(to, name))
        }
        for name in entries.names {
            let path = inner.isEmpty ? name : inner + "/" + name
            let kind = standing?.files[path]?.kind ?? Disk.kind(old + "/" + path)
            guard !SitePlan.isLeftover(name, kind), !plan.displaced.contains(path) else { continue }
            if plan.files[path] != nil {
                guard kind != .folder else { throw DiskError(old + "/" + path, code: EISDIR) }
                continue
            }
            guard !plan.obsolete.contains(path) else { continue }
            guard kind == .folder else {
                try keep(path, isOurs: plan.listed.contains(path), &contents)
                continue
            }
            try carryOver(folder: path, plan, &contents)
        }
    }

    private func carryOver(folder path: String, _ plan: SitePlan, _ contents: inout Contents) throws(DiskError) {
        let entries = try Disk.entries(in: old + "/" + path)
        // A folder of ours goes with the last file in it; one that was empty already is not ours.
        if entries.isEmpty { try makeFolders(above: path + "/.", &contents) }
        try carryOver(path, entries, plan, &contents)
        if contents.folders.contains(path), !plan.folders.contains(path),
            let rights = FolderRights(of: old + "/" + path)
        {
            try rights.give(to: folder + "/" + path)
        }
    }

    /// Removes what stood in the tree and has no place in the new site.
    private func removeStanding(without contents: Contents) throws(DiskError) {
        guard let standing else { return }
        for path in standing.folders.union(standing.files.keys).subtracting(contents.folders)
        where !contents.files.contains(path) {
            try Disk.removeTree(folder + "/" + path)
        }
    }

    /// Makes what is not there yet, and notes it.
    private func makeFolders(above path: String, _ contents: inout Contents) throws(DiskError) {
        guard let end = path.lastIndex(of: "/"), !contents.folders.contains(String(path[..<end])) else { return }
        var inner = ""
        for part in path.split(separator: "/").dropLast() {
            inner += (inner.isEmpty ? "" : "/") + part
            guard contents.folders.insert(inner).inserted, standing?.folders.contains(inner) != true else { continue }
            if standing?.files[inner] != nil, Disk.kind(folder + "/" + inner) != .folder {
                try Disk.remove(folder + "/" + inner)
            }
            try Disk.makeFolder(folder + "/" + inner)
        }
    }
}

/// A queue of files that are written while others are made. The thread that adds some writes all that wait, unless
/// another thread is writing: the kernel creates the names of a folder one after the other, so that two would only wait
/// for each other.
///
/// It is a lock and no actor, since the threads that make files can't suspend.
final class WritingQueue<File: Sendable>: Sendable {
    private struct State {
        var waiting: [File] = []
        var isWriting = false
        var failure: DiskError?
    }

    private let state = Guarded(State())
    private let write: @Sendable ([File]) throws(DiskError) -> Void

    /// Calls `write` one thread at a time.
    init(_ write: @escaping @Sendable ([File]) throws(DiskError) -> Void) {
        self.write = write
    }

    /// Adds files and writes what waits, unless another thread does. After a failure none are written.
    func add(_ files: [File]) {
        state.withLock { $0.waiting += files }
        while let files = begin() {
            do throws(DiskError) {
                try write(files)
                end(nil)
            } catch {
                end(error)
            }
        }
    }

    /// Throws the first failure; to be called once everything was added, and so is written.
    func finish() throws(DiskError) {
        if let failure = state.withLock({ $0.failure }) { throw failure }
    }

    /// What waits, if no other thread is writing.
    private func begin() -> [File]? {
        state.withLock { state in
            guard !state.isWriting, state.failure == nil, !state.waiting.isEmpty else { return nil }
            state.isWriting = true
            defer { state.waiting = [] }
            return state.waiting
        }
    }

    private func end(_ failure: DiskError?) {
        state.withLock { state in
            state.isWriting = false
            state.failure = failure
        }
    }
}
