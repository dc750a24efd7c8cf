import Foundation
import NewsModel
import NewsStore
import SimulatedWorld
import TestSupport
import Testing

@testable import Newsroom

/// Who looks at the editions changes nothing; who removes one does not forget the others.
@Suite struct EditionArchiveTests {
    private static let first = EditionDate(Stage.night, in: .gmt)

    private func archive(_ stage: Stage) throws -> EditionArchive {
        EditionArchive(settings: try stage.settings(), now: Stage.day(1).addingTimeInterval(60))
    }

    private func twoNights(_ stage: Stage) async throws {
        try await stage.run()
        stage.world.turn(to: Stage.day(1))
        try await stage.run(Stage.day(1))
    }

    private func loseState(_ stage: Stage) throws {
        try FileManager.default.removeItem(at: stage.folder.url.appending(path: "state/state.sqlite"))
    }

    private func stateFiles(_ stage: Stage) throws -> [String] { try stage.folder.files(below: "state").keys.sorted() }

    @Test(arguments: ["no database", "SQLite format 3\0 and no more"])
    func aStateThatCannotBeReadStaysWhereItIs(text: String) async throws {
        try await Stage.with([.paper("one")]) { stage in
            try await stage.run()
            try stage.folder.write(text, to: "state/state.sqlite")
            let files = try stateFiles(stage)
            let looks: [() async throws -> Void] = [
                { _ = try archive(stage).entries() }, { try archive(stage).check(Self.first) },
                { _ = try await Restoring(settings: stage.settings(), from: nil, now: Stage.day(1)).differences() },
            ]
            for look in looks {
                let failure = await #expect(throws: RunFailure.self) { try await look() }
                #expect(failure?.description.contains("can't be read") == true)
            }
            #expect(try stage.folder.read("state/state.sqlite") == text)
            #expect(try stateFiles(stage) == files)
        }
    }

    @Test func whereTheStateIsLostTheSiteSaysWhatThereIs() async throws {
        try await Stage.with([.paper("one")]) { stage in
            try await stage.run()
            try loseState(stage)
            try archive(stage).check(Self.first)
            let failure = #expect(throws: RunFailure.self) { try archive(stage).check(Self.first.adding(days: -1)) }
            #expect(failure?.description.hasSuffix("there are editions from 2026-11-23 to 2026-11-23.") == true)
            #expect(try archive(stage).entries().isEmpty)
            #expect(
                try await Restoring(settings: stage.settings(), from: nil, now: Stage.day(1)).differences().count == 1)
            #expect(try !stateFiles(stage).contains("state/state.sqlite"), "who looks makes none")
        }
    }

    @Test(arguments: [true, false])
    func anEditionIsRemovedWithoutTheStateToo(isMissing: Bool) async throws {
        try await Stage.with([.paper("one")]) { stage in
            try await twoNights(stage)
            let page = try stage.page("2026/11/24/edition.json")
            if isMissing {
                try loseState(stage)
            } else {
                try stage.folder.write("no database", to: "state/state.sqlite")
            }
            let notes = try await archive(stage).remove(Self.first)
            #expect(notes.contains { $0.contains("taken over from there") })
            #expect(notes.contains { $0.contains("set aside as state-unreadable-") } != isMissing)
            #expect(try archive(stage).entries().map(\.date) == [Self.first.adding(days: 1)])
            let site = try stage.site()
            #expect(!site.keys.contains { $0.hasPrefix("2026/11/23/") })
            #expect(try stage.page("2026/11/24/edition.json") == page)
            #expect(try stage.page("index.html").contains("24 November 2026"))
        }
    }
}
