import Foundation
import GRDB
import NewsModel
import NewsStore
import Settings
import SimulatedWorld
import TestSupport
import Testing

@testable import Newsroom

/// What is published is safe from whatever becomes of the state.
@Suite struct AdoptionTests {
    /// Two nights, and what the third makes of them with a state that was never lost.
    private struct History {
        let stage: Stage
        private let state: Data
        private let oldState: Data
        private let site: [String: Data]
        let third: [String: Data]

        init(_ stage: Stage) async throws {
            self.stage = stage
            try await stage.run()
            oldState = try Data(contentsOf: Self.file(stage))
            stage.world.turn(to: Stage.day(1))
            try await stage.run(Stage.day(1))
            (state, site) = (try Data(contentsOf: Self.file(stage)), try stage.site())
            stage.world.turn(to: Stage.day(2))
            try await stage.run(Stage.day(2))
            third = try stage.site()
        }

        static func file(_ stage: Stage) -> URL { stage.folder.url.appending(path: "state/state.sqlite") }

        enum Loss: CaseIterable {
            case missing, empty, unreadable, newer, older
        }

        /// Puts the site back as it stood after two nights, and loses the state.
        func rewind(_ loss: Loss) throws {
            let root = stage.folder.url.appending(path: "public")
            try FileManager.default.removeItem(at: root)
            for (path, bytes) in site {
                let file = root.appending(path: path)
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try bytes.write(to: file)
            }
            let file = Self.file(stage)
            try FileManager.default.removeItem(at: file)
            switch loss {
            case .missing: break
            case .empty: try Data().write(to: file)
            case .unreadable: try Data("no database".utf8).write(to: file)
            case .older: try oldState.write(to: file)
            case .newer:
                try state.write(to: file)
                let queue = try DatabaseQueue(path: file.path)
                try queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('schema-99')") }
                try queue.close()
            }
        }
    }

    /// A report says when a source was asked and what it answered, which is another thing where validators are lost.
    private static func pages(_ site: [String: Data]) -> [String: String] {
        site.filter { !$0.key.hasPrefix("health") && $0.key != ".broadsheet.json" }
            .mapValues { String(decoding: $0, as: UTF8.self) }
    }

    @Test(arguments: [nil, "no list"])
    func aSiteWithoutItsListIsNotForgottenWithTheStateWhenItIsTakenOver(list: String?) async throws {
        try await Stage.with([.paper("one")]) { stage in
            let first = try await stage.run()
            for file in ["state/state.sqlite", "public/.broadsheet.json"] {
                try FileManager.default.removeItem(at: stage.folder.url.appending(path: file))
            }
            if let list { try stage.folder.write(list, to: "public/.broadsheet.json") }
            stage.world.turn(to: Stage.day(1))
            await #expect(throws: RunFailure.self) { try await stage.run(Stage.day(1)) }
            let second = try await stage.run(Stage.day(1)) { $0.adopts = true }
            #expect(try stage.page("archive.json").contains("2026-11-23"))
            let told = Set(first.edition.clusters.flatMap(\.stories).map(\.id))
            #expect(told.isDisjoint(with: second.edition.clusters.flatMap(\.stories).map(\.id)))
        }
    }

    @Test(.timeLimit(.minutes(2)), arguments: History.Loss.allCases)
    private func theNextNightIsThatOfAStateThatWasNeverLost(loss: History.Loss) async throws {
        try await Stage.with([.paper("one"), .paper("two", .science)]) { stage in
            let history = try await History(stage)
            try history.rewind(loss)
            let report = try await stage.run(Stage.day(2))
            #expect(report.notes.contains { $0.contains("did not know") }, "\(report.notes)")
            let (mine, wanted) = (Self.pages(try stage.site()), Self.pages(history.third))
            #expect(Set(mine.keys) == Set(wanted.keys))
            for (path, text) in wanted { #expect(mine[path] == text, "\(path)") }
            let nights = report.health.sources.map(\.history.count)
            #expect(nights == [3, 3])
        }
    }

    @Test(.timeLimit(.minutes(2))) func changesOfHealthAreRememberedByTheSite() async throws {
        try await Stage.with([.paper("one"), .paper("two", .science)]) { stage in
            try await stage.run()
            let told = try await withBrokenSource(stage)
            #expect(told.components(separatedBy: "<entry>").count == 2)
            try FileManager.default.removeItem(at: History.file(stage))
            stage.world.turn(to: Stage.day(2))
            let report = try await stage.run(Stage.day(2)) { $0.only = ["one"] }
            #expect(report.health.changes.map(\.source) == ["two"])
            #expect(try stage.page("health.xml") == told)
        }
    }

    /// A night on which the second source can't be asked.
    private func withBrokenSource(_ stage: Stage) async throws -> String {
        stage.world.turn(to: Stage.day(1))
        try await stage.run(Stage.day(1)) { request in
            let sources = request.settings.sources
            request.settings.sources[1] = Source(id: sources[1].id, provider: .feed(url: "http://127.0.0.1:1/feed"))
        }
        return try stage.page("health.xml")
    }

    @Test func anEditionOfTheSameDateIsGoneOnWith() async throws {
        try await Stage.with([.paper("one")]) { stage in
            let first = try await stage.run()
            try FileManager.default.removeItem(at: History.file(stage))
            let second = try await stage.run(Stage.night.addingTimeInterval(3600))
            let told = Set(first.edition.clusters.map(\.lead.id))
            #expect(Set(second.edition.clusters.map(\.lead.id)) == told)
        }
    }

    /// The site is new, and the state does not know of it: so it stands after a kill between the two, and with an old state.
    @Test func anEditionOfWhichAKilledRunToldNobodyIsToldOnceByTheNext() async throws {
        try await Stage.with([.paper("one")]) { stage in
            let (state, note) = (History.file(stage), stage.folder.path("state/state.sqlite.untold"))
            try await stage.run()
            let old = try Data(contentsOf: state)
            stage.world.turn(to: Stage.day(1))
            let edition = try await stage.run(Stage.day(1)).edition
            #expect(!FileManager.default.fileExists(atPath: note))
            for isNoted in [false, true] {
                try old.write(to: state)
                if isNoted { UntoldEdition(state: state.path).note(edition) }
                try await stage.run(Stage.day(1)) { $0.isDryRun = true }
                #expect(try await stage.run(Stage.day(1)).news == (isNoted ? .edition : .none))
                #expect(!FileManager.default.fileExists(atPath: note))
                #expect(try await stage.run(Stage.day(1)).news == .none)
            }
        }
    }

    @Test func aNoteOfAnotherEditionSaysNothing() async throws {
        try await Stage.with([.paper("one")]) { stage in
            var edition = try await stage.run().edition
            edition.generated -= 60
            UntoldEdition(state: History.file(stage).path).note(edition)
            try FileManager.default.removeItem(at: History.file(stage))
            #expect(try await stage.run().news == .none)
        }
    }

    @Test func anEditionThatCanNotBeReadBackStays() async throws {
        try await Stage.with([.paper("one")]) { stage in
            try await stage.run()
            let page = try stage.page("2026/11/23/index.html")
            try stage.folder.write("{\"edition\": \"2026-11-23\"", to: "public/2026/11/23/edition.json")
            try FileManager.default.removeItem(at: History.file(stage))
            stage.world.turn(to: Stage.day(1))
            let report = try await stage.run(Stage.day(1))
            #expect(report.notes.contains { $0.contains("2026-11-23") && $0.contains("no whole JSON object") })
            #expect(try stage.page("2026/11/23/index.html") == page)
            try await stage.run(Stage.day(1).addingTimeInterval(60))
            #expect(try stage.page("archive.json").contains("\"date\": \"2026-11-23\""))
            #expect(try stage.page("archive/index.html").contains("2026/11/23/"))
        }
    }

    @Test func aDryRunTakesNothingOver() async throws {
        try await Stage.with([.paper("one")]) { stage in
            try await stage.run()
            try FileManager.default.removeItem(at: History.file(stage))
            try await stage.run(Stage.day(1)) { $0.isDryRun = true }
            let store = try NewsStore(path: History.file(stage).path)
            #expect(try store.archive().isEmpty)
            try store.close()
        }
    }

    @Test func aNewerStateIsKeptWhereNoSiteCouldRestoreIt() async throws {
        try await Stage.with([.paper("one")]) { stage in
            let history = try await History(stage)
            try history.rewind(.newer)
            try FileManager.default.removeItem(at: stage.folder.url.appending(path: "public"))
            let bytes = try Data(contentsOf: History.file(stage))
            let failure = await #expect(throws: RunFailure.self) { try await stage.run(Stage.day(2)) }
            #expect(failure?.description.contains("newer version") == true)
            #expect(try Data(contentsOf: History.file(stage)) == bytes)
        }
    }
}
