import Foundation
import NewsModel
import Settings
import SimulatedWorld
import TestSupport
import Testing

@testable import Newsroom

@Suite struct UnusualRunTests {
    @Test func aRunThatFailsFastPublishesNothing() async throws {
        try await Stage.with([.paper("one"), SimulatedSource(id: "gone", behaviour: .status(404))]) { stage in
            let failure = await #expect(throws: RunFailure.self) { try await stage.run { $0.failsFast = true } }
            #expect(failure?.description.contains("gone failed: 404") == true)
            let site = try stage.site()
            #expect(site.isEmpty)
        }
    }

    @Test func aDryRunSaysWhatItWouldPublishAndChangesNothing() async throws {
        try await Stage.with([.paper("one")]) { stage in
            let report = try await stage.run { $0.isDryRun = true }
            #expect(report.publication == .dryRun(nil))
            #expect(!report.edition.clusters.isEmpty)
            #expect(try stage.site().isEmpty)
            let real = try await stage.run()
            #expect(real.health.newStories == report.health.newStories)
            #expect(real.health.sources[0].history.count == 1)
        }
    }

    @Test func aDryRunSaysThatARunWouldMakeNoEdition() async throws {
        try await Stage.with([.paper("one")], extra: "publish-guard: {min-sources: 1}") { stage in
            _ = try await stage.run()
            let quiet = try await stage.run(Stage.day(1)) { $0.isDryRun = true }
            guard case .dryRun(let reason?) = quiet.publication else {
                Issue.record("it would publish: \(quiet.publication)")
                return
            }
            #expect(reason.contains("nothing new came in"))
        }
    }

    @Test func belowThePublishGuardTheSiteStaysAndTheHealthPagesAreNew() async throws {
        try await Stage.with([.paper("one")], extra: "publish-guard: {min-sources: 2}") { stage in
            let first = try await stage.run()
            #expect(first.publication.isPublished, "without an earlier site the guard does not apply")
            let before = try stage.site()
            let second = try await stage.run(Stage.day(1))
            guard case .guarded = second.publication else {
                Issue.record("published all the same")
                return
            }
            let after = try stage.site()
            #expect(after["index.html"] == before["index.html"])
            #expect(after["health.html"] != before["health.html"])
            #expect(after["2026/11/24/index.html"] == nil)
            stage.world.turn(to: Stage.day(1))
            #expect(try await stage.run(Stage.day(1)) { $0.isForced = true }.publication.isPublished)
        }
    }

    @Test func whatAGuardedNightReadIsToldOnTheNext() async throws {
        let extra = "publish-guard: {min-sources: 2}"
        try await Stage.with([.paper("one"), .paper("two", .science)], extra: extra) { stage in
            try await stage.run()
            stage.world.turn(to: Stage.day(1))
            let guarded = try await stage.run(Stage.day(1)) { $0.only = ["one"] }
            let read = Set(guarded.edition.clusters.map(\.lead.link))
            #expect(!guarded.publication.isPublished && !read.isEmpty)
            let next = try await stage.run(Stage.day(1).addingTimeInterval(3600))
            #expect(read.isSubset(of: Set(next.edition.clusters.flatMap(\.stories).map(\.link))))
        }
    }

    @Test func onlyTheSourcesThatWereNamedAreAsked() async throws {
        try await Stage.with([.paper("one"), .paper("two")]) { stage in
            let report = try await stage.run { $0.only = ["two"] }
            #expect(report.health.sources.map(\.report.outcome) == [.skipped, .fresh])
            #expect(stage.world.requests(to: "one").isEmpty)
            await #expect(throws: RunFailure.unknownSources(["six"], known: ["one", "two"])) {
                try await stage.run { $0.only = ["six"] }
            }
        }
    }

    @Test func withoutFetchingTheEditionComesFromMemory() async throws {
        try await Stage.with([.paper("one")]) { stage in
            let first = try await stage.run()
            let second = try await stage.run { $0.fetches = false }
            #expect(second.edition.clusters.map(\.lead.link) == first.edition.clusters.map(\.lead.link))
            #expect(stage.world.requests(to: "one").count == 1)
        }
    }

    @Test func anUnreadableStateIsSetAsideAndNamed() async throws {
        try await Stage.with([.paper("one")]) { stage in
            try stage.folder.write("this is no database, but a shopping list: milk, eggs", to: "state/state.sqlite")
            let report = try await stage.run()
            #expect(report.publication.isPublished)
            let note = try #require(report.notes.first)
            #expect(note.contains("2026-11-23"))
            let names = try FileManager.default.contentsOfDirectory(atPath: stage.folder.path("state"))
            #expect(names.contains { $0.contains("unreadable") })
        }
    }

    @Test func damageThatShowsInTheMiddleOfTheNightMakesItBeginAgain() async throws {
        try await Stage.with([.paper("one")]) { stage in
            let first = try await stage.run()
            // Of the saved edition alone, which is read when the batch is over.
            let file = URL(filePath: stage.folder.path("state/state.sqlite"))
            var bytes = try Data(contentsOf: file)
            let factor = try #require(bytes.range(of: Data("freshness\u{1F}".utf8)))
            bytes[factor.upperBound] = UInt8(ascii: "x")
            try bytes.write(to: file)
            let second = try await stage.run()
            #expect(second.publication.isPublished)
            #expect(second.notes.contains { $0.contains("set aside") })
            #expect(second.edition.clusters.map(\.lead.link) == first.edition.clusters.map(\.lead.link))
            #expect(stage.world.requests(to: "one").count == 3)
        }
    }

    @Test func aFileInTheOutputsPlaceEndsTheRunBeforeItBegins() async throws {
        try await Stage.with([.paper("one")]) { stage in
            try stage.folder.write("a letter", to: "public")
            let failure = await #expect(throws: RunFailure.self) { try await stage.run() }
            #expect(failure?.description.contains("no folder") == true)
            #expect(stage.world.requests(to: "one").isEmpty)
            #expect(try stage.folder.read("public") == "a letter")
        }
    }

    @Test func ofTwoRunsAtOnceTheSecondIsToldSo() async throws {
        try await Stage.with([.paper("one")]) { stage in
            let state = try stage.settings().state
            let lock = try StateLock.take(state: state)
            await #expect(throws: RunFailure.alreadyRunning(state: state)) { try await stage.run() }
            lock.release()
            #expect(try await stage.run().publication.isPublished)
        }
    }

    @Test func aLateSourceStillContributesWhatItSaidBefore() async throws {
        try await Stage.with([.paper("one"), .paper("two", .science)], extra: "edition: {window: 40h}") { stage in
            try await stage.run { $0.only = ["one"] }
            let second = try await stage.run(Stage.night.addingTimeInterval(60)) { $0.only = ["two"] }
            #expect(Set(second.edition.clusters.flatMap(\.stories).map(\.source)).contains("one"))
        }
    }
}
