import Foundation
import NewsModel
import Settings
import SimulatedWorld
import TestSupport
import Testing

@testable import Newsroom

/// Dates and clocks that are wrong.
@Suite struct FutureDateTests {
    private static let date = EditionDate(Stage.night, in: .gmt)

    @Test func anEditionOfTheFutureIsRefusedUnlessItIsMeant() async throws {
        try await Stage.with([.paper("one")]) { stage in
            for days in [2, 400] {
                let failure = await #expect(throws: RunFailure.self) {
                    try await stage.run { $0.date = Self.date.adding(days: days) }
                }
                #expect(failure == .inTheFuture(Self.date.adding(days: days), today: Self.date))
            }
            #expect(try stage.site().isEmpty)
            let tomorrow = try await stage.run { $0.date = Self.date.adding(days: 1) }
            #expect(tomorrow.publication.isPublished)
        }
    }

    @Test func nothingLeadsToAnEditionOfTheFuture() async throws {
        try await Stage.with([.paper("one")]) { stage in
            try await stage.run()
            stage.world.turn(to: Stage.day(1))
            try await stage.run(Stage.day(1)) {
                $0.date = Self.date.adding(days: 400)
                $0.allowsFuture = true
            }
            let site = try stage.site()
            let future = Self.date.adding(days: 400).path
            #expect(site["\(future)/index.html"] != nil)
            for (path, bytes) in site where !path.hasPrefix(future) && path != "archive.json" && !path.hasPrefix(".") {
                #expect(!String(decoding: bytes, as: UTF8.self).contains(future), "\(path)")
            }
            stage.world.turn(to: Stage.day(2))
            try await stage.run(Stage.day(2))
            #expect(try stage.page("index.html").contains("25 November 2026"))
            #expect(try stage.site()["\(future)/index.html"] == site["\(future)/index.html"])
        }
    }

    @Test func whatARemovedEditionToldCanBeToldAgain() async throws {
        try await Stage.with([.paper("one")]) { stage in
            let first = try await stage.run()
            let archive = EditionArchive(settings: try stage.settings(), now: Stage.night.addingTimeInterval(60))
            #expect(try stage.page("health.html").contains("source/one.html"))
            #expect(try await archive.remove(Self.date).isEmpty)
            #expect(try stage.site()["2026/11/23/index.html"] == nil)
            #expect(try !stage.page("health.html").contains("source/one.html"), "the page is gone")
            #expect(try stage.page("health.html").contains("source-one"))
            for path in ["index.html", "atom.xml", "archive/index.html", "archive.json"] {
                #expect(try !stage.page(path).contains("2026/11/23"), "\(path)")
            }
            let failure = await #expect(throws: RunFailure.self) { try await archive.remove(Self.date) }
            #expect(failure?.description == "There is no edition of 2026-11-23, nor of any other date.")
            let again = try await stage.run(Stage.night.addingTimeInterval(120))
            #expect(Set(again.edition.clusters.map(\.lead.id)) == Set(first.edition.clusters.map(\.lead.id)))
        }
    }

    @Test func theEditionsAreListed() async throws {
        try await Stage.with([.paper("one")]) { stage in
            try await stage.run()
            let entries = try EditionArchive(settings: try stage.settings(), now: Stage.night).entries()
            #expect(entries.map(\.date) == [Self.date])
        }
    }

    @Test func aRemovedSourcesStoriesKeepTheirSection() async throws {
        try await Stage.with([.paper("one", .science), .paper("two", .world)]) { stage in
            let first = try await stage.run()
            let section = try #require(
                first.edition.sections.first { $0.clusters.contains { $0.lead.source == "one" } }?.name)
            let again = try await stage.run(Stage.night.addingTimeInterval(60)) { request in
                request.settings.sources.removeAll { $0.id == "one" }
            }
            let sections = again.edition.sections.filter { $0.clusters.contains { $0.lead.source == "one" } }
            #expect(sections.map(\.name) == [section])
        }
    }
}
