import Fetching
import Foundation
import HTTPTransport
import NewsModel
import Settings

/// The engine as commands use it that ask without a run: by the configuration's limits and its address policy.
struct EngineClient {
    let settings: Settings
    let client: HTTPClient
    let now: Date

    /// - Throws: ``RunFailure`` where the certificate authorities can't be used.
    init(settings: Settings, now: Date) throws(RunFailure) {
        self.settings = settings
        self.now = now
        do {
            client = try HTTPClient(fetch: settings.fetch, network: settings.network)
        } catch {
            throw .cannot(error.description)
        }
    }

    func close() { client.close() }

    /// A fetcher of documents whose deadline begins now.
    func documents() -> DocumentFetcher {
        DocumentFetcher(
            policy: settings.fetch, network: settings.network, send: client.send,
            clock: BatchClock(ContinuousClock()), now: now, jitter: { Double.random(in: 0..<1) },
            site: settings.site.url)
    }

    /// A batch by another policy, such as one with more time.
    func batch(_ policy: FetchPolicy) -> Batch {
        Batch(
            policy: policy, network: settings.network, send: client.send, clock: BatchClock(ContinuousClock()),
            now: now, jitter: { Double.random(in: 0..<1) }, userAgent: UserAgent.standard(site: settings.site.url))
    }
}
