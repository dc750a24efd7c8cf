import Foundation
import TestSupport
import Testing

/// What a run does with an output in which somebody else's files stand, and which permissions its own get.
@Suite struct AdoptTests {
    private static let configuration =
        "sources:\n  - feed: http://127.0.0.1:9/rss.xml\nnetwork: {allow-private: true}\nedition: {min-stories: 0}\n"

    private func mode(_ folder: TemporaryDirectory, _ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: folder.path(path))[.posixPermissions] as? Int
    }

    @Test func aForeignFileEndsTheRunWith1UnlessItIsTakenOver() async throws {
        let folder = try TemporaryDirectory()
        try folder.write(Self.configuration, to: "broadsheet.yml")
        try folder.write("mine", to: "public/index.html")
        let refused = try await Program.run("run", "--no-fetch", in: folder)
        #expect(refused.code == 1)
        #expect(refused.complaint.contains("index.html") && refused.complaint.contains("--adopt"))
        #expect(try folder.read("public/index.html") == "mine")
        let adopted = try await Program.run("run", "--no-fetch", "--adopt", in: folder)
        #expect(adopted.code == 0, "\(adopted.complaint)")
        #expect(adopted.complaint.contains("in the place of what Broadsheet had not made: index.html."))
        #expect(try folder.read("public/index.html").contains("<html"))
    }

    @Test func noUmaskShowsInWhatIsPublished() async throws {
        let folder = try TemporaryDirectory()
        try folder.write(Self.configuration, to: "broadsheet.yml")
        for (umask, date) in [("077", "2026-11-23"), ("000", "2026-11-24")] {
            let ending = try await Program.run(
                "run", "--no-fetch", "--now", "\(date)T03:00:00Z", in: folder, umask: umask)
            #expect(ending.code == 0, "\(ending.complaint)")
            for path in ["public", "public/2026", "public/archive"] { #expect(try mode(folder, path) == 0o755) }
            for path in ["index.html", "style.css", "2026/11/23/index.html", ".broadsheet.json"] {
                #expect(try mode(folder, "public/" + path) == 0o644, "\(path)")
            }
            #expect(try mode(folder, ".broadsheet") == 0o700 && mode(folder, ".broadsheet/state.sqlite") == 0o600)
        }
    }
}
