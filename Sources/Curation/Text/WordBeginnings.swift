/// A table of the beginnings of words: an ending of up to four letters may follow, of one where the beginning has three or
/// fewer.
struct WordBeginnings<Value: Sendable>: Sendable {
    private let byBeginning: [String: Value]
    /// How the beginnings begin themselves: most words are told from all of them by it.
    private let openings: Set<UInt16>

    init(_ byBeginning: [String: Value]) {
        self.byBeginning = byBeginning
        openings = Set(byBeginning.keys.map(Self.opening))
    }

    /// The value of a whole word.
    subscript(word: String) -> Value? { byBeginning[word] }

    /// The values of all beginnings that a folded word may have, the shorter first; none that is shorter than `least`.
    func values(of word: String, atLeast least: Int = 2) -> [Value] {
        guard openings.contains(Self.opening(of: word)) else { return [] }
        let count = word.count
        return (max(least, count - 4)...max(least, count)).compactMap { length in
            guard length <= count, length > 3 || count - length <= 1 else { return nil }
            return byBeginning[String(word.prefix(length))]
        }
    }

    /// Two bytes, which no beginning is shorter than.
    private static func opening(of word: String) -> UInt16 {
        word.utf8.prefix(2).reduce(0) { $0 << 8 | UInt16($1) }
    }
}
