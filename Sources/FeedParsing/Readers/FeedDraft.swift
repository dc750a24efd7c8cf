import NewsModel

/// A feed while it is read.
struct FeedDraft {
    var feed = Feed()
    var titleRank = Rank.none
    var descriptionRank = Rank.none
    var updatedRank = Rank.none
    var linkRank = Rank.none
    /// The people of the feed, who wrote the entries that name nobody (RFC 4287 §4.2.1).
    var authors: [String] = []
    /// Whether the document's own address is known, so that nothing is relative any more.
    var hasAddress = false
    var updatePeriod: Duration?
    var updateFrequency = 1
    var dateOrder = NumericDateOrder()

    private static let maxWarnings = 100

    mutating func warn(_ line: Int?, _ message: String) {
        guard feed.warnings.count < Self.maxWarnings else { return }
        feed.warnings.append(FeedWarning(line: line, message: message))
    }

    /// The feed, with what only its end could tell.
    mutating func finish() -> Feed {
        if let updatePeriod, feed.hints.timeToLive == nil {
            feed.hints.timeToLive = updatePeriod / max(1, updateFrequency)
        }
        dateOrder.settle(&feed)
        if !authors.isEmpty {
            for index in feed.items.indices where feed.items[index].authors.isEmpty {
                feed.items[index].authors = authors
            }
        }
        if !hasAddress, let link = feed.link, Reference.isWeb(link) { resolve(against: link) }
        return feed
    }

    /// Where no other base is known, relative addresses are relative to the site.
    private mutating func resolve(against base: String) {
        for index in feed.items.indices { feed.items[index].resolve(against: base) }
    }
}

extension FeedItem {
    fileprivate mutating func resolve(against base: String) {
        if let link, !Reference.isAbsolute(link) { self.link = Reference.resolve(link, base: base) }
        if let image, !Reference.isAbsolute(image) { self.image = Reference.resolve(image, base: base) }
        if summary?.base == nil { summary?.base = base }
        if content?.base == nil { content?.base = base }
        for index in enclosures.indices where !Reference.isAbsolute(enclosures[index].url) {
            enclosures[index].url = Reference.resolve(enclosures[index].url, base: base) ?? enclosures[index].url
        }
    }
}

/// The weekdays of RSS's `skipDays`.
enum Weekday {
    /// 1 for Sunday to 7 for Saturday.
    static func number(_ name: String) -> Int? {
        names.firstIndex(of: String(name.lowercased().prefix(3))).map { $0 + 1 }
    }

    private static let names = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]
}

/// The periods of the syndication module (`sy:updatePeriod`).
enum UpdatePeriod {
    static func duration(_ name: String) -> Duration? {
        switch name.lowercased() {
        case "hourly": .seconds(3600)
        case "daily": .seconds(86_400)
        case "weekly": .seconds(7 * 86_400)
        case "monthly": .seconds(30 * 86_400)
        case "yearly": .seconds(365 * 86_400)
        default: nil
        }
    }
}
