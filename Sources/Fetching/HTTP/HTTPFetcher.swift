import Foundation
package import HTTPTransport
import NewsModel
import WebText

/// One exchange with a server, without redirects: a request in, the head and the open body out. Tests replace it.
package typealias SendRequest = @Sendable (HTTPRequest) async throws(TransportError) -> HTTPResponse

/// Requests of a batch: in turn, within limits, with retries, and never past the deadline.
struct HTTPFetcher: Sendable {
    let send: SendRequest
    let addresses: AddressPolicy
    let slots: Slots
    let limiter: HostLimiter
    let retry: Retry
    let maxBodyBytes: Int
    /// What all bodies together may hold.
    let budget = BodyBudget()
    let clock: BatchClock
    /// When the batch ends, since its beginning.
    let deadline: Duration
    /// The instant at which the batch began.
    let began: Date
    /// 0 ..< 1.
    let jitter: @Sendable () -> Double
    /// Records what is asked and answered.
    var recorder: BatchRecorder?

    /// Whether the batch has come to its deadline.
    var isOver: Bool { clock.elapsed >= deadline }

    /// The instant of now, by the batch's clock.
    var now: Date { began.addingTimeInterval(clock.elapsed.seconds) }

    /// Gets what `request` names and has `reading` make something of it, with retries where they may help.
    ///
    /// `progress` is updated at each step; `reading` reads the body of a success, and is called anew for each attempt.
    /// The failure that is thrown is that of the last attempt.
    func get<Value: Sendable>(
        _ request: FetchRequest, progress: FetchProgress,
        reading: @escaping @Sendable (ResponseHead, BoundedBody) async throws -> (Value, bodyHash: String)
    ) async throws(FetchFailure) -> ParsedResponse<Value> {
        var attempt = 1
        while true {
            do {
                let count = attempt
                progress.update {
                    $0.attempts = max($0.attempts, count)
                    $0.isAsked = false
                }
                return try await RedirectChain(
                    fetcher: self, request: request, isRetry: attempt > 1, progress: progress
                )
                .follow(reading: reading)
            } catch {
                let failure = FetchFailure(error, progress: progress)
                // A host that is left alone was not asked, unless another one led there.
                if case .paused = failure, !progress.current.isAsked { progress.update { $0.attempts = attempt - 1 } }
                try await waitToRetry(request, after: failure, attempt: attempt, progress: progress)
                attempt += 1
            }
        }
    }

    /// Waits until it makes sense to try again; throws the failure itself, if it never will before the deadline.
    private func waitToRetry(
        _ request: FetchRequest, after failure: FetchFailure, attempt: Int, progress: FetchProgress
    ) async throws(FetchFailure) {
        let decision = retry.decide(failure, attempt: attempt, retryAfter: retryAfter(failure), jitter: jitter())
        guard case .tryAgain(let wait) = decision else { throw failure }
        await recordPause(failure, of: request, wait: wait)
        let instant = clock.elapsed + wait
        guard instant < deadline else {
            progress.update { $0.note = "not tried again: the deadline is nearer than the next attempt" }
            throw failure
        }
        progress.update {
            $0.stage = .waitingToRetry
            $0.note = failure.summary
        }
        do {
            try await clock.sleep(until: instant)
        } catch {
            throw failure
        }
        progress.update {
            $0.note = nil
            $0.earlier = failure.summary
        }
    }

    private func retryAfter(_ failure: FetchFailure) -> Duration? {
        guard let answer = failure.overload else { return nil }
        return answer.head.retryAfter(now: now)?.kept
    }

    /// Records that a server is overloaded for a source. For the others of its host that counts where the host is the
    /// source's own: anybody may redirect to another host's busy address.
    private func recordPause(_ failure: FetchFailure, of request: FetchRequest, wait: Duration) async {
        guard let answer = failure.overload else { return }
        let host = answer.head.authority
        await limiter.pause(
            host, for: request.source, isOwn: host == Self.authority(of: request.url), until: clock.elapsed + wait,
            reason: answer.head.line)
    }

    /// Records the pause that a response asks for with `Retry-After`.
    func recordRetryAfter(of failure: any Error, to request: FetchRequest) async {
        guard let failure = failure as? FetchFailure, let wait = retryAfter(failure) else { return }
        await recordPause(failure, of: request, wait: wait)
    }

    static func host(of url: String) -> String {
        WebAddress(url)?.host ?? ""
    }

    /// The host of an address, with the port where that is not the usual one; empty for what is no address.
    static func authority(of url: String) -> String {
        (try? HTTPEndpoint(url))?.authority ?? ""
    }
}
