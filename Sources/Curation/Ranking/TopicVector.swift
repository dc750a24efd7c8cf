/// The words that a story is about, weighed, to tell how near two stories' topics are.
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
