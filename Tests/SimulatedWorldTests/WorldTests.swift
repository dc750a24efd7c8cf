import Foundation
import NIOCore
import Testing

@testable import SimulatedWorld

@Suite struct WorldTests {
    @Test func aSoundSourceAnswersAndRemembersWhatItWasAsked() async throws {
        try await withWorld(of: SimulatedSource(id: "a", kind: .feed(.atom))) { world, address in
            let reply = try await LoopbackClient.get(address, headers: ["X-Test": "yes"])
            #expect(reply.status == 200)
            #expect(reply.headers["content-type"] == "application/atom+xml; charset=utf-8")
            #expect(reply.headers["content-length"] == "\(reply.body.utf8.count)")
            #expect(reply.body.contains("<entry>"))
            let asked = world.requests(to: "a")
            #expect(asked.map(\.method) == ["GET"])
            #expect(asked.map(\.target) == [SitePath.feed])
            #expect(asked.first?.header("x-test") == "yes")
            #expect(world.requests(to: "nobody").isEmpty)
        }
    }

    @Test func oneConnectionCarriesSeveralRequests() async throws {
        try await withWorld(of: SimulatedSource(id: "a", content: .document("<rss/>", contentType: "text/xml"))) {
            world, address in
            let request = "GET \(SitePath.feed) HTTP/1.1\r\nHost: a\r\n"
            let bytes = try await LoopbackClient.exchange(
                address, sending: "\(request)\r\n\(request)Connection: close\r\n\r\n")
            #expect(String(decoding: bytes, as: UTF8.self).ranges(of: "<rss/>").count == 2)
            #expect(world.requests(to: "a").count == 2)
        }
    }

    @Test func chunkedBodiesHoldTheSameDocument() async throws {
        let document = String(repeating: "0123456789", count: 400)
        let source = SimulatedSource(
            id: "a", content: .document(document, contentType: "text/xml"), quirks: [.chunked])
        try await withWorld(of: source) { _, address in
            let reply = try await LoopbackClient.get(address)
            #expect(reply.headers["transfer-encoding"] == "chunked")
            #expect(reply.body.hasPrefix("5dc\r\n0123456789"))
            #expect(reply.body.hasSuffix("\r\n0\r\n\r\n"))
            #expect(reply.body.utf8.count == 4026, "three chunks with seven bytes around each, and the last of five")
        }
    }

    @Test func whatIsNoHTTPEndsTheConversation() async throws {
        try await withWorld(of: SimulatedSource(id: "a")) { world, address in
            let bytes = try await LoopbackClient.exchange(address, sending: "\u{1}\u{2} nonsense\r\n\r\n")
            #expect(bytes.isEmpty)
            #expect(world.requests(to: "a").isEmpty)
        }
    }

    @Test func sourcesThatShareAServerEachHaveAPlaceOnIt() async throws {
        let sources = ["a", "b"].map { SimulatedSource(id: $0, kind: .feed(.atom), quirks: [.large], host: "shared") }
        let world = try await SimulatedWorld.start(sources + [SimulatedSource(id: "c")], now: monday)
        let addresses = world.sources.map(\.address)
        let servers = addresses.map { $0.split(separator: "/").dropFirst().first }
        #expect(servers[0] == servers[1])
        #expect(servers[0] != servers[2])
        let replies = [try await LoopbackClient.get(addresses[0]), try await LoopbackClient.get(addresses[1])]
        #expect(replies.map(\.status) == [200, 200])
        #expect(replies[0].body != replies[1].body)
        #expect(replies.allSatisfy { (20_000...200_000).contains($0.body.utf8.count) })
        #expect(world.requests(to: "b").map(\.target) == ["/b\(SitePath.feed)"])
        try await world.stop()
    }

    @Test func anotherNightTellsOtherNews() async throws {
        try await withWorld(of: SimulatedSource(id: "a")) { world, address in
            let tonight = try await LoopbackClient.get(address)
            let again = try await LoopbackClient.get(address, headers: ["If-None-Match": tonight.headers["etag"] ?? ""])
            world.turn(to: monday.adding(days: 1))
            let tomorrow = try await LoopbackClient.get(
                address, headers: ["If-None-Match": tonight.headers["etag"] ?? ""])
            #expect(again.status == 304)
            #expect(tomorrow.status == 200)
            #expect(tomorrow.body != tonight.body)
            #expect(tomorrow.headers["date"] == "Tue, 24 Nov 2026 06:00:00 GMT")
        }
    }

    @Test func aSourceThatHasNothingNewIsExpectedUnchanged() async throws {
        let source = SimulatedSource(id: "a", content: .document("<rss/>", contentType: "text/xml"))
        try await withWorld(of: source) { world, address in
            world.turn(to: monday.adding(days: 1))
            #expect(world.sources[0].expectedOutcome == .fresh, "nobody has asked it yet")
            _ = try await LoopbackClient.get(address)
            #expect(world.sources[0].expectedOutcome == .fresh)
            world.turn(to: monday.adding(days: 2))
            #expect(world.sources[0].expectedOutcome == .unchanged)
        }
    }

    @Test func twoSourcesWithOneIDAreAMistake() async {
        await #expect(throws: WorldError.idTwice("a")) {
            _ = try await SimulatedWorld.start([SimulatedSource(id: "a"), SimulatedSource(id: "a")], now: monday)
        }
    }

    @Test func plannedLatenciesAndRequestsAreKnown() async throws {
        let world = try await SimulatedWorld.start(.digest, now: monday)
        let sources = world.sources
        try await world.stop()
        #expect(sources.map(\.latency) == [.milliseconds(60), .milliseconds(350), .milliseconds(480)])
        #expect(sources.map(\.plannedRequests) == [21, 1, 1])
        #expect(sources.allSatisfy { !$0.isFaulty })
    }

    @Test(.timeLimit(.minutes(1)), .enabled(if: FileLimit.allow(4500)))
    func twoThousandConnectionsWaitAtOnceAndEndAtOnce() async throws {
        let world = try await SimulatedWorld.start([SimulatedSource(id: "a", behaviour: .silent)], now: monday)
        let address = world.sources[0].address
        try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<2000 {
                group.addTask {
                    // A connection that the server drops may end with an error: it ended.
                    (try? await LoopbackClient.get(address))?.status ?? 0
                }
            }
            // Stopped in any case: nothing else ends the clients.
            let all: Void? = try? await until { world.requests(to: "a").count == 2000 }
            try await world.stop()
            #expect(all != nil)
            for try await status in group { #expect(status == 0) }
        }
    }
}
