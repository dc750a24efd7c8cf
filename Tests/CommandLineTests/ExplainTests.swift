import Foundation
import TestSupport
import Testing

@Suite struct ExplainTests {
    /// A night of the demo, and the configuration that reads its state.
    private static func demo() async throws -> TemporaryDirectory {
        let folder = try TemporaryDirectory()
        _ = try await Program.run("demo", "--date", "2026-11-23", in: folder)
        let state = try FileManager.default.subpathsOfDirectory(atPath: folder.path).first { $0.hasSuffix(".sqlite") }
        try folder.write(
            "state: \(try #require(state))\nsources:\n  - feed: https://post.example/feed.xml\n", to: "broadsheet.yml")
        return folder
    }

    @Test func aStoryOfTheEditionIsExplainedByItsIDForPeopleAndForPrograms() async throws {
        let folder = try await Self.demo()
        let edition = try folder.read("public/2026/11/23/edition.json")
        let id = try #require(edition.firstMatch(of: /"id": ?"([0-9a-f]{16})"/)).1
        let ending = try await Program.run("explain", String(id), in: folder)
        #expect(ending.code == 0, "\(ending.complaint)")
        #expect(ending.output.contains("In the edition of 2026-11-23: no. 1 of"))
        #expect(ending.output.contains("freshness"))
        let json = try await Program.run("explain", String(id), "--json", "--date", "2026-11-23", in: folder)
        let document = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
        #expect((document?["found"] as? [Any])?.count == 1)
    }

    @Test func whatIsNotThereEndsWith1AndASentence() async throws {
        let folder = try await Self.demo()
        let ending = try await Program.run("explain", "kayakers", "--json", in: folder)
        #expect(ending.code == 1)
        #expect(ending.complaint.contains("No remembered story matches “kayakers”"))
        #expect(ending.output.contains("\"found\""))
    }

    @Test func wrongUseEndsWith2AndNoState1() async throws {
        let folder = try TemporaryDirectory()
        try folder.write("sources:\n  - feed: https://post.example/feed.xml\n", to: "broadsheet.yml")
        #expect(try await Program.run("explain", in: folder).code == 2)
        #expect(try await Program.run("explain", " ", in: folder).code == 2)
        #expect(try await Program.run("explain", "owl", "--date", "soon", in: folder).code == 2)
        #expect(try await Program.run("explain", "owl", "-c", "none.yml", in: folder).code == 2)
        let ending = try await Program.run("explain", "owl", in: folder)
        #expect(ending.code == 1)
        #expect(ending.complaint.contains("`broadsheet run` makes it"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["broadsheet.yml"])
    }
}
