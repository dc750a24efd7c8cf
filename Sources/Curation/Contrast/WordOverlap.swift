/// Which words of two titles stand in both, whatever their order.
struct WordOverlap {
    /// The most words that a title may have here: one for each bit.
    static let mostWords = 32

    /// A bit for each word of the one title that stands in the other one, and back.
    private(set) var ofOne: UInt32 = 0
    private(set) var ofOther: UInt32 = 0
    private let counts: (one: Int, other: Int)

    /// Two titles of at least one word each.
    init(_ ones: Slice<UnsafeBufferPointer<TitleToken>>, _ others: Slice<UnsafeBufferPointer<TitleToken>>) {
        counts = (ones.count, others.count)
        for (i, one) in ones.enumerated() {
            for (j, other) in others.enumerated() where one.equals(other) {
                ofOne |= 1 << UInt32(i)
                ofOther |= 1 << UInt32(j)
            }
        }
    }

    private var shared: Int { min(ofOne.nonzeroBitCount, ofOther.nonzeroBitCount) }

    /// The part of the shorter title that stands in the other one too, 0…1.
    var ofShorter: Double { share(of: min(counts.one, counts.other)) }

    /// The same of the longer one.
    var ofLonger: Double { share(of: max(counts.one, counts.other)) }

    private func share(of words: Int) -> Double { Double(shared) / Double(words) }
}
