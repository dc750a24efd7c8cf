/// Two titles side by side: the longest sequence of words that both have in this order, and what stands between.
struct TitleAlignment {
    /// What stands in each title between two words that both have; one of the two may be empty.
    struct Slot {
        var one: ArraySlice<TitleToken>
        var other: ArraySlice<TitleToken>

        var isReplacement: Bool { !one.isEmpty && !other.isEmpty }
    }

    let one: [TitleToken]
    let other: [TitleToken]
    /// How many words the sequence has.
    private(set) var matched = 0
    /// The parts in which the titles differ, in their order.
    private(set) var slots: [Slot] = []
    /// What neither order nor place matters for: the words of the one that do not stand in the other at all, and back.
    let own: (one: [TitleToken], other: [TitleToken])

    init(_ one: [TitleToken], _ other: [TitleToken]) {
        self.one = one
        self.other = other
        own = (
            one.filter { word in !other.contains { $0.equals(word) } },
            other.filter { word in !one.contains { $0.equals(word) } }
        )
    }

    /// The part of the shorter title that stands in the other one too, in any order, 0…1.
    var cover: Double {
        let (ones, others) = (one.count - own.one.count, other.count - own.other.count)
        let shorter = min(one.count, other.count)
        return shorter == 0 ? 0 : min(Double(min(ones, others)) / Double(shorter), 1)
    }

    /// The same of the longer one.
    var coverOfLonger: Double {
        let longer = max(one.count, other.count)
        return longer == 0 ? 0 : Double(min(one.count - own.one.count, other.count - own.other.count)) / Double(longer)
    }

    /// How many words stand between two that both have without any in their place in the other title.
    var unplaced: Int {
        slots.filter { !$0.isReplacement }.reduce(0) { $0 + $1.one.count + $1.other.count }
    }

    /// Lays the titles side by side: ``matched`` and ``slots`` are known from then on.
    mutating func align() {
        let width = other.count + 1
        var lengths = [UInt8](repeating: 0, count: (one.count + 1) * width)
        for i in one.indices.reversed() {
            for j in other.indices.reversed() {
                lengths[i * width + j] =
                    one[i].equals(other[j])
                    ? lengths[(i + 1) * width + j + 1] + 1
                    : max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
            }
        }
        var (i, j) = (0, 0)
        var (from, start) = (0, 0)
        while i < one.count, j < other.count {
            if one[i].equals(other[j]) {
                close(from..<i, start..<j)
                matched += 1
                (i, j) = (i + 1, j + 1)
                (from, start) = (i, j)
            } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
                i += 1
            } else {
                j += 1
            }
        }
        close(from..<one.count, start..<other.count)
    }

    private mutating func close(_ ones: Range<Int>, _ others: Range<Int>) {
        guard !ones.isEmpty || !others.isEmpty else { return }
        slots.append(Slot(one: one[ones], other: other[others]))
    }
}
