import Foundation

/// The rarity of words among the titles of one night.
struct Topics {
    private let rarity: [String: Double]

    init(_ titles: [String]) {
        var counts: [String: Int] = [:]
        for title in titles {
            for word in Set(Words.texts(of: title)) { counts[word, default: 0] += 1 }
        }
        rarity = counts.mapValues { log(Double(titles.count + 1) / Double($0)) }
    }

    func vector(of title: String) -> TopicVector {
        TopicVector(Words.texts(of: title)) { rarity[$0] ?? 0 }
    }
}
