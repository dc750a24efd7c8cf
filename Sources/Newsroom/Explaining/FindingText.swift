import Curation
import Foundation
import NewsModel
import NewsStore
import Settings
import WebText

/// One finding in lines for a person.
struct FindingText {
    let settings: Settings

    func lines(_ finding: StoryFinding) -> [String] {
        head(finding) + [""] + standing(finding) + elsewhere(finding)
    }

    private func head(_ finding: StoryFinding) -> [String] {
        let story = finding.story
        let published = story.published.map { "published \(text($0))" } ?? "without a date"
        return [
            "“\(story.title)” (\(finding.outlet))", story.link.isEmpty ? "without an address" : story.link,
            "\(story.id) · \(published) · first seen \(text(story.firstSeen))",
        ]
    }

    private func text(_ instant: Date) -> String { RFC3339.text(instant, in: settings.site.timeZone) }

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

    private func told(_ finding: StoryFinding, _ place: Whereabouts, _ date: EditionDate, _ page: String) -> [String] {
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
        return ["", "Also covered by"] + cluster.also.map { "  “\($0.title)” (\($0.source)) \($0.link)".trimmed }
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
