/// Finds all pairs of tellings that are alike enough, through an inverted index.
struct PairSearch {
    /// Two tellings, the earlier first, and their similarity.
    struct Pair {
        var one: Int
        var other: Int
        var similarity: Double
    }

    private struct Posting {
        var telling: Int32
        var weight: Float
    }

    private let vectors: TermVectors
    private let threshold: Double
    private var postings: [[Posting]]
    /// For each earlier telling, what has been added up for the one that asks.
    private var sums: [Float]
    private var touched: [Int32] = []

    init(_ vectors: TermVectors, threshold: Double) {
        self.vectors = vectors
        self.threshold = threshold
        postings = Array(repeating: [], count: vectors.frequency.count)
        sums = Array(repeating: 0, count: vectors.count)
    }

    /// Every pair whose similarity reaches the threshold: exactly those, though not every pair is looked at.
    ///
    /// A telling asks the index for its rarer terms only. What its common terms could add is bounded by their length,
    /// since vectors have length 1; a pair that cannot reach the threshold even so is passed over.
    mutating func pairs() -> [Pair] {
        var found: [Pair] = []
        for telling in 0..<vectors.count {
            let least = Float(threshold) - ask(for: telling)
            for other in touched {
                let sum = sums[Int(other)]
                sums[Int(other)] = 0
                guard sum >= least else { continue }
                let similarity = vectors.similarity(Int(other), telling)
                guard similarity >= threshold else { continue }
                found.append(Pair(one: Int(other), other: telling, similarity: similarity))
            }
            touched.removeAll(keepingCapacity: true)
            for place in vectors.range(telling) {
                let entry = vectors.entries[place]
                postings[Int(entry.term)].append(Posting(telling: Int32(telling), weight: entry.weight))
            }
        }
        return found
    }

    /// Adds up the products with all earlier tellings over the rarer terms; returns what the others could add.
    private mutating func ask(for telling: Int) -> Float {
        let entries = vectors.range(telling).map { vectors.entries[$0] }.sorted {
            ($1.frequency(vectors), $0.term) < ($0.frequency(vectors), $1.term)
        }
        let most = Float(threshold) * Self.passedOver
        var rest: Float = 0
        var rarer = entries[...]
        while let entry = rarer.first, rest + entry.weight * entry.weight < most * most {
            rest += entry.weight * entry.weight
            rarer = rarer.dropFirst()
        }
        for entry in rarer { add(entry) }
        // Rounding must not pass over a pair that stands on the threshold.
        return rest.squareRoot() + 1e-4
    }

    /// How much of the threshold the common terms may make up: more passes over longer postings, but lets more pairs
    /// through to be measured.
    private static let passedOver: Float = 0.7

    private mutating func add(_ entry: TermVectors.Entry) {
        postings[Int(entry.term)].withUnsafeBufferPointer { postings in
            sums.withUnsafeMutableBufferPointer { sums in
                for posting in postings {
                    let sum = sums[Int(posting.telling)]
                    if sum == 0 { touched.append(posting.telling) }
                    sums[Int(posting.telling)] = sum + posting.weight * entry.weight
                }
            }
        }
    }
}

extension TermVectors.Entry {
    fileprivate func frequency(_ vectors: TermVectors) -> Int32 { vectors.frequency[Int(term)] }
}
