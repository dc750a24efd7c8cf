import Foundation
import Parallelism

/// Tells whether two titles have in common what is rare tonight.
///
/// A third of what the shorter title says, by the rarity of its words among the night's titles, and more than one word:
/// what most titles have, such as the words of a template, makes no two of them kin.
struct Kinship {
    private let counts: [String: Int]
    private let titles: Int

    /// - Parameter headlines: of all that is compared.
    init(_ headlines: [Headline]) {
        titles = headlines.count
        let pieces = Parallel.pieces(of: headlines.count, size: Parallel.pieceSize) { places in
            var counts: [String: Int] = [:]
            for place in places {
                for word in headlines[place].meaningful { counts[word, default: 0] += 1 }
            }
            return counts
        }
        counts = pieces.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }
    }

    func areAkin(_ one: Headline, _ other: Headline) -> Bool {
        if let key = one.key, key == other.key { return true }
        let (ones, others) = (one.meaningful, other.meaningful)
        let shared = ones.intersection(others)
        let shorter = min(weight(of: ones), weight(of: others))
        return shared.count >= min(2, ones.count, others.count) && !shared.isEmpty
            && weight(of: shared) * 3 >= shorter
    }

    /// In a fixed order, since sums of fractions differ by it.
    private func weight(of words: Set<String>) -> Double {
        words.sorted().reduce(0) { $0 + rarity(of: $1) }
    }

    /// Nothing for a word of every fifth title; of few titles nobody knows what is usual.
    private func rarity(of word: String) -> Double {
        let count = Double(counts[word] ?? 1)
        guard titles >= Self.leastTitles else { return 1 }
        return max(0, log(Double(titles) / 5 / count))
    }

    private static let leastTitles = 20
}
