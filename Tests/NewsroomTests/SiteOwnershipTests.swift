import Foundation
import NewsModel
import NewsStore
import Publishing
import Settings
import SimulatedWorld
import TestSupport
import Testing

@testable import Newsroom

/// Whose output a run writes into, and whose files it leaves alone.
@Suite struct SiteOwnershipTests {
    /// Changes the state's place, and what else makes another project.
    private func other(_ request: inout RunRequest) {
        request.settings.state += ".other"
        request.settings.site.title = "The Other Paper"
    }

    private func elsewhere(_ request: inout RunRequest) {
        other(&request)
        request.settings.output += "-2"
    }

    private func adopting(_ request: inout RunRequest) {
        other(&request)
        request.adopts = true
    }

    private func manifest(_ stage: Stage) throws -> String { try stage.page(".broadsheet.json") }

    private func id(_ stage: Stage) throws -> String? {
        try manifest(stage).firstMatch(of: /"site": "([0-9a-f]{16})"/).map { String($0.1) }
    }

    @Test func theSameFirstRunGivesTheSameIdWhichStays() async throws {
        var ids: [String?] = []
        for _ in 0..<2 {
            try await Stage.with([.paper("one")]) { stage in
                try await stage.run()
                ids.append(try id(stage))
                try await stage.run(Stage.day(1)) { $0.settings.site.title = "The New Name" }
                #expect(try id(stage) == ids.last)
                try await stage.run(Stage.day(1)) { $0.settings.output += "-2" }
                #expect(try stage.folder.read("public-2/.broadsheet.json").contains(id(stage) ?? "none"))
            }
        }
        #expect(ids[0] != nil && ids[0] == ids[1])
    }

    @Test func aRunIntoAnotherFolderAfterALostStateIsTheSameProject() async throws {
        try await Stage.with([.paper("one")]) { stage in
            try await stage.run()
            let first = try id(stage)
            try FileManager.default.removeItem(atPath: stage.folder.path("state/state.sqlite"))
            try await stage.run(Stage.day(1)) { request in
                request.settings.configuredOutput = request.settings.output
                request.settings.output += "-2"
                request.isElsewhere = true
            }
            #expect(try stage.folder.read("public-2/.broadsheet.json").contains(first ?? "none"))
            try await stage.run(Stage.day(1))
            #expect(try id(stage) == first)
        }
    }

    @Test func twoProjectsWithOneOutputAreFoundOut() async throws {
        try await Stage.with([.paper("one")]) { stage in
            try await stage.run()
            let before = try stage.site()
            for _ in 0..<2 {
                let asked = stage.world.requests(to: "one").count
                let failure = await #expect(throws: RunFailure.self) { try await stage.run(Stage.night, other) }
                #expect(failure?.description.contains("public” holds the site of another project; name") == true)
                #expect(stage.world.requests(to: "one").count == asked)
                try await stage.run(Stage.night, elsewhere)
            }
            #expect(try stage.site() == before)
            let second = try stage.folder.read("public-2/.broadsheet.json").firstMatch(of: /[0-9a-f]{16}/)
            try await stage.run(Stage.night, adopting)
            #expect(try id(stage) == second.map { String($0.0) })
            await #expect(throws: RunFailure.self) { try await stage.run() }
        }
    }

    @Test func anotherProjectThatNeverRanIsFoundOutAsWell() async throws {
        try await Stage.with([.paper("one")]) { stage in
            try await stage.run()
            await #expect(throws: RunFailure.self) { try await stage.run(Stage.night, other) }
            let first = try id(stage)
            try await stage.run(Stage.night, adopting)
            #expect(try id(stage) != first)
            await #expect(throws: RunFailure.self, "the site is another's now") { try await stage.run(Stage.day(1)) }
        }
    }

    @Test func aStateThatWasRestoredTakesTheIdOfItsSite() async throws {
        try await Stage.with([.paper("one")]) { stage in
            try await stage.run()
            try FileManager.default.removeItem(atPath: stage.folder.path("state"))
            let copy = stage.folder.path("copy")
            try FileManager.default.copyItem(atPath: stage.folder.path("public"), toPath: copy)
            _ = try await Restoring(settings: stage.settings(), from: .folder(copy), now: Stage.day(1)).restore()
            try await stage.run(Stage.day(1)) { $0.settings.output += "-2" }
            try await stage.run(Stage.day(1))
            #expect(try stage.folder.read("public-2/.broadsheet.json").contains(id(stage) ?? "none"))
        }
    }

    @Test(arguments: [true, false]) func theSiteOfAnotherProjectIsNotRestoredFrom(hasState: Bool) async throws {
        try await Stage.with([.paper("one")]) { stage in
            try await stage.run()
            var request = RunRequest(settings: try stage.settings(), now: Stage.day(1))
            other(&request)
            if hasState { try await stage.run(Stage.night, elsewhere) }
            let restoring = { adopts in
                try Restoring(settings: request.settings, from: nil, adopts: adopts, now: Stage.day(1))
            }
            let failure = await #expect(throws: RunFailure.self) { try await restoring(false).restore() }
            #expect(failure?.description.contains("public” holds the site of another project; name") == true)
            await #expect(throws: RunFailure.self) { try await restoring(false).differences() }
            #expect(FileManager.default.fileExists(atPath: request.settings.state) == hasState)
            _ = try await restoring(true).restore()
            #expect(try await restoring(true).differences().isEmpty)
        }
    }

    @Test func aLostStateTakesTheIdOfItsSite() async throws {
        try await Stage.with([.paper("one")]) { stage in
            try await stage.run()
            let first = try id(stage)
            try FileManager.default.removeItem(atPath: stage.folder.path("state"))
            try await stage.run(Stage.day(1))
            #expect(try id(stage) == first)
            try await stage.run(Stage.day(2))
        }
    }

    @Test func aDryRunRemembersNoId() async throws {
        try await Stage.with([.paper("one")]) { stage in
            try await stage.run { $0.isDryRun = true }
            let store = try NewsStore(path: stage.settings().state)
            #expect(try store.beginRun(of: EditionDate(Stage.night, in: .gmt), now: Stage.night).project() == nil)
            try store.close()
        }
    }

    @Test func theSiteOfADemoIsNobodys() async throws {
        try await Stage.with([.paper("one")]) { stage in
            try await stage.run {
                $0.maker = .demo; $0.settings.state += ".demo"
            }
            let demo = try id(stage)
            try await stage.run(Stage.day(1), other)
            #expect(try id(stage) != demo)
            let failure = await #expect(throws: RunFailure.self) { try await stage.run { $0.maker = .demo } }
            #expect(failure?.description.contains("that the demo did not make") == true)
        }
    }

    @Test(arguments: ["index.html", "style.css", "2026", "archive"]) func aForeignFileEndsTheRunBeforeTheBatch(
        path: String
    ) async throws {
        try await Stage.with([.paper("one")]) { stage in
            try stage.folder.write("mine", to: "public/" + path)
            try stage.folder.write("a.example", to: "public/CNAME")
            for isDryRun in [false, true] {
                let failure = await #expect(throws: RunFailure.self) { try await stage.run { $0.isDryRun = isDryRun } }
                #expect(failure?.description.contains("the name: \(path) (") == true)
            }
            #expect(stage.world.requests(to: "one").isEmpty)
            #expect(try stage.site().keys.sorted() == ["CNAME", path].sorted())
            try await stage.run { $0.adopts = true }
            stage.world.turn(to: Stage.day(1))
            try await stage.run(Stage.day(1))
            #expect(try stage.page("CNAME") == "a.example")
            #expect(try stage.page("2026/11/24/index.html").contains("<html"))
        }
    }

    /// The pages of sources and sections have names that are known only then.
    @Test func aForeignFileThatShowsLaterEndsTheRunAtPublishing() async throws {
        try await Stage.with([.paper("one")]) { stage in
            try stage.folder.write("mine", to: "public/source/one.html")
            let failure = await #expect(throws: RunFailure.self) { try await stage.run() }
            #expect(failure?.description.contains("source/one.html") == true)
            #expect(try stage.site().keys.sorted() == ["source/one.html"])
            try await stage.run { $0.adopts = true }
            #expect(try stage.page("source/one.html") != "mine")
        }
    }

    @Test func aGuardedNightWritesOverNothingElse() async throws {
        try await Stage.with([.paper("one")], extra: "publish-guard: {min-sources: 2}") { stage in
            try await stage.run()
            try FileManager.default.removeItem(atPath: stage.folder.path("public/health.html"))
            try stage.folder.write("mine", to: "public/health.html/mine.txt")
            let failure = await #expect(throws: RunFailure.self) { try await stage.run(Stage.day(1)) }
            #expect(failure?.description.contains("health.html/ (a folder with all that is in it)") == true)
            #expect(try stage.page("health.html/mine.txt") == "mine")
        }
    }
}
