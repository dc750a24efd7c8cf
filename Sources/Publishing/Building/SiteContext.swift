internal import Foundation
internal import NewsModel

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

    init(_ publication: Publication, templates: TemplateSet) {
        self.publication = publication
        words = Words(language: publication.site.language, files: templates)
        clock = SiteClock(words: words, zone: publication.site.timeZone)
        identity = SiteIdentity(publication.site)
        editions = publication.editions.sorted { $0.date > $1.date }
        excerpts = Dictionary(editions.map { ($0.date, Excerpts($0)) }) { first, _ in first }
        archived = publication.archive.map(\.date).sorted()
        anchors = Dictionary(
            editions.map { edition in
                let pairs = edition.clusters.flatMap { cluster in
                    cluster.stories.map { ($0.id, Self.anchor(of: cluster)) }
                }
                return (edition.date, Dictionary(pairs) { first, _ in first })
            }, uniquingKeysWith: { first, _ in first })
    }

    var site: SitePolicy { publication.site }

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
        let source = PlainText.line(edition.sourceTitles[story.source] ?? story.source.rawValue)
        guard let publisher = story.publisher.map(PlainText.line), !publisher.isEmpty, publisher != source else {
            return source
        }
        return words.phrase("outlet.via", ["publisher": publisher, "source": source])
    }

    /// The language of a story where it is known and is not the site's.
    func foreignLanguage(of story: Story) -> String? {
        guard let language = story.language.flatMap(LanguageTag.known),
            language.lowercased().split(separator: "-").first != site.language.lowercased().split(separator: "-").first
        else { return nil }
        return language
    }
}
