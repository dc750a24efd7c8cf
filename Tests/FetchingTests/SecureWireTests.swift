import Foundation
import NIOHTTP1
import NIOSSL
import NewsModel
import Testing

@testable import Fetching

/// TLS, and its faults told apart.
@Suite struct SecureWireTests {
    private static let sound = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"

    /// What asking a server with that certificate ends in: the status, or what is wrong.
    private static func ask(
        _ certificate: String?, trusting authority: String?, newest: TLSVersion? = nil
    ) async throws -> String {
        let server = LoopbackServer([.say(sound)], greeting: certificate == nil ? "HTTP/1.1 400 No\r\n\r\n" : nil)
        try await server.start(certificate: certificate, newest: newest)
        defer { Task { try await server.stop() } }
        let network = NetworkPolicy(
            allowsPrivate: true, certificateAuthorityFile: authority.map { Fixture.path("\($0).pem") })
        let clients = try HTTPClients(fetch: FetchPolicy(), network: network)
        defer { clients.close() }
        do {
            return "\(try await clients.send(WireRequest(url: "https://localhost:\(server.port)/")).status.code)"
        } catch {
            guard case .tls(let words, _) = FetchFailure(error, log: FetchLog()) else { return "\(error)" }
            return words
        }
    }

    @Test func anAuthorityOfTheUsersIsTrusted() async throws {
        #expect(try await Self.ask("sound", trusting: "authority") == "200")
    }

    @Test(
        arguments: [
            ("sound", nil, "unknown authority"), ("self-signed", nil, "self-signed"),
            ("expired", "authority", "expired"),
            ("not-yet-valid", "authority", "not yet valid"), ("other-name", "authority", "another name"),
            (nil, "authority", "does not speak TLS"),
        ] as [(String?, String?, String)])
    func whatIsWrongIsSaid(certificate: String?, authority: String?, words: String) async throws {
        let said = try await Self.ask(certificate, trusting: authority)
        #expect(said.contains(words), "\(said)")
    }

    @Test(arguments: [(TLSVersion.tlsv12, "200"), (.tlsv11, "no version of TLS that is still safe")])
    func whatIsOlderThanTLS12IsRefused(newest: TLSVersion, words: String) async throws {
        let said = try await Self.ask("sound", trusting: "authority", newest: newest)
        #expect(said.contains(words), "\(said)")
    }

    @Test func aFileWithoutAuthoritiesIsAnError() {
        let network = NetworkPolicy(certificateAuthorityFile: Fixture.path("nothing.pem"))
        #expect(throws: HTTPClients.BadAuthorityFile.self) {
            _ = try HTTPClients(fetch: FetchPolicy(), network: network)
        }
    }
}
