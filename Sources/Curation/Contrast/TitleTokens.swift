/// The words of some titles in their order, one title after the other.
struct TitleTokens: Sendable {
    private let all: [TitleToken]
    /// Where the words of each title begin, and behind the last where they end.
    private let offsets: [Int]
    /// By title: how many words its first part has, where it has several parts; 0 for any other.
    private let kickers: [UInt8]

    init(_ titles: some Collection<[TitleToken]>) {
        all = titles.flatMap { $0 }
        offsets = titles.reduce(into: [0]) { offsets, title in offsets.append((offsets.last ?? 0) + title.count) }
        kickers = titles.map { title in
            UInt8(title.indices.dropFirst().first { title[$0].traits.contains(.startsPart) } ?? 0)
        }
    }

    var isEmpty: Bool { kickers.isEmpty }

    /// The words of a title.
    subscript(title: Int) -> [TitleToken] { Array(all[range(title)]) }

    func count(of title: Int) -> Int { range(title).count }

    /// Which words two titles share.
    func overlap(_ one: Int, _ other: Int) -> WordOverlap {
        all.withUnsafeBufferPointer { WordOverlap($0[range(one)], $0[range(other)]) }
    }

    /// How many words the first part of each of two titles has; `nil` where they do not have the same first part.
    func commonKicker(_ one: Int, _ other: Int) -> Int? {
        let count = Int(kickers[one])
        guard count > 0, count == kickers[other] else { return nil }
        let (ones, others) = (all[range(one)].prefix(count), all[range(other)].prefix(count))
        return zip(ones, others).allSatisfy { $0.equals($1) } ? count : nil
    }

    private func range(_ title: Int) -> Range<Int> { offsets[title]..<offsets[title + 1] }
}
