import Foundation
import Parallelism

/// Tells whether two titles have in common what is rare tonight.
///
/// A part of what the shorter title says, by the rarity of its words among the night's titles, and more than one word:
/// what many titles have, such as the words of a template, makes no two of them kin.
struct TitleOverlap {
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

    /// - Parameters:
    ///   - one: a title.
    ///   - other: another.
    ///   - share: the part of the shorter one that both must have, 0…1.
    /// - Returns: whether they have it, or are the same.
    func overlap(_ one: Headline, _ other: Headline, share: Double) -> Bool {
        if let key = one.key, key == other.key { return true }
        let (ones, others) = (one.meaningful, other.meaningful)
        let shared = ones.intersection(others)
        let shorter = min(weight(of: ones), weight(of: others))
        return shared.count >= min(2, ones.count, others.count) && !shared.isEmpty
            && weight(of: shared) > 0 && weight(of: shared) >= shorter * share
    }

    /// In a fixed order, since sums of fractions differ by it.
    private func weight(of words: Set<String>) -> Double {
        words.sorted().reduce(0) { $0 + rarity(of: $1) }
    }

    /// Nothing for a word that stands in every fifth title, and in more than may be one story.
    private func rarity(of word: String) -> Double {
        let count = counts[word] ?? 1
        if count > Self.mostTellings, count * 5 > titles { return 0 }
        // Of few titles nobody knows what is usual.
        return titles < Self.leastTitles ? 1 : max(0.1, log(Double(titles) / 5 / Double(count)))
    }

    private static let mostTellings = 3
    private static let leastTitles = 20
}
