/// Asks the index for the earlier tellings that one telling after the other is like.
struct PairInquiry {
    private let search: PairSearch
    private let vectors: TermVectors
    private var probe: Probe
    /// For each earlier telling, what has been added up for the one that asks.
    private var sums: [Float]
    private var touched: [Int32] = []
    /// The most that terms which were not asked for could add, by the hours that lie between.
    private var omitted: [Float]
    /// Which terms those are, as ``CommonTerms`` ranks them, by the same hours.
    private var omittedFrom: [Int]

    init(_ search: PairSearch) {
        self.search = search
        vectors = search.vectors
        probe = Probe(search.vectors)
        sums = Array(repeating: 0, count: search.vectors.count)
        omitted = Array(repeating: 0, count: TermVectors.hoursCompared)
        omittedFrom = Array(repeating: 0, count: TermVectors.hoursCompared)
    }

    /// The pairs of a telling with earlier ones.
    mutating func pairs(of telling: Int) -> [PairSearch.Pair] {
        ask(for: telling)
        probe.aim(at: telling)
        let (needed, threshold) = (search.needed, Double(search.threshold))
        let least = zip(needed, omitted).reduce(Float.infinity) { min($0, $1.0 - $1.1) } - PairSearch.slack
        var found: [PairSearch.Pair] = []
        for other in touched {
            let sum = sums[Int(other)]
            sums[Int(other)] = 0
            guard sum >= least else { continue }
            let apart = vectors.wholeHours(Int(other), telling)
            let more = omitted[apart] * search.common.length(of: Int(other), from: omittedFrom[apart])
            guard sum + more + PairSearch.slack >= needed[apart] else { continue }
            let similarity = probe.similarity(to: Int(other), atLeast: threshold)
            guard similarity >= threshold else { continue }
            found.append(.init(one: Int(other), other: telling, similarity: similarity))
        }
        touched.removeAll(keepingCapacity: true)
        return found
    }

    /// Adds up the products with earlier tellings, term by term, from the rarest to the commonest.
    private mutating func ask(for telling: Int) {
        let places = vectors.range(telling).sorted { one, other in
            let (one, other) = (vectors.entries[one].term, vectors.entries[other].term)
            return (frequency(one), one) < (frequency(other), other)
        }
        var rest = places.reduce(0) { $0 + vectors.entries[$1].weight * vectors.entries[$1].weight }
        var unset = omitted.count
        for place in places {
            let entry = vectors.entries[place]
            let length = max(rest, 0).squareRoot() + PairSearch.slack
            let hours = search.reach(ofLength: length)
            while unset > 0, Double(unset) > hours {
                unset -= 1
                omitted[unset] = length
                omittedFrom[unset] = CommonTerms.rank(frequency(entry.term))
            }
            guard hours >= 0 else { return }
            add(place, from: vectors.firstTelling(within: hours, of: telling), lengthLeft: length)
            rest -= entry.weight * entry.weight
        }
        for hour in 0..<unset { omitted[hour] = 0 }
    }

    private func frequency(_ term: Int32) -> Int32 { vectors.frequency[Int(term)] }

    /// Adds up what a term gives with each earlier telling back to the oldest.
    ///
    /// A telling that is new here shares no rarer term: it can only be alike enough if the length that is left on both
    /// sides allows it, and is passed over otherwise.
    private mutating func add(_ place: Int, from oldest: Int32, lengthLeft: Float) {
        let entry = vectors.entries[place]
        let least = (search.threshold - PairSearch.slack) / lengthLeft
        let earlier = search.postings.earlier(than: place, term: entry.term)
        search.postings.all.withUnsafeBufferPointer { postings in
            search.common.withLengths(from: CommonTerms.rank(frequency(entry.term))) { lengths in
                sums.withUnsafeMutableBufferPointer { sums in
                    for posting in earlier.reversed() {
                        guard postings[posting].telling >= oldest else { return }
                        let other = Int(postings[posting].telling)
                        let sum = sums[other]
                        if sum == 0 {
                            guard lengths[other] >= least else { continue }
                            touched.append(Int32(other))
                        }
                        sums[other] = sum + postings[posting].weight * entry.weight
                    }
                }
            }
        }
    }
}
