import Fetching
import Foundation
import NewsModel
import NewsStore
import Settings
import TestSupport

@testable import Newsroom

/// Runs over the scripted press, from what it says to the published site, without the network.
struct Chronicle {
    let press: ScriptedPress
    let folder: TemporaryDirectory
    private let zone: TimeZone

    init(_ press: ScriptedPress) throws {
        self.press = press
        zone = press.days.zone
        folder = try TemporaryDirectory()
    }

    /// How a run differs from every other night's.
    struct Run {
        var night: Int
        var hour = 5.0
        /// How far its clock is off.
        var clockOff = 0.0
        /// The papers that can't be reached.
        var failing: Set<SourceID> = []
        /// A night that is built anew, from memory.
        var rebuilt: Int?
        var papers: [SourceID]
        /// Further lines of the configuration.
        var extra = "edition: {per-source: 20}"
    }

    func settings(papers: [SourceID], extra: String) throws -> Settings {
        let sources = papers.map { "  - {id: \($0), feed: \"https://\($0).example/feed.xml\"}" }
        let text = """
            timezone: \(zone.identifier)
            state: state/state.sqlite
            \(extra)
            publish-guard: {min-sources: 2}
            sources:
            \(sources.joined(separator: "\n"))
            """
        return try SettingsReader.read(text: text, name: "nights.yml", directory: folder.path, environment: [:])
    }

    @discardableResult
    func run(_ run: Run) throws -> RunReport {
        let settings = try settings(papers: run.papers, extra: run.extra)
        let instant = press.days.instant(run.night, run.hour)
        var request = RunRequest(settings: settings, now: instant.addingTimeInterval(run.clockOff * 3600))
        request.date = run.rebuilt.map(press.days.date)
        var archive = try Archive(state: settings.state, now: request.now)
        defer { archive.close() }
        let memories = try archive.memories(of: run.papers)
        let intake = Intake(now: request.now, policy: settings.edition, horizon: try archive.horizon(of: request))
        let work = NightWork(request: request, press: try Press(request), memories: memories, intake: intake)
        let gathered = run.papers.map { answer(of: $0, in: run, at: instant) }
        return try archive.night(of: request) { try work.work(gathered, elapsed: .seconds(1), in: $0) }
    }

    private func answer(of paper: SourceID, in run: Run, at instant: Date) -> Delivery<Harvest> {
        if run.rebuilt != nil {
            return Delivery(visit: SourceVisit(report: SourceReport(source: paper, outcome: .skipped)))
        }
        if run.failing.contains(paper) {
            return Delivery(visit: SourceVisit(report: SourceReport(source: paper, outcome: .unreachable)))
        }
        let feed = press.feed(of: paper, at: instant, night: run.night)
        let report = SourceReport(
            source: paper, outcome: feed.items.isEmpty ? .empty : .fresh, items: feed.items.count)
        return Delivery(visit: SourceVisit(report: report), matter: .waiting(feed))
    }

    /// Every edition as the state has it, by its night.
    func editions() throws -> [Int: Edition] {
        let store = try NewsStore(path: folder.path("state/state.sqlite"))
        defer { try? store.close() }
        let editions = try store.editions(of: store.archive().map(\.date))
        return Dictionary(
            uniqueKeysWithValues: editions.compactMap { edition in
                press.days.night(of: edition.date).map { ($0, edition) }
            })
    }
}

extension Edition {
    /// The names of all articles that it tells, as their addresses have them.
    var names: [String] { clusters.flatMap(\.names).sorted() }
}

extension Cluster {
    var names: [String] {
        stories.map { story in String(story.link.split(separator: "/").last?.split(separator: "?").first ?? "") }
    }
}
