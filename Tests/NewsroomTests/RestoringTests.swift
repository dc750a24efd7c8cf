import Foundation
import NewsModel
import NewsStore
import SimulatedWorld
import TestSupport
import Testing

@testable import Newsroom

@Suite struct RestoringTests {
    private func restoring(_ stage: Stage, from place: Restoring.Place? = nil) throws -> Restoring {
        try Restoring(settings: try stage.settings(), from: place, now: Stage.day(1))
    }

    private func loseState(_ stage: Stage) throws {
        try FileManager.default.removeItem(at: stage.folder.url.appending(path: "state/state.sqlite"))
    }

    @Test func theStateIsRestoredFromTheOutput() async throws {
        try await Stage.with([.paper("one")]) { stage in
            let night = try await stage.run()
            #expect(try await restoring(stage).differences().isEmpty)
            try loseState(stage)
            #expect(try await restoring(stage).differences() == ["2026-11-23: the site has it, the state has not."])
            let report = try await restoring(stage).restore()
            #expect(report.restored == [night.edition.date])
            #expect(try await restoring(stage).differences().isEmpty)
            let again = try await restoring(stage).restore()
            #expect(again.restored.isEmpty && again.sentences.count == 1)
        }
    }

    @Test func aSiteInAnotherFolderRestoresTheStateAndTheNextRunTheSite() async throws {
        try await Stage.with([.paper("one")]) { stage in
            try await stage.run()
            let page = try stage.page("2026/11/23/edition.json")
            let copy = stage.folder.url.appending(path: "copy")
            try FileManager.default.moveItem(at: stage.folder.url.appending(path: "public"), to: copy)
            try loseState(stage)
            _ = try await restoring(stage, from: .folder(copy.path)).restore()
            stage.world.turn(to: Stage.day(1))
            try await stage.run(Stage.day(1))
            #expect(try stage.page("2026/11/23/edition.json") == page)
        }
    }

    @Test func anEditionWhoseFolderIsGoneIsNamedAndLedToByNothing() async throws {
        try await Stage.with([.paper("one")]) { stage in
            for day in 0...2 {
                stage.world.turn(to: Stage.day(day))
                try await stage.run(Stage.day(day))
            }
            try FileManager.default.removeItem(atPath: stage.folder.path("public/2026/11/24"))
            let lost = "2026-11-24: that of the site can't be restored from, since its folder is not there."
            #expect(try await restoring(stage).differences() == [lost])
            try loseState(stage)
            let report = try await restoring(stage).restore()
            #expect(report.sentences.contains { $0.contains("2026-11-24") && $0.contains("its folder is not there") })
            stage.world.turn(to: Stage.day(3))
            try await stage.run(Stage.day(3))
            for (path, data) in try stage.site() where path != ".broadsheet.json" {
                let text = String(decoding: data, as: UTF8.self).replacing("one.example/2026/11/24/", with: "")
                #expect(!text.contains("/11/24/") && !text.contains("../24/"), "\(path)")
            }
        }
    }

    @Test func aSiteOfYearsHasMoreTimeThanABatch() {
        var policy = FetchPolicy()
        #expect(Restoring.policy(for: policy).deadline == .seconds(300))
        policy.deadline = .seconds(900)
        #expect(Restoring.policy(for: policy).deadline == .seconds(900))
    }

    @Test func anEditionThatIsLostOutsideOfTheOutputIsSaidToBe() async throws {
        try await Stage.with([.paper("one")]) { stage in
            try await stage.run()
            let copy = stage.folder.url.appending(path: "copy")
            try FileManager.default.copyItem(at: stage.folder.url.appending(path: "public"), to: copy)
            try Data("{".utf8).write(to: copy.appending(path: "2026/11/23/edition.json"))
            try loseState(stage)
            let report = try await restoring(stage, from: .folder(copy.path)).restore()
            #expect(report.sentences.contains { $0.hasSuffix("a run into another output publishes without it.") })
        }
    }

    @Test func anEditionThatCanNotBeRestoredFromIsADifference() async throws {
        try await Stage.with([.paper("one")]) { stage in
            try await stage.run()
            try stage.folder.write("{\"edition\": \"2026-11-23\"", to: "public/2026/11/23/edition.json")
            let sentence =
                "2026-11-23: that of the site can't be restored from, since it is no whole JSON object."
            #expect(try await restoring(stage).differences() == [sentence])
        }
    }

    @Test func whatIsNoSiteRestoresNothing() async throws {
        try await Stage.with([.paper("one")]) { stage in
            let failure = await #expect(throws: RunFailure.self) { try await restoring(stage).restore() }
            #expect(failure?.description.contains("no site of Broadsheet") == true)
        }
    }
}
