import Curation
import Foundation
import NewsModel
import NewsStore
import Settings
import WebText

/// Why a story is not on a page, in sentences that say what to do.
struct AbsenceText {
    let settings: Settings

    func sentences(_ leftOut: Edition.LeftOut, rivals: [Cluster]) -> [String] {
        reasons(leftOut, rivals) + [cause(of: leftOut)].compactMap { $0 }
    }

    /// The source by whose evidence it was left out, where that is another than its own.
    private func cause(of leftOut: Edition.LeftOut) -> String? {
        guard let cause = leftOut.cause, cause != leftOut.story.source else { return nil }
        return switch leftOut.reason {
        case .told: "What `\(cause)` told shows it."
        case .muted: "Most of the publishers that tell it have such a word, `\(cause)` among them."
        case .filtered, .perSource, .perPublisher, .perSection, .stories, .repeated: "Caused by `\(cause)`."
        }
    }

    private func reasons(_ leftOut: Edition.LeftOut, _ rivals: [Cluster]) -> [String] {
        switch leftOut.reason {
        case .muted: [mutedWord(leftOut)]
        case .repeated:
            leftOut.detail == "0"
                ? [
                    "It stands under an address of another source's, or only links to it, whose own telling is not shown."
                ]
                : [
                    "Its source, `\(leftOut.story.source)`, tells the same story more than \(leftOut.detail) times; "
                        + "more of them are not shown."
                ]
        case .filtered: ["Filtered: \(leftOut.detail) (`only` and `skip` of the source)."]
        case .perSource: cap("per-source", leftOut, rivals)
        case .perPublisher: cap("per-publisher", leftOut, rivals)
        case .perSection: cap("per-section", leftOut, rivals)
        case .stories: cap("stories", leftOut, rivals)
        case .told:
            [
                "It joined what was told on \(leftOut.detail), which has not grown enough since to return as an update: "
                    + "the publishers that joined must weigh at least as much as those that told it, and at least 2."
            ]
        }
    }

    /// The muted word, and who holds it where the story shows none.
    private func mutedWord(_ leftOut: Edition.LeftOut) -> String {
        let (word, story) = (leftOut.detail, leftOut.story)
        let sentence = "The word “\(word)” is muted (`ranking: mute`)"
        let texts = [story.title, story.summary?.source ?? "", story.content?.source ?? ""]
        let isHere = texts.contains { $0.range(of: word, options: [.caseInsensitive, .diacriticInsensitive]) != nil }
        let isOfAnother = leftOut.cause.map { $0 != story.source } ?? false
        return isHere || isOfAnother
            ? sentence + "." : sentence + "; another telling of the same story by `\(story.source)` holds it."
    }

    /// What fills the cap, and by how much the story fell short.
    private func cap(_ key: String, _ leftOut: Edition.LeftOut, _ rivals: [Cluster]) -> [String] {
        var lines = ["Capped: the edition holds \(leftOut.detail) already (`edition: \(key)`)."]
        if let last = rivals.last {
            lines.append(
                "Its score is \(Figures.significant(leftOut.score)), before variety; the last of those that fill the cap, "
                    + "“\(last.lead.title)” (\(last.lead.source)), has \(Figures.significant(last.score)).")
        }
        return lines
    }

    func sentences(_ absence: Absence, of story: Story) -> [String] {
        let dated = "It is dated \(text(story.dated))"
        return switch absence {
        case .notYet:
            ["It was first seen after the newest edition was built; the next run judges it."]
        case .tooOld(let date, let reach):
            [
                "\(dated), and the edition of \(date) reached back to \(text(reach)) "
                    + "(`edition: window` and `max-window`)."
            ]
        case .backCatalogue(let date, let since):
            [
                "\(dated), and its source was new on \(date): of a new source only what is dated after the edition "
                    + "before counts, here \(text(since)), so that it does not dump its back catalogue."
            ]
        case .passedOver(let date):
            [isConfigured(story) ? Self.rebuilt(date) : Self.removed(story.source)]
        }
    }

    private static func rebuilt(_ date: EditionDate) -> String {
        "It belonged to the edition of \(date), which was built without it; `broadsheet run --no-fetch --date \(date)` "
            + "builds that again."
    }

    private static func removed(_ source: SourceID) -> String {
        "Its source, `\(source)`, is not in the configuration (any more)."
    }

    private func text(_ instant: Date) -> String { LocalClock(in: settings.site.timeZone).text(instant) }

    private func isConfigured(_ story: Story) -> Bool { settings.sources.contains { $0.id == story.source } }
}
