import Foundation
import Parallelism

/// The words of one night's titles, numbered in alphabetical order, with their rarity.
struct Topics {
    private let terms: [String: TopicVector.Term]

    init(_ titles: [String]) {
        var counts: [String: Int] = [:]
        let words = Parallel.map(titles.count, inPiecesOf: Self.pieceSize) { Set(Words.texts(of: titles[$0])) }
        for word in words.joined() { counts[word, default: 0] += 1 }
        let numbered = counts.sorted { $0.key < $1.key }.enumerated().map { number, word in
            (word.key, TopicVector.Term(number: number, weight: log(Double(titles.count + 1) / Double(word.value))))
        }
        terms = Dictionary(uniqueKeysWithValues: numbered)
    }

    private static let pieceSize = 512

    /// The topic of one of the titles.
    func vector(of title: String) -> TopicVector {
        TopicVector(Set(Words.texts(of: title)).compactMap { terms[$0] }.sorted { $0.number < $1.number })
    }
}
