package import Foundation
import HTTPTransport
package import NewsModel
import WebText

/// Gets single documents over HTTP by the rules of any fetch: addresses that may be asked, limits, redirects, and one
/// deadline for all of them.
package struct DocumentFetcher: Sendable {
    private let policy: FetchPolicy
    private let userAgent: String
    private let fetcher: HTTPFetcher

    /// A document as it came.
    package struct Document: Sendable {
        package var bytes: [UInt8]
        package var head: ResponseHead
        package var permanentRedirect: String?
    }

    /// - Parameters:
    ///   - policy: limits, and the deadline for all documents.
    ///   - network: which addresses may be asked.
    ///   - send: sends the requests.
    ///   - clock: begins with the first document.
    ///   - now: the instant at which it begins.
    ///   - jitter: gives 0 ..< 1 for the waits before retries.
    ///   - site: the address of whoever asks.
    package init(
        policy: FetchPolicy, network: NetworkPolicy, send: @escaping SendRequest, clock: BatchClock, now: Date,
        jitter: @escaping @Sendable () -> Double, site: String? = nil
    ) {
        self.policy = policy
        userAgent = policy.userAgent ?? UserAgent.standard(site: site)
        fetcher = HTTPFetcher(
            send: send, addresses: AddressPolicy(allowsPrivate: network.allowsPrivate),
            slots: Slots(limit: policy.concurrency), limiter: HostLimiter(limits: policy.rateLimits),
            retry: Retry(retries: policy.retries), maxBodyBytes: policy.maxBodyBytes, clock: clock,
            deadline: policy.deadline, began: now, jitter: jitter)
    }

    /// The document at an address.
    /// - Throws: ``FetchFailure``; what is there is no success, can't be had, or may not be asked.
    package func document(at url: String, accept: String) async throws(FetchFailure) -> Document {
        let request = FetchRequest(
            source: "document", url: url, accept: accept, userAgent: userAgent, timeout: policy.timeout,
            hostLimit: max(policy.perHost, 4), rank: 0)
        do {
            return try await fetcher.clock.race(until: fetcher.deadline) {
                let answer = try await fetcher.get(request, progress: FetchProgress()) { head, body in
                    var bytes: [UInt8] = []
                    let hash = try await body.hashedRead { bytes.append(contentsOf: $0) }
                    return (bytes, hash)
                }
                return Document(
                    bytes: answer.value ?? [], head: answer.head, permanentRedirect: answer.permanentRedirect)
            }
        } catch let failure as FetchFailure {
            throw failure
        } catch {
            throw .late("the deadline has come (fetch.deadline)")
        }
    }
}
