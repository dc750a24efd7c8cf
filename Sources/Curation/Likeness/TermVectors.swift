import Foundation

/// Tellings as vectors of weighed terms, each of length 1.
struct TermVectors {
    /// One term of one telling.
    struct Entry {
        var term: Int32
        var weight: Float
    }

    /// The terms of all tellings, one telling after the other, in ascending order within each.
    private(set) var entries: [Entry] = []
    /// In how many groups of tellings each term stands.
    let frequency: [Int32]

    /// Where the terms of each telling begin, and behind the last where they end.
    private var offsets: [Int] = [0]
    private let isName: [Bool]
    /// Whether the title of a telling shows by its capitals which names it holds, and holds some.
    private var showsNames: [Bool] = []
    private let hours: [Double]
    private let weights: LikenessWeights
    private let closenessIfUnknown: Double

    /// - Parameters:
    ///   - lexicon: the terms of the tellings.
    ///   - tellings: in their fixed order.
    ///   - groupOf: the group that each telling is in already; copies of one text do not make a word common.
    ///   - weights: how terms are weighed.
    init(_ lexicon: Lexicon, _ tellings: [Telling], groupOf: (Int) -> Int, weights: LikenessWeights) {
        let (frequency, groups) = Self.frequencies(lexicon, groupOf: groupOf)
        self.frequency = frequency
        self.weights = weights
        hours = tellings.map { $0.hours ?? .nan }
        closenessIfUnknown = exp(-weights.unknownHours / weights.hours)
        isName = (0..<lexicon.count).map(lexicon.names.isName)
        let value = Self.values(of: frequency, groups: groups, isName: isName, weights: weights)
        offsets.reserveCapacity(tellings.count + 1)
        for document in lexicon.documents { append(document, value: value) }
    }

    /// What each term is worth: its rarity, and more for a name.
    private static func values(
        of frequency: [Int32], groups: Int, isName: [Bool], weights: LikenessWeights
    ) -> [Double] {
        zip(frequency, isName).map { count, isName in
            pow(max(log(Double(groups + 1) / Double(count)), 0), weights.rarity) * (isName ? weights.name : 1)
        }
    }

    private static func frequencies(_ lexicon: Lexicon, groupOf: (Int) -> Int) -> ([Int32], Int) {
        var counts = [Int32](repeating: 0, count: lexicon.count)
        var lastGroup = [Int](repeating: -1, count: lexicon.count)
        let places = lexicon.documents.indices.map { (group: groupOf($0), place: $0) }.sorted { $0 < $1 }
        var (groups, previous) = (0, -1)
        for (group, place) in places {
            if group != previous { groups += 1 }
            previous = group
            for terms in [lexicon.documents[place].title, lexicon.documents[place].summary] {
                for term in terms where lastGroup[Int(term)] != group {
                    lastGroup[Int(term)] = group
                    counts[Int(term)] += 1
                }
            }
        }
        return (counts, groups)
    }

    private mutating func append(_ document: Lexicon.Document, value: [Double]) {
        var pairs = document.title.map { (term: $0, weight: value[Int($0)]) }
        for term in document.summary where !document.title.contains(term) {
            pairs.append((term, value[Int(term)] * weights.summary))
        }
        pairs.sort { $0.term < $1.term }
        let length = pairs.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot()
        for (term, weight) in pairs where weight > 0 {
            entries.append(Entry(term: term, weight: Float(weight / length)))
        }
        offsets.append(entries.count)
        showsNames.append(document.titleShowsNames && document.title.contains { isName[Int($0)] })
    }
}

extension TermVectors {
    /// How many tellings there are.
    var count: Int { offsets.count - 1 }

    /// The places of a telling's terms among the entries.
    func range(_ telling: Int) -> Range<Int> { offsets[telling]..<offsets[telling + 1] }

    /// The cosine of two tellings' words, times what their distance in time leaves of it, and less where each names
    /// somebody and neither names anybody of the other's: two matches, two banks, two arrests.
    func similarity(_ one: Int, _ other: Int) -> Double {
        var (product, sharesName) = (Float(0), false)
        forEachShared(one, other) { left, right in
            product += left.weight * right.weight
            sharesName = sharesName || isName[Int(left.term)]
        }
        guard product > 0 else { return 0 }
        let isTwin = !sharesName && showsNames[one] && showsNames[other]
        return Double(product) * closeness(one, other) * (isTwin ? weights.twins : 1)
    }

    private func closeness(_ one: Int, _ other: Int) -> Double {
        let apart = abs(hours[one] - hours[other])
        return apart.isNaN ? closenessIfUnknown : exp(-apart / weights.hours)
    }

    @inline(__always)
    private func forEachShared(_ one: Int, _ other: Int, _ body: (Entry, Entry) -> Void) {
        let (lefts, rights) = (range(one), range(other))
        entries.withUnsafeBufferPointer { entries in
            var (left, right) = (lefts.lowerBound, rights.lowerBound)
            while left < lefts.upperBound, right < rights.upperBound {
                let (a, b) = (entries[left], entries[right])
                if a.term == b.term { body(a, b) }
                left += a.term <= b.term ? 1 : 0
                right += b.term <= a.term ? 1 : 0
            }
        }
    }

    /// The terms that two tellings share, weightiest first.
    func shared(_ one: Int, _ other: Int) -> [Int32] {
        var shared: [Entry] = []
        forEachShared(one, other) { shared.append(Entry(term: $0.term, weight: $0.weight * $1.weight)) }
        return shared.sorted { ($1.weight, $0.term) < ($0.weight, $1.term) }.map(\.term)
    }
}
