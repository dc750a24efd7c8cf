import Foundation
import Parallelism

/// The words of one night's titles, numbered in alphabetical order, with their rarity.
struct Topics {
    private let terms: [String: TopicVector.Term]

    init(_ candidates: [Candidate]) {
        let pieces = Parallel.pieces(of: candidates.count, size: Parallel.pieceSize) { places in
            var counts: [String: Int] = [:]
            for place in places {
                for word in Set(Words.texts(of: candidates[place].titleWords)) { counts[word, default: 0] += 1 }
            }
            return counts
        }
        var counts: [String: Int] = [:]
        for piece in pieces { counts.merge(piece, uniquingKeysWith: +) }
        let numbered = counts.sorted { $0.key < $1.key }.enumerated().map { number, word in
            (word.key, TopicVector.Term(number: number, weight: log(Double(candidates.count + 1) / Double(word.value))))
        }
        terms = Dictionary(uniqueKeysWithValues: numbered)
    }

    /// The topic of one of the titles.
    func vector(of title: String) -> TopicVector {
        TopicVector(Set(Words.texts(of: title)).compactMap { terms[$0] }.sorted { $0.number < $1.number })
    }
}
