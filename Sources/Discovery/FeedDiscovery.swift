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

    /// Whether it holds what readers say to what the site says, though nobody asked for that.
    var isOfComments: Bool { way != .pattern && PageFeeds.isOfComments(address: address, title: feed.title) }
}

/// Why no feed was found, as a clause.
package struct DiscoveryFailure: Error, Sendable, Hashable {
    package var reason: String

    package init(reason: String) {
        self.reason = reason
    }
}

/// Finds the feed of a page: the address itself, what is known of the site, what the page names, and where feeds
/// usually are, in this order; one of comments only where there is no other. Whatever is found is read before it is called
/// a feed.
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
        let page: FetchedDocument
        do {
            page = try await get(address.text)
        } catch {
            // Pages let browsers in where feeds let readers in.
            if let found = await feeds(at: SitePatterns.feeds(of: address), .pattern).first { return found }
            throw error
        }
        if let feed = Self.read(page) {
            let moved = page.permanentRedirect
            return DiscoveredFeed(
                address: moved ?? address.text, feed: feed, way: .itself, movedFrom: moved == nil ? nil : address.text)
        }
        return try await feed(of: page, asked: address)
    }

    /// The feed of what is a page.
    private func feed(of page: FetchedDocument, asked: WebAddress) async throws(DiscoveryFailure) -> DiscoveredFeed {
        // The page may have moved to a site that is known.
        let final = WebAddress(page.url) ?? asked
        let known = SitePatterns.feeds(of: asked) + (final == asked ? [] : SitePatterns.feeds(of: final))
        let named = PageFeeds.addresses(in: page)
        let ways: [(way: DiscoveredFeed.Way, addresses: [String])] = [
            (.pattern, known), (.page, Array(named.prefix(Self.mostCandidates))),
            (.usualPath, UsualPaths.addresses(near: final)),
        ]
        var ofComments: DiscoveredFeed?
        for (way, addresses) in ways {
            let found = await feeds(at: addresses, way)
            ofComments = ofComments ?? found.first(where: \.isOfComments)
            guard var best = found.first(where: { !$0.isOfComments }) else { continue }
            if way == .page { best.others = named.filter { $0 != best.address } }
            return best
        }
        if let ofComments { return ofComments }
        throw DiscoveryFailure(
            reason: named.isEmpty
                ? "the page names no feed, and there is none where feeds usually are"
                : "the page names \(named.count == 1 ? "a feed" : "feeds"), but what is there can't be read as one")
    }

    /// What is a feed of some addresses, in their order, those without entries last. They are asked at once.
    private func feeds(at addresses: [String], _ way: DiscoveredFeed.Way) async -> [DiscoveredFeed] {
        await withTaskGroup(of: (Int, DiscoveredFeed?).self) { group in
            for (index, address) in addresses.enumerated() {
                group.addTask {
                    // What is not there is no candidate, for whatever reason.
                    guard let document = try? await get(address), let feed = Self.read(document) else {
                        return (index, nil)
                    }
                    let address = document.permanentRedirect ?? address
                    return (index, DiscoveredFeed(address: address, feed: feed, way: way))
                }
            }
            var found = [DiscoveredFeed?](repeating: nil, count: addresses.count)
            for await (index, feed) in group { found[index] = feed }
            let feeds = found.compactMap(\.self)
            // A feed with entries says more than one without.
            return feeds.filter { !$0.feed.items.isEmpty } + feeds.filter(\.feed.items.isEmpty)
        }
    }

    private static func read(_ document: FetchedDocument) -> Feed? {
        // What is no feed is a page.
        try? FeedReader.read(document.bytes, url: document.url, contentType: document.contentType)
    }
}
