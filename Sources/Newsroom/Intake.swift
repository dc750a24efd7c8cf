import Curation
import Foundation
import NewsModel
import NewsStore
import Publishing

/// Turns what a source said into what the store remembers: each item gets an identity, an address that can be
/// followed, and a title; what is too old to ever stand in an edition is left at the door.
struct Intake {
    private let now: Date
    private let oldest: Date

    init(now: Date, policy: EditionPolicy) {
        self.now = now
        // With a window of the user's own, what is old but was seen late belongs too, so it has to be remembered.
        oldest =
            switch policy.window {
            case .auto: now.addingTimeInterval(-policy.maxWindow.seconds)
            case .last: .distantPast
            }
    }

    /// The items of a feed as they go into the store, in the feed's order.
    func stories(of feed: Feed, from source: Source) -> [NewStory] {
        let current = feed.items.filter { ($0.published ?? $0.updated ?? now) >= oldest }
        let shared = Self.sharedKeys(among: current)
        return current.map { item in
            let link = Self.link(of: item)
            let key = link.flatMap { CanonicalURL.key(of: $0) }
            let title = Self.title(of: item)
            var kept = item
            kept.published = item.published ?? item.updated
            kept.language = item.language ?? source.language ?? feed.language
            return NewStory(
                item: kept, key: key.flatMap { shared.contains($0) ? nil : $0 } ?? Self.ownKey(item, title, source.id),
                link: link ?? Self.homepage(of: feed, source), title: title)
        }
    }

    /// Keys that several items of one feed have in common: such an address is the feed's page rather than an
    /// article's, and tells them apart no more than their source does.
    private static func sharedKeys(among items: [FeedItem]) -> Set<String> {
        var owners: [String: String] = [:]
        var shared: Set<String> = []
        for item in items {
            guard let key = link(of: item).flatMap({ CanonicalURL.key(of: $0) }) else { continue }
            let owner = item.id ?? item.title ?? ""
            if let other = owners.updateValue(owner, forKey: key), other != owner { shared.insert(key) }
        }
        return shared
    }

    private static func ownKey(_ item: FeedItem, _ title: String, _ source: SourceID) -> String {
        "\(source)#\(item.id ?? title)"
    }

    /// An address of the item's own that a reader can follow.
    private static func link(of item: FeedItem) -> String? {
        [item.link, item.discussion].lazy.compactMap { $0 }.first(where: isWebAddress)
    }

    private static func homepage(of feed: Feed, _ source: Source) -> String {
        feed.link.flatMap { isWebAddress($0) ? $0 : nil } ?? source.provider.address
    }

    private static func isWebAddress(_ text: String) -> Bool {
        guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased() else { return false }
        return (scheme == "http" || scheme == "https") && parts.host?.isEmpty == false
    }

    /// The item's title, or the beginning of its text; bounded, since a headline of a thousand words is none.
    private static func title(of item: FeedItem) -> String {
        let said = item.title?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
        if !said.isEmpty { return String(said.prefix(longestTitle)) }
        let text = (item.summary ?? item.content).map(Sanitiser.plainText) ?? ""
        let beginning = text.prefix(titleFromText).trimmingCharacters(in: .whitespacesAndNewlines)
        if beginning.isEmpty { return "Untitled" }
        return text.count > titleFromText ? beginning + "…" : beginning
    }

    private static let longestTitle = 300
    private static let titleFromText = 80
}
