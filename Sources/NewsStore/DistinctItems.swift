package import Foundation
package import NewsModel
import WebText

/// The items of one feed, each once, with the hashes by which the store recognises them.
///
/// An item is recognised by its id, by its canonical key, or by its title together with its date: ids change when a
/// site moves to other software, links change their tracking, titles are edited, but seldom all in one night.
/// Some feeds give every item one id or one link (the home page); a hash that items of the same feed share although
/// they are plainly different identifies none of them.
///
/// Making them needs no store: it can be done while other sources still answer.
package struct DistinctItems: Sendable {
    struct Entry {
        /// Its index among the items that were given.
        fileprivate(set) var index: Int
        fileprivate(set) var item: PreparedItem
        /// The hashes that identify it, the strongest first.
        var identities: [Int64]
        /// What its story id is made from: the source and the key, and its strongest identity where it shares the key.
        fileprivate(set) var seed: Int64
        /// A hash of all that the source says about it, its texts included.
        fileprivate(set) var fingerprint: Int64

        /// Of two that have one id the one that was updated last stands (RFC 4287 §4.1.1), else the first.
        fileprivate mutating func update(to other: Entry) {
            guard let id = item.item.id, id == other.item.item.id, let updated = item.item.updated,
                let later = other.item.item.updated, later > updated
            else { return }
            let identities = identities
            self = other
            self.identities = identities
        }

        fileprivate func isDated(before instant: Date) -> Bool { item.item.published.map { $0 < instant } ?? false }
    }

    private(set) var entries: [Entry]

    /// - Parameters:
    ///   - items: of a source, in its order.
    ///   - source: its id.
    ///   - horizon: of what is dated before only the identities are kept: it belongs to no edition, and must not be taken
    ///     for new another night.
    package init(_ items: [PreparedItem], from source: SourceID, horizon: Date? = nil) {
        let identities = items.map { ItemIdentity($0) }
        let shared = Self.shared(items, identities)
        var entries: [Entry] = []
        var owners: [Int64: Int] = [:]
        entries.reserveCapacity(items.count)
        owners.reserveCapacity(items.count * 3)
        for (index, (item, identity)) in zip(items, identities).enumerated() {
            let usable = shared.isEmpty ? identity.all : identity.all.filter { !shared.contains($0) }
            let isPast = horizon.map { horizon in item.item.published.map { $0 < horizon } ?? false } ?? false
            let entry = Entry(
                index: index, item: isPast ? item.withoutTexts : item, identities: usable,
                seed: Self.seed(source, item.key, shared.contains(identity.key) ? usable.first : nil),
                fingerprint: item.fingerprint)
            if let owner = usable.lazy.compactMap({ owners[$0] }).first {
                // The same item once more: the ids of both identify it.
                for hash in usable where owners[hash] == nil {
                    entries[owner].identities.append(hash)
                    owners[hash] = owner
                }
                entries[owner].update(to: entry)
                continue
            }
            for hash in usable { owners[hash] = entries.count }
            entries.append(entry)
        }
        self.entries = entries
    }

    /// The keys of the items that are not dated before an instant.
    package func keys(since instant: Date) -> [String] {
        entries.lazy.filter { !$0.isDated(before: instant) }.map(\.item.key)
    }

    /// Takes the texts away of what is dated before an instant.
    package mutating func removeTexts(before instant: Date) {
        for index in entries.indices where entries[index].isDated(before: instant) {
            entries[index].item = entries[index].item.withoutTexts
        }
    }

    /// The keys of the items that were added as stories.
    func keys(of added: [AddedStory]) -> [String] {
        guard !added.isEmpty else { return [] }
        let indices = Set(added.map(\.index))
        return entries.filter { indices.contains($0.index) }.map(\.item.key)
    }

    /// Hashes that stand for several different items.
    private static func shared(_ items: [PreparedItem], _ identities: [ItemIdentity]) -> Set<Int64> {
        var shared: Set<Int64> = []
        var firsts: [Int64: Int] = [:]
        firsts.reserveCapacity(items.count * 2)
        /// The first item that had the hash, where its title is another.
        func other(with hash: Int64, than index: Int) -> ItemIdentity? {
            guard let first = firsts[hash] else {
                firsts[hash] = index
                return nil
            }
            return items[first].title == items[index].title ? nil : identities[first]
        }
        for (index, own) in identities.enumerated() {
            if let id = own.id, let other = other(with: id, than: index), own.key != other.key { shared.insert(id) }
            if let other = other(with: own.key, than: index), own.id == nil || own.id != other.id {
                shared.insert(own.key)
            }
        }
        return shared
    }

    private static func seed(_ source: SourceID, _ key: String, _ identity: Int64?) -> Int64 {
        var hash = StableHash()
        hash.combine(source.rawValue)
        hash.combine(key)
        if let identity { hash.combine(identity) }
        return hash.finish()
    }
}

/// The hashes that one item may be recognised by within its source.
struct ItemIdentity {
    let id: Int64?
    let key: Int64
    /// Of the title with the date. Undated columns share their titles ("Morning briefing"), so that without a date the
    /// key is part of it.
    let title: Int64

    init(_ item: PreparedItem) {
        id = item.item.id.map { Self.hash(1, $0, 0) }
        (key, title) = Self.keyAndTitle(item.key, item.title, item.item.published)
    }

    /// Those of an item that has no id.
    static func withoutID(key: String, title: String, published: Date?) -> [Int64] {
        let (key, title) = keyAndTitle(key, title, published)
        return [key, title]
    }

    private static func keyAndTitle(_ key: String, _ title: String, _ published: Date?) -> (Int64, Int64) {
        let key = hash(2, key, 0)
        return (key, published.map { hash(3, title, $0.milliseconds) } ?? hash(4, title, key))
    }

    /// The strongest first.
    var all: [Int64] { id.map { [$0, key, title] } ?? [key, title] }

    private static func hash(_ kind: Int64, _ text: String, _ number: Int64) -> Int64 {
        var hash = StableHash()
        hash.combine(kind)
        hash.combine(text)
        hash.combine(number)
        return hash.finish()
    }
}

/// An item that became a new story, and its index among those of its feed.
package struct AddedStory: Sendable, Hashable {
    /// Its id as the store has it: most items of a first night are old, and nobody asks for theirs.
    let number: Int64
    package let index: Int

    package var id: StoryID { StoryID(number: number) }
}
