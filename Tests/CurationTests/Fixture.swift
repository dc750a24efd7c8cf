import Foundation
import NewsModel
import TestSupport
import WebText

@testable import Curation

/// The evening on which all tests take place.
let evening = Date(timeIntervalSince1970: 1_780_000_000)

extension Document {
    /// A document that is `age` hours old; its address is made of its source and id.
    static func made(
        _ id: String, _ title: String, source: String? = nil, age: Double? = 1, summary: String = "",
        key: String? = nil, links: [String] = [], weight: Double = 1, isAgencyCopy: Bool = false,
        language: String? = nil
    ) -> Document {
        let source = SourceID(rawValue: source ?? "paper-\(id)")
        let published = age.map { evening.addingTimeInterval(-$0 * 3600) }
        var story = Story(
            id: StoryID(rawValue: id), source: source, key: key ?? "\(source).example/story/\(id)", link: nil,
            title: title, published: published, firstSeen: evening)
        story.language = language
        return Document(
            story, traits: SourceTraits(id: source, weight: weight), published: published, names: [source.rawValue],
            terms: DocumentTerms(title: title, summary: summary, links: links, isAgencyCopy: isAgencyCopy))
    }

    var id: String { story.id.rawValue }
}

extension Story {
    /// Its link as text; empty where it has none.
    var address: String { link?.text ?? "" }

    /// A story that is `age` hours old and was first seen then.
    static func made(
        _ title: String, source: SourceID = "courier", age: Double = 1, link: String? = nil, summary: String? = nil,
        categories: [String] = [], points: Int? = nil, comments: Int? = nil
    ) -> Story {
        let slug = title.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
        let link = link ?? "https://\(source).example/\(slug)"
        let seen = evening.addingTimeInterval(-age * 3600)
        return Story(
            id: StoryID(rawValue: "\(source)/\(slug)"), source: source, key: CanonicalURL.key(of: link) ?? link,
            link: WebAddress(link), title: title, published: seen, firstSeen: seen,
            summary: summary.map { Markup(.text, $0) },
            categories: categories, points: points, comments: comments)
    }
}

extension CurationRequest {
    /// A request for the evening, with a source of weight 1 for each that the stories name and `sources` does not.
    static func made(
        _ stories: [Story], sources: [SourceTraits] = [], edition: EditionPolicy = EditionPolicy(),
        ranking: RankingPolicy = RankingPolicy(), sections: [SectionRule] = [], pinned: Edition? = nil,
        earlier: [Edition] = []
    ) -> CurationRequest {
        let named = Set(sources.map(\.id))
        let others = Set(stories.map(\.source)).subtracting(named).sorted().map { SourceTraits(id: $0) }
        var request = CurationRequest(
            date: EditionDate(evening, in: .gmt), now: evening, stories: stories, sources: sources + others)
        (request.edition, request.ranking, request.sections) = (edition, ranking, sections)
        (request.pinned, request.earlier) = (pinned, earlier)
        return request
    }
}

extension RecurringColumns {
    init(_ documents: [Document], headlines: [Headline]) {
        self.init(documents, titles: headlines.map(Title.init))
    }
}

extension SourceTraits {
    init(
        id: SourceID, title: String? = nil, weight: Double = 1, section: String = "News", only: [String] = [],
        skip: [String] = [], home: SourceHome = SourceHome()
    ) {
        self.init(id: id)
        self.title = title ?? id.rawValue
        self.weight = weight
        self.section = section
        self.only = only
        self.skip = skip
        self.home = home
    }
}

extension SourceHome {
    init(
        address: String? = nil, site: String? = nil, hosts: [String: Int] = [:], since: Date? = nil,
        namesPublishers: Bool = false
    ) {
        self.init()
        self.address = address
        self.site = site
        self.hosts = hosts
        self.since = since
        self.namesPublishers = namesPublishers
    }
}

extension Edition {
    /// The titles of the leads in reading order.
    var titles: [String] { clusters.map(\.lead.title) }

    func leftOut(_ title: String) -> LeftOut? { leftOut.first { $0.story.title == title } }
}

extension StoryID: ExpressibleByStringLiteral {
    package init(stringLiteral value: String) { self.init(rawValue: value) }
}

/// The clusters of documents.
func clusters(_ documents: [Document], _ policy: RankingPolicy.Clustering = .normal) -> [CandidateCluster] {
    Clustering.result(of: documents, policy: policy).clusters
}

/// The clusters as sets of ids.
func grouped(_ documents: [Document], _ policy: RankingPolicy.Clustering = .normal) -> Set<Set<String>> {
    Set(clusters(documents, policy).map { Set($0.documents.map(\.id)) })
}

extension Curator {
    static func edition(for request: CurationRequest) -> Edition { curated(for: request).edition }
}
