import Foundation
import TestSupport
import Testing

/// `run --changed-list`, by which a site is copied elsewhere.
@Suite struct ChangedListTests {
    private static func configuration(_ pages: String) -> String {
        """
        fetch: {retries: 0}
        network: {allow-private: true}
        pages: {\(pages)}
        sources:
          - {id: paper, feed: "http://127.0.0.1:9/rss.xml"}

        """
    }

    private func run(_ day: Int, in folder: TemporaryDirectory) async throws -> [String] {
        let ending = try await Program.run(
            "run", "--now", "2026-11-2\(day)T05:00:00Z", "--fail-on", "none", "--changed-list", "changed.txt",
            "--force",
            in: folder)
        #expect(ending.code == 0, "\(ending.complaint)")
        return try folder.read("changed.txt").split(separator: "\n").map(String.init)
    }

    @Test func whatIsCopiedByItIsTheSite() async throws {
        let folder = try TemporaryDirectory()
        try folder.write(Self.configuration("opml: true"), to: "broadsheet.yml")
        let first = try await run(1, in: folder)
        #expect(Set(first) == Set(try folder.files(below: "public").keys))
        #expect(first.suffix(2) == ["index.html", ".broadsheet.json"], "what leads to others comes after them")
        let before = try folder.files(below: "public")
        try FileManager.default.removeItem(atPath: folder.path("changed.txt"))

        try folder.write(Self.configuration("opml: false"), to: "broadsheet.yml")
        let second = try await run(2, in: folder)
        let after = try folder.files(below: "public")
        #expect(second.contains("opml.xml") && after["opml.xml"] == nil, "removed files are listed")
        var copy = before
        for path in second { copy[path] = after[path] }
        #expect(copy == after)
    }

    @Test func itGrowsUntilWhoeverHasCopiedRemovesIt() async throws {
        let folder = try TemporaryDirectory()
        try folder.write(Self.configuration("opml: true"), to: "broadsheet.yml")
        let first = try await run(1, in: folder)
        let second = try await run(2, in: folder)
        #expect(Set(first).isSubset(of: second))
        #expect(Set(second).count == second.count)
        #expect(second.last == ".broadsheet.json")
    }
}
