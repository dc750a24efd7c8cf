import Foundation
import NewsModel
import Parallelism

/// The words of an edition's titles, numbered in alphabetical order, with their inverse document frequency.
struct Topics {
    private let terms: [String: TopicVector.Term]

    /// Takes documents in the order of time. A source with too many makes none of the others' words frequent; its own
    /// count as rare.
    init(_ documents: [Document]) {
        let (first, later) = Self.parted(documents)
        var counts = Self.counts(first)
        if !later.isEmpty { counts.merge(Self.counts(later).mapValues { _ in 1 }) { first, _ in first } }
        let numbered = counts.sorted { $0.key < $1.key }.enumerated().map { number, word in
            (word.key, TopicVector.Term(number: number, weight: log(Double(first.count + 1) / Double(word.value))))
        }
        terms = Dictionary(uniqueKeysWithValues: numbered)
    }

    private static func counts(_ documents: [Document]) -> [String: Int] {
        let pieces = Parallel.pieces(of: documents.count, size: Parallel.pieceSize) { indices in
            var counts: [String: Int] = [:]
            for index in indices {
                for word in Set(Tokenizer.texts(of: documents[index].terms.titleWords)) {
                    counts[word, default: 0] += 1
                }
            }
            return counts
        }
        return pieces.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }
    }

    /// The documents of usual sources, and the newest of those with too many.
    private static func parted(_ documents: [Document]) -> (first: [Document], later: [Document]) {
        var counts: [SourceID: Int] = [:]
        for document in documents { counts[document.source, default: 0] += 1 }
        let most = ComparedDocuments.mostPerSource
        guard counts.values.contains(where: { $0 > most }) else { return (documents, []) }
        let first = documents.filter { counts[$0.source, default: 0] <= most }
        var left = counts
        let later = documents.filter { document in
            left[document.source, default: 0] -= 1
            return counts[document.source, default: 0] > most && left[document.source, default: 0] < most
        }
        return first.isEmpty ? (later, []) : (first, later)
    }

    /// The topic of one of the titles.
    func vector(of title: String) -> TopicVector {
        TopicVector(Set(Tokenizer.texts(of: title)).compactMap { terms[$0] }.sorted { $0.number < $1.number })
    }
}

/// The weighed words of a title, to compare the topics of two stories.
struct TopicVector: Sendable {
    /// A word by its number, and its rarity.
    struct Term: Sendable {
        var number: Int
        var weight: Double
    }

    /// In ascending order of their numbers, each once.
    private let terms: [Term]
    private let length: Double

    init(_ terms: [Term]) {
        self.terms = terms
        length = terms.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot()
    }

    /// The cosine of the two, 0…1.
    ///
    /// Rounded far behind what matters, so that topics which are equally near are so whatever their words are called.
    func similarity(to other: TopicVector) -> Double {
        guard length > 0, other.length > 0 else { return 0 }
        let cosine = product(with: other) / (length * other.length)
        return (cosine * Self.precision).rounded() / Self.precision
    }

    private static let precision = 1e12

    private func product(with other: TopicVector) -> Double {
        var (mine, theirs, sum) = (0, 0, 0.0)
        while mine < terms.count, theirs < other.terms.count {
            let (one, two) = (terms[mine], other.terms[theirs])
            if one.number == two.number { sum += one.weight * two.weight }
            if one.number <= two.number { mine += 1 }
            if two.number <= one.number { theirs += 1 }
        }
        return sum
    }
}
