import Foundation
import NewsModel
import Settings
import SimulatedWorld
import TestSupport
import Testing

@testable import Newsroom

@Suite struct WholeNightTests {
    @Test func everySourceOfTheWorldEndsAsExpectedAndTheSiteIsWhole() async throws {
        try await Stage.with(.demo) { stage in
            let report = try await stage.runByHand()
            #expect(report.publication.isPublished)
            for source in stage.world.sources {
                let health = report.health.sources.first { $0.report.source.rawValue == source.id }
                #expect(
                    health?.report.outcome.rawValue == source.expectedOutcome.rawValue,
                    "\(source.id): \(health?.report.detail ?? "-")")
            }
            let site = try stage.site()
            for path in Self.everySitesFiles { #expect(site[path] != nil, "\(path) is missing") }
        }
    }

    private static let everySitesFiles = [
        "index.html", "2026/11/23/index.html", "2026/11/23/atom.xml", "2026/11/23/edition.json", "archive/index.html",
        "atom.xml", "health.html", "health.json", "style.css", "404.html", ".nojekyll",
    ]

    @Test func aBrokenSourceSaysWhatToDoAndSpoilsNothing() async throws {
        let catalogue = [
            SimulatedSource.paper("good"), SimulatedSource(id: "gone", behaviour: .status(404)),
            SimulatedSource(id: "guarded", behaviour: .faulty(.challengePage)),
        ]
        try await Stage.with(catalogue) { stage in
            let report = try await stage.run()
            #expect(report.health.sources.map(\.report.outcome) == [.fresh, .httpError, .malformed])
            #expect(report.health.sources.dropFirst().allSatisfy { $0.report.advice != nil })
            #expect(report.edition.sourcesAnswered == 1)
            #expect(!report.edition.clusters.isEmpty)
            #expect(try stage.page("health.html").contains("answered with 404: <bdi>Not Found</bdi>"))
        }
    }

    @Test func aStoryStandsInOneEditionOnly() async throws {
        try await Stage.with([.paper("one"), .paper("two", .science), .paper("three", .sport)]) { stage in
            var told: [String: EditionDate] = [:]
            for number in 0..<4 {
                stage.world.turn(to: Stage.day(number))
                let edition = try await stage.run(Stage.day(number)).edition
                for cluster in edition.clusters where cluster.updates == nil {
                    let before = told.updateValue(edition.date, forKey: cluster.lead.key)
                    #expect(before == nil, "\(cluster.lead.title) stood in \(before?.description ?? "") already")
                }
            }
            #expect(told.count > 4)
        }
    }

    @Test func runningAgainOnTheSameDateLosesNoStoryAndAsksPolitely() async throws {
        try await Stage.with([.paper("one"), .paper("two", .science)]) { stage in
            let first = try await stage.run()
            let second = try await stage.run(Stage.night.addingTimeInterval(3600))
            let links = { (report: RunReport) in Set(report.edition.clusters.flatMap(\.stories).map(\.link)) }
            #expect(links(first).isSubset(of: links(second)))
            #expect(second.health.sources.map(\.report.outcome) == [.unchanged, .unchanged])
            #expect(stage.world.requests(to: "one").last?.header("if-none-match") != nil)
            #expect(try stage.site().keys.filter { $0.hasSuffix("edition.json") } == ["2026/11/23/edition.json"])
        }
    }

    /// Tonight's is not read back for that; what is made of it later is.
    @Test func publishesAnEditionAsTheArchiveKeepsIt() async throws {
        try await Stage.with([.paper("one"), .paper("two", .science)], extra: "edition: {stories: 2}\n") { stage in
            let leftOut = try await stage.run().edition.leftOut.count
            #expect(try stage.page("index.html").contains("\(leftOut) more stories were left out: see why"))
            let document = try stage.page("2026/11/23/edition.json")
            try FileManager.default.removeItem(atPath: stage.folder.path("public/2026/11/23"))
            stage.world.turn(to: Stage.day(1))
            try await stage.run(Stage.day(1))
            #expect(try stage.page("2026/11/23/edition.json") == document)
        }
    }

    @Test func theSameInputsGiveTheSameBytes() async throws {
        try await Stage.with([.paper("one"), .paper("two", .science), .paper("three", .sport)]) { stage in
            try await stage.run()
            let first = try stage.site()
            try FileManager.default.removeItem(at: stage.folder.url.appending(path: "public"))
            try FileManager.default.removeItem(at: stage.folder.url.appending(path: "state"))
            try await stage.run()
            let second = try stage.site()
            for (path, bytes) in first where !path.hasPrefix("health") {
                #expect(second[path] == bytes, "\(path) differs")
            }
            #expect(first.keys == second.keys)
        }
    }

    @Test func nothingButTheSiteAndTheStatesFolderIsLeft() async throws {
        try await Stage.with([.paper("one")]) { stage in
            try await stage.run()
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: stage.folder.path).sorted() == ["public", "state"])
        }
    }

    @Test func noKeyOfTheConfigurationStandsInTheSite() async throws {
        let catalogue = [
            SimulatedSource.paper("one"),
            SimulatedSource(id: "guardian", kind: .guardian, quirks: [.wrongKey]),
            SimulatedSource(id: "newsapi", kind: .newsAPI, quirks: [.wrongKey]),
        ]
        try await Stage.with(catalogue) { stage in
            let report = try await stage.run()
            #expect(report.health.sources.dropFirst().allSatisfy { $0.report.outcome == .httpError })
            let secrets = try stage.settings().secrets.map { $0.reveal() }
            #expect(!secrets.isEmpty)
            for (path, bytes) in try stage.site() {
                let text = String(decoding: bytes, as: UTF8.self)
                #expect(!secrets.contains { text.contains($0) }, "\(path) shows a secret")
            }
            let asked = stage.world.requests(to: "newsapi").map(\.target)
            #expect(!asked.isEmpty && !asked.contains { target in secrets.contains { target.contains($0) } })
        }
    }
}
