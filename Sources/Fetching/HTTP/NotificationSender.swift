package import Foundation
import HTTPTransport
import NIOHTTP1
package import NewsModel

/// Sends notifications: each bounded in time, tried again where that may help, to no address that may not be asked.
package struct NotificationSender: Sendable {
    private let send: SendRequest
    private let addresses: AddressPolicy
    private let timeout: Duration
    private let deadline: Duration
    private let userAgent: String
    private let clock: BatchClock
    private let now: Date
    private let jitter: @Sendable () -> Double
    private let retry = Retry(retries: 2)

    package struct Message: Sendable, Hashable {
        package var url: String
        package var method: Method
        /// By name; they may hold no secrets.
        package var headers: [String: String]
        package var body: [UInt8]

        package enum Method: Sendable, Hashable {
            case get, post
        }

        package init(url: String, method: Method = .post, headers: [String: String], body: [UInt8]) {
            self.url = url
            self.method = method
            self.headers = headers
            self.body = body
        }
    }

    /// How a message was taken.
    package struct Delivery: Sendable, Hashable {
        /// What went wrong, in a clause; `nil` where it was taken (any 2xx).
        package var failure: String?
        package var attempts: Int
        /// Whether the receiver says that it wants no more (410).
        package var isGone = false
    }

    /// - Parameters:
    ///   - send: sends the requests.
    ///   - network: which addresses may be asked.
    ///   - timeout: for one attempt.
    ///   - userAgent: what we call ourselves.
    ///   - clock: measures attempts, waits and the deadline.
    ///   - deadline: the instant of the clock at which all attempts end.
    ///   - now: the instant of now, for a `Retry-After` that is a date.
    ///   - jitter: gives 0 ..< 1 for the waits before retries.
    package init(
        send: @escaping SendRequest, network: NetworkPolicy, timeout: Duration, userAgent: String,
        clock: BatchClock, deadline: Duration, now: Date, jitter: @escaping @Sendable () -> Double
    ) {
        self.send = send
        self.timeout = timeout
        self.userAgent = userAgent
        self.clock = clock
        self.deadline = deadline
        self.now = now
        self.jitter = jitter
        addresses = AddressPolicy(allowsPrivate: network.allowsPrivate)
    }

    /// Sends one message until it is taken, no attempt may help any more, or the deadline has come; redirects are not
    /// followed.
    ///
    /// - Parameter message: made anew for each attempt, from the time that the clock shows.
    /// - Returns: how the last attempt went.
    package func deliver(_ message: (_ elapsed: Duration) -> Message) async -> Delivery {
        var delivery = Delivery(attempts: 0)
        while true {
            delivery.attempts += 1
            guard let failure = await failure(of: message(clock.elapsed)) else {
                delivery.failure = nil
                return delivery
            }
            delivery.failure = failure.summary
            delivery.isGone = failure.status == Self.gone
            guard let wait = wait(after: failure, delivery.attempts), await pause(wait) else { return delivery }
        }
    }

    private static let gone = 410

    /// `nil` where it was taken.
    private func failure(of message: Message) async -> FetchFailure? {
        let progress = FetchProgress()
        do {
            try addresses.judge(url: message.url)
            let response = try await clock.race(until: min(deadline, clock.elapsed + timeout)) {
                progress.enter(.waitingForAnswer)
                return try await send(request(message))
            }
            guard !(200..<300).contains(Int(response.status.code)) else { return nil }
            let head = ResponseHead(url: message.url, status: response.status, headers: response.headers)
            return .status(ErrorResponse(head: head, body: []))
        } catch {
            return FetchFailure(error, progress: progress)
        }
    }

    private func wait(after failure: FetchFailure, _ attempts: Int) -> Duration? {
        let asked: Duration? =
            if case .status(let answer) = failure { answer.head.retryAfter(now: now)?.kept } else { nil }
        switch retry.decide(failure, attempt: attempts, retryAfter: asked, jitter: jitter()) {
        case .giveUp: return nil
        case .tryAgain(let wait): return clock.elapsed + wait < deadline ? wait : nil
        }
    }

    /// - Returns: whether there is time for another attempt.
    private func pause(_ wait: Duration) async -> Bool {
        do {
            try await clock.sleep(until: clock.elapsed + wait)
            return true
        } catch {
            return false
        }
    }

    private func request(_ message: Message) -> HTTPRequest {
        var request = HTTPRequest(url: message.url)
        request.method = message.method == .get ? .GET : .POST
        request.headers.add(name: "user-agent", value: userAgent)
        for (name, value) in message.headers.sorted(by: { $0.key < $1.key }) {
            request.headers.add(name: name, value: value)
        }
        request.body = message.body
        return request
    }
}

extension FetchFailure {
    fileprivate var status: Int? {
        if case .status(let answer) = self { answer.head.status } else { nil }
    }
}
