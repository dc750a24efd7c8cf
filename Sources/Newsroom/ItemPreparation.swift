import Curation
import Foundation
import NewsModel
import NewsStore
import Publishing
import Settings
import WebText

/// Turns the items of a feed into what the store takes: each gets an identity, an address that can be followed, and a
/// title; what is too old to ever stand in an edition is dropped.
struct ItemPreparation: Sendable {
    private let now: Date
    private let oldest: Date
    private let allowsPrivate: Bool
    /// The date before which what a new source lists is its back catalogue; `nil` where there is no such date.
    let horizon: Date?
    /// The date before which an item of a new source is seldom asked for: a first edition reaches further back only where
    /// what is newer does not fill it.
    let firstReach: Date?
    private var redactor: Redactor

    init(
        now: Date, policy: EditionPolicy, horizon: Date? = nil, reaches: [Duration?] = [], allowsPrivate: Bool = false,
        redactor: Redactor = .none
    ) {
        self.now = now
        self.allowsPrivate = allowsPrivate
        self.horizon = horizon
        firstReach = reaches.first.flatMap { $0 }.map { now.addingTimeInterval(-$0.seconds) }
        self.redactor = redactor
        // With a window of the user's own, what is old but was seen late belongs too, so it has to be remembered.
        oldest =
            switch policy.window {
            case .auto: now.addingTimeInterval(-((reaches.last ?? nil) ?? policy.maxWindow).seconds)
            case .last: .distantPast
            }
    }

    /// - Parameters:
    ///   - request: the run.
    ///   - transaction: knows the editions before.
    ///   - redactor: knows the secrets of the configuration.
    /// - Throws: what the store says.
    init(_ request: RunRequest, in transaction: RunTransaction, redactor: Redactor) throws {
        let policy = request.settings.edition
        self.init(
            now: request.now, policy: policy, horizon: try transaction.horizon(policy),
            reaches: try transaction.reaches(policy),
            allowsPrivate: request.settings.network.allowsPrivate, redactor: redactor)
    }

    /// The same, which takes out more secrets.
    func learning(_ secrets: [Secret]) -> ItemPreparation {
        var preparation = self
        preparation.redactor = redactor.learning(secrets)
        return preparation
    }

    /// The items of a feed as they go into the store, in the feed's order.
    func items(of feed: Feed, from source: Source) -> [PreparedItem] {
        items(of: feed, from: source, isCancelled: { false }) ?? []
    }

    /// The same; `nil` if it is cancelled in between.
    func items(of feed: Feed, from source: Source, isCancelled: () -> Bool) -> [PreparedItem]? {
        var current = feed.items.filter { ($0.published ?? $0.updated ?? now) >= oldest }.map(ItemLimits.kept)
        let reach = HostReach(ofSourceAt: source.provider.address, allowsPrivate: allowsPrivate)
        let redaction = ItemRedaction(redactor.learning(secrets(learnedFrom: feed, of: source)))
        var addresses: [ItemAddress] = []
        addresses.reserveCapacity(current.count)
        for index in current.indices {
            guard index % Self.itemsBetweenChecks != 0 || !isCancelled() else { return nil }
            redaction.redact(&current[index])
            addresses.append(ItemAddress(of: current[index], within: reach))
        }
        let shared = Self.sharedKeys(addresses, among: current)
        let homepage = homepage(of: feed, source, within: reach)
        return zip(current, addresses).compactMap { item, address in
            // RSS 2.0 asks for a title or a description; without either, and without an address, nothing is told.
            guard let title = Self.title(of: item) ?? Self.name(of: address.link, item) else { return nil }
            let own = address.key.flatMap { shared.contains($0) ? nil : $0 }
            var kept = item
            kept.published = item.published ?? item.updated
            kept.discussion = item.discussion.flatMap { reach.allows($0) ? $0 : nil }
            kept.image = item.image.flatMap { reach.allows($0) ? $0 : nil }
            kept.enclosures.removeAll { !reach.allows($0.url) }
            kept.language = item.language ?? source.language ?? ItemLimits.language(feed.language)
            return PreparedItem(
                item: kept, key: own ?? Self.ownKey(item, title, source.id), link: address.link ?? homepage,
                title: title)
        }
    }

    /// How many items are prepared between two looks at whether that is cancelled.
    static let itemsBetweenChecks = 64

    /// Where an item is.
    private struct ItemAddress {
        /// An address of the item's own that a reader can follow.
        let link: WebAddress?
        /// Its identity.
        let key: String?

        init(of item: FeedItem, within reach: HostReach) {
            link = [item.link, item.discussion].lazy.compactMap { $0.flatMap { WebAddress($0)?.withoutUserinfo } }
                .first { reach.allows($0) }
            key = link.flatMap { link in
                CanonicalURL.key(of: link.text).flatMap { Self.leads($0, from: link, within: reach) }
            }
        }

        /// The key, unless the target that a redirect shows in its address is where none may lead.
        private static func leads(_ key: String, from link: WebAddress, within reach: HostReach) -> String? {
            // Mostly it is the link's own host, but for a `www.`.
            let (place, own) = (CanonicalURL.authority(ofKey: key), link.hostAndPort)
            if own == place || place.contains(".") && own.hasSuffix("." + place) { return key }
            return reach.allows("\(link.scheme)://\(key)") ? key : nil
        }
    }

    /// Keys that several items of one feed have in common: such an address is the feed's page rather than an
    /// article's, and tells them apart no more than their source does.
    private static func sharedKeys(_ addresses: [ItemAddress], among items: [FeedItem]) -> Set<String> {
        var owners: [String: Int] = [:]
        owners.reserveCapacity(items.count)
        var shared: Set<String> = []
        func owner(_ index: Int) -> String { items[index].id ?? items[index].title ?? "" }
        for (index, address) in addresses.enumerated() {
            guard let key = address.key else { continue }
            if let other = owners.updateValue(index, forKey: key), owner(other) != owner(index) { shared.insert(key) }
        }
        return shared
    }

    private static func ownKey(_ item: FeedItem, _ title: String, _ source: SourceID) -> String {
        Story.ownKey(item.id.map(OwnName.of) ?? title, of: source)
    }

    /// The page of the site, which stands in for an item's own; never made of the address that was asked, and none that
    /// says more than a page's address does.
    private func homepage(of feed: Feed, _ source: Source, within reach: HostReach) -> WebAddress? {
        let asked = Set(([source.provider.address] + feed.addresses).map(Self.bare))
        guard let page = feed.link.flatMap({ WebAddress($0)?.withoutUserinfo }), reach.allows(page) else { return nil }
        let isWhole = PublishedAddress(of: page.text, besides: redactor).isWhole
        return isWhole && !asked.contains(Self.bare(page.text)) ? page : nil
    }

    /// What two spellings of an address have in common that differ in who asks.
    private static func bare(_ address: String) -> Substring {
        guard let address = WebAddress(address) else { return address[...] }
        let place = address.hostAndPort + address.reference.path
        return place.last == "/" ? place.dropLast() : place[...]
    }

    /// What a server put into the addresses that it redirected to is as secret as what it was asked with.
    func secrets(learnedFrom feed: Feed, of source: Source) -> [Secret] {
        LearnedSecrets.all(in: feed.addresses, of: source)
    }

    /// The item's title as it may be shown, on one line, or the beginning of its text; bounded, since a headline of a
    /// thousand words is none. It is cleaned here once: later rooms take it as it is. `nil` where it has neither.
    private static func title(of item: FeedItem) -> String? {
        let said = beginning(of: PlainText.line(item.title ?? ""), longestTitle).cut(toBytes: mostBytes).trimmed
        if PlainText.isVisible(said) { return said }
        let text = [item.summary, item.content].lazy.compactMap { $0.map(Sanitiser.plainText) }
            .first(where: PlainText.isVisible)
        return text.flatMap { PlainText.title(from: $0) }.map { $0.cut(toBytes: mostBytes) }
    }

    /// What an item without a word is called, in any language: where it leads, or what comes with it, as
    /// `photos.example/2026/harbour`.
    private static func name(of link: WebAddress?, _ item: FeedItem) -> String? {
        let addresses = [link?.text, item.enclosures.first?.url, item.image].compactMap { $0 }
        guard let address = addresses.first.flatMap({ WebAddress($0) }) else { return nil }
        let place = address.hostAndPort.withoutWWW + address.reference.path
        return beginning(of: place.hasSuffix("/") ? String(place.dropLast()) : place, longestTitle).cut(
            toBytes: mostBytes)
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
}
