import Foundation
import TestSupport
import Testing

/// Results that can't be written, and descriptors that are not there.
@Suite struct StandardStreamsTests {
    private static let nobody = "sources:\n  - feed: http://127.0.0.1:9/rss.xml\nnetwork: {allow-private: true}\n"
    private static let noSpace = "The result can't be written to standard output: No space left on device."

    private func project() throws -> TemporaryDirectory {
        let folder = try TemporaryDirectory()
        try folder.write(Self.nobody, to: "broadsheet.yml")
        try folder.write("<rss version='2.0'><channel><title>A</title></channel></rss>", to: "a.xml")
        return folder
    }

    @Test(arguments: [
        "run --json --fail-on none", "check", "diff --help", "inspect feed a.xml", "inspect feed --quiet a.xml",
        "inspect html", "inspect url", "templates export own", "--version", "run --help",
    ])
    func aResultThatCannotBeWrittenEndsWith1(arguments: String) async throws {
        let ending = try await Program.run(
            arguments.split(separator: " ").map(String.init), by: #"exec "$0" "$@" >/dev/full"#, in: project(),
            input: "https://a.example/\n")
        #expect(ending.code == 1)
        #expect(ending.complaint == "broadsheet: \(Self.noSpace)\n")
    }

    @Test(arguments: ["run --json --fail-on none", "check", "inspect feed a.xml", "inspect url"])
    func whoStopsReadingIsNoFailure(arguments: String) async throws {
        let shell = #"("$0" "$@"; echo $? >code) | :; cat code"#
        let folder = try project()
        let ending = try await Program.run(
            arguments.split(separator: " ").map(String.init), by: shell, in: folder, input: "https://a.example/\n")
        #expect(ending.output == "0\n")
        #expect(ending.complaint.isEmpty, "\(ending.complaint)")
    }

    @Test(arguments: [">&- 2>&-", "<&- >&- 2>&-", "2>&-"]) func closedDescriptorsAreNoFileOfOurs(closed: String)
        async throws
    {
        let folder = try project()
        let ending = try await Program.run(
            ["run", "-v", "--json", "--fail-on", "none"], by: #"exec "$0" "$@" "# + closed, in: folder)
        #expect(ending.code == 0)
        #expect(try folder.read(".broadsheet/state.sqlite.lock").isEmpty)
        #expect(try folder.read("public/.broadsheet.json").hasPrefix("{"))
    }

    @Test func aFolderIsNoFeed() async throws {
        let ending = try await Program.run("inspect", "feed", ".", "a.xml", in: project())
        #expect(ending.code == 1)
        let lines = ending.output.split(separator: "\n")
        #expect(lines.first == #"{"file":".","error":". is a folder; name the files in it"}"#, "\(ending.output)")
        #expect(lines.count == 2 && ending.complaint.isEmpty)
    }
}
