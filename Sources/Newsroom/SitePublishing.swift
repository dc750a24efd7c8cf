import Foundation
import NewsModel
import NewsStore
import Publishing
import Settings
import WebText

/// Renders and swaps in the site of a run; it is made while the batch begins.
struct SitePublishing {
    private let renderer: SiteRenderer
    private var publisher: SitePublisher
    private let output: URL
    private let maker: Manifest.Maker
    private let site: SitePolicy
    /// Nothing leads to editions of a later date.
    private let lastDate: EditionDate
    private let reaches: [SourceID: HostReach]
    private let asksAnybody: Bool

    init(_ request: RunRequest) throws(RunFailure) {
        let settings = request.settings
        output = URL(filePath: settings.output)
        maker = request.maker
        asksAnybody = request.fetches
        site = settings.site
        lastDate = request.lastDate
        reaches = Dictionary(settings.sources.map { ($0.id, settings.reach(of: $0)) }) { first, _ in first }
        publisher = Self.publisher(for: request)
        do {
            renderer = try SiteRenderer(
                templates: settings.templates.map { URL(filePath: $0) }, language: site.language)
        } catch {
            throw .cannot(error.description)
        }
    }

    /// Finds out whether the output can be published to: what would end the run after the batch had better end it
    /// before.
    static func check(_ request: RunRequest) throws(RunFailure) {
        try StatePlacement(state: request.settings.state, output: request.settings.output).check()
        do {
            try publisher(for: request).check(for: request.editionDate)
        } catch {
            throw .cannot(error.description)
        }
    }

    private static func publisher(for request: RunRequest) -> SitePublisher {
        let settings = request.settings
        return SitePublisher(
            output: URL(filePath: settings.output), staging: URL(filePath: settings.state + ".staging"),
            maker: request.maker, adopts: request.adopts
        ).telling(request.willReplace)
    }

    /// The same, which writes into the site whose it is.
    func owned(by owner: SiteOwner) -> SitePublishing {
        var publishing = self
        publishing.publisher = publisher.owned(by: owner)
        return publishing
    }

    /// Does what can be done before there is anything to publish; waits for nothing.
    func prepare() {
        publisher.clearTheWay()
    }

    /// Whether the output holds a site that a state can be restored from.
    static func hasEditions(_ request: RunRequest) -> Bool { !editions(request).isEmpty }

    /// The editions of the site in the output, as far as it is the request's own kind of site.
    static func editions(_ request: RunRequest) -> Set<EditionDate> {
        let manifest = Manifest.read(in: URL(filePath: request.settings.output))
        return manifest.flatMap { $0.maker == request.maker ? $0.editions : nil } ?? []
    }

    /// What the output remembers and the state does not: that was lost, or is an old one.
    static func findings(
        _ request: RunRequest, unknownTo store: NewsStore
    ) async throws -> PublishedSite.Findings {
        // A demo begins with nothing remembered.
        guard request.maker == .run else { return PublishedSite.Findings() }
        let output = URL(filePath: request.settings.output)
        // A site that lost its list, and is taken over, has its editions all the same.
        let isTakenOver = request.adopts && Manifest.read(in: output) == nil
        guard isTakenOver || hasEditions(request) else { return PublishedSite.Findings() }
        let site = PublishedSite(in: output)
        var findings = try await site.findings(unknownTo: store.archive()) ?? PublishedSite.Findings()
        findings.memory = UntoldEdition(state: request.settings.state).marked(findings.memory)
        return findings
    }

    /// Whether there is a site of ours that could stay as it is.
    var hasSite: Bool { Manifest.read(in: output) != nil }

    /// An edition that says since when its entries in the feeds say what they do.
    ///
    /// - Parameters:
    ///   - edition: tonight's.
    ///   - before: that of the same date which it takes the place of.
    ///   - health: the report of the run.
    ///   - transaction: where earlier editions are remembered.
    /// - Returns: the edition with its marks, and all else as it was.
    /// - Throws: what the store says.
    func marked(
        _ edition: Edition, after before: Edition?, health: HealthReport, from transaction: RunTransaction
    ) throws -> Edition {
        let publication = publication(health, editions: [edition], archive: listed(try transaction.archive()))
        return renderer.marked(edition, in: publication, after: before)
    }

    /// Renders what changes and swaps the whole site in.
    ///
    /// - Parameters:
    ///   - edition: tonight's, already in the archive of `transaction`; `nil` where there is none, and the newest one
    ///     stays in front.
    ///   - health: the report of the run.
    ///   - quietness: why the front page says that the night brought none, if it does.
    ///   - removed: the editions that the run has forgotten; others that the site has and `transaction` does not stay.
    ///   - newPictures: the bytes of the edition's pictures that the site does not have, by the names of their copies.
    ///   - redactor: knows what no file may hold.
    ///   - transaction: where earlier editions are remembered.
    /// - Returns: what publishing did.
    /// - Throws: what the store or the disk says; the site is then as it was.
    func publish(
        _ edition: Edition?, health: HealthReport, quietness: Publication.Quietness? = nil,
        without removed: [EditionDate],
        newPictures: [String: [UInt8]] = [:], _ redactor: Redactor, from transaction: RunTransaction
    ) throws -> SitePublisher.Published {
        let archive = listed(try transaction.archive(), without: removed)
        let dates = archive.map(\.date)
        let shown = dates.filter { $0 <= lastDate }
        // Pages that were made before a secret was known may hold it.
        let fingerprint = renderer.fingerprint(of: site) + redactor.mark
        let plan = RenderPlan(
            archive: shown, current: edition?.date, fingerprint: fingerprint, output: output)
        let earlier = try transaction.editions(of: plan.needed.filter { $0 != edition?.date }).map { edition in
            // What came too late to an edition stands in its data alone.
            try plan.documented.contains(edition.date) ? transaction.edition(of: edition.date) ?? edition : edition
        }
        var publication = publication(
            health, editions: ([edition].compactMap(\.self) + earlier).map { withPictures($0, newPictures) },
            archive: archive)
        publication.newPictures = newPictures
        publication.rendered = plan.rendered
        publication.documented = plan.documented
        publication.quietness = quietness
        // Who asked nobody has nothing new to say of anybody's health.
        let keepsHealth = !asksAnybody && hasSite
        let repeated = keepsHealth ? try repeatedHealth(in: publication, fingerprint, from: transaction) : []
        let made = publication.editions.filter { plan.rendered.contains($0.date) }
        return try publisher.redacting(by: redactor).publish(
            renderer.parts(of: publication, withHealth: !keepsHealth) + (repeated ?? []),
            keeping: Set(dates).union(unknown(besides: removed + dates)),
            standing: keepsHealth && repeated == nil ? SitePaths.healthPaths : [],
            pictures: Dictionary(made.map { ($0.date, $0.pictures.map(\.name)) }) { first, _ in first },
            fingerprint: fingerprint)
    }

    /// The health pages of the last run that asked somebody, where they would look otherwise now, or where other sources have
    /// a page than the site has, to which they lead; `nil` where those that are there can stay.
    private func repeatedHealth(
        in publication: Publication, _ fingerprint: String, from transaction: RunTransaction
    ) throws -> [SitePart]? {
        let before = Manifest.read(in: output)
        let isSame =
            before?.fingerprint == fingerprint && renderer.sourcePages(of: publication) == before?.sourcePages ?? []
        if isSame { return nil }
        // Who wants none has none, whatever was found out.
        guard var last = try transaction.lastHealth() else { return site.health == .none ? [] : nil }
        let sources = Set(publication.health.sources.map(\.report.source))
        last.sources.removeAll { !sources.contains($0.report.source) }
        var repeated = publication
        repeated.health = last
        repeated.generated = last.generated
        return renderer.healthPages(of: repeated)
    }

    /// An edition with those of its pictures alone that the site has, or will have with the new ones.
    private func withPictures(_ edition: Edition, _ newPictures: [String: [UInt8]]) -> Edition {
        guard !edition.pictures.isEmpty else { return edition }
        var edition = edition
        let published = PublishedPictures(in: output)
        edition.pictures.removeAll { picture in
            site.images != .copied || newPictures[picture.name] == nil && !published.has(picture)
        }
        return edition
    }

    /// The addresses of the pictures that the page of an edition would show, and those of which the site has copies, by
    /// what is known of `earlier` editions.
    func pictures(
        wantedBy edition: Edition, _ earlier: [Edition], health: HealthReport, from transaction: RunTransaction
    ) throws -> (wanted: [String], known: [PictureCopy]) {
        guard site.images == .copied else { return ([], []) }
        let publication = publication(health, editions: [edition], archive: try transaction.archive())
        let published = PublishedPictures(in: output)
        return (
            renderer.pictures(wantedBy: edition, in: publication), earlier.flatMap(\.pictures).filter(published.has)
        )
    }

    /// Every edition that the site will have, newest first: those that the state knows, and those that it could not take
    /// over from the site, which stay as the site lists them.
    private func listed(_ known: [ArchiveEntry], without removed: [EditionDate] = []) -> [ArchiveEntry] {
        let missing = unknown(besides: removed + known.map(\.date))
        guard !missing.isEmpty else { return known }
        let listed = ArchiveDocument.entries(in: output).filter { missing.contains($0.date) }
        return (known + listed).sorted { $0.date > $1.date }
    }

    /// The editions of the site besides others, as far as they are there, whatever the state knows of them.
    private func unknown(besides others: [EditionDate]) -> Set<EditionDate> {
        guard maker == .run, let manifest = Manifest.read(in: output), manifest.maker == .run else { return [] }
        return manifest.editions(in: output, besides: others)
    }

    /// Renews alone what shows the health of the sources. Where the site is not at hand, it is made as it was.
    /// - Returns: what publishing did.
    func publishHealth(
        _ health: HealthReport, _ redactor: Redactor, from transaction: RunTransaction
    ) throws -> SitePublisher.Published {
        guard hasSite else {
            return try publish(nil, health: health, without: [], redactor, from: transaction)
        }
        let archive = listed(try transaction.archive())
        return try replaceHealth(
            health, redactor, editions: try transaction.editions(of: recent(archive)), archive: archive)
    }

    /// Renews the same once more, after the run was kept.
    func renewHealth(
        _ health: HealthReport, _ redactor: Redactor, from store: NewsStore
    ) throws -> SitePublisher.Published {
        let archive = listed(try store.archive())
        let published = try replaceHealth(
            health, redactor, editions: try store.editions(of: recent(archive)), archive: archive)
        published.replaced.letGo()
        return published
    }

    private func replaceHealth(
        _ health: HealthReport, _ redactor: Redactor, editions: [Edition], archive: [ArchiveEntry]
    ) throws -> SitePublisher.Published {
        let publication = publication(health, editions: editions, archive: archive)
        return try publisher.redacting(by: redactor).replace(renderer.healthParts(of: publication))
    }

    private func recent(_ archive: [ArchiveEntry]) -> [EditionDate] {
        Array(archive.map(\.date).filter { $0 <= lastDate }.prefix(Publication.editionsInFeeds))
    }

    private func publication(
        _ health: HealthReport, editions: [Edition], archive: [ArchiveEntry]
    ) -> Publication {
        var publication = Publication(
            site: site, editions: editions, archive: archive, health: health, generated: health.generated,
            reaches: reaches)
        publication.lastDate = lastDate
        return publication
    }
}

extension Settings {
    /// Where the addresses of a source's items may lead.
    fileprivate func reach(of source: Source) -> HostReach {
        HostReach(ofSourceAt: source.provider.address, allowsPrivate: network.allowsPrivate)
    }
}
