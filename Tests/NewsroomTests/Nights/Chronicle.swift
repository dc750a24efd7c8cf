import Fetching
import Foundation
import NewsModel
import NewsStore
import Settings
import TestSupport
import WebText

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
        return try SettingsReader.read(
            text: text, name: "nights.yml", directory: folder.path, environment: [:],
            providers: Providers.definitions)
    }

    @discardableResult
    func run(_ run: Run) throws -> RunReport {
        let settings = try settings(papers: run.papers, extra: run.extra)
        let instant = press.days.instant(run.night, run.hour)
        var request = RunRequest(settings: settings, now: instant.addingTimeInterval(run.clockOff * 3600))
        request.date = run.rebuilt.map(press.days.date)
        let store = try NewsStore(path: settings.state)
        defer { try? store.close() }
        return try store.run(request) { paper in visit(to: paper.id, in: run, at: instant) }
    }

    private func visit(to paper: SourceID, in run: Run, at instant: Date) -> (SourceVisit, Feed?) {
        if run.rebuilt != nil { return (SourceVisit(report: SourceReport(source: paper, outcome: .skipped)), nil) }
        if run.failing.contains(paper) {
            return (SourceVisit(report: SourceReport(source: paper, outcome: .unreachable)), nil)
        }
        let feed =
            paper == HostileGuest.id
            ? HostileGuest(press: press, papers: run.papers).feed(at: instant, night: run.night)
            : press.feed(of: paper, at: instant, night: run.night)
        let report = SourceReport(
            source: paper, outcome: feed.items.isEmpty ? .empty : .fresh, items: feed.items.count)
        return (SourceVisit(report: report), feed)
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
        stories.map { story in String(story.link?.text.split(separator: "/").last?.split(separator: "?").first ?? "") }
    }
}
