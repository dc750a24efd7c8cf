/// The user's words of interest, and how much they raise or lower a story.
///
/// A word counts once, with its strength up to ±4. The words that one source's documents have count for a factor of four
/// at most up and down together: to go beyond it, the words have to stand in documents of other sources too. So no source
/// gets to the top with a list of all that readers like.
struct Interests {
    /// In the order of the alphabet.
    private let words: [(match: WordMatch, strength: Double)]

    /// The strength of each word: 1 is a strong interest, −1 a strong dislike.
    init(_ strengths: [String: Double]) {
        words = strengths.sorted { $0.key < $1.key }.map {
            (WordMatch($0.key), min(max($0.value, -Self.strongest), Self.strongest))
        }
    }

    /// The words that stand in the documents of one story, each as the power of two that it counts for.
    func strengths(in members: [Document]) -> [(word: String, strength: Double)] {
        guard !words.isEmpty else { return [] }
        var all: Set<Int> = []
        var ofCarrier: [String: Set<Int>] = [:]
        for member in members {
            let text = member.text
            let found = words.indices.filter { words[$0].match.isFound(in: text) }
            guard !found.isEmpty else { continue }
            all.formUnion(found)
            ofCarrier[member.carrier, default: []].formUnion(found)
        }
        let shares = [1.0, -1.0].map { share(of: all, ofCarrier, sign: $0) }
        return all.sorted().map { index in
            let (match, strength) = words[index]
            return (match.phrase, strength * (strength > 0 ? shares[0] : shares[1]))
        }
    }

    /// The part of their strengths that the words of one sign count for, 0…1.
    private func share(of all: Set<Int>, _ ofCarrier: [String: Set<Int>], sign: Double) -> Double {
        // In a fixed order, since sums of fractions differ by it.
        func sum(_ indices: Set<Int>) -> Double {
            indices.sorted().reduce(0) { $0 + max(0, sign * words[$1].strength) }
        }
        let allowed = ofCarrier.sorted { $0.key < $1.key }.reduce(0) { $0 + min(Self.mostOfASource, sum($1.value)) }
        let wanted = sum(all)
        return wanted > allowed ? allowed / wanted : 1
    }

    /// Beyond this an interest would drown everything else.
    private static let strongest = 4.0
    /// A factor of four.
    private static let mostOfASource = 2.0
}
