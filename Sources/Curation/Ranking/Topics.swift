import Foundation
import NewsModel
import Parallelism

/// The words of one night's titles, numbered in alphabetical order, with their rarity.
struct Topics {
    private let terms: [String: TopicVector.Term]

    /// A source that tells too much says nothing of what is rare among the words of others; its own are rare.
    ///
    /// - Parameter candidates: in the order of time.
    init(_ candidates: [Candidate]) {
        let (first, later) = Self.parted(candidates)
        var counts = Self.counts(first)
        if !later.isEmpty { counts.merge(Self.counts(later).mapValues { _ in 1 }) { first, _ in first } }
        let numbered = counts.sorted { $0.key < $1.key }.enumerated().map { number, word in
            (word.key, TopicVector.Term(number: number, weight: log(Double(first.count + 1) / Double(word.value))))
        }
        terms = Dictionary(uniqueKeysWithValues: numbered)
    }

    private static func counts(_ candidates: [Candidate]) -> [String: Int] {
        let pieces = Parallel.pieces(of: candidates.count, size: Parallel.pieceSize) { places in
            var counts: [String: Int] = [:]
            for place in places {
                for word in Set(Words.texts(of: candidates[place].titleWords)) { counts[word, default: 0] += 1 }
            }
            return counts
        }
        return pieces.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }
    }

    /// The candidates of the others, and the newest of the sources that tell too much.
    private static func parted(_ candidates: [Candidate]) -> (first: [Candidate], later: [Candidate]) {
        var counts: [SourceID: Int] = [:]
        for candidate in candidates { counts[candidate.story.source, default: 0] += 1 }
        let most = ComparedDocuments.mostPerSource
        guard counts.values.contains(where: { $0 > most }) else { return (candidates, []) }
        let first = candidates.filter { counts[$0.story.source, default: 0] <= most }
        var left = counts
        let later = candidates.filter { candidate in
            let source = candidate.story.source
            left[source, default: 0] -= 1
            return counts[source, default: 0] > most && left[source, default: 0] < most
        }
        return first.isEmpty ? (later, []) : (first, later)
    }

    /// The topic of one of the titles.
    func vector(of title: String) -> TopicVector {
        TopicVector(Set(Words.texts(of: title)).compactMap { terms[$0] }.sorted { $0.number < $1.number })
    }
}
