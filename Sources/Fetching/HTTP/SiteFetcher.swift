package import Foundation
import HTTPTransport
package import NewsModel
import WebText

/// Reads the files of a published site over HTTP, by the rules of any fetch: addresses that may be asked, limits, retries,
/// and one deadline for all of them.
package struct SiteFetcher: Sendable {
    private let site: String
    private let policy: FetchPolicy
    private let fetcher: HTTPFetcher

    /// Why a file could not be read, in one sentence.
    package struct Failure: Error, Sendable, Hashable, CustomStringConvertible {
        package let description: String
    }

    /// - Parameters:
    ///   - site: the address of its root.
    ///   - policy: limits, and the deadline for all files.
    ///   - network: which addresses may be asked.
    ///   - send: sends the requests.
    ///   - clock: begins with the first file.
    ///   - now: the instant at which it begins.
    ///   - jitter: gives 0 ..< 1 for the waits before retries.
    package init(
        site: String, policy: FetchPolicy, network: NetworkPolicy, send: @escaping SendRequest, clock: BatchClock,
        now: Date, jitter: @escaping @Sendable () -> Double
    ) {
        self.site = site.hasSuffix("/") ? site : site + "/"
        self.policy = policy
        fetcher = HTTPFetcher(
            send: send, addresses: AddressPolicy(allowsPrivate: network.allowsPrivate),
            slots: Slots(limit: policy.concurrency), limiter: HostLimiter(limits: policy.rateLimits),
            retry: Retry(retries: policy.retries), maxBodyBytes: policy.maxBodyBytes, clock: clock,
            deadline: policy.deadline, began: now, jitter: jitter)
    }

    /// The bytes of the file at a path below the root; `nil` where the server has none there.
    /// - Throws: ``Failure`` where it does not answer, or with something else.
    package func file(_ path: String) async throws(Failure) -> Data? {
        let url = site + path
        let request = FetchRequest(
            source: "restore", url: url, accept: "*/*", userAgent: policy.userAgent ?? UserAgent.standard(site: site),
            timeout: policy.timeout, hostLimit: policy.perHost, rank: 0)
        do {
            return try await withDeadline {
                try await fetcher.get(request, progress: FetchProgress()) { _, body in
                    var bytes = Data()
                    let hash = try await body.hashedRead { bytes.append(contentsOf: $0) }
                    return (bytes, hash)
                }.value
            }
        } catch FetchFailure.status(let answer) where [404, 410].contains(answer.head.status) {
            return nil
        } catch let failure as FetchFailure {
            throw Failure(description: "\(url) can't be read: \(failure.summary).")
        } catch {
            throw Failure(description: "\(url) can't be read: the deadline has come (fetch.deadline).")
        }
    }

    private func withDeadline<T: Sendable>(_ work: @escaping @Sendable () async throws -> T) async throws -> T {
        try await fetcher.clock.race(until: fetcher.deadline, work)
    }
}
