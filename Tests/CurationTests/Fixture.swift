import Curation
import Foundation
import NewsModel

/// The evening on which all tests take place.
let evening = Date(timeIntervalSince1970: 1_780_000_000)

extension Document {
    /// A document that is `age` hours old; its address is made of its source and id.
    static func made(
        _ id: String, _ title: String, source: String? = nil, age: Double? = 1, summary: String = "",
        key: String? = nil, links: [String] = [], weight: Double = 1, isAgencyCopy: Bool = false
    ) -> Document {
        let source = source ?? "paper-\(id)"
        return Document(
            id: id, key: key ?? "\(source).example/story/\(id)", title: title, summary: summary,
            published: age.map { evening.addingTimeInterval(-$0 * 3600) }, source: source, names: [source],
            links: links, weight: weight, isAgencyCopy: isAgencyCopy)
    }
}

extension Story {
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
            link: link, title: title, published: seen, firstSeen: seen, summary: summary.map { Markup(.text, $0) },
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
        return CurationRequest(
            date: EditionDate(evening, in: .gmt), now: evening, stories: stories, sources: sources + others,
            edition: edition, ranking: ranking, sections: sections, pinned: pinned, earlier: earlier)
    }
}

extension Edition {
    /// The titles of the leads in reading order.
    var titles: [String] { clusters.map(\.lead.title) }

    func leftOut(_ title: String) -> LeftOut? { leftOut.first { $0.story.title == title } }
}

/// The documents' groups as sets of ids.
func grouped(_ documents: [Document], _ policy: RankingPolicy.Clustering = .normal) -> Set<Set<String>> {
    Set(Clustering.groups(of: documents, policy: policy).map { Set($0.members.map { documents[$0].id }) })
}
