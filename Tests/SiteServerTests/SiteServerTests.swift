import HTTPTransport
import NIOCore
import TestSupport
import Testing

@testable import SiteServer

/// The server over a real connection.
@Suite(.timeLimit(.minutes(1))) struct SiteServerTests {
    private static func body(of url: String) async throws -> String {
        let client = try HTTPClient(policy: AddressPolicy(allowsPrivate: true), maxBodyBytes: 1 << 20)
        defer { client.close() }
        let response = try await client.send(HTTPRequest(url: url))
        var text = ""
        while let chunk = try await response.body.next() { text += String(buffer: chunk) }
        return text
    }

    @Test func aFolderThatTakesThePlaceOfAnotherIsServed() async throws {
        let folder = try TemporaryDirectory()
        try folder.write("first", to: "one/index.html")
        try folder.write("second", to: "two/index.html")
        let server = try await SiteServer.start(folder: folder.path("one"), port: 0)
        #expect(try await Self.body(of: "http://127.0.0.1:\(server.port)/") == "first")
        server.serve(folder: folder.path("two"))
        #expect(try await Self.body(of: "http://127.0.0.1:\(server.port)/") == "second")
        await server.stop()
    }

    @Test func aPortThatIsTakenIsSaid() async throws {
        let folder = try TemporaryDirectory()
        let server = try await SiteServer.start(folder: folder.path, port: 0)
        let failure = await #expect(throws: SiteServer.Failure.self) {
            try await SiteServer.start(folder: folder.path, port: server.port)
        }
        #expect(failure?.description.contains("--port") == true)
        await server.stop()
    }
}
