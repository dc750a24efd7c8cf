import Foundation
import NIOHTTP1
import NewsModel
import Testing

@testable import Fetching

/// What a proxy is asked, and who is asked through it.
@Suite struct ProxyTests {
    private static func network(_ port: Int, exceptions: [String] = []) -> NetworkPolicy {
        let proxy = NetworkPolicy.Proxy(host: "127.0.0.1", port: port, credentials: Secret("me:word"))
        return NetworkPolicy(proxy: proxy, proxyExceptions: exceptions)
    }

    @Test func plainHTTPIsPassedOn() async throws {
        let server = LoopbackServer([.say("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")])
        try await server.start()
        let clients = try HTTPClients(fetch: FetchPolicy(), network: Self.network(server.port))
        let answer = try await clients.send(WireRequest(url: "http://paper.example:8080/rss?a"))
        #expect(answer.status == .ok)
        let request = try #require(server.requests.first)
        #expect(request.hasPrefix("GET http://paper.example:8080/rss?a HTTP/1.1\r\n"))
        #expect(request.contains("host: paper.example:8080\r\n"))
        #expect(request.contains("proxy-authorization: Basic bWU6d29yZA==\r\n"))
        try await server.stop()
    }

    @Test(arguments: ["\r\n\r\n", "\r\nContent-Length: 16\r\n\r\n<html>No.</html>"])
    func httpsAsksForATunnelFirst(rest: String) async throws {
        let server = LoopbackServer([.say("HTTP/1.1 407 Proxy Authentication Required\(rest)")])
        try await server.start()
        let clients = try HTTPClients(fetch: FetchPolicy(), network: Self.network(server.port))
        await #expect(throws: WireFault.proxyRefused("407 Proxy Authentication Required")) {
            _ = try await clients.send(WireRequest(url: "https://paper.example/"))
        }
        let request = try #require(server.requests.first)
        #expect(request.hasPrefix("CONNECT paper.example:443 HTTP/1.1\r\n"))
        #expect(!request.contains("GET"))
        try await server.stop()
    }

    @Test(arguments: ["nonsense\r\n\r\n", "HTTP/1.1 200 Connection established\r\n\r\n"])
    func aTunnelThatLeadsNowhereIsAnError(answer: String) async throws {
        let server = LoopbackServer([.say(answer), .close])
        try await server.start()
        let clients = try HTTPClients(fetch: FetchPolicy(), network: Self.network(server.port))
        await #expect(throws: (any Error).self) {
            _ = try await clients.send(WireRequest(url: "https://paper.example/"))
        }
        #expect(server.requests.count == 1)
        try await server.stop()
    }

    @Test func aProxyThatHangsUpIsToldFromAServerThatDoes() async throws {
        let server = LoopbackServer([.close])
        try await server.start()
        let clients = try HTTPClients(fetch: FetchPolicy(), network: Self.network(server.port))
        do {
            _ = try await clients.send(WireRequest(url: "https://paper.example/"))
            Issue.record("somebody answered")
        } catch {
            guard case .unreachable(let words, .proxy) = FetchFailure(error, log: FetchLog()) else {
                Issue.record("\(error)")
                return
            }
            #expect(words == "the proxy: the connection was closed without an answer")
        }
        try await server.stop()
    }

    @Test(arguments: ["http://paper.example/", "https://paper.example/"])
    func aProxyThatIsNotThereIsTold(url: String) async throws {
        let server = LoopbackServer([])
        try await server.start()
        let clients = try HTTPClients(fetch: FetchPolicy(), network: Self.network(server.port))
        try await server.stop()
        do {
            _ = try await clients.send(WireRequest(url: url))
            Issue.record("somebody answered")
        } catch {
            guard case .unreachable("the proxy: connection refused", .proxy) = FetchFailure(error, log: FetchLog())
            else {
                Issue.record("\(error)")
                return
            }
        }
    }

    @Test(arguments: [
        ("paper.example", true), ("intra.example", false), ("www.intra.example", false), ("10.1.2.3", false),
        ("11.1.2.3", true), ("[fd00::1]", false), ("[2001:4860::1]", true),
    ])
    func whoIsExceptedIsAskedDirectly(host: String, isProxied: Bool) {
        let network = Self.network(1, exceptions: [".intra.example", "10.0.0.0/8", "fd00::/8"])
        #expect(ProxyChoice(network).isProxied(host) == isProxied)
    }

    @Test func aProxyOfTheEnvironmentIsNotUsedForLoopback() {
        var network = Self.network(1)
        #expect(ProxyChoice(network).isProxied("localhost"))
        network.proxy?.isFromEnvironment = true
        #expect(!ProxyChoice(network).isProxied("localhost"))
        #expect(!ProxyChoice(network).isProxied("127.0.0.2"))
        #expect(ProxyChoice(network).isProxied("paper.example"))
    }
}
