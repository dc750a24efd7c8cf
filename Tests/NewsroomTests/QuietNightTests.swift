import Foundation
import NewsModel
import Settings
import SimulatedWorld
import TestSupport
import Testing

@testable import Newsroom

/// Nights that bring little, and runs that ask few.
@Suite struct QuietNightTests {
    private static func isQuiet(_ report: RunReport) -> Bool {
        if case .quiet = report.publication { true } else { false }
    }

    @Test func aNightThatBringsNothingNewMakesNoEditionAndSaysSo() async throws {
        try await Stage.with([.paper("one")]) { stage in
            try await stage.run()
            let before = try stage.site()
            let report = try await stage.run(Stage.day(1))
            #expect(Self.isQuiet(report) && report.news == .none)
            let after = try stage.site()
            #expect(after["2026/11/24/index.html"] == nil)
            #expect(after["2026/11/23/index.html"] == before["2026/11/23/index.html"])
            #expect(after["atom.xml"] == before["atom.xml"])
            #expect(try stage.page("index.html").contains("Nothing new came in on 24 Nov"))
            stage.world.turn(to: Stage.day(2))
            let third = try await stage.run(Stage.day(2))
            #expect(third.publication.isPublished)
            #expect(try !stage.page("index.html").contains("Nothing new came in"))
        }
    }

    @Test func fewerThanMinStoriesWaitForTheNextNight() async throws {
        try await Stage.with([.paper("one")], extra: "edition: {min-stories: 9}") { stage in
            let first = try await stage.run()
            #expect(Self.isQuiet(first) && !first.edition.clusters.isEmpty)
            #expect(try stage.site()["2026/11/23/index.html"] == nil)
            #expect(try stage.page("index.html").contains("Too little came in for a first edition"))
            guard case .quiet(let reason) = first.publication else { return }
            #expect(reason.hasSuffix("The front page says so."))
        }
        try await Stage.with([.paper("one")], extra: "edition: {min-stories: 0}") { stage in
            try await stage.run()
            let empty = try await stage.run(Stage.day(1))
            #expect(empty.publication.isPublished)
        }
    }

    @Test func tooFewStoriesAreNotNothing() async throws {
        try await Stage.with([.paper("one")]) { stage in
            try await stage.run()
            stage.world.turn(to: Stage.day(1))
            let report = try await stage.run(Stage.day(1)) { $0.settings.edition.minStories = 500 }
            #expect(Self.isQuiet(report) && !report.edition.clusters.isEmpty)
            #expect(try stage.page("index.html").contains("Too little came in on 24 Nov"))
        }
    }

    @Test func whoWantsNoHealthPageLosesItWithoutAskingAnybody() async throws {
        try await Stage.with([.paper("one")]) { stage in
            try await stage.run()
            #expect(try stage.site()["health.html"] != nil)
            try await stage.run { ($0.fetches, $0.settings.site.title) = (false, "Evening") }
            #expect(try stage.page("health.html").contains("Evening"))
            try await stage.run { ($0.fetches, $0.settings.site.health) = (false, .none) }
            #expect(try !stage.site().keys.contains { $0.hasPrefix("health.") })
        }
    }

    @Test func aFirstRunThatNobodyAnswersPublishesAFrontPageAndHealthAlone() async throws {
        try await Stage.with([SimulatedSource(id: "gone", behaviour: .status(404))]) { stage in
            let report = try await stage.run()
            #expect(Self.isQuiet(report))
            let site = try stage.site()
            #expect(try stage.page("index.html").contains("No source answered for this edition."))
            #expect(site["health.html"] != nil && !site.keys.contains { $0.hasPrefix("2026/") })
        }
    }

    @Test func theGuardHoldsWhereOnlyTheStateKnowsAnEdition() async throws {
        try await Stage.with([.paper("one")], extra: "publish-guard: {min-sources: 2}") { stage in
            try await stage.run()
            let page = try stage.page("2026/11/23/index.html")
            try FileManager.default.removeItem(at: stage.folder.url.appending(path: "public"))
            stage.world.turn(to: Stage.day(1))
            guard case .guarded = try await stage.run(Stage.day(1)).publication else {
                Issue.record("published all the same")
                return
            }
            #expect(try stage.page("2026/11/23/index.html") == page)
            #expect(try stage.site()["2026/11/24/index.html"] == nil)
        }
    }

    @Test func whoWasNotAskedDidNotFailToAnswer() async throws {
        try await Stage.with([.paper("one"), .paper("two", .science)]) { stage in
            let first = try await stage.run()
            #expect(first.edition.sourcesAsked == 2 && first.edition.sourcesAnswered == 2)
            for change: (inout RunRequest) -> Void in [{ $0.fetches = false }, { $0.only = ["one"] }] {
                let again = try await stage.run(Stage.night.addingTimeInterval(60), change)
                #expect(again.edition.sourcesAsked == 2 && again.edition.sourcesAnswered == 2)
                #expect(again.news == .none)
            }
            let health = try stage.page("health.html")
            try await stage.run(Stage.night.addingTimeInterval(120)) { $0.fetches = false }
            #expect(try stage.page("health.html") == health)
            stage.world.turn(to: Stage.day(1))
            let next = try await stage.run(Stage.day(1)) { $0.only = ["one"] }
            #expect(next.edition.sourcesAsked == 1 && next.edition.sourcesAnswered == 1)
        }
    }

    @Test func nightsAreCountedByDates() async throws {
        try await Stage.with([.paper("one"), SimulatedSource(id: "gone", behaviour: .status(404))]) { stage in
            for minutes in 0..<3 {
                let report = try await stage.run(Stage.night.addingTimeInterval(Double(minutes) * 60))
                #expect(report.health.sources[1].consecutiveFailures == 1)
                #expect(report.health.sources[1].history.count == 1)
            }
            let second = try await stage.run(Stage.day(1))
            #expect(second.health.sources[1].consecutiveFailures == 2)
            let unasked = try await stage.run(Stage.day(1).addingTimeInterval(60)) { $0.fetches = false }
            #expect(unasked.health.sources[1].consecutiveFailures == 2)
            #expect(
                unasked.health.sources.map { $0.history.map(\.outcome) } == [
                    [.unchanged, .unchanged], [.httpError, .httpError],
                ])
        }
    }

    @Test func othersHearOfAnEditionOnce() async throws {
        try await Stage.with([.paper("one"), .paper("two", .science)]) { stage in
            var news = [try await stage.run { $0.only = ["one"] }.news]
            for minutes in [1.0, 2] {
                news.append(try await stage.run(Stage.night.addingTimeInterval(minutes * 60)).news)
            }
            stage.world.turn(to: Stage.day(1))
            news.append(try await stage.run(Stage.day(1)) { $0.isElsewhere = true }.news)
            #expect(news == [.edition, .more, .none, .none])
        }
    }

    @Test func anEditionThatATrialMadeIsToldWhenItIsPublished() async throws {
        try await Stage.with([.paper("one")]) { stage in
            let trials: [(inout RunRequest) -> Void] = [
                { ($0.isElsewhere, $0.settings.output) = (true, $0.settings.output + "-2") }, { $0.fetches = false },
                { _ in }, { _ in },
            ]
            var news: [RunReport.News] = []
            for (minute, trial) in trials.enumerated() {
                news.append(try await stage.run(Stage.night.addingTimeInterval(Double(minute) * 60), trial).news)
            }
            #expect(news == [.none, .none, .edition, .none])
        }
    }

    @Test func anEditionOfTheFutureIsNotToldAndSilencesNobody() async throws {
        try await Stage.with([.paper("one")]) { stage in
            let future = try await stage.run {
                $0.date = EditionDate(Stage.day(30), in: .gmt)
                $0.allowsFuture = true
            }
            stage.world.turn(to: Stage.day(1))
            #expect(try await [future.news, stage.run(Stage.day(1)).news] == [.none, .edition])
        }
    }

    @Test func anOldEditionIsNoNews() async throws {
        try await Stage.with([.paper("one")]) { stage in
            try await stage.run(Stage.day(1))
            stage.world.turn(to: Stage.day(2))
            let old = try await stage.run(Stage.day(1).addingTimeInterval(60)) {
                $0.date = EditionDate(Stage.night, in: .gmt)
            }
            #expect(old.news == .none)
        }
    }

    @Test func aFreshEditionIsHeldToNothing() async throws {
        let caps = { (stories: Int) in "edition: {stories: \(stories)}" }
        try await Stage.with([.paper("one")], extra: caps(5)) { stage in
            let first = try await stage.run()
            #expect(first.edition.clusters.count == 5)
            let smaller = Stage(world: stage.world, folder: stage.folder, extra: caps(2), deadline: stage.deadline)
            let again = try await smaller.run(Stage.night.addingTimeInterval(60))
            #expect(again.edition.clusters.count == 5)
            let fresh = try await smaller.run(Stage.night.addingTimeInterval(120)) { $0.isFresh = true }
            #expect(fresh.edition.clusters.count == 2)
            let ids = Set(first.edition.clusters.map(\.lead.id))
            #expect(fresh.edition.clusters.allSatisfy { ids.contains($0.lead.id) })
        }
    }

    /// However long nothing new comes in: a site never loses its front page.
    @Test func theNewestEditionIsKeptUntilThereIsAnother() throws {
        let room = try Pressroom()
        let settings = try room.settings("keep: {editions: 2d}")
        try room.run(settings)
        let page = try room.folder.read("public/2026/11/23/index.html")
        for night in 1...6 {
            let report = try room.run(settings, at: Stage.day(night))
            #expect(Self.isQuiet(report))
            #expect(try room.folder.read("public/2026/11/23/index.html") == page)
        }
        var more = Pressroom.feeds
        more["two"]?.items.append(
            FeedItem(
                id: "heron", title: "Heron nests on the pier", link: "https://two.example/heron",
                published: Stage.day(7).addingTimeInterval(-3600)))
        #expect(try room.run(settings, at: Stage.day(7), more).publication.isPublished)
        let site = try room.site()
        #expect(site["2026/11/30/index.html"] != nil && site["2026/11/23/index.html"] == nil)
    }
}
