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
    let overlap: WordOverlap

    init(_ one: [TitleToken], _ other: [TitleToken], overlap: WordOverlap) {
        (self.one, self.other, self.overlap) = (one, other, overlap)
        own = (
            one.indices.filter { overlap.ofOne & 1 << $0 == 0 }.map { one[$0] },
            other.indices.filter { overlap.ofOther & 1 << $0 == 0 }.map { other[$0] }
        )
    }

    /// How many words stand between two that both have without any in their place in the other title.
    var unplaced: Int {
        slots.filter { !$0.isReplacement }.reduce(0) { $0 + $1.one.count + $1.other.count }
    }

    /// Lays the titles side by side: ``matched`` and ``slots`` are known from then on.
    mutating func align() {
        let width = other.count + 1
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: (one.count + 1) * width) { lengths in
            lengths.initialize(repeating: 0)
            fill(lengths, width)
            follow(lengths, width)
        }
    }

    /// Works out how many words the longest sequence has from each place of both titles on.
    private func fill(_ lengths: UnsafeMutableBufferPointer<UInt8>, _ width: Int) {
        for i in one.indices.reversed() {
            for j in other.indices.reversed() {
                lengths[i * width + j] =
                    one[i].equals(other[j])
                    ? lengths[(i + 1) * width + j + 1] + 1
                    : max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
            }
        }
    }

    /// Walks along the longest sequence, and notes what stands between its words.
    private mutating func follow(_ lengths: UnsafeMutableBufferPointer<UInt8>, _ width: Int) {
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
