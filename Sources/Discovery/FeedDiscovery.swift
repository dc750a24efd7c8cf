import FeedParsing
package import NewsModel
package import WebText

/// What came from an address.
package struct FetchedDocument: Sendable {
    package var bytes: [UInt8]
    /// Behind all redirects.
    package var url: String
    package var contentType: String?
    /// The fields `Link` of the head (RFC 8288).
    package var links: [String]
    /// Where the first, unbroken run of permanent redirects led.
    package var permanentRedirect: String?

    package init(
        bytes: [UInt8], url: String, contentType: String? = nil, links: [String] = [], permanentRedirect: String? = nil
    ) {
        self.bytes = bytes
        self.url = url
        self.contentType = contentType
        self.links = links
        self.permanentRedirect = permanentRedirect
    }
}

/// A feed that was found, read once.
package struct DiscoveredFeed: Sendable {
    /// How it was found.
    package enum Way: Sendable, Hashable {
        /// The address is the feed's own.
        case itself
        /// By what is known of the site.
        case pattern
        /// The page names it.
        case page
        /// Where many sites have it.
        case usualPath
    }

    package var address: String
    package var feed: Feed
    package var way: Way
    /// The address that led there for good.
    package var movedFrom: String?
    /// Other feeds that the page names.
    package var others: [String] = []
}

/// Why no feed was found, as a clause.
package struct DiscoveryFailure: Error, Sendable, Hashable {
    package var reason: String

    package init(reason: String) {
        self.reason = reason
    }
}

/// Finds the feed of a page: the address itself, what is known of the site, what the page names, and where feeds
/// usually are, in this order. Whatever is found is read before it is called a feed.
package struct FeedDiscovery: Sendable {
    /// Gets a document.
    package typealias Get = @Sendable (String) async throws(DiscoveryFailure) -> FetchedDocument

    private let get: Get

    /// Feeds that a page names are tried at most so many.
    private static let mostCandidates = 8

    package init(get: @escaping Get) {
        self.get = get
    }

    package func feed(of address: WebAddress) async throws(DiscoveryFailure) -> DiscoveredFeed {
        if let found = await first(of: SitePatterns.feeds(of: address), .pattern) { return found }
        let page = try await get(address.text)
        if let feed = Self.read(page) {
            let moved = page.permanentRedirect
            return DiscoveredFeed(
                address: moved ?? address.text, feed: feed, way: .itself, movedFrom: moved == nil ? nil : address.text)
        }
        let named = PageFeeds.addresses(in: page)
        if var found = await first(of: Array(named.prefix(Self.mostCandidates)), .page) {
            found.others = named.filter { $0 != found.address }
            return found
        }
        if let final = WebAddress(page.url) {
            // The page may have moved to a site that is known.
            let patterns = final == address ? [] : SitePatterns.feeds(of: final)
            if let found = await first(of: patterns, .pattern) { return found }
            if let found = await first(of: UsualPaths.addresses(near: final), .usualPath) { return found }
        }
        throw DiscoveryFailure(
            reason: named.isEmpty
                ? "the page names no feed, and there is none where feeds usually are"
                : "the page names \(named.count == 1 ? "a feed" : "feeds"), but what is there can't be read as one")
    }

    /// The first of some addresses, in their order, at which there is a feed. They are asked at once.
    private func first(of addresses: [String], _ way: DiscoveredFeed.Way) async -> DiscoveredFeed? {
        await withTaskGroup(of: (Int, DiscoveredFeed?).self) { group in
            for (index, address) in addresses.enumerated() {
                group.addTask {
                    // What is not there is no candidate, for whatever reason.
                    guard let document = try? await get(address), let feed = Self.read(document) else {
                        return (index, nil)
                    }
                    return (
                        index,
                        DiscoveredFeed(
                            address: document.permanentRedirect ?? address, feed: feed, way: way)
                    )
                }
            }
            var found = [DiscoveredFeed?](repeating: nil, count: addresses.count)
            for await (index, feed) in group { found[index] = feed }
            // A feed with entries says more than one without.
            return found.compactMap(\.self).first { !$0.feed.items.isEmpty } ?? found.compactMap(\.self).first
        }
    }

    private static func read(_ document: FetchedDocument) -> Feed? {
        // What is no feed is a page.
        try? FeedReader.read(document.bytes, url: document.url, contentType: document.contentType)
    }
}
