import Foundation

/// Finds all pairs of tellings that are alike enough, through an inverted index.
///
/// A telling asks the index for its rarest terms first. Vectors have length 1, so what the terms that are left could
/// add to any cosine is bounded by their length, and the further away in time a telling is, the higher a cosine it
/// needs: for its common terms, whose postings are long, a telling only looks at its near past.
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
    private let threshold: Float
    private var postings: [[Posting]]
    /// For each earlier telling, what has been added up for the one that asks.
    private var sums: [Float]
    private var touched: [Int32] = []
    private var probe: Probe
    /// The least cosine of two tellings so many hours apart.
    private let needed: [Float]
    /// The most that terms which were not asked for could add, by the hours that lie between.
    private var omitted: [Float]
    /// Which terms those are, as ``CommonTerms`` ranks them, by the same hours.
    private var omittedFrom: [Int]
    private let common: CommonTerms

    init(_ vectors: TermVectors, threshold: Double) {
        self.vectors = vectors
        self.threshold = Float(threshold)
        postings = Array(repeating: [], count: vectors.frequency.count)
        sums = Array(repeating: 0, count: vectors.count)
        probe = Probe(vectors)
        needed = (0..<TermVectors.hoursCompared).map { Float(threshold / exp(-Double($0) / vectors.weights.hours)) }
        omitted = Array(repeating: 0, count: TermVectors.hoursCompared)
        omittedFrom = Array(repeating: 0, count: TermVectors.hoursCompared)
        common = CommonTerms(vectors)
    }

    /// Every pair whose similarity reaches the threshold: exactly those, though not every pair is looked at.
    mutating func pairs() -> [Pair] {
        var found: [Pair] = []
        for telling in 0..<vectors.count {
            ask(for: telling)
            probe.aim(at: telling)
            let least = zip(needed, omitted).reduce(Float.infinity) { min($0, $1.0 - $1.1) } - Self.slack
            for other in touched {
                let sum = sums[Int(other)]
                sums[Int(other)] = 0
                guard sum >= least else { continue }
                let apart = vectors.wholeHours(Int(other), telling)
                let more = omitted[apart] * common.length(of: Int(other), from: omittedFrom[apart])
                guard sum + more + Self.slack >= needed[apart] else { continue }
                let similarity = probe.similarity(to: Int(other), atLeast: Double(threshold))
                guard similarity >= Double(threshold) else { continue }
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

    /// Rounding must not pass over a pair that stands on the threshold.
    private static let slack: Float = 1e-4

    /// Adds up the products with earlier tellings, term by term, from the rarest to the commonest.
    private mutating func ask(for telling: Int) {
        let entries = vectors.range(telling).map { vectors.entries[$0] }.sorted {
            ($0.frequency(vectors), $0.term) < ($1.frequency(vectors), $1.term)
        }
        var (rest, unset) = (entries.reduce(0) { $0 + $1.weight * $1.weight }, omitted.count)
        for entry in entries {
            let length = max(rest, 0).squareRoot() + Self.slack
            let hours = reach(ofLength: length)
            while unset > 0, Double(unset) > hours {
                unset -= 1
                omitted[unset] = length
                omittedFrom[unset] = CommonTerms.rank(entry.frequency(vectors))
            }
            guard hours >= 0 else { return }
            add(entry, from: vectors.firstTelling(within: hours, of: telling), lengthLeft: length)
            rest -= entry.weight * entry.weight
        }
        for hour in 0..<unset { omitted[hour] = 0 }
    }

    /// The most hours over which terms of this length can still make two tellings alike; negative for no time at all.
    private func reach(ofLength length: Float) -> Double {
        vectors.weights.hours * log(Double(length / (threshold * Self.leftToOthers)))
    }

    /// Which part of what is needed may be left to terms that are not asked for. With less of it postings are followed
    /// further, with more of it more pairs must be measured in full.
    private static let leftToOthers: Float = 0.95

    /// Adds up what a term gives with each earlier telling back to the oldest.
    ///
    /// A telling that is new here shares no rarer term: it can only be alike enough if the length that is left on both
    /// sides allows it, and is passed over otherwise.
    private mutating func add(_ entry: TermVectors.Entry, from oldest: Int32, lengthLeft: Float) {
        let least = (threshold - Self.slack) / lengthLeft
        let rank = CommonTerms.rank(entry.frequency(vectors))
        postings[Int(entry.term)].withUnsafeBufferPointer { postings in
            common.withLengths(from: rank) { lengths in
                sums.withUnsafeMutableBufferPointer { sums in
                    var place = postings.count - 1
                    while place >= 0, postings[place].telling >= oldest {
                        let (other, weight) = (Int(postings[place].telling), postings[place].weight)
                        place -= 1
                        let sum = sums[other]
                        if sum == 0 {
                            guard lengths[other] >= least else { continue }
                            touched.append(Int32(other))
                        }
                        sums[other] = sum + weight * entry.weight
                    }
                }
            }
        }
    }
}

extension TermVectors.Entry {
    fileprivate func frequency(_ vectors: TermVectors) -> Int32 { vectors.frequency[Int(term)] }
}
