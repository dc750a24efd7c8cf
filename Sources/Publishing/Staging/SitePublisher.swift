import Files
package import Foundation
package import NewsModel
import Parallelism

/// Puts a rendered site in the place of the one before it, as a whole: at every instant, also after a crash, there is one
/// complete site or the other.
package struct SitePublisher: Sendable {
    private let output: URL
    private let staging: URL
    private let maker: Manifest.Maker
    private let adopts: Bool
    private let filesWorthKeeping: Int
    private let mounts: @Sendable (String) -> [String]
    private var redactor = Redactor.none
    private var owner: SiteOwner?
    private var willReplace: @Sendable ([String]) -> Void = { _ in }

    /// - Parameters:
    ///   - output: The folder that is published. A link to one is followed.
    ///   - staging: A folder of ours beside the state, whose contents do not matter; what a large site has too stays there for
    ///     the next run. Where it lies on another file system than the output, a hidden one beside the output is used.
    ///   - maker: Who publishes; `demo` writes over nothing but a demo's site.
    ///   - adopts: Whether what somebody else put where the site needs the names makes way; otherwise that is an error.
    ///   - filesWorthKeeping: How many files a site and the one before it have in common at least where they stay in `staging`
    ///     for the next run: a small one is made again in no time.
    ///   - mounts: Says at which paths below a folder something else is mounted.
    package init(
        output: URL, staging: URL, maker: Manifest.Maker, adopts: Bool = false, filesWorthKeeping: Int = 500,
        mounts: @escaping @Sendable (String) -> [String] = MountPoints.below
    ) {
        self.mounts = mounts
        self.output = output
        self.staging = staging
        self.maker = maker
        self.adopts = adopts
        self.filesWorthKeeping = filesWorthKeeping
    }

    /// One that takes secrets out of all that it writes.
    package func redacting(by redactor: Redactor) -> SitePublisher {
        var publisher = self
        publisher.redactor = redactor
        return publisher
    }

    /// One that says whose site it is.
    package func owned(by owner: SiteOwner) -> SitePublisher {
        var publisher = self
        publisher.owner = owner
        return publisher
    }

    /// One that tells of the paths of the files that are new or go, in the order in which they may be copied elsewhere, before
    /// the site is replaced.
    package func telling(_ willReplace: @escaping @Sendable ([String]) -> Void) -> SitePublisher {
        var publisher = self
        publisher.willReplace = willReplace
        return publisher
    }

    /// What publishing did.
    package struct Published: Sendable, Hashable {
        /// Paths of files whose bytes are new.
        package var changed: [String]
        /// Paths of files that an earlier run wrote and that are gone.
        package var removed: [String]
        /// Paths in the output at which something else is mounted, which was left alone.
        package var mounted: [String] = []
        /// Paths of what somebody else had put there, and the site took the place of.
        package var displaced: [String] = []
        /// What the site took the place of; until it is let go, it can be put back.
        package var replaced: ReplacedSite
    }

    /// Replaces the site.
    ///
    /// - Parameters:
    ///   - parts: What it consists of; each path stands in one of them. They are made here, so that the first are
    ///     written while the last are made.
    ///   - editions: The editions that stay, rendered tonight or not. Other files that an earlier run wrote are removed;
    ///     files that none wrote are left alone.
    ///   - standing: Paths of files outside of editions that stay as they are.
    ///   - pictures: The names of the copies of pictures that each edition shows that was rendered; those of others are
    ///     as they were.
    ///   - fingerprint: ``SiteRenderer/fingerprint(of:)``.
    /// - Returns: What changed.
    /// - Throws: Where it cannot be written; the site is as it was.
    package func publish(
        _ parts: [SitePart], keeping editions: Set<EditionDate>, standing: Set<String> = [],
        pictures: [EditionDate: [String]] = [:], fingerprint: String
    ) throws(PublishingError) -> Published {
        try check()
        let previous = previous
        let known = KnownPages(previous, fingerprint: fingerprint, folder: place)
        return try carryOut(parts, given: known, previous) {
            SitePlan(
                $0, previous: previous, keeping: editions, standing: standing, pictures: pictures, maker: maker,
                fingerprint: fingerprint, owner: owner)
        }
    }

    /// Replaces some files and leaves everything else as it is: the health pages of a night that publishes no edition.
    package func replace(_ parts: [SitePart]) throws(PublishingError) -> Published {
        try check()
        let previous = previous
        return try carryOut(parts, given: .none, previous) {
            SitePlan(replacing: $0, previous: previous, maker: maker, owner: owner)
        }
    }

    /// The list of what an earlier run made, as far as it is there: one that was killed where files are replaced one by one
    /// listed what it did not come to make.
    private var previous: Manifest? {
        guard var manifest = Manifest.read(in: output) else { return nil }
        let folder = place
        manifest.files.removeAll { Disk.kind(folder + "/" + $0) == .missing }
        return manifest
    }

    /// Whether the output can be published to at all; better asked before a batch than after it.
    ///
    /// - Parameter date: That of the edition that is to be published, as far as one is; what is certain to be written
    ///   with it is looked at too.
    /// - Throws: Why it can't.
    package func check(for date: EditionDate? = nil) throws(PublishingError) {
        let path = place
        switch Disk.kind(path) {
        case .missing: return
        case .folder: break
        case .file, .link, .other:
            throw PublishingError("“\(output.relativePath)” is no folder; move it away, or choose another output")
        }
        guard FileManager.default.isWritableFile(atPath: path) else {
            throw DiskError(path, code: EACCES).asPublishingError
        }
        let manifest = Manifest.read(in: output)
        if maker == .demo { try checkForDemo(manifest) }
        let found = ForeignFiles(folder: path, manifest: manifest)
        try checkForeign(found, date.map { found.inTheWay(of: SitePaths.certain(on: $0)) } ?? [])
    }

    private func checkForDemo(_ manifest: Manifest?) throws(PublishingError) {
        guard manifest?.maker != .demo else { return }
        // Names with a dot, such as `.gitkeep`, make no site.
        let names = (try? Disk.names(in: place)) ?? []  // an unreadable folder is an error when it is written
        guard manifest != nil || names.contains(where: { !$0.hasPrefix(".") }) else { return }
        throw PublishingError(
            "“\(output.relativePath)” holds a site that the demo did not make; choose another with -o")
    }

    private func checkForeign(_ found: ForeignFiles, _ paths: some Collection<String>) throws(PublishingError) {
        guard !paths.isEmpty, !adopts else { return }
        throw found.refusal(paths.sorted(), in: output.relativePath, to: maker)
    }

    /// Has the output's file system write what others left to be written, and waits for nothing: publishing, which does
    /// wait until its files lie on the disk, finds less before them.
    package func clearTheWay() {
        let folder = parent
        // Where it fails, publishing will say so, or need not.
        _ = BlockingFuture { try? Disk.sync(EmptyCollection(), within: folder) }
    }

    /// Carries out the plan that the files of the parts give.
    private func carryOut(
        _ parts: [SitePart], given known: KnownPages, _ previous: Manifest?, _ plan: ([SiteFile]) -> SitePlan
    ) throws(PublishingError) -> Published {
        let parts = parts.map { $0.redacted(by: redactor) }
        let found = ForeignFiles(folder: place, manifest: previous)
        let isNew = Disk.kind(place) == .missing
        let (mounted, tree) = try telling { () throws(DiskError) in
            if isNew { try makeFolders(place.split(separator: "/").dropLast()) }
            let mounted = mounts(place)
            return (mounted, mounted.isEmpty && !isPinned ? try stagingTree() : nil)
        }
        if let tree {
            do throws(PublishingError) {
                let staged = try telling { () throws(DiskError) in try tree.add(parts, given: known) }
                let complete = try checked(plan(staged.map(\.file)), found)
                if let published = try swapIn(tree, complete, with: staged, isNew: isNew) { return published }
            } catch {
                try? Disk.removeTree(tree.folder)  // what is left is removed at the next run at the latest
                throw error
            }
        }
        let plan = try checked(plan(SitePart.files(of: parts, given: known)), found)
        var published = try telling { () throws(DiskError) in try replaceInPlace(plan, around: mounted) }
        published.displaced = plan.displaced.sorted()
        return published
    }

    /// A plan that takes account of what is not ours.
    private func checked(_ plan: SitePlan, _ found: ForeignFiles) throws(PublishingError) -> SitePlan {
        let plan = plan.applied(to: found)
        try checkForeign(found, plan.displaced)
        return plan
    }

    /// Turns the reason of the system into the sentence for a person.
    private func telling<T>(_ body: () throws(DiskError) -> T) throws(PublishingError) -> T {
        do { return try body() } catch { throw error.asPublishingError }
    }

    /// Swaps the new site in; `nil` where what somebody else owns in the old one can't go with it, such as a folder that only
    /// root may look into.
    private func swapIn(
        _ tree: StagingTree, _ plan: SitePlan, with staged: [StagingTree.Staged], isNew: Bool
    ) throws(PublishingError) -> Published? {
        do throws(DiskError) {
            var published = try swap(tree, plan, with: staged, isNew: isNew)
            published.displaced = plan.displaced.sorted()
            return published
        } catch {
            guard [EACCES, EPERM].contains(error.code), !isNew else { throw error.asPublishingError }
            try? Disk.removeTree(tree.folder)
            return nil
        }
    }

    private func swap(
        _ tree: StagingTree, _ plan: SitePlan, with staged: [StagingTree.Staged], isNew: Bool
    ) throws(DiskError) -> Published {
        let (changed, kept) = try tree.complete(plan, with: staged)
        willReplace(changed + plan.obsolete.sorted())
        var replaced = ReplacedFolder(folder: tree.folder, place: place, isNone: isNew)
        guard try replaced.exchange() else {
            let published = try replaceInPlace(plan)
            replaced.letGo()
            return published
        }
        if kept >= filesWorthKeeping, tree.folder != sibling {
            replaced.differences = changed + plan.obsolete + plan.displaced
        }
        do throws(DiskError) {
            try Disk.sync(parent)
        } catch {
            replaced.putBack()
            throw error
        }
        return Published(changed: changed, removed: plan.obsolete.sorted(), replaced: .folder(replaced))
    }

    /// For where folders cannot be swapped.
    private func replaceInPlace(_ plan: SitePlan, around mounts: [String] = []) throws(DiskError) -> Published {
        if Disk.kind(place) == .missing { try Disk.makeFolder(place) }
        let replacement = InPlaceReplacement(output: place, mounts: mounts, willReplace: willReplace)
        let (changed, replaced) = try replacement.carryOut(plan)
        return Published(
            changed: changed, removed: plan.obsolete.sorted(),
            mounted: mounts.map { String($0.dropFirst(place.count + 1)) }, replaced: .files(replaced))
    }

    /// The beginning of a new site. `nil` where none can be built, or could not have the group of the old one.
    private func stagingTree() throws(DiskError) -> StagingTree? {
        guard let folder = try stagingFolder() else { return nil }
        let tree = try StagingTree(folder: folder, old: place)
        guard !tree.hasItsGroup else { return tree }
        try Disk.removeTree(folder)
        return nil
    }

    /// Where the new site is built: on the output's file system, and not within it. `nil` where nothing can be.
    private func stagingFolder() throws(DiskError) -> String? {
        let sibling = sibling
        try? Disk.removeTree(sibling)  // left by a killed run; in the way only if it is used, and then that is an error
        let beside = staging.standardizedFileURL.path
        let folder = beside.split(separator: "/").dropLast()
        if (try? makeFolders(folder)) != nil, Disk.device("/" + folder.joined(separator: "/")) == Disk.device(parent) {
            return beside
        }
        return FileManager.default.isWritableFile(atPath: parent) ? sibling : nil
    }

    /// The output with links followed, so that a link stays and what it leads to is swapped.
    private var place: String { output.standardizedFileURL.resolvingSymlinksInPath().path }

    /// Where a site is built that can't be built beside the state. Nothing stays there.
    private var sibling: String {
        parent + "/." + (place.split(separator: "/").last ?? "public") + ".broadsheet-staging"
    }

    private var parent: String {
        let parts = place.split(separator: "/").dropLast()
        return "/" + parts.joined(separator: "/")
    }

    /// Whether the output may not move: what runs, or what it works with, lies within it.
    private var isPinned: Bool {
        let inside = place + "/"
        return (FileManager.default.currentDirectoryPath + "/").hasPrefix(inside)
            || (staging.standardizedFileURL.resolvingSymlinksInPath().path + "/").hasPrefix(inside)
    }

    private func makeFolders(_ parts: some Sequence<Substring>) throws(DiskError) {
        var path = ""
        for part in parts {
            path += "/" + part
            if Disk.device(path) == nil { try Disk.makeFolder(path) }
        }
    }
}
