import Foundation
import NIOCore
import Testing
import WorldFaults

@testable import SimulatedWorld

@Suite struct FaultTests {
    private func source(_ behaviour: Behaviour) -> SimulatedSource {
        SimulatedSource(id: "a", behaviour: behaviour)
    }

    @Test func theFirstRequestOfEachNightFails() async throws {
        try await withWorld(of: source(.failsFirst(status: 500))) { world, address in
            var statuses: [Int] = []
            for night in 0..<2 {
                world.turn(to: monday.adding(days: night))
                statuses.append(try await LoopbackClient.get(address).status)
                statuses.append(try await LoopbackClient.get(address).status)
            }
            #expect(statuses == [500, 200, 500, 200])
        }
    }

    @Test func aThrottledSourceSaysWhenToComeBack() async throws {
        try await withWorld(of: source(.throttled(retryAfterSeconds: 3600))) { _, address in
            let reply = try await LoopbackClient.get(address)
            #expect(reply.status == 429)
            #expect(reply.headers["retry-after"] == "3600")
        }
    }

    @Test(arguments: [404, 410, 503]) func aStatusStays(status: Int) async throws {
        try await withWorld(of: source(.status(status))) { _, address in
            let reached = try await LoopbackClient.get(address).status
            #expect(reached == status)
        }
    }

    @Test(arguments: [301, 302, 307, 308]) func whatHasMovedIsWhereTheRedirectLeads(status: Int) async throws {
        try await withWorld(of: source(.faulty(.moved(status: status)))) { _, address in
            let reply = try await LoopbackClient.get(address)
            #expect(reply.status == status)
            let target = try #require(reply.headers["location"])
            let reached = try await LoopbackClient.get(address, path: target).status
            #expect(reached == 200)
        }
    }

    @Test func aBrokenOffBodyIsShorterThanItSays() async throws {
        try await withWorld(of: source(.faulty(.brokenOff))) { _, address in
            let reply = try await LoopbackClient.get(address)
            let declared = try #require(reply.headers["content-length"].flatMap(Int.init))
            #expect(reply.status == 200)
            #expect(!reply.body.isEmpty && reply.body.utf8.count < declared)
        }
    }

    @Test func aResetIsNoOrderlyEnd() async throws {
        try await withWorld(of: source(.faulty(.resets))) { _, address in
            await #expect(throws: (any Error).self) { _ = try await LoopbackClient.get(address) }
        }
    }

    @Test func whereNobodyListensConnectionsAreRefused() async throws {
        try await withWorld(of: source(.nobodyListening)) { world, address in
            await #expect(throws: (any Error).self) { _ = try await LoopbackClient.get(address) }
            #expect(world.sources[0].expectedOutcome == .unreachable)
        }
    }

    @Test func smudgedXMLIsNotWellFormed() async throws {
        try await withWorld(of: source(.faulty(.smudgedXML))) { _, address in
            let reply = try await LoopbackClient.get(address)
            #expect(reply.headers["content-length"] == "\(reply.body.utf8.count)")
            #expect(TagBalance.problem(in: reply.body) != nil)
            #expect(reply.body.contains("<item>"))
        }
    }

    @Test func aChallengePageIsHTMLWithSuccess() async throws {
        try await withWorld(of: source(.faulty(.challengePage))) { _, address in
            let reply = try await LoopbackClient.get(address)
            #expect(reply.status == 200)
            #expect(reply.headers["content-type"] == "text/html")
            #expect(reply.body.contains("Checking your browser"))
        }
    }

    @Test func drippingEndsWithTheWholeAnswer() async throws {
        var drip = source(.drip(interval: .milliseconds(1)))
        drip.content = .document("<rss/>", contentType: "text/xml")
        try await withWorld(of: drip) { _, address in
            let reached = try await LoopbackClient.get(address).body
            #expect(reached == "<rss/>")
        }
    }

    @Test func aSilentSourceIsAskedAndEndsWithTheWorld() async throws {
        let world = try await SimulatedWorld.start([source(.silent)], now: monday)
        let address = world.sources[0].address
        async let bytes = LoopbackClient.exchange(address, sending: "GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        try await until { !world.requests(to: "a").isEmpty }
        try await world.stop()
        // The end may be orderly or not; what counts is that nothing was said.
        #expect((try? await bytes) ?? [] == [])
    }

    @Test func aFaultMayStrikeBeforeAnythingIsAsked() async throws {
        let fault = ServerFault(
            name: "greets", summary: "speaks first", expected: .malformed, begins: .onConnection,
            script: [.send(.text("220 mail.example\r\n")), .close])
        try await withWorld(of: source(.faulty(fault))) { _, address in
            let bytes = try await LoopbackClient.exchange(address, sending: "")
            #expect(String(decoding: bytes, as: UTF8.self) == "220 mail.example\r\n")
        }
    }

    @Test func bytesAreSentThatNoHTTPLibraryWouldSend() async throws {
        let fault = ServerFault(
            name: "odd", summary: "odd bytes", expected: .malformed,
            script: [.send(.bytes([0x48, 0x00, 0xFF])), .wait(.milliseconds(1)), .send(.bytes([0x0A])), .close])
        try await withWorld(of: source(.faulty(fault))) { _, address in
            let bytes = try await LoopbackClient.exchange(address, sending: "GET / HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(bytes == [0x48, 0x00, 0xFF, 0x0A])
        }
    }

    @Test(arguments: [
        (BodyEdit.replace("b", with: "x"), "axxa"), (.replaceFirst("b", with: "x"), "axba"), (.cut(0.5), "ab"),
        (.append("!"), "abba!"), (.cutBefore(0.5), "ba"), (.prepend([0x3E]), ">abba"), (.pad(to: 6), "abba  "),
    ])
    func editsChangeTheBodyAndItsLength(edit: BodyEdit, body: String) {
        let answer = SiteResponse(contentType: "text/plain", text: "abba").edited([edit])
        let wire = String(decoding: answer.wire(date: UTCTime(monday)), as: UTF8.self)
        #expect(wire.hasSuffix("\r\n\r\n\(body)"))
        #expect(wire.contains("Content-Length: \(body.utf8.count)\r\n"))
    }

    @Test func placeholdersAreFilledInByWhereAndWhenItIsAsked() async throws {
        let fault = ServerFault(
            name: "odd", summary: "odd", expected: .malformed,
            script: [
                .text("HTTP/1.1 302 {count}\r\nLocation: http://{authority}/{hexadecimal}/{length}\r\n\r\n"), .close,
            ])
        var source = source(.faulty(fault))
        source.content = .document("<rss/>", contentType: "text/xml")
        try await withWorld(of: source) { _, address in
            _ = try await LoopbackClient.get(address)
            let reply = try await LoopbackClient.get(address)
            let host = try #require(address.split(separator: "/").dropFirst().first)
            let number = host.prefix { $0 != ":" }.split(separator: ".").reduce(0) { $0 << 8 + (Int($1) ?? 0) }
            #expect(reply.headers["location"] == "http://\(host)/0x\(String(number, radix: 16))/6")
        }
    }

    @Test func whatNobodyTakesIsNotSent() async throws {
        let fault = ServerFault(
            name: "endless", summary: "endless", expected: .refused,
            script: [.text("HTTP/1.1 200 OK\r\n\r\n"), .endlessly(.text("more "))])
        let world = try await SimulatedWorld.start([source(.faulty(fault))], now: monday)
        try await LoopbackClient.taking(1 << 20, of: world.sources[0].address)
        try await until { world.bytesSent(by: "a") >= 1 << 20 }
        try await world.stop()
        // What the sockets' buffers hold beyond what was taken.
        #expect(world.bytesSent(by: "a") < 32 << 20)
    }

    @Test func aFaultStrikesWhereItIsMeantTo() async throws {
        let fault = ServerFault(
            name: "items", summary: "items", expected: .fresh, kind: .hackerNews(limit: 5), strikes: 2,
            place: .below("/v0/item/"), script: [.page(status: 503)])
        try await withWorld(of: SimulatedSource(id: "a", kind: .hackerNews(limit: 5), behaviour: .faulty(fault))) {
            _, address in
            var statuses: [Int] = []
            for path in ["/v0/topstories.json", "/v0/item/1.json", "/v0/item/2.json", "/v0/item/3.json"] {
                statuses.append(try await LoopbackClient.get(address, path: path).status)
            }
            #expect(statuses == [200, 503, 503, 200])
        }
    }
}
