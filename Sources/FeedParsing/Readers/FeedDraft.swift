import NewsModel
import WebText

/// A feed while it is read.
struct FeedDraft {
    var feed = Feed()
    var titleRank = Rank.none
    var descriptionRank = Rank.none
    var updatedRank = Rank.none
    var linkRank = Rank.none
    /// The people of the feed, who wrote the entries that name nobody (RFC 4287 §4.2.1).
    var authors: [String] = []
    /// The address of the document.
    var document: String?
    var updatePeriod: Duration?
    var updateFrequency = 1
    var undecidedDates = UndecidedDates()
    /// The places of items that were not resolved against a link of their own.
    private var unresolved: [Int] = []

    private static let maxWarnings = 100

    mutating func warn(_ line: Int?, _ message: String) {
        guard feed.warnings.count < Self.maxWarnings else { return }
        feed.warnings.append(FeedWarning(line: line, message: message))
    }

    /// Adds the item of an entry that is over.
    mutating func append(_ entry: inout EntryDraft) {
        feed.items.append(entry.finish())
        if !entry.isResolved { unresolved.append(feed.items.count - 1) }
    }

    /// The feed, with what only its end could tell.
    mutating func finish() -> Feed {
        if let updatePeriod, feed.hints.timeToLive == nil {
            feed.hints.timeToLive = updatePeriod / max(1, updateFrequency)
        }
        undecidedDates.settle(&feed)
        if !authors.isEmpty {
            for index in feed.items.indices where feed.items[index].authors.isEmpty {
                feed.items[index].authors = authors
            }
        }
        resolve()
        return feed
    }

    /// Makes addresses absolute that no `xml:base` and no entry's own link has made so: they are relative to the site, as
    /// the feed may be served from elsewhere, and where that is unknown to the document.
    private mutating func resolve() {
        if let link = feed.link, !Reference.isAbsolute(link) { feed.link = Reference.resolve(link, base: document) }
        let site = feed.link.flatMap { Reference.isWeb($0) ? Reference.base($0) : nil }
        guard let base = site ?? document else { return }
        if feed.descriptionMarkup?.base == nil { feed.descriptionMarkup?.base = base }
        guard !unresolved.isEmpty else { return }
        let linkBase = linkBase(site: site) ?? base
        for index in unresolved { feed.items[index].resolve(against: base, linkBase: linkBase) }
    }

    /// What the links of entries are relative to: the document, as the formats have it, unless it came from another host
    /// than the site's.
    private func linkBase(site: String?) -> String? {
        guard let document, let site, let host = URIReference(document).authorityParts?.host else { return nil }
        return URIReference(site).authorityParts?.host == host ? document : nil
    }
}

extension FeedItem {
    /// The link first: what else is relative in the entry, is relative to it.
    fileprivate mutating func resolve(against base: String, linkBase: String) {
        guard let link, !Reference.isAbsolute(link) else { return resolve(against: base) }
        let address = Reference.resolve(link, base: linkBase)
        // A file of the entry's stands in for a link, but nothing is relative to it.
        let isOwn = !enclosures.contains { $0.url == link }
        self.link = address
        resolve(against: address.flatMap { isOwn && Reference.isWeb($0) ? Reference.entryBase($0) : nil } ?? base)
    }

    /// All but the link.
    mutating func resolve(against base: String) {
        if let image, !Reference.isAbsolute(image) { self.image = Reference.resolve(image, base: base) }
        if let discussion, !Reference.isAbsolute(discussion) {
            self.discussion = Reference.resolve(discussion, base: base)
        }
        if summary != nil, summary?.base == nil { summary?.base = base }
        if content != nil, content?.base == nil { content?.base = base }
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
