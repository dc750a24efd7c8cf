import Curation
import Foundation
import NewsModel
import NewsStore
import Publishing
import WebText

/// Turns what a source said into what the store remembers: each item gets an identity, an address that can be
/// followed, and a title; what is too old to ever stand in an edition is left at the door.
struct Intake: Sendable {
    private let now: Date
    private let oldest: Date
    private let allowsPrivate: Bool
    /// The date before which what a new source lists is its back catalogue; `nil` where there is no such date.
    let horizon: Date?
    private let redactor: Redactor

    init(
        now: Date, policy: EditionPolicy, horizon: Date? = nil, allowsPrivate: Bool = false,
        redactor: Redactor = .none
    ) {
        self.now = now
        self.allowsPrivate = allowsPrivate
        self.horizon = horizon
        self.redactor = redactor
        // With a window of the user's own, what is old but was seen late belongs too, so it has to be remembered.
        oldest =
            switch policy.window {
            case .auto: now.addingTimeInterval(-policy.maxWindow.seconds)
            case .last: .distantPast
            }
    }

    /// The items of a feed as they go into the store, in the feed's order.
    func stories(of feed: Feed, from source: Source) -> [NewStory] {
        stories(of: feed, from: source, goesOn: { true }) ?? []
    }

    /// The same, unless `goesOn` says in between that there is no time for it.
    func stories(of feed: Feed, from source: Source, goesOn: () -> Bool) -> [NewStory]? {
        var current = feed.items.filter { ($0.published ?? $0.updated ?? now) >= oldest }.map(ItemBounds.kept)
        let reach = HostReach(ofSourceAt: source.provider.address, allowsPrivate: allowsPrivate)
        let cleaning = ItemCleaning(redactor.learning(secrets(learnedFrom: feed, of: source)))
        var places: [Place] = []
        places.reserveCapacity(current.count)
        for index in current.indices {
            guard index % Self.stride != 0 || goesOn() else { return nil }
            cleaning.clean(&current[index])
            places.append(Place(of: current[index], within: reach))
        }
        let shared = Self.sharedKeys(places, among: current)
        let homepage = homepage(of: feed, source, within: reach) ?? ""
        return zip(current, places).map { item, place in
            let title = Self.title(of: item)
            let own = place.key.flatMap { shared.contains($0) ? nil : $0 }
            var kept = item
            kept.published = item.published ?? item.updated
            kept.discussion = item.discussion.flatMap { reach.allows($0) ? $0 : nil }
            kept.image = item.image.flatMap { reach.allows($0) ? $0 : nil }
            kept.enclosures.removeAll { !reach.allows($0.url) }
            kept.language = item.language ?? source.language ?? ItemBounds.language(feed.language)
            return NewStory(
                item: kept, key: own ?? Self.ownKey(item, title, source.id), link: place.link ?? homepage, title: title)
        }
    }

    /// How many items are worked on between two looks at the time.
    static let stride = 64

    /// Where an item is.
    private struct Place {
        /// An address of the item's own that a reader can follow.
        let link: String?
        /// Its identity.
        let key: String?

        init(of item: FeedItem, within reach: HostReach) {
            link = [item.link, item.discussion].lazy.compactMap { $0.flatMap(FollowedAddress.of) }
                .first(where: reach.allows)
            key = link.flatMap { link in
                CanonicalURL.key(of: link).flatMap { Self.leads($0, from: link, within: reach) }
            }
        }

        /// The key, unless the target that a redirect shows in its address is where none may lead.
        private static func leads(_ key: String, from link: String, within reach: HostReach) -> String? {
            let scheme = link.prefix(5).lowercased() == "http:" ? "http://" : "https://"
            return reach.allows(scheme + key) ? key : nil
        }
    }

    /// Keys that several items of one feed have in common: such an address is the feed's page rather than an
    /// article's, and tells them apart no more than their source does.
    private static func sharedKeys(_ places: [Place], among items: [FeedItem]) -> Set<String> {
        var owners: [String: Int] = [:]
        owners.reserveCapacity(items.count)
        var shared: Set<String> = []
        func owner(_ index: Int) -> String { items[index].id ?? items[index].title ?? "" }
        for (index, place) in places.enumerated() {
            guard let key = place.key else { continue }
            if let other = owners.updateValue(index, forKey: key), owner(other) != owner(index) { shared.insert(key) }
        }
        return shared
    }

    private static func ownKey(_ item: FeedItem, _ title: String, _ source: SourceID) -> String {
        Story.ownKey(item.id.map(OwnName.of) ?? title, of: source)
    }

    /// The page of the site, which stands in for an item's own; never made of the address that was asked, and none that
    /// says more than a page's address does.
    private func homepage(of feed: Feed, _ source: Source, within reach: HostReach) -> String? {
        let asked = Set(([source.provider.address] + feed.addresses).map(Self.bare))
        return feed.link.flatMap(FollowedAddress.of).flatMap { page in
            guard page.utf8.count <= ItemBounds.longestAddress, reach.allows(page) else { return nil }
            let published = PublishedAddress(of: page, besides: redactor)
            return published.isWhole && !asked.contains(Self.bare(page)) ? page : nil
        }
    }

    /// What two spellings of an address have in common that differ in who asks.
    private static func bare(_ address: String) -> Substring {
        let place = address.prefix { $0 != "?" && $0 != "#" }
        let behindScheme = place.firstRange(of: "://").map { place[$0.upperBound...] } ?? place
        let behindUser = behindScheme.firstIndex(of: "@").map { behindScheme[behindScheme.index(after: $0)...] }
        let bare = behindUser ?? behindScheme
        return bare.last == "/" ? bare.dropLast() : bare
    }

    /// What a server put into the addresses that it redirected to is as secret as what it was asked with.
    func secrets(learnedFrom feed: Feed, of source: Source) -> [Secret] {
        LearnedSecrets.all(in: feed.addresses, of: source)
    }

    /// The item's title as it may be shown, on one line, or the beginning of its text; bounded, since a headline of a
    /// thousand words is none. It is cleaned here once: later rooms take it as it is.
    private static func title(of item: FeedItem) -> String {
        let said = beginning(of: PlainText.line(item.title ?? ""), longestTitle).cut(toBytes: mostBytes).trimmed
        if PlainText.isVisible(said) { return said }
        let text = [item.summary, item.content].lazy.compactMap { $0.map(Sanitiser.plainText) }
            .first(where: PlainText.isVisible)
        guard let text else { return "Untitled" }
        let beginning = beginning(of: text, titleFromText).cut(toBytes: mostBytes).trimmed
        return text.count > titleFromText ? beginning + "…" : beginning
    }

    /// The first characters of a text, unless they are made of more marks than any language puts on its letters.
    private static func beginning(of text: String, _ characters: Int) -> String {
        guard text.utf8.count > characters else { return text }
        let scalars = text.unicodeScalars.prefix(characters * scalarsOfACharacter)
        return String(String(String.UnicodeScalarView(scalars)).prefix(characters))
    }

    private static let scalarsOfACharacter = 4
    private static let longestTitle = 300
    /// A character may consist of any number of bytes.
    private static let mostBytes = 4 * longestTitle
    private static let titleFromText = 80
}
