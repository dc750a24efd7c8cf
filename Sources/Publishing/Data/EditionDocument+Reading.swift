package import Foundation
package import NewsModel
import WebText

extension EditionDocument {
    /// The edition that a file of ours holds.
    ///
    /// - Throws: ``PublishingError`` for bytes that are none, with what is wrong with them.
    package static func edition(from data: Data) throws(PublishingError) -> Edition {
        do {
            return try JSONDecoder().decode(Document.self, from: data).value()
        } catch {
            throw PublishingError("this is no edition of Broadsheet: \(reason(for: error))")
        }
    }

    private static func reason(for error: any Error) -> String {
        guard let error = error as? DecodingError else { return "\(error)" }
        switch error {
        case .keyNotFound(let key, _): return "“\(key.stringValue)” is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            return context.debugDescription
        @unknown default: return "it cannot be read"
        }
    }

    private struct Document: Decodable {
        struct Sources: Decodable {
            var asked: Int
            var answered: Int
            var titles: [String: String]
        }

        struct Section: Decodable {
            var name: String
            var clusters: [ClusterEntry]
        }

        var edition: EditionDate
        var generated: String
        var sources: Sources?
        var sections: [Section]
        var leftOut: [OmissionEntry]?

        func value() throws -> Edition {
            Edition(
                date: edition, generated: try instant(generated),
                sections: try sections.map { .init(name: $0.name, clusters: try $0.clusters.map { try $0.cluster() }) },
                omissions: try leftOut?.map { try $0.value() },
                sourceTitles: Dictionary(
                    uniqueKeysWithValues: (sources?.titles ?? [:]).map { (SourceID(rawValue: $0.key), $0.value) }),
                sourcesAsked: sources?.asked ?? 0, sourcesAnswered: sources?.answered ?? 0)
        }
    }

    private struct ClusterEntry: Decodable {
        struct Why: Decodable {
            var factors: [Explanation.Factor]
            var notes: [String]
        }

        var lead: StoryEntry
        var also: [StoryEntry]
        var score: Double
        var why: Why
        var updates: EditionDate?

        func cluster() throws -> Cluster {
            Cluster(
                lead: try lead.story(), also: try also.map { try $0.story() }, score: score,
                explanation: Explanation(factors: why.factors, notes: why.notes), updates: updates)
        }
    }

    private struct OmissionEntry: Decodable {
        struct LeftOutEntry: Decodable {
            var story: StoryEntry
            var detail: String
            var cause: SourceID?
            var score: Double
        }

        var reason: Edition.LeftOut.Reason
        var count: Int
        var causes: [SourceID]?
        var stories: [LeftOutEntry]

        func value() throws -> Omission {
            Omission(
                reason: reason, count: count,
                named: try stories.map {
                    .init(
                        story: try $0.story.story(), reason: reason, detail: $0.detail, score: $0.score,
                        cause: $0.cause)
                }, causes: causes ?? [])
        }
    }

    private struct StoryEntry: Decodable {
        var id: StoryID
        var title: String
        var url: String?
        var source: SourceID
        var key: String
        var published, updated: String?
        var firstSeen: String
        var authors, categories: [String]?
        var summary, content, image, language, discussion, publisher: String?
        var points, comments, rank: Int?

        func story() throws -> Story {
            guard id.isWhole else { throw PublishingError("“\(id)” is no id of a story") }
            return Story(
                id: id, source: source, key: key, link: url ?? "", title: title, published: try published.map(instant),
                updated: try updated.map(instant), firstSeen: try instant(firstSeen), authors: authors ?? [],
                summary: summary.map { Markup(.html, $0) }, content: content.map { Markup(.html, $0) },
                categories: categories ?? [], image: image, language: language, discussion: discussion,
                points: points, comments: comments, rank: rank, publisher: publisher)
        }
    }

    private static func instant(_ text: String) throws(PublishingError) -> Date {
        guard let date = RFC3339.date(text) else {
            throw PublishingError("“\(text)” is no time such as 2026-11-23T06:30:00Z")
        }
        return date
    }
}
