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

    /// A user who is not in the group of the output can't keep by a change of mode that folders hand it down.
    @Test(
        .enabled(if: geteuid() == 0 && FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv")),
        arguments: ["077", "022"])
    func theGroupIsHandedDownToNewFoldersOfAStranger(umask: String) async throws {
        let (user, group) = (uid_t(65_534), gid_t(1))
        let folder = try TemporaryDirectory()
        try folder.write(Self.configuration, to: "broadsheet.yml")
        let output = folder.path("public")
        try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: false)
        #expect(chown(folder.path, user, user) == 0 && chmod(folder.path, 0o755) == 0)
        #expect(chown(output, user, group) == 0 && chmod(output, 0o2775) == 0)
        let ending = try await Program.run(
            ["run", "--no-fetch", "--now", "2026-11-23T03:00:00Z"],
            by: "umask \(umask); exec setpriv --reuid \(user) --regid \(user) --clear-groups \"$0\" \"$@\"",
            in: folder, environment: ["PATH": "/usr/bin:/bin"])
        #expect(ending.code == 0, "\(ending.complaint)")
        for path in ["public/2026", "public/2026/11", "public/archive"] {
            var status = stat()
            #expect(stat(folder.path(path), &status) == 0 && status.st_mode & 0o7777 == 0o2755, "\(path)")
        }
        for path in ["public/index.html", "public/2026/11/23/index.html"] {
            var status = stat()
            #expect(stat(folder.path(path), &status) == 0 && status.st_gid == group, "\(path)")
        }
    }
}
