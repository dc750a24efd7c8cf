import Foundation
import HTTPTransport
import NIOCore
import NIOHTTP1
import NewsModel
import Parallelism
import WebArchive
import WebText

/// Reads again what a source of a record answered: by the reader of its provider, of which each request is answered by the
/// record, in the order in which the same address was answered then. No clock runs, and nobody is waited for.
struct SourceReplay {
    let policy: FetchPolicy
    let network: NetworkPolicy
    let now: Date
    let clock: BatchClock

    init(policy: FetchPolicy, network: NetworkPolicy, now: Date) {
        var policy = policy
        // No time passes, so that none of these is ever reached.
        (policy.deadline, policy.timeout) = (Self.forever, Self.forever)
        policy.rateLimits = [:]
        self.policy = policy
        self.network = network
        self.now = now
        clock = BatchClock(StoppedClock())
    }

    private static let forever = Duration.seconds(1 << 40)
    /// A failure is tried again as long as there is an answer.
    private static let retries = 1 << 30

    /// The feed that was read, or `nil` where the answers are not those to what is asked: another configuration asks.
    func feed(of recorded: RecordedSource, by source: Source) async -> Feed? {
        let answers = RecordedAnswers(recorded)
        let fetcher = HTTPFetcher(
            send: answers.send, addresses: AddressPolicy(allowsPrivate: network.allowsPrivate),
            slots: Slots(limit: .max), limiter: HostLimiter(limits: [:]), retry: Retry(retries: Self.retries),
            maxBodyBytes: policy.maxBodyBytes, clock: clock, deadline: policy.deadline, began: now, jitter: { 0 })
        var source = source
        source.timeout = nil
        // Nothing is remembered: what was read then is read now, whatever came since.
        let context = ReadingContext(
            source: source, memory: SourceMemory(), fetcher: fetcher, policy: policy, userAgent: "",
            progress: FetchProgress(), rank: 0, isRecordedAgain: answers.holdsAnother)
        var feed = await Providers.reader(for: source.provider).gather(with: context).feed
        // They may have been learned by requests that need not be repeated.
        feed?.redirects = recorded.visit.redirects
        return feed
    }
}

/// The answers of a record to one source, each given once.
private final class RecordedAnswers: Sendable {
    private let placeholders: SecretPlaceholders
    private let waiting: Guarded<Waiting>

    private struct Waiting: Sendable {
        /// By address, in order.
        var byAddress: [String: ArraySlice<RecordedExchange>]

        mutating func next(at url: String, _ placeholders: SecretPlaceholders) -> RecordedExchange? {
            if let exchange = byAddress[url]?.popFirst() { return exchange }
            // A key in the query is another one where somebody else replays the night.
            let place = Self.place(placeholders.restoring(url))
            let other = byAddress.keys.filter {
                byAddress[$0]?.isEmpty == false && Self.place(placeholders.restoring($0)) == place
            }.min()
            return other.flatMap { byAddress[$0]?.popFirst() }
        }

        /// An address without who asks and what for.
        private static func place(_ url: String) -> String? {
            WebAddress(url).map { "\($0.scheme)://\($0.hostAndPort)\($0.reference.path)" }
        }
    }

    init(_ recorded: RecordedSource) {
        placeholders = recorded.placeholders
        // Two addresses that differ in what servers told are two: a redirect from one to the other is no loop.
        let byAddress = Dictionary(grouping: recorded.exchanges) {
            recorded.placeholders.restoring($0.url, unknown: .apart)
        }
        waiting = Guarded(Waiting(byAddress: byAddress.mapValues { $0[...] }))
    }

    /// Whether an address was answered once more.
    @Sendable func holdsAnother(at url: String) -> Bool {
        waiting.withLock { $0.byAddress[url]?.isEmpty == false }
    }

    @Sendable func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        guard let exchange = waiting.withLock({ $0.next(at: request.url, placeholders) }) else {
            // It ends what asks, since no attempt would be answered.
            throw .invalidResponse(.breaksRules)
        }
        guard let response = exchange.response else { throw .noResponse(.closed) }
        let fields = response.head.fields.map { ($0.name, placeholders.restoring($0.value, unknown: .apart)) }
        let status = HTTPResponseStatus(statusCode: response.status, reasonPhrase: response.head.reason)
        return HTTPResponse(status: status, headers: HTTPHeaders(fields), body: body(of: response))
    }

    private func body(of response: RecordedResponse) -> ResponseBody {
        let isWhole = response.isWhole
        let rest = Guarded(ByteBuffer(bytes: WideBody.changing(response.body) { placeholders.restoring($0) }))
        return ResponseBody { () throws(TransportError) in
            let piece = rest.withLock { buffer in
                buffer.readSlice(length: min(buffer.readableBytes, Self.pieceBytes))
            }
            if let piece, piece.readableBytes > 0 { return piece }
            guard isWhole else { throw .interrupted(.closed) }
            return nil
        }
    }

    private static let pieceBytes = 64 << 10
}

/// A clock that stands still, and in which nobody sleeps.
struct StoppedClock: Clock {
    struct Instant: InstantProtocol {
        var offset: Duration
        func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
        func duration(to other: Instant) -> Duration { other.offset - offset }
        static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
    }

    var now: Instant { Instant(offset: .zero) }
    var minimumResolution: Duration { .nanoseconds(1) }
    func sleep(until deadline: Instant, tolerance: Duration?) async throws { try Task.checkCancellation() }
}
