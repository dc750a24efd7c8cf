/// A story with holes in it: headlines and summaries by several hands, over one or more days.
struct StoryTemplate: Sendable, Hashable {
    let id: String
    let section: SimulatedSource.Section
    /// What its own holes can be filled with.
    var choices: [String: Choice] = [:]
    /// One for each day that the story is told on, the first day's first.
    var stages: [Stage] = [Stage()]

    struct Stage: Sendable, Hashable {
        var headlines: [String] = []
        var summaries: [String] = []
        var paragraphs: [String] = []
    }

    enum Choice: Sendable, Hashable {
        case words([String])
        case number(ClosedRange<Int>, step: Int)
    }

    /// Everybody tells it; a story with one headline is one outlet's own.
    var isGreat: Bool { stages[0].headlines.count > 1 }
    var isDeveloping: Bool { stages.count > 1 }
}

extension StoryTemplate.Choice {
    /// Reads `3-9`, `100-900/50` (in steps of 50) or `one thing | another`.
    init(_ text: some StringProtocol) {
        let parts = text.split(separator: "/")
        let bounds = (parts.first ?? "").split(separator: "-").compactMap { Int($0) }
        let step = parts.count == 2 ? Int(parts[1]) : 1
        if bounds.count == 2, parts.count <= 2, let step, bounds[0] <= bounds[1] {
            self = .number(bounds[0]...bounds[1], step: step)
        } else {
            self = .words(text.split(separator: "|").map { $0.trimmed })
        }
    }
}
