import Foundation
import Parallelism

/// Documents as vectors of weighed terms, each of length 1.
struct TermVectors {
    /// One term of one document.
    struct Entry {
        var term: Int32
        var weight: Float
    }

    /// The terms of all documents, one document after the other, in ascending order within each.
    let entries: [Entry]
    /// In how many groups of documents each term stands.
    let frequency: [Int32]

    /// Where the terms of each document begin, and behind the last where they end.
    private let offsets: [Int]
    let isName: [Bool]
    /// Whether the title of a document shows by its capitals which names it holds, and holds some.
    private let showsNames: [Bool]
    private let hours: [Double]
    /// Whether the date of each only names a day, which begins at its hour; empty where none does.
    private let isDay: [Bool]
    let weights: SimilarityWeights
    /// The source of each document, by a number.
    let sources: [Int]
    let closenessIfUnknown: Double
    private let finder: ContrastFinder
    /// Whether each has a summary to speak of; empty where none of them is asked.
    private let hasSummary: [Bool]

    /// Weighs the terms of documents in their fixed order. Copies of one text, which are in one of the `groups`
    /// already, do not make a word common.
    init(_ forwardIndex: ForwardIndex, _ documents: [Document], groups: [Int], weights: SimilarityWeights) {
        let sources = SourceNumbers.of(documents.map(\.source))
        let (frequency, groupCount) = DocumentFrequencies.of(forwardIndex, groups: groups, sources: sources)
        let isName = (0..<forwardIndex.count).map(forwardIndex.names.isName)
        let termLists = forwardIndex.termLists
        let value = Self.values(of: frequency, groups: groupCount, isName: isName, weights: weights)
        let vectors = Parallel.map(termLists.count, inPiecesOf: Parallel.pieceSize) { index in
            Self.vector(of: termLists[index], value: value, summary: weights.summary)
        }
        self.init(
            vectors, frequency: frequency, isName: isName,
            showsNames: termLists.map { list in
                list.titleShowsNames && list.title.contains { isName[Int($0)] }
                    || list.summaryShowsNames && list.summary.contains { isName[Int($0)] }
            },
            hours: documents.map { $0.hours ?? .nan }, areDays: documents.map(\.isDatedToTheDay), sources: sources,
            weights: weights,
            tokens: termLists.map(\.tokens), forms: forwardIndex.forms,
            hasSummary: termLists.map { $0.summary.count >= Self.leastSummary })
    }

    /// Takes the terms of each document in ascending order and of length 1, and the hours of documents in ascending
    /// order; they are not a number where unknown.
    init(
        _ vectors: [[Entry]], frequency: [Int32], isName: [Bool], showsNames: [Bool], hours: [Double],
        areDays: [Bool] = [], sources: [Int], weights: SimilarityWeights, tokens: [[TitleToken]] = [],
        forms: [String] = [], hasSummary: [Bool] = []
    ) {
        self.hasSummary = hasSummary
        finder = ContrastFinder(titles: TitleTokens(tokens), isName: isName, forms: forms)
        entries = vectors.flatMap { $0 }
        offsets = vectors.reduce(into: [0]) { offsets, vector in offsets.append((offsets.last ?? 0) + vector.count) }
        self.frequency = frequency
        self.isName = isName
        self.showsNames = showsNames
        self.hours = hours
        isDay = areDays.contains(true) ? areDays : []
        self.sources = sources
        self.weights = weights
        closenessIfUnknown = weights.closeness(weights.unknownHours)
    }

    /// What each term is worth: its rarity, and more for a name.
    private static func values(
        of frequency: [Int32], groups: Int, isName: [Bool], weights: SimilarityWeights
    ) -> [Double] {
        zip(frequency, isName).map { count, isName in
            pow(max(log(Double(groups + 1) / Double(count)), 0), weights.rarity) * (isName ? weights.name : 1)
        }
    }

    private static func vector(of termList: ForwardIndex.TermList, value: [Double], summary: Double) -> [Entry] {
        var pairs = termList.title.map { (term: $0, weight: value[Int($0)]) }
        for term in termList.summary where !termList.title.contains(term) {
            pairs.append((term, value[Int(term)] * summary))
        }
        for term in termList.parts { pairs.append((term, value[Int(term)] * summary)) }
        pairs.sort { $0.term < $1.term }
        let length = pairs.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot()
        return pairs.compactMap { $1 > 0 ? Entry(term: $0, weight: Float($1 / length)) : nil }
    }
}

extension TermVectors {
    /// How many documents there are.
    var count: Int { offsets.count - 1 }

    /// The indices of a document's terms among the entries.
    func range(_ document: Int) -> Range<Int> { offsets[document]..<offsets[document + 1] }

    /// When a document became news, in hours since 1970; not a number where unknown.
    func hour(of document: Int) -> Double { hours[document] }

    /// The hours in which a document became news: one moment, or a day.
    func time(of document: Int) -> HourGap.Range {
        HourGap.Range(hours[document], lasting: isDay.isEmpty || !isDay[document] ? 0 : 24)
    }

    /// The most hours that two documents may be nearer than their hours say.
    var mostHoursNearer: Double { isDay.isEmpty ? 0 : 24 }

    /// What distance in time leaves of a likeness, 0…1.
    func closeness(_ one: Int, _ other: Int) -> Double {
        let apart = abs(hours[one] - hours[other])
        if apart.isNaN { return closenessIfUnknown }
        guard apart > 0, !isDay.isEmpty, isDay[one] || isDay[other], apart <= Clustering.longestSpan else {
            return weights.closeness(apart)
        }
        return time(of: one).gap(to: time(of: other)).map(weights.closeness) ?? closenessIfUnknown
    }

    /// Documents further apart than this are never one story.
    static let hoursCompared = Int(Clustering.longestSpan) + 1

    /// Finds the first document that lies a number of hours at most before another, given the answers for an earlier
    /// one: for one hour, for two, and so on. All do where it has no date.
    func moveUp(_ oldest: inout [Int], to document: Int) {
        hours.withUnsafeBufferPointer { hours in
            for index in oldest.indices {
                let earliest = hours[document] - Double(index + 1)
                oldest[index] = earliest.isNaN ? 0 : Self.first(of: hours, from: oldest[index], to: document, earliest)
            }
        }
    }

    /// The first index between two, not far from the first of them, from which on nothing is less than a bound.
    private static func first(
        of hours: UnsafeBufferPointer<Double>, from start: Int, to end: Int, _ bound: Double
    ) -> Int {
        var (low, step) = (start, 1)
        while low + step <= end, hours[low + step - 1] < bound {
            low += step
            step *= 2
        }
        var high = min(low + step - 1, end)
        while low < high {
            let middle = (low + high) / 2
            if hours[middle] < bound { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// What is left of the likeness of two documents since one of them says little.
    func share(_ one: Int, _ other: Int) -> Double {
        hasSummary.isEmpty || hasSummary[one] && hasSummary[other] ? 1 : weights.brief
    }

    /// With fewer terms a summary says no more than a title.
    private static let leastSummary = 5

    /// The titles as they are compared word by word; empty where they are not.
    var titles: TitleTokens { finder.titles }

    /// What keeps the titles of two documents apart, given the words that they share; `nil` where nothing does.
    func contrast(_ one: Int, _ other: Int, sharing overlap: WordOverlap) -> Contrast? {
        one < other
            ? finder.contrast(one, other, sharing: overlap)
            : finder.contrast(other, one, sharing: overlap.reversed)
    }

    /// Whether both titles show by their capitals whom they name.
    func showNames(_ one: Int, _ other: Int) -> Bool { showsNames[one] && showsNames[other] }

    /// The terms that two documents share, weightiest first.
    func shared(_ one: Int, _ other: Int) -> [Int32] {
        var shared: [Entry] = []
        var rest = entries[range(other)]
        for entry in entries[range(one)] {
            rest = rest.drop { $0.term < entry.term }
            guard let first = rest.first, first.term == entry.term else { continue }
            shared.append(Entry(term: entry.term, weight: entry.weight * first.weight))
        }
        return shared.sorted { ($1.weight, $0.term) < ($0.weight, $1.term) }.map(\.term)
    }
}

/// Counts in how many groups of documents each term stands.
enum DocumentFrequencies {
    /// The most groups of one source that make a term common, so that none makes the rare words of others so.
    static let mostOfSource = 16

    /// The count of each term in documents with these groups and sources, and how many groups there are.
    static func of(_ forwardIndex: ForwardIndex, groups: [Int], sources: [Int]) -> (frequencies: [Int32], groups: Int) {
        var counts = [Int32](repeating: 0, count: forwardIndex.count)
        var lastGroup = [Int](repeating: -1, count: forwardIndex.count)
        var tallies = [Tally](repeating: Tally(), count: forwardIndex.count)
        var (groupCount, previous) = (0, -1)
        for (source, group, index) in inOrder(groups, sources) {
            if group != previous { groupCount += 1 }
            previous = group
            let list = forwardIndex.termLists[index]
            for terms in [list.title, list.summary, list.parts] {
                for term in terms.lazy.map(Int.init) where lastGroup[term] != group {
                    lastGroup[term] = group
                    if tallies[term].admits(source) { counts[term] += 1 }
                }
            }
        }
        return (counts, groupCount)
    }

    /// How often a term was counted of the source that it was met in last.
    private struct Tally {
        var source: Int32 = -1
        var count: Int32 = 0

        mutating func admits(_ other: Int) -> Bool {
            if source != Int32(other) { (source, count) = (Int32(other), 0) }
            count += 1
            return count <= mostOfSource
        }
    }

    /// The documents by the source of the first one of their group, then by group.
    private static func inOrder(_ groups: [Int], _ sources: [Int]) -> [(source: Int, group: Int, index: Int)] {
        var owners: [Int: Int] = [:]
        owners.reserveCapacity(groups.count)
        return groups.indices.map { index in
            let owner = owners[groups[index]] ?? sources[index]
            owners[groups[index]] = owner
            return (owner, groups[index], index)
        }.sorted { $0 < $1 }
    }
}
