/// The words of some titles in their order, one title after the other.
struct TitleTokens: Sendable {
    private let all: [TitleToken]
    /// By word: a number that is equal for equal words.
    private let numbers: [Int32]
    /// How many different words there are.
    let distinct: Int
    /// Where the words of each title begin, and behind the last where they end.
    private let offsets: [Int]
    /// By title: how many words its first part has, where it has several parts; 0 for any other.
    private let kickers: [UInt8]

    init(_ titles: some Collection<[TitleToken]>) {
        all = titles.flatMap { $0 }
        var known: [UInt64: Int32] = [:]
        numbers = all.map { word in
            let next = Int32(known.count)
            let number = known[word.identity] ?? next
            if number == next { known[word.identity] = next }
            return number
        }
        distinct = known.count
        offsets = titles.reduce(into: [0]) { offsets, title in offsets.append((offsets.last ?? 0) + title.count) }
        kickers = titles.map { title in
            UInt8(title.indices.dropFirst().first { title[$0].traits.contains(.startsPart) } ?? 0)
        }
    }

    var isEmpty: Bool { kickers.isEmpty }

    func count(of title: Int) -> Int { range(title).count }

    /// The numbers of a title's words.
    func numbers(of title: Int) -> ArraySlice<Int32> { numbers[range(title)] }

    /// Gives the words of two titles.
    func withWords<Answer>(
        _ one: Int, _ other: Int,
        _ body: (UnsafeBufferPointer<TitleToken>, UnsafeBufferPointer<TitleToken>) -> Answer
    ) -> Answer {
        all.withUnsafeBufferPointer { all in
            body(UnsafeBufferPointer(rebasing: all[range(one)]), UnsafeBufferPointer(rebasing: all[range(other)]))
        }
    }

    /// How many words the first part of each of two titles has; `nil` where they do not have the same first part.
    func commonKicker(_ one: Int, _ other: Int) -> Int? {
        let count = Int(kickers[one])
        guard count > 0, count == kickers[other] else { return nil }
        let (ones, others) = (numbers[range(one)].prefix(count), numbers[range(other)].prefix(count))
        return ones.elementsEqual(others) ? count : nil
    }

    private func range(_ title: Int) -> Range<Int> { offsets[title]..<offsets[title + 1] }
}
