package import Curation
import Foundation
import NewsModel
import NewsStore
package import Settings

extension StoryAnswer {
    /// The answer as a JSON document in UTF-8.
    package func json(_ query: StoryQuery, _ settings: Settings) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        // Scores are products of what the user wrote, and could be anything.
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        let document = AnswerDocument(self, query: query, texts: AbsenceText(settings: settings))
        // Nothing in it can fail to encode.
        return String(decoding: (try? encoder.encode(document)) ?? Data(), as: UTF8.self)
    }
}

/// `explain --json`.
private struct AnswerDocument: Encodable {
    let query: String
    /// One for a story that was found, several where more than one matches, none where nothing does.
    var found: [FindingDocument] = []
    var more: Int?
    var nearest: [Name]?
    var failedSources: [Trouble]?

    struct Name: Encodable {
        let id: StoryID
        let title: String
    }

    struct Trouble: Encodable {
        let source: SourceID
        let outcome: Outcome
    }

    init(_ answer: StoryAnswer, query: StoryQuery, texts: AbsenceText) {
        self.query = query.text
        switch answer {
        case .one(let finding): found = [FindingDocument(finding, texts: texts)]
        case .several(let findings, let more):
            found = findings.map { FindingDocument($0, texts: texts) }
            self.more = more
        case .none(let unknown):
            nearest = unknown.nearest.map { Name(id: $0.id, title: $0.title) }
            failedSources = unknown.failed.map { Trouble(source: $0.source, outcome: $0.outcome) }
        }
    }
}
