import HTTPTransport
import NIOHTTP1
import NewsModel
import TestSupport
import Testing

@testable import Fetching

@Suite struct NotificationSenderTests {
    private static let message = NotificationSender.Message(
        url: "https://hook.example/", headers: ["content-type": "application/json"], body: Array("{}".utf8))

    private static func sender(_ network: ScriptedNetwork, _ clock: ManualClock = ManualClock()) -> NotificationSender {
        NotificationSender(
            send: network.send, network: NetworkPolicy(), timeout: .seconds(5), userAgent: "Broadsheet/1",
            clock: BatchClock(clock))
    }

    @Test(arguments: [200, 202, 204, 299]) func anySuccessMeansThatItWasTaken(status: Int) async throws {
        let network = ScriptedNetwork(["https://hook.example/": [.answer(status)]])
        #expect(await Self.sender(network).post(Self.message) == nil)
        let request = try #require(network.requests.first)
        #expect(request.method == .POST)
        #expect(request.value("content-type") == "application/json")
    }

    @Test(arguments: [199, 300, 301, 410, 500]) func anythingElseIsSaid(status: Int) async {
        let network = ScriptedNetwork(["https://hook.example/": [.answer(status)]])
        #expect(await Self.sender(network).post(Self.message)?.contains("\(status)") == true)
    }

    @Test func aPrivateAddressIsToldNothing() async {
        let network = ScriptedNetwork([:])
        let message = NotificationSender.Message(url: "http://127.0.0.1/", headers: [:], body: [])
        #expect(await Self.sender(network).post(message)?.contains("loopback") == true)
        #expect(network.requests.isEmpty)
    }

    @Test func whoSaysNothingIsLeftAfterTheTimeout() async throws {
        let (network, clock) = (ScriptedNetwork(["https://hook.example/": [.silence]]), ManualClock())
        let sender = Self.sender(network, clock)
        async let sent = sender.post(Self.message)
        try await clock.wait(for: 1, sleepersUntil: .seconds(5))
        clock.advance(by: .seconds(5))
        #expect(await sent == "no answer yet")
    }
}
