import Foundation
import HTTPTransport
import NIOHTTP1
import NewsModel
import TestSupport
import Testing

@testable import Fetching

@Suite(.timeLimit(.minutes(1))) struct NotificationSenderTests {
    private static let url = "https://hook.example/"
    private static let message = NotificationSender.Message(
        url: url, headers: ["content-type": "application/json"], body: Array("{}".utf8))

    private static func sender(
        _ network: ScriptedNetwork, _ clock: ManualClock = ManualClock(), deadline: Duration = .seconds(10)
    ) -> NotificationSender {
        NotificationSender(
            send: network.send, network: NetworkPolicy(), timeout: .seconds(5), userAgent: "Broadsheet/1",
            clock: BatchClock(clock), deadline: deadline, now: Bench.now, jitter: { 0 })
    }

    private static func delivery(_ network: ScriptedNetwork) async -> NotificationSender.Delivery {
        await sender(network).deliver { _ in message }
    }

    @Test(arguments: [200, 202, 204, 299]) func anySuccessMeansThatItWasTaken(status: Int) async throws {
        let network = ScriptedNetwork([Self.url: [.answer(status)]])
        #expect(await Self.delivery(network) == .init(failure: nil, attempts: 1))
        let request = try #require(network.requests.first)
        #expect(request.method == .POST)
        #expect(request.value("content-type") == "application/json")
    }

    @Test(arguments: [199, 300, 301, 400, 404, 410]) func whatNoAttemptMendsIsSaidAtOnce(status: Int) async {
        let network = ScriptedNetwork([Self.url: [.answer(status)]])
        let delivery = await Self.delivery(network)
        #expect(delivery.failure?.contains("\(status)") == true)
        #expect(delivery.attempts == 1)
        #expect(delivery.isGone == (status == 410))
    }

    @Test(arguments: [408, 429, 500, 503]) func whatMayPassIsTriedAgainLaterEachTime(status: Int) async throws {
        let network = ScriptedNetwork([Self.url: [.answer(status), .answer(status), .answer(204)]])
        let clock = ManualClock()
        let sender = Self.sender(network, clock)
        async let sent = sender.deliver { _ in Self.message }
        try await clock.wait(for: 1, sleepersUntil: .milliseconds(75))
        clock.advance(by: .milliseconds(75))
        try await clock.wait(for: 1, sleepersUntil: .milliseconds(225))
        clock.advance(by: .milliseconds(150))
        #expect(await sent == .init(failure: nil, attempts: 3))
    }

    @Test func anAttemptThatWouldComeAfterTheDeadlineIsNotMade() async {
        let network = ScriptedNetwork([
            Self.url: [.answer(503, headers: ["retry-after": "60"]), .answer(204)]
        ])
        let delivery = await Self.delivery(network)
        #expect(delivery.failure?.contains("503") == true)
        #expect(network.requests.count == 1)
    }

    @Test func whoIsCancelledWhileWaitingMakesNoFurtherAttempt() async throws {
        let network = ScriptedNetwork([Self.url: [.answer(503), .answer(204)]])
        let clock = ManualClock()
        let sender = Self.sender(network, clock)
        let sending = Task { await sender.deliver { _ in Self.message } }
        try await clock.wait(for: 1, sleepersUntil: .milliseconds(75))
        sending.cancel()
        let delivery = await sending.value
        #expect(delivery.attempts == 1 && delivery.failure?.contains("503") == true)
    }

    @Test func eachAttemptIsMadeForItsOwnInstant() async throws {
        let network = ScriptedNetwork([Self.url: [.answer(500), .answer(204)]])
        let clock = ManualClock()
        let sender = Self.sender(network, clock)
        async let sent = sender.deliver { elapsed in
            var message = Self.message
            message.headers["webhook-timestamp"] = "\(elapsed.milliseconds)"
            return message
        }
        try await clock.wait(for: 1, sleepersUntil: .milliseconds(75))
        clock.advance(by: .milliseconds(75))
        #expect(await sent.failure == nil)
        #expect(network.requests.map { $0.value("webhook-timestamp") } == ["0", "75"])
    }

    @Test func aHeartbeatIsAskedWithoutABody() async throws {
        let network = ScriptedNetwork([Self.url: [.answer(200)]])
        let delivery = await Self.sender(network).deliver { _ in
            .init(url: Self.url, method: .get, headers: [:], body: [])
        }
        #expect(delivery.failure == nil)
        #expect(try #require(network.requests.first).method == .GET)
    }

    @Test func aPrivateAddressIsToldNothing() async {
        let network = ScriptedNetwork([:])
        let delivery = await Self.sender(network).deliver { _ in
            .init(url: "http://127.0.0.1/", headers: [:], body: [])
        }
        #expect(delivery.failure?.contains("loopback") == true)
        #expect(network.requests.isEmpty)
    }

    @Test func whoSaysNothingIsLeftAfterTheTimeout() async throws {
        let (network, clock) = (ScriptedNetwork([Self.url: [.silence]]), ManualClock())
        let sender = Self.sender(network, clock)
        async let sent = sender.deliver { _ in Self.message }
        try await clock.wait(for: 1, sleepersUntil: .seconds(5))
        clock.advance(by: .seconds(5))
        #expect(await sent.failure == "no answer yet")
    }
}
