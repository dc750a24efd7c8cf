import Crypto
import Fetching
import Foundation
import NewsModel
import NewsStore
import Parallelism
import Settings
import SimulatedWorld
import TestSupport
import Testing
import TransportTestSupport

@testable import Newsroom

/// How messages reach those whom they are for, over nights.
@Suite(.timeLimit(.minutes(2))) struct DeliveryTests {
    /// Statuses by path, which a test may change between nights.
    private final class Answers: Sendable {
        private let statuses = Guarded<[String: Int]>([:])

        subscript(path: String) -> Int {
            get { statuses.withLock { $0[path] ?? 204 } }
            set { statuses.withLock { $0[path] = newValue } }
        }

        func server() -> LoopbackServer {
            LoopbackServer { [self] request in
                let path = request.split(separator: " ").dropFirst().first.map(String.init) ?? ""
                let line = "HTTP/1.1 \(self[path]) Said\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
                return [.say(line), .close]
            }
        }
    }

    /// The value of a field in each request to a path.
    private static func fields(_ name: String, to path: String, _ server: LoopbackServer) -> [String] {
        server.requests.filter { $0.contains(" \(path) ") }.compactMap { request in
            request.split(separator: "\r\n").first { $0.lowercased().hasPrefix(name + ": ") }
                .map { String($0.dropFirst(name.count + 2)) }
        }
    }

    private static func withReceivers(
        _ notify: (String) -> String, _ body: (Stage, Answers, LoopbackServer) async throws -> Void
    ) async throws {
        let answers = Answers()
        try await answers.server().serve { server in
            let url = server.url.dropLast()
            try await Stage.with([.paper("one")], extra: "notify-deadline: 60s\nnotify:\n" + notify(String(url))) {
                stage in
                try await body(stage, answers, server)
            }
        }
    }

    @Test func whatWasNotTakenIsSentOnTheNextNightWithTheSameID() async throws {
        try await Self.withReceivers({ "  - webhook: {url: '\($0)/hook', secret: whsec_c2VjcmV0}" }) {
            stage, answers, server in
            answers["/hook"] = 400
            let first = try await stage.run()
            #expect(first.publication.isPublished)
            #expect(first.notes.count { $0.contains("/hook was not told of the edition: 400") } == 1)
            let delivery = try #require(first.health.deliveries.first)
            #expect(!delivery.isDelivered && delivery.pending == 1 && delivery.attempts == 1)
            #expect(try stage.page("health.json").contains("\"delivered\": false"))

            let second = try await stage.run(Stage.day(1))
            #expect(second.notes.allSatisfy { !$0.contains("/hook") }, "it is said once")
            #expect(second.health.deliveries.first?.attempts == 2)

            answers["/hook"] = 204
            let third = try await stage.run(Stage.day(2))
            #expect(third.health.deliveries.count(where: \.isDelivered) == third.health.deliveries.count)
            let ids = Self.fields("webhook-id", to: "/hook", server)
            #expect(ids.count >= 3 && ids.prefix(3).allSatisfy { $0 == ids[0] })
            #expect(Set(Self.fields("webhook-timestamp", to: "/hook", server)).count >= 3)
            let sent = server.requests.count
            _ = try await stage.run(Stage.day(2))
            #expect(server.requests.count == sent, "what was taken is not sent again")
        }
    }

    @Test func aReceiverThatIsGoneIsTriedNoMore() async throws {
        try await Self.withReceivers({ "  - webhook: {url: '\($0)/hook'}" }) { stage, answers, server in
            answers["/hook"] = 410
            let report = try await stage.run()
            #expect(report.notes.contains { $0.contains("410") && $0.contains("remove it from `notify`") })
            let store = try NewsStore(path: try stage.settings().state)
            #expect(try store.messages().isEmpty)
            try store.close()
        }
    }

    @Test func aWeekOfTryingIsEnough() async throws {
        try await Self.withReceivers({ "  - webhook: {url: '\($0)/hook'}" }) { stage, answers, server in
            answers["/hook"] = 400
            _ = try await stage.run()
            let report = try await stage.run(Stage.day(8))
            #expect(report.notes.contains { $0.contains("after a week of trying") })
        }
    }

    @Test func oneReceiversFailureIsNoOthers() async throws {
        try await Self.withReceivers({
            "  - webhook: {url: '\($0)/bad'}\n  - webhook: {url: '\($0)/good'}\n  - heartbeat: '\($0)/beat'"
        }) { stage, answers, server in
            answers["/bad"] = 404
            let report = try await stage.run()
            #expect(report.health.deliveries.map(\.isDelivered) == [false, true, true])
            #expect(report.health.deliveries.map(\.event) == [.edition, .edition, .heartbeat])
            #expect(server.requests.contains { $0.hasPrefix("GET /beat ") })
        }
    }

    @Test func aHeartbeatIsAskedAfterSuccessOnly() async throws {
        try await Self.withReceivers({ "  - heartbeat: '\($0)/beat'" }) { stage, _, server in
            _ = try await stage.run { $0.isDryRun = true }
            _ = try await stage.run {
                $0.settings.publishGuard.minimumSources = 5; $0.isElsewhere = true
            }
            #expect(server.requests.isEmpty)
            _ = try await stage.run()
            #expect(server.requests.count == 1)
            let poor = try await stage.run(Stage.day(1)) { $0.settings.publishGuard.minimumSources = 5 }
            #expect(!poor.publication.isPublished)
            #expect(server.requests.count == 1)
        }
    }

    @Test func aFailureThatIsMindedIsNoSuccess() async throws {
        let answers = Answers()
        try await answers.server().serve { server in
            let extra = "notify-deadline: 60s\nnotify: [{heartbeat: '\(server.url)beat'}]"
            let broken = SimulatedSource(
                id: "two", section: .world, content: .reported(), behaviour: .faulty(.status(404)))
            try await Stage.with([.paper("one"), broken], extra: extra) { stage in
                _ = try await stage.run { $0.failOn = FailurePolicy([.any]) }
                #expect(server.requests.isEmpty)
                _ = try await stage.run { $0.failOn = .none }
                #expect(server.requests.count == 1)
            }
        }
    }

    @Test func whoIsNoLongerListedIsForgotten() async throws {
        try await Self.withReceivers({ "  - webhook: {url: '\($0)/hook'}" }) { stage, answers, server in
            answers["/hook"] = 400
            _ = try await stage.run()
            _ = try await stage.run(Stage.day(1)) { $0.settings.notify = [] }
            let store = try NewsStore(path: try stage.settings().state)
            #expect(try store.messages().isEmpty)
            try store.close()
        }
    }

    @Test func aSignatureIsOverItsIdItsTimeAndItsBody() throws {
        let key = Data("0123456789abcdefghijklmn".utf8)
        let signature = WebhookSignature(secret: Secret("whsec_" + key.base64EncodedString()))
        let value = signature.value(id: "a", seconds: 12, body: Array("{}".utf8))
        let code = HMAC<SHA256>.authenticationCode(for: Data("a.12.{}".utf8), using: SymmetricKey(data: key))
        #expect(value == "v1,\(Data(code).base64EncodedString())")
        let plain = WebhookSignature(secret: Secret("whisper")).value(id: "a", seconds: 12, body: [])
        let other = HMAC<SHA256>.authenticationCode(
            for: Data("a.12.".utf8), using: SymmetricKey(data: Data("whisper".utf8)))
        #expect(plain == "v1,\(Data(other).base64EncodedString())")
    }

    @Test func withoutAnAddressOfTheSiteAHubIsNotToldAndThatIsSaid() async throws {
        try await Stage.with([.paper("one")], extra: "notify: [{websub: 'https://hub.example/'}]") { stage in
            let report = try await stage.run()
            #expect(report.publication.isPublished)
            #expect(report.notes.contains { $0.contains("https://hub.example/") && $0.contains("url:") })
        }
    }
}
