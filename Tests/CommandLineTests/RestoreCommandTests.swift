import Foundation
import TestSupport
import Testing
import TransportTestSupport

/// `restore --from-url`, as a job calls it that publishes afterwards: what could not be read must not look like a site that
/// is not there.
@Suite(.timeLimit(.minutes(1))) struct RestoreCommandTests {
    private static let archive = """
        {"editions": [
          {"date": "2026-11-23", "generated": "2026-11-23T05:00:00Z", "stories": 1},
          {"date": "2026-11-22", "generated": "2026-11-22T05:00:00Z", "stories": 1}
        ]}
        """

    /// A server that answers with the first of `answers` whose path ends so, and else says that nothing is there.
    private static func server(_ answers: [(path: String, status: String, body: String)]) -> LoopbackServer {
        LoopbackServer { request in
            let path = request.split(separator: " ").dropFirst().first ?? ""
            let (_, status, body) = answers.first { path.hasSuffix($0.path) } ?? ("", "404 Not Found", "no")
            return [
                .say("HTTP/1.1 \(status)\r\nContent-Length: \(body.utf8.count)\r\nConnection: close\r\n\r\n\(body)"),
                .close,
            ]
        }
    }

    private func restored(
        _ answers: [(path: String, status: String, body: String)], _ flags: String...
    ) async throws -> (ending: Program.Ending, hasState: Bool) {
        let folder = try TemporaryDirectory()
        let text = "network: {allow-private: true}\nfetch: {retries: 0}\nsources:\n  - feed: https://a.example/\n"
        try folder.write(text, to: "broadsheet.yml")
        return try await Self.server(answers).serve { server in
            let ending = try await Program.run(["restore", "--from-url", server.url] + flags, by: nil, in: folder)
            let state = folder.path(".broadsheet/state.sqlite")
            return (ending, FileManager.default.fileExists(atPath: state))
        }
    }

    @Test(arguments: ["404 Not Found", "410 Gone"]) func whereNothingIsPublishedYetAJobGoesOn(status: String)
        async throws
    {
        let (ending, hasState) = try await restored([("", status, "no")], "--if-published")
        #expect(ending.code == 0, "\(ending.complaint)")
        #expect(ending.output.contains("Nothing is published at http://127.0.0.1:"))
        #expect(!hasState)
    }

    @Test func withoutTheFlagThatIsAFailure() async throws {
        let (ending, hasState) = try await restored([])
        #expect(ending.code == 1 && !hasState)
        #expect(ending.complaint.contains("There is no site of Broadsheet at"))
    }

    @Test(arguments: [
        [("", "503 Service Unavailable", "later")],
        [("archive.json", "200 OK", archive), ("22/edition.json", "500 Internal Server Error", "")],
        [("", "200 OK", "<!doctype html><title>Sign in</title>")],
        [("archive.json", "404 Not Found", ""), (".broadsheet.json", "502 Bad Gateway", "")],
    ])
    func whatCannotBeReadIsAFailureAndMakesNoState(
        answers: [(path: String, status: String, body: String)]
    ) async throws {
        let (ending, hasState) = try await restored(answers, "--if-published")
        #expect(ending.code == 1, "\(ending.output)")
        #expect(!ending.complaint.isEmpty)
        #expect(!hasState, "it would look like one that knows the whole site")
    }

    @Test func aNameThatIsNotFoundIsAFailure() async throws {
        let folder = try TemporaryDirectory()
        try folder.write("fetch: {retries: 0}\nsources:\n  - feed: https://a.example/\n", to: "broadsheet.yml")
        let ending = try await Program.run(
            "restore", "--from-url", "http://nowhere.invalid/", "--if-published", in: folder)
        #expect(ending.code == 1, "\(ending.output)")
    }
}
