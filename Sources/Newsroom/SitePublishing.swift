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
    private let site: SitePolicy
    private let reaches: [SourceID: HostReach]

    init(_ request: RunRequest) throws(RunFailure) {
        let settings = request.settings
        output = URL(filePath: settings.output)
        site = settings.site
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
            maker: request.maker, adopts: request.adopts)
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

    /// Whether there is a site of ours that could stay as it is.
    var hasSite: Bool { Manifest.read(in: output) != nil }

    /// Renders what changes and swaps the whole site in.
    ///
    /// - Parameters:
    ///   - edition: tonight's, already in the archive of `transaction`.
    ///   - health: the report of the run.
    ///   - redactor: knows what no file may hold.
    ///   - transaction: where earlier editions are remembered.
    /// - Returns: what publishing did.
    /// - Throws: what the store or the disk says; the site is then as it was.
    func publish(
        _ edition: Edition, health: HealthReport, _ redactor: Redactor, from transaction: RunTransaction
    ) throws -> SitePublisher.Published {
        let archive = try transaction.archive()
        let dates = archive.map(\.date)
        // Pages that were made before a secret was known may hold it.
        let fingerprint = renderer.fingerprint(of: site) + redactor.mark
        let plan = RenderPlan(archive: dates, current: edition.date, fingerprint: fingerprint, output: output)
        let earlier = try transaction.editions(of: plan.needed.filter { $0 != edition.date })
        var publication = publication(health, editions: [edition] + earlier, archive: archive)
        publication.rendered = plan.rendered
        publication.documented = plan.documented
        return try publisher.redacting(by: redactor).publish(
            renderer.parts(of: publication), keeping: Set(dates), fingerprint: fingerprint)
    }

    /// Renews alone what shows the health of the sources.
    func publishHealth(_ health: HealthReport, _ redactor: Redactor, from transaction: RunTransaction) throws {
        let archive = try transaction.archive()
        let recent = archive.prefix(Publication.editionsInFeeds).map(\.date)
        let publication = publication(health, editions: try transaction.editions(of: recent), archive: archive)
        _ = try publisher.redacting(by: redactor).replace(renderer.healthParts(of: publication))
    }

    private func publication(
        _ health: HealthReport, editions: [Edition], archive: [ArchiveEntry]
    ) -> Publication {
        Publication(
            site: site, editions: editions, archive: archive, health: health, generated: health.generated,
            reaches: reaches)
    }
}

extension Settings {
    /// Where the addresses of a source's items may lead.
    fileprivate func reach(of source: Source) -> HostReach {
        HostReach(ofSourceAt: source.provider.address, allowsPrivate: network.allowsPrivate)
    }
}
