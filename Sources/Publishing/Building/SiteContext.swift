internal import Foundation
internal import NewsModel
internal import Parallelism
import WebText

/// What all pages and feeds of one rendering share.
struct SiteContext: Sendable {
    let publication: Publication
    let words: Words
    let clock: SiteClock
    let identity: SiteIdentity
    /// Newest first.
    let editions: [Edition]
    let excerpts: [EditionDate: Excerpts]
    /// Where each story of the editions at hand was told, to link an update to it.
    private let anchors: [EditionDate: [StoryID: String]]
    private let archived: [EditionDate]
    /// The sections of the newest editions and of the sources, in the order of the newest edition's page.
    let sections: [SectionPlace]
    /// The sources that have a page: those of which the newest editions tell something.
    let pagedSources: [SourceHealth]
    private let sourcePages: [SourceID: String]
    /// The newest editions' stories of each source, by edition: as leads, or as if they stood alone.
    let tellings: [SourceID: [EditionDate: [Cluster]]]
    let nextEdition: NextEdition?
    /// ``written(_:of:)`` of the newest editions' clusters, and their entries, by their leads: each stands on several
    /// pages and in several feeds.
    private var stories: [EditionDate: [StoryID: StoryView]] = [:]
    private var entries: [EditionDate: [StoryID: FeedEntry]] = [:]

    init(_ publication: Publication, templates: TemplateSet) {
        self.publication = publication
        precondition(publication.site.language == templates.words.language, "the templates speak another language")
        words = templates.words
        clock = SiteClock(words: words, zone: publication.site.timeZone)
        identity = SiteIdentity(publication.site)
        editions = publication.editions.sorted { $0.date > $1.date }.map(publication.screened)
        excerpts = Dictionary(editions.map { ($0.date, Excerpts($0)) }) { first, _ in first }
        archived = publication.archive.map(\.date).sorted()
        let recent = editions.prefix(Publication.editionsInFeeds)
        let newest = recent.prefix(1).flatMap(\.sections).map(\.name)
        let older = recent.dropFirst().flatMap(\.sections).map(\.name)
        sections = SectionPlace.all(newest + publication.health.sources.map(\.section) + older)
        let tellings = Self.tellings(in: recent)
        self.tellings = tellings
        pagedSources = publication.health.sources.filter { tellings[$0.report.source] != nil }
        sourcePages = Dictionary(pagedSources.map { ($0.report.source, Self.path(of: $0.report.source)) }) { first, _ in
            first
        }
        nextEdition = NextEdition(after: publication.archive, in: publication.site.timeZone)
        anchors = Dictionary(
            editions.map { edition in
                let pairs = edition.clusters.flatMap { cluster in
                    cluster.stories.map { ($0.id, Self.anchor(of: cluster)) }
                }
                return (edition.date, Dictionary(pairs) { first, _ in first })
            }, uniquingKeysWith: { first, _ in first })
        let context = self
        for edition in recent {
            stories[edition.date] = Self.byLead(edition) { cluster, _ in context.written(cluster, of: edition) }
            entries[edition.date] = Self.byLead(edition) { FeedEntry($0, $1, of: edition, context) }
        }
    }

    /// Who is not the lead of a cluster tells it as if alone; the lead keeps who else has it.
    private static func tellings(in editions: some Sequence<Edition>) -> [SourceID: [EditionDate: [Cluster]]] {
        var found: [SourceID: [EditionDate: [Cluster]]] = [:]
        for edition in editions {
            for cluster in edition.sections.lazy.flatMap(\.clusters) {
                let lead = cluster.lead.source
                found[lead, default: [:]][edition.date, default: []].append(cluster)
                for story in cluster.also where story.source != lead {
                    let alone = Cluster(lead: story, score: 0, explanation: Explanation())
                    found[story.source, default: [:]][edition.date, default: []].append(alone)
                }
            }
        }
        return found
    }

    var site: SitePolicy { publication.site }

    /// Those that the feeds and the pages of sections and sources reach back to, newest first.
    var recent: ArraySlice<Edition> { editions.prefix(Publication.editionsInFeeds) }

    func place(ofSection name: String) -> SectionPlace? {
        let name = PlainText.line(name)
        return sections.first { $0.name == name }
    }

    /// The page of a source, below the root; `nil` for one that has none.
    func page(of source: SourceID) -> String? {
        sourcePages[source]
    }

    static let sourceFolder = "source/"

    /// The name of a source is one for a folder by the rules of the configuration; what else it holds becomes a dash.
    static func path(of source: SourceID) -> String {
        let bytes = source.rawValue.utf8.prefix(80).map { byte in
            byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") ? byte : SiteIdentity.safe(byte)
        }
        let name = String(decoding: bytes, as: UTF8.self)
        return sourceFolder + "\(name.hasPrefix(".") || name.isEmpty ? "s" + name : name).html"
    }

    static func anchor(of cluster: Cluster) -> String { "s-" + SiteIdentity.safe(cluster.lead.id.rawValue) }

    /// Where the page of an edition stands below the root.
    static func page(of date: EditionDate) -> String { date.path + "/index.html" }

    func has(_ date: EditionDate) -> Bool { archived.contains(date) || editions.contains { $0.date == date } }

    func previous(of date: EditionDate) -> EditionDate? { archived.last { $0 < date } }

    func next(of date: EditionDate) -> EditionDate? { archived.first { $0 > date } }

    /// The path, below the root, of the place where a cluster that returns was told before; `nil` where that edition
    /// is no longer on the site.
    func earlierPlace(of cluster: Cluster) -> String? {
        guard let date = cluster.updates, has(date) else { return nil }
        let anchor = cluster.stories.lazy.compactMap { anchors[date]?[$0.id] }.first
        return Self.page(of: date) + (anchor.map { "#" + $0 } ?? "")
    }

    /// What a story's outlet is called: the publisher that an aggregator names, else the source.
    func outlet(of story: Story, in edition: Edition) -> String {
        let source = PlainText.name(edition.sourceTitles[story.source] ?? story.source.rawValue)
        guard let publisher = story.publisher.map(PlainText.name), !publisher.isEmpty, publisher != source else {
            return source
        }
        return words.phrase("outlet.via", ["publisher": publisher, "source": source])
    }

    /// What `make` makes of each cluster of an edition and the name of its section, on all cores.
    private static func byLead<Value: Sendable>(
        _ edition: Edition, _ make: @Sendable (Cluster, String) -> Value
    ) -> [StoryID: Value] {
        let clusters = edition.sections.flatMap { section in section.clusters.map { ($0, section.name) } }
        let made = Parallel.map(clusters.count, inPiecesOf: 8) { make(clusters[$0].0, clusters[$0].1) }
        return Dictionary(zip(clusters.map(\.0.lead.id), made)) { first, _ in first }
    }

    func entry(_ cluster: Cluster, _ section: String, of edition: Edition) -> FeedEntry {
        entries[edition.date]?[cluster.lead.id] ?? FeedEntry(cluster, section, of: edition, self)
    }

    func story(_ cluster: Cluster, of edition: Edition) -> StoryView {
        stories[edition.date]?[cluster.lead.id] ?? written(cluster, of: edition)
    }

    /// The language of a story where it is known and is not the site's.
    func foreignLanguage(of story: Story) -> String? {
        guard let language = story.language.flatMap(LanguageTag.known),
            language.lowercased().split(separator: "-").first != site.language.lowercased().split(separator: "-").first
        else { return nil }
        return language
    }
}
