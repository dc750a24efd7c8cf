import Foundation

/// All that the simulated press has said by one night: every outlet's articles, newest first.
///
/// What happens is a function of time and seed alone: whichever night asks, the story of a given day is the same one,
/// told by the same outlets at the same minutes. So a later night finds the earlier one's stories in the back catalogue.
struct Press: Sendable {
    private let articlesBySource: [String: [Article]]

    /// How far back feeds reach.
    private static let days = 5
    private static let mostEntries = 24

    init(_ sources: [SimulatedSource], night: Night, storybook: Storybook = .standard) {
        let newsdesk = Newsdesk(sources: sources, seed: night.seed, storybook: storybook)
        let reports = ((night.day - Self.days)...night.day).flatMap { newsdesk.reports(on: $0) }
            .filter { $0.published <= night.now }
        let bySource = Dictionary(grouping: reports, by: \.source)
        articlesBySource = Dictionary(
            uniqueKeysWithValues: sources.map { source in
                let writer = Writer(source: source, night: night, storybook: storybook)
                return (source.id, Array(writer.articles(bySource[source.id] ?? []).prefix(Self.mostEntries)))
            })
    }

    func articles(of source: SimulatedSource) -> [Article] {
        articlesBySource[source.id] ?? []
    }
}

/// That one outlet tells one story at one time.
struct Report: Sendable, Hashable {
    let source: String
    let template: StoryTemplate
    let filling: Filling
    let stage: Int
    /// Which of the story's wordings is used; outlets with the same one print the same agency copy.
    let wording: Int
    let isAgencyCopy: Bool
    let published: Date
}
