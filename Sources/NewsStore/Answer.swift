import NewsModel

/// The items of one answer, each once, with the names that its source's earlier and later answers know it by.
///
/// An item is recognised by its id, by its canonical key, or by its title together with its date: ids change when a
/// site moves to other software, links change their tracking, titles are edited, but seldom all in one night.
/// Some feeds give every item one id or one link (the home page); a name that items of the same answer share although
/// they are plainly different names none of them.
struct Answer {
    struct Entry {
        let item: NewStory
        /// Strongest first.
        var names: [Int64]
        /// What its story id is made from: the source and the key, and its strongest name where it shares the key.
        let seed: Int64
    }

    let entries: [Entry]

    init(_ items: [NewStory], from source: SourceID) {
        let names = items.map { Names($0) }
        let shared = Self.shared(items, names)
        var entries: [Entry] = []
        var owners: [Int64: Int] = [:]
        entries.reserveCapacity(items.count)
        for (item, names) in zip(items, names) {
            let usable = names.all.filter { !shared.contains($0) }
            if let owner = usable.lazy.compactMap({ owners[$0] }).first {
                // The same item once more: the first one stands, and both ids name it.
                let further = usable.filter { owners[$0] == nil }
                entries[owner].names += further
                for name in further { owners[name] = owner }
                continue
            }
            for name in usable { owners[name] = entries.count }
            let mark = shared.contains(names.key) ? usable.first : nil
            entries.append(Entry(item: item, names: usable, seed: Self.seed(source, item.key, mark: mark)))
        }
        self.entries = entries
    }

    /// Names that stand for several different items of this answer.
    private static func shared(_ items: [NewStory], _ names: [Names]) -> Set<Int64> {
        var shared: Set<Int64> = []
        var firsts: [Int64: Int] = [:]
        firsts.reserveCapacity(items.count * 2)
        for index in items.indices {
            let own = names[index]
            for name in own.strong {
                guard let first = firsts[name] else {
                    firsts[name] = index
                    continue
                }
                let other = names[first]
                let differs = name == own.key ? own.id == nil || own.id != other.id : own.key != other.key
                if differs, items[index].title != items[first].title { shared.insert(name) }
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
            title = item.item.published.map { Self.hash(3, item.title, $0.milliseconds) }
                ?? Self.hash(4, item.title, key)
        }

        var strong: [Int64] { id.map { [$0, key] } ?? [key] }
        var all: [Int64] { strong + [title] }

        private static func hash(_ kind: Int64, _ text: String, _ number: Int64) -> Int64 {
            var hash = StableHash()
            hash.combine(kind)
            hash.combine(text)
            hash.combine(number)
            return hash.finish()
        }
    }
}
