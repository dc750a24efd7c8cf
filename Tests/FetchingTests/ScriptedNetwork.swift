import Foundation
import HTTPTransport
import NIOHTTP1
import NewsModel
import Parallelism
import TestSupport
import TransportTestSupport

@testable import Fetching

/// A network that answers as the test says, and remembers what it was asked.
final class ScriptedNetwork: Sendable {
    enum Reply: Sendable {
        case answer(Int, headers: [String: String] = [:], body: String = "")
        /// Bytes that are said to be compressed by gzip.
        case gzip([UInt8])
        case failure(TransportError)
        /// Answers as soon as the condition holds.
        case once(@Sendable () -> Bool, Int = 200, headers: [String: String] = [:], body: String = "")
        /// Answers nothing until the request is cancelled.
        case silence
    }

    private struct State {
        var replies: [String: [Reply]] = [:]
        var requests: [HTTPRequest] = []
        var underWay = 0
        var mostUnderWay = 0
    }

    private let state = Guarded(State())

    /// What each address answers, one reply a request; the last one stays.
    init(_ replies: [String: [Reply]]) {
        state.withLock { $0.replies = replies }
    }

    var requests: [HTTPRequest] { state.withLock { $0.requests } }
    /// How many requests are over.
    var answered: Int { state.withLock { $0.requests.count - $0.underWay } }
    var mostUnderWay: Int { state.withLock { $0.mostUnderWay } }

    func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        let reply = state.withLock { state -> Reply? in
            state.requests.append(request)
            state.underWay += 1
            state.mostUnderWay = max(state.mostUnderWay, state.underWay)
            guard var replies = state.replies[request.url], let first = replies.first else { return nil }
            if replies.count > 1 { replies.removeFirst() }
            state.replies[request.url] = replies
            return first
        }
        defer { state.withLock { $0.underWay -= 1 } }
        await Task.yield()
        switch reply {
        case .answer(let status, let headers, let body):
            return HTTPResponse(
                status: HTTPResponseStatus(statusCode: status), headers: HTTPHeaders(headers.map { ($0, $1) }),
                body: ResponseBody(text: body))
        case .gzip(let bytes):
            return HTTPResponse(status: .ok, headers: ["Content-Encoding": "gzip"], body: ResponseBody(bytes: bytes))
        case .once(let holds, let status, let headers, let body):
            while !holds() {
                if Task.isCancelled { throw .cancelled }
                await Task.yield()
            }
            return HTTPResponse(
                status: HTTPResponseStatus(statusCode: status), headers: HTTPHeaders(headers.map { ($0, $1) }),
                body: ResponseBody(text: body))
        case .failure(let error): throw error
        case .silence:
            // Only its cancellation ends it.
            try? await ManualClock().sleep(for: .seconds(1_000_000))
            throw .cancelled
        case nil:
            return HTTPResponse(status: .notFound)
        }
    }
}

/// A batch over a scripted network, with a clock that only the test moves.
struct Bench {
    let network: ScriptedNetwork
    let clock: ManualClock
    var policy = FetchPolicy(deadline: .seconds(30), timeout: .seconds(10), retries: 2)
    var networkPolicy = NetworkPolicy()
    var failsFast = false

    /// Noon of a day in November.
    static let now = Date(timeIntervalSince1970: 1_795_348_800)

    init(_ replies: [String: [ScriptedNetwork.Reply]], clock: ManualClock = ManualClock()) {
        network = ScriptedNetwork(replies)
        self.clock = clock
    }

    var batch: Batch {
        Batch(
            policy: policy, network: networkPolicy, send: network.send, clock: BatchClock(clock), now: Self.now,
            jitter: { 0 }, failsFast: failsFast)
    }

    func run(_ sources: Source...) async -> [FetchedFeed] {
        await batch.run(sources.map { FetchJob(source: $0) })
    }

    /// Asks one source.
    func gather(_ source: Source, memory: SourceMemory = SourceMemory()) async -> FetchedFeed? {
        await batch.run([FetchJob(source: source, memory: memory)]).first
    }
}

extension Source {
    static func feed(_ id: SourceID = "paper", url: String = "https://paper.example/rss") -> Source {
        Source(id: id, provider: .feed(url: url))
    }
}

enum Sample {
    static let feed = """
        <?xml version="1.0"?><rss version="2.0"><channel><title>The Paper</title><link>https://paper.example/</link>
        <item><title>Ferry returns</title><link>https://paper.example/ferry</link><guid>f1</guid></item>
        <item><title>Bridge closes</title><link>https://paper.example/bridge</link><guid>b1</guid></item>
        </channel></rss>
        """
    static let emptyFeed = #"<?xml version="1.0"?><rss version="2.0"><channel><title>The Paper</title></channel></rss>"#
}
