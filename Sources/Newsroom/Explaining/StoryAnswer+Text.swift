package import Curation
import NewsModel
import NewsStore
import Publishing
package import Settings
import WebText

extension StoryAnswer {
    /// The answer for a person, in lines without anything that a terminal could take for a command.
    package func text(_ query: StoryQuery, _ settings: Settings) -> String {
        let lines =
            switch self {
            case .one(let finding): FindingText(settings: settings).lines(finding)
            case .several(let findings, let more): Self.list(findings, more: more, query)
            case .none(let unknown): UnknownText(settings: settings).lines(unknown, query)
            }
        return lines.map(Self.shown).joined(separator: "\n")
    }

    /// What a source wrote may hold anything, ends of lines and commands to a terminal too.
    private static func shown(_ line: String) -> String {
        PlainText.scalars(line.split(whereSeparator: \.isNewline).joined(separator: " "))
    }

    private static func list(_ findings: [StoryFinding], more: Int, _ query: StoryQuery) -> [String] {
        let rows = findings.flatMap { finding in
            ["", "  “\(finding.story.title)” (\(finding.outlet))", "    \(finding.story.id)  \(finding.brief)"]
        }
        let rest = more > 0 ? ["", "  … and \(more) more"] : []
        return ["\(findings.count + more) stories match “\(query.text)”; ask for one by its id:"] + rows + rest
    }
}

extension StoryFinding {
    /// Where it stands, in a few words.
    var brief: String {
        switch standing {
        case .told(let place, let date, _):
            place.cluster.lead.id == story.id
                ? "no. \(place.place) of \(place.section), \(date)"
                : "under no. \(place.place) of \(place.section), \(date)"
        case .forgotten(let date): "told on \(date)"
        case .leftOut(let leftOut, let date, _): "left out of \(date): \(leftOut.reason.rawValue)"
        case .absent: "in no edition"
        }
    }
}
