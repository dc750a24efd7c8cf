import Foundation
import NewsModel
import WebText

/// What all pages and feeds of one rendering share.
struct SiteContext: Sendable {
    let publication: Publication
    let templates: TemplateSet
    let dates: DateFormat
    let identifiers: FeedIdentifiers
    /// Newest first.
    let editions: [Edition]
    /// Those of a date that has not come, to which nothing leads.
    let editionsAhead: [Edition]
    let excerpts: [EditionDate: Excerpts]
    let openings: OpeningWords
    /// The anchors of the stories of the editions at hand, to link an update to where it was published before.
    private let anchors: [EditionDate: [StoryID: String]]
    /// Every edition that something leads to, newest first.
    let archive: [ArchiveEntry]
    private let archived: [EditionDate]
    /// The sections of the newest editions and of the sources, in the order of the newest edition's page.
    let sections: [SectionPlace]
    /// The sources that have a page: those of which the newest editions publish something.
    let pagedSources: [SourceHealth]
    private let sourcePages: [SourceID: String]
    /// The newest editions' clusters of each source, by edition: those that it leads, and its stories in others as
    /// clusters of their own.
    let clustersBySource: [SourceID: [EditionDate: [Cluster]]]
    let nextEdition: NextEdition?

    init(_ publication: Publication, templates: TemplateSet) {
        precondition(publication.site.language == templates.words.language, "the templates are in another language")
        self.publication = publication
        self.templates = templates
        dates = DateFormat(words: templates.words, zone: publication.site.timeZone)
        identifiers = FeedIdentifiers(publication.site)
        let all = publication.editions.sorted { $0.date > $1.date }.map(publication.withoutPrivateAddresses)
        let isShown = { (date: EditionDate) in publication.lastDate.map { date <= $0 } ?? true }
        editions = all.filter { isShown($0.date) }
        editionsAhead = all.filter { !isShown($0.date) }
        let openings = OpeningWords(templates.files)
        excerpts = Dictionary(all.map { ($0.date, Excerpts($0, openings, language: publication.site.language)) }) {
            first, _ in first
        }
        self.openings = openings
        archive = publication.archive.filter { isShown($0.date) }.sorted { $0.date > $1.date }
        archived = archive.map(\.date).reversed()
        let recent = editions.prefix(Publication.editionsInFeeds)
        let newest = recent.prefix(1).flatMap(\.sections).map(\.name)
        let older = recent.dropFirst().flatMap(\.sections).map(\.name)
        sections = SectionPlace.all(newest + publication.health.sources.map(\.section) + older)
        let clustersBySource = Self.clustersBySource(in: recent)
        self.clustersBySource = clustersBySource
        pagedSources = publication.health.sources.filter { clustersBySource[$0.report.source] != nil }
        sourcePages = Dictionary(pagedSources.map { ($0.report.source, SitePaths.source($0.report.source)) }) {
            first, _ in
            first
        }
        nextEdition = NextEdition(after: archive, in: publication.site.timeZone)
        anchors = Dictionary(
            all.map { edition in
                let pairs = edition.clusters.flatMap { cluster in
                    cluster.stories.map { ($0.id, SitePaths.anchor(of: cluster)) }
                }
                return (edition.date, Dictionary(pairs) { first, _ in first })
            }, uniquingKeysWith: { first, _ in first })
    }

    private static func clustersBySource(in editions: some Sequence<Edition>) -> [SourceID: [EditionDate: [Cluster]]] {
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

    var words: Words { templates.words }

    var siteTitle: String { PlainText.line(site.title) }

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

    func has(_ date: EditionDate) -> Bool { archived.contains(date) || editions.contains { $0.date == date } }

    func previous(of date: EditionDate) -> EditionDate? { archived.last { $0 < date } }

    func next(of date: EditionDate) -> EditionDate? { archived.first { $0 > date } }

    /// The path of the page, with the fragment, where a cluster that returns was published before; `nil` where that
    /// edition is no longer on the site.
    func earlierPlace(of cluster: Cluster) -> String? {
        guard let date = cluster.updates, has(date) else { return nil }
        let anchor = (cluster.stories.map(\.id) + cluster.earlierTellings).lazy.compactMap { anchors[date]?[$0] }.first
        return SitePaths.edition(date) + (anchor.map { "#" + $0 } ?? "")
    }

    /// What a story's outlet is called: the publisher that an aggregator names, else the source.
    func outlet(of story: Story, in edition: Edition) -> String {
        if let publisher = story.publisher.map(PlainText.name), !publisher.isEmpty { return publisher }
        return PlainText.name(edition.sourceTitles[story.source] ?? story.source.rawValue)
    }

    /// The language of a story where it is known and is not the site's.
    func foreignLanguage(of story: Story) -> String? {
        guard let language = story.language.flatMap(LanguageTag.known),
            language.lowercased().split(separator: "-").first != site.language.lowercased().split(separator: "-").first
        else { return nil }
        return language
    }
}
