package import Foundation

/// What a provider read, before any judgement.
package struct Feed: Sendable, Hashable {
    /// The format of a feed document; `nil` for an API.
    package var format: FeedFormat?
    /// Plain text.
    package var title: String?
    /// The page that the feed belongs to, absolute where a base is known.
    package var link: String?
    /// Plain text.
    package var description: String?
    /// The description with its markup, as the feed has it.
    package var descriptionMarkup: Markup?
    /// BCP 47, as the feed says it.
    package var language: String?
    package var updated: Date?
    /// In document order.
    package var items: [FeedItem]
    package var hints = FeedHints()
    package var warnings: [FeedWarning] = []
    /// The address that answered, behind all redirects, as it was asked; not for publishing.
    package var address: String?
    /// The addresses that redirects named on the way to it; not for publishing.
    package var redirects: Set<String> = []

    package init(title: String? = nil, link: String? = nil, items: [FeedItem] = []) {
        self.title = title
        self.link = link
        self.items = items
    }
}

package enum FeedFormat: String, Sendable, Hashable, Codable, CaseIterable {
    case rss090 = "rss0.90"
    case rss091 = "rss0.91"
    case rss092 = "rss0.92"
    case rss10 = "rss1.0"
    case rss20 = "rss2.0"
    case atom03 = "atom0.3"
    case atom10 = "atom1.0"
    case jsonFeed10 = "jsonfeed1.0"
    case jsonFeed11 = "jsonfeed1.1"
}

/// What a feed says about when to ask again.
package struct FeedHints: Sendable, Hashable {
    /// How long it may be cached: RSS 2.0 `ttl` (minutes), or `sy:updatePeriod` over `sy:updateFrequency`.
    package var timeToLive: Duration?
    /// Hours of the day in GMT, 0–23, in which not to ask (RSS 2.0 `skipHours`).
    package var skipHours: Set<Int> = []
    /// Days in which not to ask, 1 (Sunday) to 7 (RSS 2.0 `skipDays`).
    package var skipDays: Set<Int> = []
    /// JSON Feed `expired`: there will be no more.
    package var isExpired = false

    package init() {}
}

/// A repair or a doubt, at a line of the document where one is known.
package struct FeedWarning: Sendable, Hashable, CustomStringConvertible {
    package var line: Int?
    package var message: String

    package init(line: Int? = nil, message: String) {
        self.line = line
        self.message = message
    }

    package var description: String {
        line.map { "line \($0): \(message)" } ?? message
    }
}
