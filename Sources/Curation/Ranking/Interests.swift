/// How much the words of interest in the documents of one story raise or lower it.
///
/// A word counts once, with its strength up to ±4. The words that one source's documents have count for a factor of four
/// at most up and down together: to go beyond it, the words have to stand in documents of other sources too. So nobody
/// gets to the top with a list of all that readers like.
struct Interests {
    /// In the order of the alphabet, each as the power of two that it counts for.
    let strengths: [(word: String, strength: Double)]

    init(_ words: WordLists, in members: [Candidate]) {
        var all: Set<Int> = []
        var ofCarrier: [String: Set<Int>] = [:]
        for member in members {
            let found = words.interests(in: member.text)
            guard !found.isEmpty else { continue }
            all.formUnion(found)
            ofCarrier[member.carrier, default: []].formUnion(found)
        }
        let strength = { (place: Int) in min(max(words.interest(place).strength, -Self.strongest), Self.strongest) }
        let shares = [1.0, -1.0].map { sign -> Double in
            // In a fixed order, since sums of fractions differ by it.
            let sum = { (places: Set<Int>) in places.sorted().reduce(0) { $0 + max(0, sign * strength($1)) } }
            let allowed = ofCarrier.sorted { $0.key < $1.key }.reduce(0) { $0 + min(Self.mostOfASource, sum($1.value)) }
            let wanted = sum(all)
            return wanted > allowed ? allowed / wanted : 1
        }
        strengths = all.sorted().map { place in
            (words.interest(place).word, strength(place) * (strength(place) > 0 ? shares[0] : shares[1]))
        }
    }

    /// Beyond this an interest would drown everything else.
    private static let strongest = 4.0
    /// A factor of four.
    private static let mostOfASource = 2.0
}
