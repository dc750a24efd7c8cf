package import Curation
import Foundation
import NewsModel
import NewsStore
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

/// One finding in lines for a person.
struct FindingText {
    let settings: Settings

    func lines(_ finding: StoryFinding) -> [String] {
        head(finding) + [""] + standing(finding) + elsewhere(finding)
    }

    private func head(_ finding: StoryFinding) -> [String] {
        let story = finding.story
        let clock = LocalClock(in: settings.site.timeZone)
        let published =
            story.published.map { "published \(clock.text($0))" }
            ?? "without a date that says when it was published, so that it counts as of when it was first seen"
        return [
            "“\(story.title)” (\(finding.outlet))", story.link?.text ?? "without an address",
            "\(story.id) · \(published) · first seen \(clock.text(story.firstSeen))",
        ]
    }

    private func standing(_ finding: StoryFinding) -> [String] {
        let absence = AbsenceText(settings: settings)
        switch finding.standing {
        case .told(let place, let date, let page): return told(finding, place, date, page)
        case .forgotten(let date):
            return missing(finding) + ["It was told on \(date), in an edition that is no longer kept."]
        case .leftOut(let leftOut, let date, let rivals):
            let elsewhere = finding.missingFrom == nil ? [] : missing(finding)
            return elsewhere + ["It was left out of the edition of \(date)."]
                + absence.sentences(leftOut, rivals: rivals)
        case .absent(let reason):
            return ["It stands in no edition."] + absence.sentences(reason, of: finding.story)
        }
    }

    private func missing(_ finding: StoryFinding) -> [String] {
        finding.missingFrom.map { ["It is not in the edition of \($0)."] } ?? []
    }

    private func told(_ finding: StoryFinding, _ place: EditionPosition, _ date: EditionDate, _ page: String)
        -> [String]
    {
        let cluster = place.cluster
        let told = finding.missingFrom.map { "It is not in the edition of \($0), since it was told on \(date)" }
        let isLead = cluster.lead.id == finding.story.id
        let under = isLead ? "" : " under \(Self.name(cluster)), which leads"
        let stands = "\(told ?? "In the edition of \(date)"): no. \(place.place) of \(place.section)\(under)."
        let above = place.above.map {
            "Above it stands \(Self.name($0)) with \(Figures.significant($0.score))."
        }
        return [stands, page, "", "Score \(Figures.significant(cluster.score))"] + factors(of: cluster)
            + [above].compactMap { $0 } + tellings(of: cluster) + notes(of: cluster)
    }

    private static func name(_ cluster: Cluster) -> String { "“\(cluster.lead.title)” (\(cluster.lead.source))" }

    private func factors(of cluster: Cluster) -> [String] {
        let factors = cluster.explanation.factors
        let (names, figures) = (Self.padded(factors.map(\.name)), Self.padded(factors.map(\.figure)))
        return factors.indices.map { place in
            "  \(factors[place].isPush ? "↓" : "·") \(names[place])  × \(figures[place])  \(factors[place].reason)"
        }
    }

    private static func padded(_ texts: [String]) -> [String] {
        let width = texts.map(\.count).max() ?? 0
        return texts.map { $0 + String(repeating: " ", count: width - $0.count) }
    }

    private func tellings(of cluster: Cluster) -> [String] {
        guard !cluster.also.isEmpty else { return [] }
        return ["", "Also covered by"]
            + cluster.also.map { "  “\($0.title)” (\($0.source)) \($0.link?.text ?? "")".trimmed }
    }

    private func notes(of cluster: Cluster) -> [String] {
        let notes = cluster.explanation.notes
        return notes.isEmpty ? [] : ["", "Decided by"] + notes.map { "  \($0)" }
    }

    private func elsewhere(_ finding: StoryFinding) -> [String] {
        finding.toldElsewhere.sorted { $0.key < $1.key }.map { date, page in
            "It was also told on \(date)" + (page.map { ": \($0)" } ?? ", in an edition that is no longer kept.")
        }
    }
}

extension Explanation.Factor {
    /// Whether it pushes the cluster down.
    var isPush: Bool { value < 1 }

    /// Two decimals, or as many as a small figure needs to be seen.
    var figure: String { Figures.significant(value) }
}

/// What to say where nothing matches: the nearest things to look at, and to do.
struct UnknownText {
    let settings: Settings

    func lines(_ unknown: StoryUnknown, _ query: StoryQuery) -> [String] {
        var lines = ["No remembered story matches “\(query.text)”."]
        if !unknown.nearest.isEmpty {
            lines += ["The nearest:"] + unknown.nearest.map { "  “\($0.title)”  \($0.id)" }
        }
        if let key = query.key { lines.append(aboutAddress(key, unknown)) }
        if !unknown.failed.isEmpty {
            let names = unknown.failed.map { "\($0.source) (\($0.outcome.rawValue))" }.joined(separator: ", ")
            lines.append("What these sources had is not known, since they failed when they were last asked: \(names).")
        }
        switch settings.edition.window {
        case .auto:
            lines.append(
                "Items dated more than \(Figures.hours(settings.edition.maxWindow.seconds)) before they are first read "
                    + "are not remembered (`edition: max-window`).")
        case .last: break
        }
        return lines
    }

    private func aboutAddress(_ key: String, _ unknown: StoryUnknown) -> String {
        let publisher = CanonicalURL.publisher(ofKey: key)
        guard let source = unknown.source else {
            return "No source of the configuration is read from \(publisher)."
        }
        guard unknown.failed.contains(where: { $0.source == source }) else {
            return "`\(source)` is read from \(publisher), and never listed it."
        }
        return "`\(source)` is read from \(publisher), and failed when it was last asked."
    }
}
