import NIOCore
import NIOHTTP1
import Parallelism
import TestSupport
import Testing
import TransportTestSupport

@testable import HTTPTransport

/// What comes over a real connection, well or badly said.
@Suite(.timeLimit(.minutes(1))) struct HTTPClientTests {
    private static let sound = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"

    private static func client(allowsPrivate: Bool = true) throws -> HTTPClient {
        try HTTPClient(policy: AddressPolicy(allowsPrivate: allowsPrivate), maxBodyBytes: 1 << 20)
    }

    private static func dialer(allowsPrivate: Bool, _ lookUp: @escaping NameResolver.LookUp) -> Dialer {
        Dialer(
            resolver: NameResolver(lookUp: lookUp), policy: AddressPolicy(allowsPrivate: allowsPrivate),
            tls: TLSContextCache(authorityFile: nil), proxy: nil, maxBodyBytes: 1)
    }

    /// Asks once, and gives the text of the response.
    private static func text(_ client: HTTPClient, _ url: String) async throws -> String {
        let response = try await client.send(HTTPRequest(url: url))
        var text = ""
        while let chunk = try await response.body.next() { text += String(buffer: chunk) }
        return text
    }

    /// What asking a server with that script ends in.
    private static func failure(_ steps: [LoopbackServer.Step]) async throws -> TransportError? {
        try await LoopbackServer(steps).serve { server in
            do {
                _ = try await text(client(), server.url)
                return nil
            } catch {
                return error as? TransportError
            }
        }
    }

    @Test func aConnectionWhoseResponseCameWholeIsUsedAgain() async throws {
        try await LoopbackServer([.say(Self.sound)]).serve { server in
            let client = try Self.client()
            for _ in 0..<3 { #expect(try await Self.text(client, server.url) == "hello") }
            #expect(server.requests.count == 3)
            #expect(server.connections == 1)
            client.close()
            #expect(try await Self.text(client, server.url) == "hello")
            #expect(server.connections == 2)
        }
    }

    @Test func whatIsNoGETGoesOverAConnectionOfItsOwn() async throws {
        try await LoopbackServer([.say(Self.sound)]).serve { server in
            let client = try Self.client()
            #expect(try await Self.text(client, server.url) == "hello")
            var request = HTTPRequest(url: server.url)
            request.method = .POST
            request.body = Array("{}".utf8)
            #expect(try await client.send(request).status == .ok)
            #expect(server.connections == 2)
            #expect(server.requests.last?.contains("content-length: 2\r\n") == true)
        }
    }

    @Test func aConnectionWhoseResponseWasNotReadIsNotUsedAgain() async throws {
        try await LoopbackServer([.say("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhello")]).serve { server in
            let client = try Self.client()
            for _ in 0..<2 { _ = try await client.send(HTTPRequest(url: server.url)) }
            #expect(server.connections == 2)
        }
    }

    @Test func aBodyThatIsReleasedUnreadGivesItsConnectionBack() async throws {
        try await LoopbackServer([.say(Self.sound)]).serve { server in
            let client = try Self.client()
            for _ in 0..<3 {
                let response = try await client.send(HTTPRequest(url: server.url))
                await response.body.release()
                #expect(try await response.body.next() == nil)
            }
            #expect(server.connections == 1)
        }
    }

    @Test func aConnectionThatEndedWhileIdleIsReplaced() async throws {
        try await LoopbackServer([.say(Self.sound), .close]).serve { server in
            let client = try Self.client()
            for _ in 0..<3 { #expect(try await Self.text(client, server.url) == "hello") }
        }
    }

    @Test func aRequestThatCrossesTheEndOfAnIdleConnectionIsSentAnew() async throws {
        let late = "HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n"
        try await LoopbackServer([.say(Self.sound)], [.say(late), .close], [.say(Self.sound)]).serve { server in
            let client = try Self.client()
            for _ in 0..<2 { #expect(try await Self.text(client, server.url) == "hello") }
            #expect(server.requests.count == 3)
            #expect(server.connections == 2)
        }
    }

    @Test func whatTheRequestSaysIsWhatTheURLMeans() async throws {
        try await LoopbackServer([.say(Self.sound)]).serve { server in
            let url = "http://reader:secret@127.0.0.1:\(server.port)?page=1#top"
            #expect(try await Self.text(Self.client(), url) == "hello")
            let request = try #require(server.requests.first)
            #expect(request.hasPrefix("GET /?page=1 HTTP/1.1\r\n"))
            #expect(request.contains("host: 127.0.0.1:\(server.port)\r\n"))
            #expect(request.contains("authorization: Basic cmVhZGVyOnNlY3JldA==\r\n"))
        }
    }

    @Test func aRequestsOwnAuthorizationComesBeforeItsURLs() throws {
        var request = HTTPRequest(url: "http://reader:secret@paper.example/")
        request.headers.add(name: "Authorization", value: "Bearer abc")
        let head = try Self.client().requestHead(request, HTTPEndpoint(request.url), isForwarded: false)
        #expect(head.headers["authorization"] == ["Bearer abc"])
        #expect(!head.headers.contains(name: "content-length"))
    }

    @Test(arguments: [
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + sound,
        sound + "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nno",
        sound + "and some more",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n3;x=y\r\nllo\r\n0\r\nX-Sum: 1\r\n\r\n",
        "HTTP/1.1 200 OK\nContent-Length: 5\nX-Long: a\n\tb\n\nhello",
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\ncontent-length:5\r\n\r\nhello",
    ])
    func whatIsOddButWholeIsRead(response: String) async throws {
        try await LoopbackServer([.say(response)]).serve { server in
            let text = try await Self.text(Self.client(), server.url)
            #expect(text == "hello")
        }
    }

    @Test(arguments: [
        "X Note: 1\r\nContent-Length: 5\r\n\r\nhello", "Content-Length : 5\r\n\r\nhello",
        "Content-Length: 5\r\nTransfer-Encoding: identity\r\n\r\nhello",
        "Content-Length: 9\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
        "Transfer-Encoding: CHUNKED\r\nTransfer-Encoding: identity\r\n\r\n5 \r\nhello\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\n\n5\nhello\n0\n\n",
    ])
    func whatMayBeUnderstoodOtherwiseIsReadAndItsConnectionNotUsedAgain(lines: String) async throws {
        try await LoopbackServer([.say("HTTP/1.1 200 OK\r\n" + lines)]).serve { server in
            let client = try Self.client()
            for _ in 0..<2 { #expect(try await Self.text(client, server.url) == "hello") }
            #expect(server.connections == 2)
        }
    }

    @Test func theLastChunkIsTheEndThoughTheConnectionEndsToo() async throws {
        let response = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n"
        try await LoopbackServer([.say(response), .close]).serve { server in
            let text = try await Self.text(Self.client(), server.url)
            #expect(text == "hello")
        }
    }

    @Test func aBodyMayEndWithItsConnection() async throws {
        try await LoopbackServer([.say("HTTP/1.1 200 OK\r\n\r\nhello"), .close]).serve { server in
            let text = try await Self.text(Self.client(), server.url)
            #expect(text == "hello")
        }
    }

    @Test(
        arguments: [
            ("", .noResponse(.closed)), ("HTTP/1.1 200 OK\r\nContent-Le", .interrupted(.closed)),
            ("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhello", .interrupted(.closed)),
            ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n", .interrupted(.closed)),
            ("GARBAGE\r\n\r\n", .invalidResponse(.invalidStart)),
            ("ICY 200 OK\r\n\r\n", .invalidResponse(.invalidStart)),
        ] as [(String, TransportError)])
    func whatBreaksOffOrIsNoHTTPIsSaid(response: String, error: TransportError) async throws {
        #expect(try await Self.failure([.say(response), .close]) == error)
    }

    @Test(arguments: [
        "HTTP/1.1 abc OK\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    ])
    func whatBreaksTheRulesIsInvalid(response: String) async throws {
        guard case .invalidResponse = try #require(await Self.failure([.say(response), .close])) else {
            Issue.record("it is taken for something else")
            return
        }
    }

    @Test(arguments: [
        "HTTP/1.1 200 OK\r\nX-Long: " + String(repeating: "x", count: ResponseByteCount.maxHeaderBytes + 1)
            + "\r\n\r\n",
        "HTTP/1.1 200 OK\r\n" + (0..<300).map { "X-\($0): y\r\n" }.joined() + "\r\n",
    ])
    func tooManyHeaderFieldsAreRefused(response: String) async throws {
        #expect(try await Self.failure([.say(response)]) == .headerFieldsTooLarge)
    }

    @Test func interimResponsesWithoutEndAreRefused() async throws {
        let interim = String(repeating: "HTTP/1.1 100 Continue\r\n\r\n", count: 400)
        #expect(try await Self.failure([.flood(interim)]) == .headTooLarge(maxBytes: 256 << 10))
    }

    @Test func framingWithoutEndIsRefused() async throws {
        let chunk = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;x="
        let failure = try await Self.failure([.say(chunk), .flood(String(repeating: "y", count: 9999))])
        #expect(failure == .responseTooLarge(maxBytes: 3 << 20))
    }

    @Test func aBodyInCrumbsIsHandedOverAsItCame() async throws {
        let crumbs = String(repeating: "1\r\nx\r\n", count: 100)
        let response = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n\(crumbs)0\r\n\r\n"
        try await LoopbackServer([.say(response)]).serve { server in
            let body = try await Self.client().send(HTTPRequest(url: server.url)).body
            #expect(try await body.next()?.readableBytes == 100)
            #expect(try await body.next() == nil)
        }
    }

    @Test func aBodyNobodyTakesIsHeldBack() async throws {
        let endless = LoopbackServer([.say("HTTP/1.1 200 OK\r\n\r\n"), .flood(String(repeating: "x", count: 9999))])
        try await endless.serve { server in
            let response = try await Self.client().send(HTTPRequest(url: server.url))
            #expect(try await response.body.next() != nil)
        }
    }

    @Test func aCancelledRequestEndsAtOnceAndItsConnectionIsNotUsedAgain() async throws {
        try await LoopbackServer([], [.say(Self.sound)]).serve { server in
            let (client, url) = (try Self.client(), server.url)
            let asking = Task { try await client.send(HTTPRequest(url: url)) }
            try await eventually { !server.requests.isEmpty }
            asking.cancel()
            await #expect(throws: TransportError.cancelled) { _ = try await asking.value }
            #expect(try await client.send(HTTPRequest(url: url)).status == .ok)
            #expect(server.connections == 2)
        }
    }

    @Test func whereOneOfTwoAddressesLeadsNowhereTheOtherIsTaken() async throws {
        try await LoopbackServer([.say(Self.sound)]).serve { server in
            let both = try ["::1", "127.0.0.1"].map { try SocketAddress(ipAddress: $0, port: 0) }
            let client = HTTPClient(Self.dialer(allowsPrivate: true) { _ in .success(both) })
            #expect(try await client.send(HTTPRequest(url: "http://paper.example:\(server.port)/")).status == .ok)
        }
    }

    @Test func nobodyListeningIsARefusedConnection() async throws {
        let url = try await LoopbackServer([]).serve { $0.url }
        await #expect(throws: TransportError.noResponse(.refused)) {
            _ = try await Self.client().send(HTTPRequest(url: url))
        }
    }

    @Test(
        arguments: [
            ("http://127.0.0.1:9/", .privateAddress(host: "127.0.0.1", kind: "loopback")),
            ("http://localhost:9/", .leadsToPrivateAddress), ("gopher://a.example/", .otherScheme("gopher")),
        ] as [(String, AddressRefusal)])
    func aPrivateAddressIsNotConnectedTo(url: String, refusal: AddressRefusal) async throws {
        await #expect(throws: TransportError.refused(refusal)) {
            _ = try await Self.client(allowsPrivate: false).send(HTTPRequest(url: url))
        }
    }

    @Test func ofSeveralAddressesTheAllowedOnesAreTried() throws {
        let dialer = Self.dialer(allowsPrivate: false) { _ in .failure(.cancelled) }
        let found = try ["10.0.0.1", "93.184.216.34"].map { try SocketAddress(ipAddress: $0, port: 0) }
        #expect(try dialer.judged(found, of: "paper.example") == [found[1]])
        #expect(throws: AddressRefusal.leadsToPrivateAddress) { try dialer.judged([found[0]], of: "paper.example") }
        #expect(try dialer.judged([], of: "paper.example").isEmpty)
    }

    @Test(
        arguments: [
            ("localhost", [.resolving, .connecting, .connected, .connected]),
            ("127.0.0.1", [.connecting, .connected, .connected]),
        ] as [(String, [ConnectionStage])])
    func theStagesOfARequestAreTold(host: String, stages: [ConnectionStage]) async throws {
        try await LoopbackServer([.say(Self.sound)]).serve { server in
            let told = Guarded<[ConnectionStage]>([])
            var request = HTTPRequest(url: "http://\(host):\(server.port)/")
            request.onStage = { stage in told.withLock { $0.append(stage) } }
            let client = try Self.client()
            for _ in 0..<2 { await (try await client.send(request)).body.release() }
            #expect(told.withLock { $0 } == stages)
        }
    }
}
