import NIOCore
import NIOHTTP1
import Testing
import TransportTestSupport

@testable import HTTPTransport

/// What a proxy is asked, and who is asked through it.
@Suite(.timeLimit(.minutes(1))) struct ProxyTests {
    private static func proxy(
        _ port: Int = 1, exceptions: [String] = [], sparesLoopback: Bool = false
    ) -> ProxyConfiguration {
        ProxyConfiguration(
            host: "127.0.0.1", port: port, credentials: "me:word", exceptions: exceptions,
            sparesLoopback: sparesLoopback)
    }

    private static func client(_ port: Int) throws -> HTTPClient {
        try HTTPClient(policy: AddressPolicy(allowsPrivate: false), maxBodyBytes: 1 << 20, proxy: proxy(port))
    }

    private static func failure(_ client: HTTPClient, _ url: String) async -> TransportError? {
        do throws(TransportError) {
            _ = try await client.send(HTTPRequest(url: url))
            return nil
        } catch {
            return error
        }
    }

    @Test func plainHTTPIsPassedOn() async throws {
        try await LoopbackServer([.say("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")]).serve { server in
            let client = try Self.client(server.port)
            for path in ["rss?a", "other"] {
                let response = try await client.send(HTTPRequest(url: "http://paper.example:8080/\(path)"))
                #expect(response.status == .ok)
                await response.body.release()
            }
            let request = try #require(server.requests.first)
            #expect(request.hasPrefix("GET http://paper.example:8080/rss?a HTTP/1.1\r\n"))
            #expect(request.contains("host: paper.example:8080\r\n"))
            #expect(request.contains("proxy-authorization: Basic bWU6d29yZA==\r\n"))
            #expect(server.connections == 1)
        }
    }

    @Test(arguments: ["\r\n\r\n", "\r\nContent-Length: 16\r\n\r\n<html>No.</html>"])
    func httpsAsksForATunnelFirst(rest: String) async throws {
        try await LoopbackServer([.say("HTTP/1.1 407 Proxy Authentication Required\(rest)")]).serve { server in
            let failure = await Self.failure(try Self.client(server.port), "https://paper.example/")
            #expect(failure == .proxyRefused("407 Proxy Authentication Required"))
            let request = try #require(server.requests.first)
            #expect(
                request
                    == "CONNECT paper.example:443 HTTP/1.1\r\nHost: paper.example:443\r\n"
                    + "Proxy-Authorization: Basic bWU6d29yZA==\r\n\r\n")
        }
    }

    @Test func aTunnelCarriesTLSToItsHost() async throws {
        // What follows the tunnel's opening is no TLS: that is said of the server, and not of the proxy.
        let script: [LoopbackServer.Step] = [.say("HTTP/1.1 200 Connection established\r\n\r\n"), .close]
        try await LoopbackServer(script).serve { server in
            let failure = await Self.failure(try Self.client(server.port), "https://paper.example/")
            #expect(
                [.tls(.closedInHandshake), .proxyFailed(.noResponse(.closed)), .noResponse(.closed)].contains(failure))
            #expect(server.requests.count == 1)
        }
    }

    @Test func aProxyThatHangsUpIsToldFromAServerThatDoes() async throws {
        try await LoopbackServer([.close]).serve { server in
            let failure = await Self.failure(try Self.client(server.port), "https://paper.example/")
            #expect(failure == .proxyFailed(.noResponse(.closed)))
        }
    }

    @Test(arguments: ["http://paper.example/", "https://paper.example/"])
    func aProxyThatIsNotThereIsTold(url: String) async throws {
        let port = try await LoopbackServer([]).serve { $0.port }
        #expect(await Self.failure(try Self.client(port), url) == .proxyFailed(.noResponse(.refused)))
    }

    @Test func aPrivateNameIsNotAskedThroughIt() async throws {
        let failure = await Self.failure(try Self.client(1), "http://db.internal/")
        #expect(failure == .refused(.privateName(host: "db.internal")))
    }

    @Test func whatWasCancelledIsNotTheProxysFault() {
        #expect(Dialer.ofProxy(CancellationError()) == .cancelled)
        #expect(Dialer.ofProxy(TransportError.proxyRefused("no")) == .proxyRefused("no"))
        #expect(Dialer.ofProxy(ChannelError.eof) == .proxyFailed(.noResponse(.closed)))
    }

    @Test(arguments: [
        ("paper.example", true), ("intra.example", false), ("www.intra.example", false), ("notintra.example", true),
        ("bare.example", false), ("a.bare.example", false), ("10.1.2.3", false), ("11.1.2.3", true),
        ("[fd00::1]", false), ("[2001:4860::1]", true),
    ])
    func whoIsExceptedIsAskedDirectly(host: String, isProxied: Bool) {
        let proxy = Self.proxy(exceptions: [".Intra.example", "bare.example", "10.0.0.0/8", "fd00::/8"])
        #expect(proxy.isUsed(for: host) == isProxied)
    }

    @Test(arguments: ["paper.example", "11.1.2.3", "[2001:4860::1]"]) func aStarExceptsEverybody(host: String) {
        #expect(!Self.proxy(exceptions: ["*"]).isUsed(for: host))
    }

    @Test(arguments: [
        ("localhost", false), ("www.localhost", false), ("127.0.0.2", false), ("[::1]", false),
        ("notlocalhost", true), ("10.0.0.1", true), ("paper.example", true),
    ])
    func aProxyThatSparesLoopbackIsNotUsedForIt(host: String, isProxied: Bool) {
        #expect(Self.proxy(sparesLoopback: true).isUsed(for: host) == isProxied)
        #expect(Self.proxy().isUsed(for: host))
    }
}

/// The proxy's side of CONNECT, without a connection.
@Suite struct TunnelHandshakeTests {
    private static let origin = Origin(isSecure: true, host: "paper.example", port: 8443)

    /// The decisions after each of the pieces.
    private static func decisions(_ pieces: String...) -> [TunnelHandshake.Decision] {
        var handshake = TunnelHandshake(to: origin, authorization: nil)
        return pieces.map { handshake.receive(ByteBuffer(string: $0)) }
    }

    @Test func itNamesTheOriginWithItsPort() {
        let request = TunnelHandshake(to: Self.origin, authorization: nil).request
        #expect(request == "CONNECT paper.example:8443 HTTP/1.1\r\nHost: paper.example:8443\r\n\r\n")
    }

    @Test func anySuccessOpensItHoweverItIsCut() {
        #expect(Self.decisions("HTTP/1.1 200 OK\r\n\r\n") == [.opened])
        #expect(Self.decisions("HTTP/1.0 204\r\nVia: a\r\n\r\n") == [.opened])
        #expect(Self.decisions("HTTP/1.1 20", "0 OK\r\n\r", "\n") == [.wait, .wait, .opened])
    }

    @Test(arguments: [
        ("HTTP/1.1 407 Who are you?\r\nA: b\r\n\r\n", "407 Who are you?"), ("HTTP/1.1 2000 OK\r\n\r\n", "2000 OK"),
        ("HTTP/2 200 OK\r\n\r\n", "200 OK"), ("nonsense\r\n\r\n", ""), ("\r\n\r\n", ""),
        ("HTTP/1.1 200 OK\r\n\r\nhello", "it goes on talking"),
    ])
    func anythingElseIsARefusal(response: String, words: String) {
        #expect(Self.decisions(response) == [.refused(words)])
    }

    @Test func aHeadWithoutEndIsRefusedPastItsBound() {
        let limit = TunnelHandshake.maxHeadBytes
        #expect(limit == 16_384)
        let start = String(repeating: "x", count: limit)
        #expect(Self.decisions(start, "x") == [.wait, .refused("it answers without end")])
    }
}
