import Foundation
import TestSupport
import Testing

@Suite struct DemoTests {
    @Test func theDemoPublishesAndSaysWhereToLook() async throws {
        let folder = try TemporaryDirectory()
        let ending = try await Program.run("demo", "--date", "2026-11-23", in: folder)
        #expect(ending.code == 0, "\(ending.complaint)")
        #expect(ending.output.contains("public/index.html"))
        #expect(ending.output.contains("late"))
        #expect(try folder.read("public/2026/11/23/index.html").contains("<h2"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == [".broadsheet", "public"])
    }

    @Test func whatIsForProgramsIsOneDocumentAndWhatIsQuietNone() async throws {
        let folder = try TemporaryDirectory()
        let document = try await Program.run("demo", "--days", "2", "--date", "2026-11-23", "--json", in: folder)
        let report = try JSONSerialization.jsonObject(with: Data(document.output.utf8)) as? [String: Any]
        #expect(report?["edition"] as? String == "2026-11-23")
        #expect(try await Program.run("demo", "--date", "2026-11-23", "-q", in: folder).output.isEmpty)
    }

    @Test func theDemoWritesOverNoSiteThatItDidNotMake() async throws {
        let folder = try TemporaryDirectory()
        try folder.write("<p>My own</p>", to: "public/index.html")
        let ending = try await Program.run("demo", in: folder)
        #expect(ending.code != 0)
        #expect(ending.complaint.contains("-o"))
        #expect(try folder.read("public/index.html") == "<p>My own</p>")
    }
}
