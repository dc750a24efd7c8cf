/// Two titles side by side: the longest sequence of words that both have in this order, and what stands between.
///
/// Words are named by their indices in their titles.
struct TitleAlignment {
    /// What stands in each title between two words that both have; one of the two may be empty.
    struct Slot {
        let one: Range<Int>
        let other: Range<Int>

        var isReplacement: Bool { !one.isEmpty && !other.isEmpty }
    }

    let one: UnsafeBufferPointer<TitleToken>
    let other: UnsafeBufferPointer<TitleToken>
    /// How many words the sequence has.
    private(set) var matched = 0
    /// The parts in which the titles differ, in their order.
    private(set) var slots: [Slot] = []
    let overlap: WordOverlap

    init(
        _ one: UnsafeBufferPointer<TitleToken>, _ other: UnsafeBufferPointer<TitleToken>, overlap: WordOverlap
    ) {
        (self.one, self.other, self.overlap) = (one, other, overlap)
        let width = other.count + 1
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: (one.count + 1) * width) { lengths in
            lengths.initialize(repeating: 0)
            fill(lengths, width)
            follow(lengths, width)
        }
    }

    /// The words of the one that do not stand in the other at all, wherever.
    var ownOfOne: some Collection<Int> { one.indices.lazy.filter { isOwn($0) } }

    /// The same of the other.
    var ownOfOther: some Collection<Int> { other.indices.lazy.filter { isOwn(ofOther: $0) } }

    /// Whether a word of the one does not stand in the other at all.
    func isOwn(_ word: Int) -> Bool { overlap.ofOne & 1 << word == 0 }

    /// The same of a word of the other.
    func isOwn(ofOther word: Int) -> Bool { overlap.ofOther & 1 << word == 0 }

    /// In how many places each title has other words.
    var replacements: Int { slots.count(where: \.isReplacement) }

    /// How many words stand between two that both have without any in their place in the other title.
    var unplaced: Int {
        slots.reduce(0) { $1.isReplacement ? $0 : $0 + $1.one.count + $1.other.count }
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
        slots.append(Slot(one: ones, other: others))
    }
}
