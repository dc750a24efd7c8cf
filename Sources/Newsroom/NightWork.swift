import Curation
import Fetching
import Foundation
import NewsModel
import NewsStore
import Publishing
import Settings
import WebText

/// What a night does besides asking, inside of one transaction: remember, curate, publish.
struct NightWork {
    private let request: RunRequest
    private let press: Press
    private let memories: [SourceID: SourceMemory]
    private let intake: Intake
    private let desk: HealthDesk
    private let sources: [SourceID: Source]

    /// The `redactor` knows the secrets of the request, and is made of them unless given.
    init(
        request: RunRequest, press: Press, memories: [SourceID: SourceMemory], intake: Intake, redactor: Redactor? = nil
    ) {
        let redactor = redactor ?? Redactor(secrets: request.settings.secrets)
        self.request = request
        self.press = press
        self.memories = memories
        self.intake = intake
        desk = HealthDesk(request: request, memories: memories, redactor: redactor)
        sources = Dictionary(request.settings.sources.map { ($0.id, $0) }) { first, _ in first }
    }

    private var settings: Settings { request.settings }

    /// Puts what one source gave into the store.
    func take(_ delivery: Delivery<Harvest>, into takings: inout Takings, in night: Night) throws {
        let id = delivery.report.source
        guard let source = sources[id] else { return }
        var visit = delivery.visit
        let learned = LearnedSecrets.all(of: visit, memories[id], source) + (delivery.matter?.learned ?? [])
        takings.learned[id] = learned.isEmpty ? nil : Set(learned)
        let redactor = desk.redactor.learning(learned)
        visit.report = visit.report.redacted(by: redactor, of: source)
        // What a source calls itself goes into the state, onto pages and terminals.
        visit.title = visit.title.map { PlainText.name(redactor.redact($0)) }
            .flatMap { PlainText.isVisible($0) ? $0 : nil }
        if let crop = delivery.matter.map({ intake.crop($0, of: source, memories[id]) }) {
            let impressions = crop.impressions
            let new = try night.record(crop.answer, from: id) { place in impressions[place] != nil }
            visit.report.newItems = new.count
            for story in new {
                if let impression = impressions[story.place] { takings.impressions[story.id] = impression }
            }
        }
        try night.record(visit)
        takings.visited[id] = Visited(
            source: source, title: desk.title(of: source, tonight: visit.title), report: visit.report,
            movedTo: visit.permanentRedirect, site: visit.site ?? memories[id]?.site)
    }

    /// Makes the edition of what was taken in, and publishes it.
    func finish(_ takings: Takings, elapsed: Duration, in night: Night) throws -> RunReport {
        var takings = takings
        for source in settings.sources where takings.visited[source.id] == nil {
            try take(.skipped(source, detail: reasonNotAsked), into: &takings, in: night)
        }
        let visited = settings.sources.compactMap { takings.visited[$0.id] }
        var health = desk.report(on: visited, elapsed: elapsed)
        let curated = try edit(visited, takings.impressions, in: night)
        let edition = curated.edition
        health.noteAttempts(curated.attempts)
        health.stories = edition.clusters.count
        let redactor = desk.redactor.learning(
            LearnedSecrets.onTheWholeSite(takings.learned, beside: edition.clusters.flatMap(\.stories)))
        let (publication, notes) = try publish(edition, health, redactor, in: night)
        return RunReport(
            health: health, edition: edition, publication: publication, notes: notes + curated.notes,
            takings: takings)
    }

    private var reasonNotAsked: String {
        request.fetches ? "left out by --only" : "nobody was asked (--no-fetch)"
    }

    private func edit(
        _ visited: [Visited], _ impressions: [StoryID: Impression], in night: Night
    ) throws -> Curated {
        let date = request.editionDate
        let reach = Int((settings.edition.maxWindow.seconds / 86_400).rounded(.up)) + 1
        let first = date.adding(days: -reach)
        let earlier = try night.archive().map(\.date).filter { $0 < date && $0 >= first }
        let pinned = try night.edition(of: date)
        var curated = Curator.curated(
            for: CurationRequest(
                date: date, now: request.now, stories: try candidates(beside: pinned, in: night),
                sources: visited.map { SourceTraits($0.source, title: $0.title, home: home(of: $0)) },
                edition: settings.edition,
                ranking: settings.ranking, sections: settings.sections, pinned: pinned,
                earlier: try night.editions(of: earlier), latecomers: try latecomers(from: first, in: night),
                impressions: impressions))
        curated.edition.sourcesAsked = visited.count
        curated.edition.sourcesAnswered = visited.count { $0.report.outcome.isAnswer }
        try night.addContents(to: &curated.edition)
        return curated
    }

    /// Where a source is at home, by what it was before tonight: of a new one tonight's stories count.
    private func home(of visited: Visited) -> SourceHome {
        let memory = memories[visited.source.id]
        return SourceHome(
            of: visited.source, site: visited.site, hosts: memory?.hosts ?? [:], since: memory?.firstAnswered)
    }

    private func latecomers(from first: EditionDate, in night: Night) throws -> [Edition.LeftOut] {
        let configured = Set(settings.sources.map(\.id))
        return try night.latecomers(from: first).filter { configured.contains($0.story.source) }
    }

    /// What belongs to the edition: of sources that were taken out of the configuration, only what it tells already.
    private func candidates(beside pinned: Edition?, in night: Night) throws -> [Story] {
        let configured = Set(settings.sources.map(\.id))
        let told = Set(pinned?.clusters.flatMap(\.stories).map(\.id) ?? [])
        var stories = try night.candidates(settings.edition)
        stories.removeAll { !configured.contains($0.source) && !told.contains($0.id) }
        return stories
    }

    private func publish(
        _ edition: Edition, _ health: HealthReport, _ redactor: Redactor, in night: Night
    ) throws -> (RunReport.Publication, notes: [String]) {
        if request.isDryRun { return (.dryRun, []) }
        if let reason = reasonToHoldBack(health) {
            try press.publishHealth(health, redactor, from: night)
            return (.guarded(reason), [])
        }
        try night.save(edition)
        if let keeps = settings.site.keepsEditions {
            try night.removeEditions(before: edition.date.adding(days: -Int(keeps.seconds / 86_400)))
        }
        try night.prune(olderThan: request.now.addingTimeInterval(-settings.keepsState.seconds))
        let published = try press.publish(edition, health: health, redactor, from: night)
        return (.published(changed: published.changed), published.mounted.map(Self.note))
    }

    private static func note(ofMount path: String) -> String {
        "\(path) in the output belongs to another file system: it was left as it is, and the site was replaced file by "
            + "file around it."
    }

    /// The publish guard: too few answers to put an edition in the place of yesterday's.
    private func reasonToHoldBack(_ health: HealthReport) -> String? {
        let asked = health.sources.count { $0.report.outcome != .skipped }
        let answered = health.sources.count { $0.report.outcome.isAnswer }
        guard !request.isForced, asked > 0, press.hasSite else { return nil }
        let limit = settings.publishGuard
        let tooFew = answered < limit.minimumSources
        let tooSmall = Double(answered) < limit.minimumFresh * Double(asked)
        guard tooFew || tooSmall else { return nil }
        return "The site stays as it was, with new health pages: only \(answered) of \(asked) sources answered, "
            + "fewer than publish-guard asks for."
    }
}

/// What the night has brought so far.
struct Takings {
    var visited: [SourceID: Visited] = [:]
    /// What the texts of the new stories say.
    var impressions: [StoryID: Impression] = [:]
    /// What servers put into the addresses that they redirected to.
    var learned: [SourceID: Set<Secret>] = [:]
}

extension Delivery<Harvest> {
    fileprivate static func skipped(_ source: Source, detail: String) -> Self {
        Delivery(visit: SourceVisit(report: SourceReport(source: source.id, outcome: .skipped, detail: detail)))
    }
}
