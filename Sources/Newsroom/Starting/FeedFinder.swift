package import Discovery
import Fetching
package import Foundation
import NewsModel
package import Settings
package import WebText

/// Finds feeds by addresses of pages, asking as a run would.
package struct FeedFinder {
    private let engine: EngineClient

    /// - Throws: ``RunFailure`` where the certificate authorities can't be used.
    package init(settings: Settings, now: Date) throws(RunFailure) {
        engine = try EngineClient(settings: settings, now: now)
    }

    /// The feed of a page, or at an address; the deadline of the configuration holds for it.
    package func feed(of address: WebAddress) async throws(DiscoveryFailure) -> DiscoveredFeed {
        let fetcher = engine.documents()
        let discovery = FeedDiscovery { url throws(DiscoveryFailure) in
            do throws(FetchFailure) {
                let document = try await fetcher.document(at: url, accept: Self.accept)
                return FetchedDocument(
                    bytes: document.bytes, url: document.head.url, contentType: document.head["content-type"],
                    links: document.head.all("link"), permanentRedirect: document.permanentRedirect)
            } catch {
                throw DiscoveryFailure(reason: error.summaryWithAdvice)
            }
        }
        return try await discovery.feed(of: address)
    }

    private static let accept =
        "application/atom+xml, application/rss+xml, application/feed+json, text/html;q=0.9, */*;q=0.5"

    package func close() { engine.close() }
}
