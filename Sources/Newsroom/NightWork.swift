import Curation
import Fetching
import Foundation
import NewsModel
import NewsStore
import Publishing
import Settings

/// What happens after the batch, inside of one transaction: remember, curate, publish.
struct NightWork {
    let request: RunRequest
    let press: Press
    let memories: [SourceID: SourceMemory]
    let intake: Intake

    private var settings: Settings { request.settings }

    func work(_ gathered: [Delivery<Harvest>], elapsed: Duration, in night: Night) throws -> RunReport {
        let desk = HealthDesk(request: request, memories: memories)
        var impressions: [StoryID: Impression] = [:]
        let visited = try remember(gathered, in: night, desk, &impressions)
        var health = desk.report(on: visited, elapsed: elapsed)
        let edition = try edit(visited, impressions, in: night)
        health.stories = edition.clusters.count
        let publication = try publish(edition, health, in: night)
        return RunReport(
            health: health, healthDocument: press.healthDocument(health), edition: edition, publication: publication,
            notes: [])
    }

    /// Puts every outcome and every item into the store.
    private func remember(
        _ gathered: [Delivery<Harvest>], in night: Night, _ desk: HealthDesk, _ impressions: inout [StoryID: Impression]
    ) throws -> [Visited] {
        try zip(settings.sources, gathered).map { source, gathered in
            var visit = gathered.visit
            visit.report = visit.report.redacted(by: desk.redactor)
            if let crop = gathered.matter.map({ intake.crop($0, of: source, memories[source.id]) }) {
                let new = try night.record(crop.answer, from: source.id)
                visit.report.newItems = new.count
                for story in new { impressions[story.id] = crop.impressions[story.place] }
            }
            try night.record(visit)
            return Visited(
                source: source, title: desk.title(of: source, tonight: visit.title), report: visit.report,
                movedTo: visit.permanentRedirect)
        }
    }

    private func edit(
        _ visited: [Visited], _ impressions: [StoryID: Impression], in night: Night
    ) throws -> Edition {
        let date = request.editionDate
        let reach = Int((settings.edition.maxWindow.seconds / 86_400).rounded(.up)) + 1
        let first = date.adding(days: -reach)
        let earlier = try night.archive().map(\.date).filter { $0 < date && $0 >= first }
        let pinned = try night.edition(of: date)
        var edition = Curator.edition(
            for: CurationRequest(
                date: date, now: request.now, stories: try candidates(beside: pinned, in: night),
                sources: visited.map { SourceTraits($0.source, title: $0.title) }, edition: settings.edition,
                ranking: settings.ranking, sections: settings.sections, pinned: pinned,
                earlier: try night.editions(of: earlier), latecomers: try latecomers(from: first, in: night),
                impressions: impressions))
        edition.sourcesAsked = visited.count
        edition.sourcesAnswered = visited.count { $0.report.outcome.isAnswer }
        return edition
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
        _ edition: Edition, _ health: HealthReport, in night: Night
    ) throws -> RunReport.Publication {
        if request.isDryRun { return .dryRun }
        if let reason = reasonToHoldBack(health) {
            try press.publishHealth(health, from: night)
            return .guarded(reason)
        }
        try night.save(edition)
        if let keeps = settings.site.keepsEditions {
            try night.removeEditions(before: edition.date.adding(days: -Int(keeps.seconds / 86_400)))
        }
        try night.prune(olderThan: request.now.addingTimeInterval(-settings.keepsState.seconds))
        return .published(changed: try press.publish(edition, health: health, from: night))
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
