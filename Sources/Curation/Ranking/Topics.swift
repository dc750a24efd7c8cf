import Foundation

/// The words of one night's titles, numbered in alphabetical order, with their rarity.
struct Topics {
    private let terms: [String: TopicVector.Term]

    init(_ titles: [String]) {
        var counts: [String: Int] = [:]
        for title in titles {
            for word in Set(Words.texts(of: title)) { counts[word, default: 0] += 1 }
        }
        let numbered = counts.sorted { $0.key < $1.key }.enumerated().map { number, word in
            (word.key, TopicVector.Term(number: number, weight: log(Double(titles.count + 1) / Double(word.value))))
        }
        terms = Dictionary(uniqueKeysWithValues: numbered)
    }

    /// The topic of one of the titles.
    func vector(of title: String) -> TopicVector {
        TopicVector(Set(Words.texts(of: title)).compactMap { terms[$0] }.sorted { $0.number < $1.number })
    }
}
