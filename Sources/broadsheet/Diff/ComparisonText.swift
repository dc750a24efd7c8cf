import NewsModel
import Newsroom
import WebText

/// A comparison of two editions in lines for a person.
struct ComparisonText {
    let comparison: EditionComparison

    var lines: [StyledText] {
        let parts = [
            stories("New", .new, .good), stories("Moved", .moved, .doubtful), stories("Gone", .gone, .quiet), sources,
        ]
        return [StyledText(heading)] + parts.filter { !$0.isEmpty }.flatMap { [StyledText("")] + $0 }
    }

    private var heading: String {
        let (before, after) = (comparison.before, comparison.after)
        let counts = EditionComparison.Kind.allCases.map { "\(comparison.count(of: $0)) \($0.rawValue)" }
        let stories = "\(before.clusters.count.of("story", "stories")) → \(after.clusters.count)"
        let changed = comparison.sources.count
        let sources = changed.of("source") + " ended otherwise"
        return "\(before.date) → \(after.date): \(stories); \(counts.joined(separator: ", ")); \(sources)."
    }

    private func stories(
        _ heading: String, _ kind: EditionComparison.Kind, _ style: StyledText.Style
    ) -> [StyledText] {
        let changes = comparison.stories.filter { $0.kind == kind }
        guard !changes.isEmpty else { return [] }
        return [StyledText(heading, style)] + changes.map { StyledText("  " + line($0)) }
    }

    private func line(_ change: EditionComparison.StoryChange) -> String {
        let ranks = [change.before, change.after].compactMap { $0.map { String($0.rank) } }.joined(separator: " → ")
        let sections = [change.before, change.after].compactMap { $0?.section }
        let section = sections.first == sections.last ? sections.first ?? "" : sections.joined(separator: " → ")
        let why = change.why.isEmpty ? "" : " – " + change.why.joined(separator: "; ")
        return PlainText.line("\(ranks)  \(change.title) (\(section))\(why)")
    }

    private var sources: [StyledText] {
        guard !comparison.sources.isEmpty else { return [] }
        return [StyledText("Sources")]
            + comparison.sources.map { change in
                StyledText("  \(change.id)  \(Self.words(change.before)) → \(Self.words(change.after))")
            }
    }

    private static func words(_ run: SourceHealth.RunOutcome?) -> String {
        guard let run else { return "not asked" }
        return run.outcome.isAnswer ? "\(run.outcome.rawValue) (\(run.items.of("item")))" : run.outcome.rawValue
    }
}
