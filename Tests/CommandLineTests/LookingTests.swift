import Foundation
import SimulatedWorld
import TestSupport
import Testing

/// `run --preview`, `diff` and `serve`, as far as they say something and end.
@Suite struct LookingTests {
    private static let nobody = """
        fetch: {retries: 0}
        network: {allow-private: true}
        sources:
          - {id: paper, feed: "http://127.0.0.1:9/rss.xml"}
        """

    /// Every file below a folder, with what is in it and when it was changed.
    private func files(of folder: TemporaryDirectory) throws -> [String: String] {
        let manager = FileManager.default
        let paths = try manager.subpathsOfDirectory(atPath: folder.path)
        return try Dictionary(
            uniqueKeysWithValues: paths.map { path in
                let attributes = try manager.attributesOfItem(atPath: folder.path(path))
                let bytes = manager.contents(atPath: folder.path(path)) ?? Data()
                return (path, "\(attributes[.modificationDate] ?? "") \(bytes.base64EncodedString())")
            })
    }

    @Test func aPreviewTouchesNeitherStateNorSite() async throws {
        let folder = try TemporaryDirectory()
        let temporary = try TemporaryDirectory()
        let world = try await SimulatedWorld.start(
            [SimulatedSource(id: "one", content: .reported())], now: Date(timeIntervalSince1970: 1_795_410_000),
            latencyScale: 0)
        try folder.write(world.configuration(state: "state/state.sqlite"), to: "broadsheet.yml")
        let nights = ["2026-11-23T05:00:00Z", "2026-11-24T05:00:00Z"]
        let first = try await Program.run("run", "--now", nights[0], in: folder)
        #expect(first.code == 0, "\(first.complaint)")
        let before = try files(of: folder)
        let preview = try await Program.run(
            "run", "--preview", "--now", nights[1], "--force", in: folder, environment: ["TMPDIR": temporary.path])
        try await world.stop()
        #expect(preview.code == 0, "\(preview.complaint)")
        #expect(try files(of: folder) == before)
        let site = try #require(preview.output.firstMatch(of: /preview is in (\S+);/)?.1)
        #expect(site.hasPrefix(temporary.path))
        #expect(FileManager.default.fileExists(atPath: site + "/index.html"))
        let editions = try FileManager.default.subpathsOfDirectory(atPath: String(site))
        #expect(editions.contains("2026/11/23/index.html"), "what was published is there too")
    }

    @Test func aPreviewThatFailsLeavesNothing() async throws {
        let folder = try TemporaryDirectory()
        let temporary = try TemporaryDirectory()
        try folder.write(Self.nobody, to: "broadsheet.yml")
        let ending = try await Program.run(
            "run", "--preview", "--fail-fast", in: folder, environment: ["TMPDIR": temporary.path])
        #expect(ending.code == 1)
        #expect(try FileManager.default.contentsOfDirectory(atPath: temporary.path).isEmpty)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["broadsheet.yml"])
    }

    @Test func diffSaysWhichSourceEndedOtherwise() async throws {
        let folder = try TemporaryDirectory()
        let nights = [1_795_410_000.0, 1_795_496_400.0].map { Date(timeIntervalSince1970: $0) }
        let world = try await SimulatedWorld.start(
            [SimulatedSource(id: "one", content: .reported())], now: nights[0], latencyScale: 0)
        try folder.write(world.configuration(state: "state/state.sqlite"), to: "broadsheet.yml")
        for night in nights {
            world.turn(to: night)
            let ending = try await Program.run("run", "--now", night.formatted(.iso8601), "--force", in: folder)
            #expect(ending.code == 0, "\(ending.complaint)")
        }
        try await world.stop()
        let before = try files(of: folder)
        let ending = try await Program.run("diff", "2026-11-23", "2026-11-24", in: folder)
        #expect(ending.code == 0, "\(ending.complaint)")
        #expect(ending.output.hasPrefix("2026-11-23 → 2026-11-24: "))
        #expect(ending.output.contains("New\n") && ending.output.contains("first seen since, in one"))
        #expect(ending.output.contains("Gone\n") && ending.output.contains("told on 2026-11-23 already"))
        let json = try await Program.run("diff", "2026-11-24", "2026-11-23", "--json", in: folder)
        let document = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        let changes = try #require(document["stories"] as? [[String: Any]]).compactMap { $0["change"] as? String }
        #expect(Set(changes) == ["new", "gone"])
        #expect(try files(of: folder) == before)
    }

    @Test(
        arguments: [
            (["serve", "nowhere"], 1, "no site in"), (["serve"], 1, "no site in"),
            (["serve", "broadsheet.yml"], 1, "no site"),
            (["serve", "--port", "65536"], 2, "0 to 65535"), (["serve", "--port", "-1"], 2, "--port"),
            (["serve", "--port", "many"], 2, "many"), (["serve", "--watch", "public"], 2, "leave out the folder"),
            (["serve", "--watch"], 1, "No edition"), (["serve", "-c", "other.yml"], 2, "other.yml"),
            (["serve", "a", "b"], 2, "b"), (["diff"], 2, "before"), (["diff", "2026-11-23"], 2, "after"),
            (["diff", "2026-11-23", "2026-11-23"], 2, "two dates"), (["diff", "yesterday", "today"], 2, "yesterday"),
            (["diff", "2026-02-30", "2026-03-01"], 2, "2026-02-30"),
            (["diff", "2026-11-22", "2026-11-23"], 1, "no state"),
            (["diff", "2026-11-22", "2026-11-23", "-c", "other.yml"], 2, "other.yml"),
            (["health", "-c", "other.yml"], 2, "other.yml"), (["health", "--since", "a week"], 2, "a week"),
            (["run", "--preview", "--dry-run"], 2, "choose one"), (["run", "--preview", "-o", "x"], 2, "leave out -o"),
            (["run", "--json", "--events"], 2, "choose one"), (["run", "--fail-on", "quorm:50%"], 2, "quorum:50%"),
            (["run", "--fail-on", "dead:none"], 2, "dead:3"), (["run", "--fail-on", "none,any"], 2, "stands alone"),
            (["run", "--fail-on", ""], 2, "--fail-on"), (["run", "--fail-on", "sometimes"], 2, "quorum:50%"),
        ] as [([String], Int32, String)])
    func wrongInputIsSaidInASentenceAndChangesNothing(arguments: [String], code: Int32, words: String) async throws {
        let folder = try TemporaryDirectory()
        let temporary = try TemporaryDirectory()
        try folder.write(Self.nobody, to: "broadsheet.yml")
        let ending = try await Program.run(
            arguments, by: nil, in: folder, environment: ["TMPDIR": temporary.path])
        #expect(ending.code == code, "\(ending.complaint)")
        #expect(ending.complaint.contains(words), "\(ending.complaint)")
        #expect(ending.complaint.hasPrefix("broadsheet: ") && !ending.complaint.contains("Fatal"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["broadsheet.yml"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: temporary.path).isEmpty)
    }
}
