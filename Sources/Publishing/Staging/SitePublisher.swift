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
    private let mounts: @Sendable (String) -> [String]
    private var redactor = Redactor.none

    /// - Parameters:
    ///   - output: The folder that is published. A link to one is followed.
    ///   - staging: A folder of ours beside the state, whose contents do not matter. Where it lies on another file
    ///     system than the output, a hidden one beside the output is used.
    ///   - maker: Who publishes; `demo` writes over nothing but a demo's site.
    ///   - mounts: Says at which paths below a folder something else is mounted.
    package init(
        output: URL, staging: URL, maker: Manifest.Maker,
        mounts: @escaping @Sendable (String) -> [String] = MountPoints.below
    ) {
        self.mounts = mounts
        self.output = output
        self.staging = staging
        self.maker = maker
    }

    /// One that takes secrets out of all that it writes.
    package func redacting(by redactor: Redactor) -> SitePublisher {
        var publisher = self
        publisher.redactor = redactor
        return publisher
    }

    /// What publishing did.
    package struct Published: Sendable, Hashable {
        /// Paths of files whose bytes are new.
        package var changed: [String]
        /// Paths of files that an earlier run wrote and that are gone.
        package var removed: [String]
        /// Whether the site was swapped as a whole; otherwise file by file.
        package var isWhole: Bool
        /// Paths in the output at which something else is mounted, which was left alone.
        package var mounted: [String] = []
    }

    /// Replaces the site.
    ///
    /// - Parameters:
    ///   - parts: What it consists of; each path stands in one of them. They are made here, so that the first are
    ///     written while the last are made.
    ///   - editions: The editions that stay, rendered tonight or not. Other files that an earlier run wrote are removed;
    ///     files that none wrote are left alone.
    ///   - standing: Paths of files outside of editions that stay as they are.
    ///   - fingerprint: ``SiteRenderer/fingerprint(of:)``.
    /// - Returns: What changed.
    /// - Throws: Where it cannot be written; the site is as it was.
    package func publish(
        _ parts: [SitePart], keeping editions: Set<EditionDate>, standing: Set<String> = [], fingerprint: String
    ) throws(PublishingError) -> Published {
        try check()
        let previous = Manifest.read(in: output)
        let known = KnownPages(previous, fingerprint: fingerprint, folder: place)
        return try carryOut(parts, given: known) {
            SitePlan(
                $0, previous: previous, keeping: editions, standing: standing, maker: maker, fingerprint: fingerprint)
        }
    }

    /// Replaces some files and leaves everything else as it is: the health pages of a night that publishes no edition.
    package func replace(_ parts: [SitePart]) throws(PublishingError) -> Published {
        try check()
        let previous = Manifest.read(in: output)
        return try carryOut(parts, given: .none) { SitePlan(replacing: $0, previous: previous, maker: maker) }
    }

    /// Whether the output can be published to at all; better asked before a batch than after it.
    package func check() throws(PublishingError) {
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
        guard maker == .demo, Manifest.read(in: output)?.maker != .demo else { return }
        // Names with a dot, such as `.gitkeep`, make no site.
        let names = (try? Disk.names(in: path)) ?? []  // an unreadable folder is an error when it is written
        guard names.contains(where: { !$0.hasPrefix(".") }) || Manifest.read(in: output) != nil else { return }
        throw PublishingError(
            "“\(output.relativePath)” holds a site that the demo did not make; choose another with -o")
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
        _ parts: [SitePart], given known: KnownPages, _ plan: ([SiteFile]) -> SitePlan
    ) throws(PublishingError) -> Published {
        let parts = parts.map { $0.redacted(by: redactor) }
        do throws(DiskError) {
            let isNew = Disk.kind(place) == .missing
            if isNew { try makeFolders(place.split(separator: "/").dropLast()) }
            let mounted = mounts(place)
            guard mounted.isEmpty else {
                return try replaceInPlace(plan(SitePart.files(of: parts, given: known)), around: mounted)
            }
            guard !isPinned, let folder = try stagingFolder() else {
                return try replaceInPlace(plan(SitePart.files(of: parts, given: known)))
            }
            return try swapIn(folder, isNew: isNew, plan) { tree throws(DiskError) in
                try tree.add(parts, given: known)
            }
        } catch {
            throw error.asPublishingError
        }
    }

    private func swapIn(
        _ folder: String, isNew: Bool, _ plan: ([SiteFile]) -> SitePlan,
        _ making: (StagingTree) throws(DiskError) -> [StagingTree.Staged]
    ) throws(DiskError) -> Published {
        do throws(DiskError) {
            let tree = try StagingTree(folder: folder, old: place)
            let staged = try making(tree)
            let plan = plan(staged.map(\.file))
            let published = Published(
                changed: try tree.complete(plan, with: staged), removed: removed(by: plan), isWhole: true)
            let isDone: Bool
            if isNew {
                try Disk.move(folder, to: place)
                isDone = true
            } else {
                isDone = try Disk.exchange(folder, place)
            }
            if isDone { try Disk.sync(parent) }
            // The site stands; what is left of the old one is removed at the next run at the latest.
            try? Disk.removeTree(folder)
            return isDone ? published : try replaceInPlace(plan)
        } catch {
            try? Disk.removeTree(folder)  // the first error is thrown
            throw error
        }
    }

    /// For where folders cannot be swapped.
    private func replaceInPlace(_ plan: SitePlan, around mounts: [String] = []) throws(DiskError) -> Published {
        let removed = removed(by: plan)
        if Disk.kind(place) == .missing { try Disk.makeFolder(place) }
        let changed = try InPlaceReplacement(output: place, mounts: mounts).carryOut(plan)
        return Published(
            changed: changed, removed: removed, isWhole: false,
            mounted: mounts.map { String($0.dropFirst(place.count + 1)) })
    }

    private func removed(by plan: SitePlan) -> [String] {
        plan.obsolete.filter { Disk.kind(place + "/" + $0) != .missing }.sorted()
    }

    /// Where the new site is built: on the output's file system, and not within it. `nil` where nothing can be.
    private func stagingFolder() throws(DiskError) -> String? {
        let sibling = parent + "/." + (place.split(separator: "/").last ?? "public") + ".broadsheet-staging"
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
