import Foundation
import NIOCore
import NIOHTTP1
import NewsModel
import Testing

@testable import Fetching

/// What comes over a real connection, well or badly said.
@Suite struct WireTests {
    private static let sound = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"
    private static let policy = FetchPolicy(maxBodyBytes: 1 << 20)

    private static func clients(_ network: NetworkPolicy = NetworkPolicy(allowsPrivate: true)) throws -> HTTPClients {
        try HTTPClients(fetch: policy, network: network)
    }

    /// Asks once, and gives the text of the answer.
    private static func text(_ clients: HTTPClients, _ url: String) async throws -> String {
        let answer = try await clients.send(WireRequest(url: url))
        var text = ""
        while let chunk = try await answer.body.next() { text += String(buffer: chunk) }
        return text
    }

    /// What asking a server with that script ends in.
    private static func failure(_ steps: [LoopbackServer.Step]) async throws -> FetchFailure? {
        let server = LoopbackServer(steps)
        try await server.start()
        defer { Task { try await server.stop() } }
        do {
            _ = try await text(clients(), server.url)
            return nil
        } catch {
            return FetchFailure(error, log: FetchLog())
        }
    }

    @Test func aConnectionWhoseAnswerCameWholeIsUsedAgain() async throws {
        let server = LoopbackServer([.say(Self.sound)])
        try await server.start()
        let clients = try Self.clients()
        for _ in 0..<3 { #expect(try await Self.text(clients, server.url) == "hello") }
        #expect(server.requests.count == 3)
        #expect(server.connections == 1)
        clients.close()
        try await server.stop()
    }

    @Test func aConnectionWhoseAnswerWasNotReadIsNotUsedAgain() async throws {
        let server = LoopbackServer([.say("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhello")])
        try await server.start()
        let clients = try Self.clients()
        for _ in 0..<2 { _ = try await clients.send(WireRequest(url: server.url)) }
        #expect(server.connections == 2)
        try await server.stop()
    }

    @Test func aConnectionThatEndedWhileIdleIsReplaced() async throws {
        let server = LoopbackServer([.say(Self.sound), .close])
        try await server.start()
        let clients = try Self.clients()
        for _ in 0..<3 { #expect(try await Self.text(clients, server.url) == "hello") }
        try await server.stop()
    }

    @Test func whatTheRequestSaysIsWhatTheURLMeans() async throws {
        let server = LoopbackServer([.say(Self.sound)])
        try await server.start()
        let url = "http://reader:secret@127.0.0.1:\(server.port)?page=1#top"
        #expect(try await Self.text(Self.clients(), url) == "hello")
        let request = try #require(server.requests.first)
        #expect(request.hasPrefix("GET /?page=1 HTTP/1.1\r\n"))
        #expect(request.contains("host: 127.0.0.1:\(server.port)\r\n"))
        #expect(request.contains("authorization: Basic cmVhZGVyOnNlY3JldA==\r\n"))
        try await server.stop()
    }

    @Test(arguments: [
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + sound,
        sound + "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nno",
        sound + "and some more",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n3;x=y\r\nllo\r\n0\r\nX-Sum: 1\r\n\r\n",
        "HTTP/1.1 200 OK\nContent-Length: 5\nX-Long: a\n\tb\n\nhello",
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\ncontent-length:5\r\n\r\nhello",
    ])
    func whatIsOddButWholeIsRead(answer: String) async throws {
        let server = LoopbackServer([.say(answer)])
        try await server.start()
        #expect(try await Self.text(Self.clients(), server.url) == "hello")
        try await server.stop()
    }

    @Test func aBodyMayEndWithItsConnection() async throws {
        let server = LoopbackServer([.say("HTTP/1.1 200 OK\r\n\r\nhello"), .close])
        try await server.start()
        #expect(try await Self.text(Self.clients(), server.url) == "hello")
        try await server.stop()
    }

    @Test(arguments: [
        [LoopbackServer.Step.close],
        [.say("HTTP/1.1 200 OK\r\nContent-Le"), .close],
        [.say("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhello"), .close],
        [.say("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n"), .close],
    ])
    func whatBreaksOffIsUnreachable(steps: [LoopbackServer.Step]) async throws {
        let failure = try #require(await Self.failure(steps))
        guard case .unreachable = failure else {
            Issue.record("\(failure)")
            return
        }
    }

    @Test(arguments: [
        "GARBAGE\r\n\r\n", "HTTP/1.1 abc OK\r\n\r\n", "ICY 200 OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    ])
    func nonsenseIsMalformed(answer: String) async throws {
        let failure = try #require(await Self.failure([.say(answer), .close]))
        guard case .malformed = failure else {
            Issue.record("\(failure)")
            return
        }
    }

    @Test(arguments: [
        "HTTP/1.1 200 OK\r\nX-Long: " + String(repeating: "x", count: WireGuard.mostHeaderBytes + 1) + "\r\n\r\n",
        "HTTP/1.1 200 OK\r\n" + (0..<300).map { "X-\($0): y\r\n" }.joined() + "\r\n",
    ])
    func tooManyHeaderFieldsAreRefused(answer: String) async throws {
        let failure = try #require(await Self.failure([.say(answer)]))
        guard case .refused = failure else {
            Issue.record("\(failure)")
            return
        }
    }

    @Test(arguments: [
        [LoopbackServer.Step.flood(String(repeating: "HTTP/1.1 100 Continue\r\n\r\n", count: 400))],
        [
            .say("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;x="),
            .flood(String(repeating: "y", count: 9999)),
        ],
    ])
    func whatNeverComesToThePointIsRefused(steps: [LoopbackServer.Step]) async throws {
        let failure = try #require(await Self.failure(steps))
        guard case .refused = failure else {
            Issue.record("\(failure)")
            return
        }
    }

    @Test func aBodyInCrumbsIsHandedOverAsItCame() async throws {
        let crumbs = String(repeating: "1\r\nx\r\n", count: 100)
        let server = LoopbackServer([.say("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n\(crumbs)0\r\n\r\n")])
        try await server.start()
        let body = try await Self.clients().send(WireRequest(url: server.url)).body
        #expect(try await body.next()?.readableBytes == 100)
        #expect(try await body.next() == nil)
        try await server.stop()
    }

    @Test func aBodyNobodyTakesIsHeldBack() async throws {
        let server = LoopbackServer([.say("HTTP/1.1 200 OK\r\n\r\n"), .flood(String(repeating: "x", count: 9999))])
        try await server.start()
        let answer = try await Self.clients().send(WireRequest(url: server.url))
        #expect(try await answer.body.next() != nil)
        try await server.stop()
    }

    @Test func aCancelledRequestEndsAtOnce() async throws {
        let server = LoopbackServer([])
        try await server.start()
        let (clients, url) = (try Self.clients(), server.url)
        let asking = Task { try await clients.send(WireRequest(url: url)) }
        while server.requests.isEmpty { await Task.yield() }
        asking.cancel()
        await #expect(throws: CancellationError.self) { _ = try await asking.value }
        try await server.stop()
    }

    @Test func aConnectionThatWasGivenUpIsNotUsedAgain() async throws {
        let server = LoopbackServer([], [.say(Self.sound)])
        try await server.start()
        let (clients, url) = (try Self.clients(), server.url)
        let asking = Task { try await clients.send(WireRequest(url: url)) }
        while server.requests.isEmpty { await Task.yield() }
        asking.cancel()
        await #expect(throws: CancellationError.self) { _ = try await asking.value }
        #expect(try await clients.send(WireRequest(url: url)).status == .ok)
        #expect(server.connections == 2)
        try await server.stop()
    }

    @Test func whereOneOfTwoAddressesLeadsNowhereTheOtherIsTaken() async throws {
        let server = LoopbackServer([.say(Self.sound)])
        try await server.start()
        let both = try ["::1", "127.0.0.1"].map { try SocketAddress(ipAddress: $0, port: 0) }
        let clients = try HTTPClients(
            fetch: Self.policy, network: NetworkPolicy(allowsPrivate: true),
            resolver: NameResolver(lookUp: { _ in .success(both) }))
        #expect(try await clients.send(WireRequest(url: "http://paper.example:\(server.port)/")).status == .ok)
        try await server.stop()
    }

    @Test func nobodyListeningIsUnreachable() async throws {
        let server = LoopbackServer([])
        try await server.start()
        let url = server.url
        try await server.stop()
        do {
            _ = try await Self.clients().send(WireRequest(url: url))
            Issue.record("somebody answered")
        } catch {
            guard case .unreachable("connection refused", .connection) = FetchFailure(error, log: FetchLog()) else {
                Issue.record("\(error)")
                return
            }
        }
    }

    @Test(arguments: ["http://127.0.0.1:9/", "http://localhost:9/", "http://0x7f000001:9/"])
    func aPrivateAddressIsNotConnectedTo(url: String) async throws {
        await #expect(throws: AddressPolicy.Refusal.self) {
            _ = try await Self.clients(NetworkPolicy()).send(WireRequest(url: url))
        }
    }

    @Test func theStagesOfARequestAreTold() async throws {
        let server = LoopbackServer([.say(Self.sound)])
        try await server.start()
        let log = FetchLog()
        var request = WireRequest(url: "http://localhost:\(server.port)/")
        request.onStage = { log.enter($0, at: .milliseconds(5)) }
        _ = try await Self.clients().send(request)
        #expect(log.current.times.connect == .milliseconds(5))
        #expect(log.current.stage == .waitingForAnswer)
        try await server.stop()
    }
}
