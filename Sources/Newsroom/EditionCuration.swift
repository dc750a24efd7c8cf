import Curation
import Foundation
import NewsModel
import NewsStore
import Settings

/// Gathers what belongs to the edition of a run, and has it curated.
struct EditionCuration {
    let request: RunRequest
    let transaction: RunTransaction
    /// What earlier runs left behind.
    let memories: [SourceID: SourceMemory]
    /// One for every source of the configuration, in its order.
    let results: [SourceResult]
    /// The terms of the new stories' texts.
    let terms: [StoryID: DocumentTerms]
    /// Whether what is newest fills a first edition by far.
    let hasAmpleSupply: Bool

    private var settings: Settings { request.settings }
    private var sources: Set<SourceID> { Set(results.map(\.source.id)) }

    /// Reaches back until the edition is full, where it is a first one.
    /// - Throws: what the store says.
    func curated() throws -> CurationResult {
        var wanted = try wanted()
        var reaches = try transaction.reaches(settings.edition)[...]
        // What came in tonight fills no edition of the past.
        if hasAmpleSupply, wanted.now == request.now { reaches = reaches.prefix(1) }
        var curated: CurationResult
        repeat {
            wanted.stories = try candidates(beside: wanted.pinned, reach: reaches.popFirst() ?? nil)
            curated = Curator.curated(for: wanted)
        } while !reaches.isEmpty && curated.edition.clusters.count < settings.edition.stories
        try count(in: &curated.edition)
        try transaction.addContents(to: &curated.edition)
        return curated
    }

    /// All that decides what the edition holds, but for the stories.
    private func wanted() throws -> CurationRequest {
        let date = request.editionDate
        let reach = Int((settings.edition.maxWindow.seconds / 86_400).rounded(.up)) + 1
        let first = date.adding(days: -reach)
        let earlier = try transaction.archive().map(\.date).filter { $0 < date && $0 >= first }
        var wanted = CurationRequest(
            date: date, now: try transaction.instantOfEdition(), stories: [],
            sources: results.map { SourceTraits($0.source, title: $0.title, home: home(of: $0)) })
        wanted.edition = settings.edition
        wanted.ranking = settings.ranking
        wanted.language = settings.site.language
        wanted.sections = settings.sections
        wanted.pinned = request.isFresh ? nil : try transaction.edition(of: date)
        wanted.earlier = try transaction.editions(of: earlier)
        wanted.latecomers = try latecomers(from: first)
        wanted.terms = terms
        return wanted
    }

    /// Says how many sources were asked and how many answered: those of this run, unless it asks only some, or nobody, for an
    /// edition that there is already.
    private func count(in edition: inout Edition) throws {
        if !request.asksAll, let before = try transaction.edition(of: edition.date) {
            (edition.sourcesAsked, edition.sourcesAnswered) = (before.sourcesAsked, before.sourcesAnswered)
            return
        }
        edition.sourcesAsked = results.count { $0.report.outcome != .skipped }
        edition.sourcesAnswered = results.count { $0.report.outcome.isAnswer }
    }

    /// Where a source is at home, by what it was before this run: of a new one this run's stories count.
    private func home(of result: SourceResult) -> SourceHome {
        let before = memories[result.source.id]
        return SourceHome(
            of: result.source, site: result.memory.site, hosts: before?.hosts ?? [:], since: before?.firstAnswered)
    }

    /// What belongs to the edition: of sources that were taken out of the configuration, only what it tells already.
    private func candidates(beside pinned: Edition?, reach: Duration?) throws -> [Story] {
        let told = Set(pinned?.clusters.flatMap(\.stories).map(\.id) ?? [])
        var stories = try transaction.candidates(settings.edition, reach: reach)
        let sources = sources
        stories.removeAll { !sources.contains($0.source) && !told.contains($0.id) }
        return stories
    }

    private func latecomers(from first: EditionDate) throws -> [Edition.LeftOut] {
        let sources = sources
        return try transaction.latecomers(from: first).filter { sources.contains($0.story.source) }
    }
}
