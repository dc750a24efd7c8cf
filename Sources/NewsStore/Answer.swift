package import Foundation
package import NewsModel
import WebText

/// An item that was not known before, and where it stood among those of its answer.
package struct NewArrival: Sendable, Hashable {
    /// Its id as the store has it: most items of a first night are old, and nobody asks for theirs.
    let number: Int64
    package let place: Int

    package var id: StoryID { StoryID(number: number) }
}

/// The items of one answer, each once, with the names that its source's earlier and later answers know it by.
///
/// An item is recognised by its id, by its canonical key, or by its title together with its date: ids change when a
/// site moves to other software, links change their tracking, titles are edited, but seldom all in one night.
/// Some feeds give every item one id or one link (the home page); a name that items of the same answer share although
/// they are plainly different names none of them.
///
/// Working them out needs no store: it can be done while other sources still answer.
package struct Answer: Sendable {
    struct Entry {
        /// Among the items that were given.
        let place: Int
        var item: NewStory
        /// Strongest first.
        var names: [Int64]
        /// What its story id is made from: the source and the key, and its strongest name where it shares the key.
        let seed: Int64
        /// A hash of all that the source says about it, its texts included.
        let fingerprint: Int64
    }

    let entries: [Entry]

    /// The items of a source, in its order.
    ///
    /// Of what is dated before `horizon` only the names are kept: it belongs to no edition, and must not be taken for
    /// new another night.
    package init(_ items: [NewStory], from source: SourceID, horizon: Date? = nil) {
        let names = items.map { Names($0) }
        let shared = Self.shared(items, names)
        var entries: [Entry] = []
        var owners: [Int64: Int] = [:]
        entries.reserveCapacity(items.count)
        owners.reserveCapacity(items.count * 3)
        for (place, (item, names)) in zip(items, names).enumerated() {
            let usable = shared.isEmpty ? names.all : names.all.filter { !shared.contains($0) }
            if let owner = Self.owner(of: usable, in: owners) {
                // The same item once more: the first one stands, and both ids name it.
                for name in usable where owners[name] == nil {
                    entries[owner].names.append(name)
                    owners[name] = owner
                }
                continue
            }
            for name in usable { owners[name] = entries.count }
            let mark = shared.contains(names.key) ? usable.first : nil
            let isPast = horizon.map { horizon in item.item.published.map { $0 < horizon } ?? false } ?? false
            entries.append(
                Entry(
                    place: place, item: isPast ? item.withoutTexts : item, names: usable,
                    seed: Self.seed(source, item.key, mark: mark), fingerprint: item.fingerprint))
        }
        self.entries = entries
    }

    /// The keys of some of the items, by their places.
    func keys(of arrivals: [NewArrival]) -> [String] {
        guard !arrivals.isEmpty else { return [] }
        let places = Set(arrivals.map(\.place))
        return entries.filter { places.contains($0.place) }.map(\.item.key)
    }

    private static func owner(of names: [Int64], in owners: [Int64: Int]) -> Int? {
        for name in names {
            if let owner = owners[name] { return owner }
        }
        return nil
    }

    /// Names that stand for several different items of this answer.
    private static func shared(_ items: [NewStory], _ names: [Names]) -> Set<Int64> {
        var shared: Set<Int64> = []
        var firsts: [Int64: Int] = [:]
        firsts.reserveCapacity(items.count * 2)
        /// The item that had the name before this one, under another title.
        func other(with name: Int64, than index: Int) -> Names? {
            guard let first = firsts[name] else {
                firsts[name] = index
                return nil
            }
            return items[first].title == items[index].title ? nil : names[first]
        }
        for (index, own) in names.enumerated() {
            if let id = own.id, let other = other(with: id, than: index), own.key != other.key { shared.insert(id) }
            if let other = other(with: own.key, than: index), own.id == nil || own.id != other.id {
                shared.insert(own.key)
            }
        }
        return shared
    }

    private static func seed(_ source: SourceID, _ key: String, mark: Int64?) -> Int64 {
        var hash = StableHash()
        hash.combine(source.rawValue)
        hash.combine(key)
        if let mark { hash.combine(mark) }
        return hash.finish()
    }

    /// The hashes that one item may be known by within its source.
    private struct Names {
        let id: Int64?
        let key: Int64
        let title: Int64

        init(_ item: NewStory) {
            id = item.item.id.map { Self.hash(1, $0, 0) }
            key = Self.hash(2, item.key, 0)
            // Undated columns share their titles ("Morning briefing"), so that without a date the address must agree.
            title =
                item.item.published.map { Self.hash(3, item.title, $0.milliseconds) }
                ?? Self.hash(4, item.title, key)
        }

        var all: [Int64] { id.map { [$0, key, title] } ?? [key, title] }

        private static func hash(_ kind: Int64, _ text: String, _ number: Int64) -> Int64 {
            var hash = StableHash()
            hash.combine(kind)
            hash.combine(text)
            hash.combine(number)
            return hash.finish()
        }
    }
}
