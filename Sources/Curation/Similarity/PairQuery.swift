/// Finds the earlier documents that are similar to one document after the other, with the inverted index.
struct PairQuery {
    private let search: PairSearch
    private let vectors: TermVectors
    private var dense: DenseVector
    /// For each earlier document, what has been added up for the current one; zero between two queries.
    private var sums: [Float]
    /// By the whole hours that lie between: the first document that is no further away.
    private var oldest: [Int]
    /// The most that terms which were not asked for could add, by the same hours.
    private var omitted: [Float]
    /// Which terms those are, as ``ResidualNorms`` ranks them, by the same hours.
    private var omittedFrom: [Int]
    /// The positions of the current document's entries, from the rarest term to the commonest.
    private var positions: [Int] = []
    private var likely: [Int] = []
    /// Pairs that are alike enough but for what keeps their titles apart, the earlier first.
    private(set) var separated: [(Int, Int)] = []
    /// For each source, how many documents of it were let through; zero between two queries.
    private var ofSource: [Int]

    init(_ search: PairSearch) {
        self.search = search
        vectors = search.vectors
        dense = DenseVector(search.vectors)
        sums = Array(repeating: 0, count: search.vectors.count)
        ofSource = Array(repeating: 0, count: (search.vectors.sources.max() ?? 0) + 1)
        oldest = Array(repeating: 0, count: search.needed.count)
        omitted = Array(repeating: 0, count: search.needed.count)
        omittedFrom = Array(repeating: 0, count: search.needed.count)
    }

    /// The pairs of a document with earlier ones. Documents must be asked for in their order.
    mutating func pairs(of document: Int) -> [PairSearch.Pair] {
        vectors.moveUp(&oldest, to: document)
        ask(for: document)
        for hours in oldest.indices.reversed() {
            lookThrough(oldest[hours]..<(hours > 0 ? oldest[hours - 1] : document), hours: hours)
        }
        forget(upTo: document)
        return measured(with: document)
    }

    /// Adds up the products with earlier documents, term by term, from the rarest to the commonest.
    private mutating func ask(for document: Int) {
        order(vectors.range(document))
        var rest = positions.reduce(0) { $0 + vectors.entries[$1].weight * vectors.entries[$1].weight }
        var unset = omitted.count
        for index in positions {
            let entry = vectors.entries[index]
            let length = max(rest, 0).squareRoot() + PairSearch.slack
            let reach = search.reach(ofLength: length)
            while unset > 0, Double(unset - 1) > reach {
                unset -= 1
                omitted[unset] = length
                omittedFrom[unset] = ResidualNorms.rank(vectors.frequency[Int(entry.term)])
            }
            guard unset > 0 else { return }
            add(index, from: Int32(oldest[unset - 1]))
            rest -= entry.weight * entry.weight
        }
        for hours in 0..<unset { omitted[hours] = 0 }
    }

    /// Puts the entries of a document in order, from the rarest term to the commonest.
    private mutating func order(_ range: Range<Int>) {
        positions.removeAll(keepingCapacity: true)
        positions.append(contentsOf: range)
        let (entries, frequency) = (vectors.entries, vectors.frequency)
        positions.sort { one, other in
            let (one, other) = (entries[one].term, entries[other].term)
            return (frequency[Int(one)], one) < (frequency[Int(other)], other)
        }
    }

    /// Adds up what a term gives with each earlier document back to the oldest.
    private mutating func add(_ index: Int, from oldest: Int32) {
        let entry = vectors.entries[index]
        let earlier = search.postings.earlier(than: index, term: entry.term).suffix(search.limits.postings)
        search.postings.all.withUnsafeBufferPointer { postings in
            sums.withUnsafeMutableBufferPointer { sums in
                var index = earlier.upperBound
                while index > earlier.lowerBound, postings[index - 1].document >= oldest {
                    index -= 1
                    sums[Int(postings[index].document)] += postings[index].weight * entry.weight
                }
            }
        }
    }

    /// Notes which documents, of those so many hours away, may be similar enough with all terms that were not asked for.
    ///
    /// All are looked at, many at once, since that is faster than to remember which of them shared a term.
    private mutating func lookThrough(_ documents: Range<Int>, hours: Int) {
        let (needed, more) = (search.needed[hours] - PairSearch.slack, omitted[hours])
        search.common.withLengths(from: omittedFrom[hours]) { lengths in
            sums.withUnsafeBufferPointer { sums in
                var index = documents.lowerBound
                while index < documents.upperBound {
                    let end = min(index + Self.lookedAtOnce, documents.upperBound)
                    let isLong = end - index == Self.lookedAtOnce
                    if !isLong || Self.greatest(sums, lengths, from: index, times: more) >= needed {
                        for other in index..<end where sums[other] + more * lengths[other] >= needed {
                            likely.append(other)
                        }
                    }
                    index = end
                }
            }
        }
    }

    /// The greatest of some sums after the lengths at the same indices, times a factor, were added to them; zero if all
    /// are less.
    @inline(__always)
    private static func greatest(
        _ sums: UnsafeBufferPointer<Float>, _ lengths: UnsafeBufferPointer<Float>, from start: Int, times factor: Float
    ) -> Float {
        guard let sums = sums.baseAddress.map({ UnsafeRawPointer($0) }),
            let lengths = lengths.baseAddress.map({ UnsafeRawPointer($0) })
        else { return 0 }
        var greatest = SIMD4<Float>.zero
        // The compiler makes no such steps out of a plain loop.
        for index in stride(from: start, to: start + lookedAtOnce, by: SIMD4<Float>.scalarCount) {
            let offset = index * MemoryLayout<Float>.stride
            let sum =
                sums.loadUnaligned(fromByteOffset: offset, as: SIMD4<Float>.self)
                + factor * lengths.loadUnaligned(fromByteOffset: offset, as: SIMD4<Float>.self)
            greatest.replace(with: sum, where: sum .> greatest)
        }
        return greatest.max()
    }

    private static let lookedAtOnce = 32

    private mutating func forget(upTo document: Int) {
        let first = oldest.last ?? 0
        sums.withUnsafeMutableBufferPointer { $0[first..<document].update(repeating: 0) }
    }

    /// The likely documents that are alike enough indeed.
    private mutating func measured(with document: Int) -> [PairSearch.Pair] {
        defer { likely.removeAll(keepingCapacity: true) }
        guard !likely.isEmpty else { return [] }
        if likely.count > search.limits.measuredOfSource { thin() }
        dense.load(document)
        let threshold = Double(search.threshold)
        var pairs: [PairSearch.Pair] = []
        let mostSeparated = separated.count + Self.separatedOfDocument
        for other in likely {
            let similarity = dense.similarity(to: other, atLeast: threshold)
            if similarity >= threshold {
                pairs.append(PairSearch.Pair(one: other, other: document, similarity: similarity))
            } else if dense.wasContrasted, separated.count < mostSeparated {
                separated.append((other, document))
            }
        }
        return pairs.count > search.limits.pairs ? best(of: pairs) : pairs
    }

    /// No more look-alikes of a document are told.
    private static let separatedOfDocument = 5

    /// Leaves of the likely documents the latest of each source.
    private mutating func thin() {
        var left = search.limits.measured
        let latest = likely.reversed().filter { other in
            let source = vectors.sources[other]
            guard left > 0, ofSource[source] < search.limits.measuredOfSource else { return false }
            ofSource[source] += 1
            left -= 1
            return true
        }
        for other in likely { ofSource[vectors.sources[other]] = 0 }
        likely = latest.reversed()
    }

    /// The nearest of each source before the second of any: hundreds of copies from one leave room for other sources.
    private mutating func best(of pairs: [PairSearch.Pair]) -> [PairSearch.Pair] {
        let sorted = pairs.sorted { ($1.similarity, $0.one) < ($0.similarity, $1.one) }
        let ranked = sorted.map { pair in
            let source = vectors.sources[pair.one]
            ofSource[source] += 1
            return (rank: ofSource[source], pair: pair)
        }
        for pair in pairs { ofSource[vectors.sources[pair.one]] = 0 }
        let order = ranked.indices.sorted { (ranked[$0].rank, $0) < (ranked[$1].rank, $1) }
        return order.prefix(search.limits.pairs).map { ranked[$0].pair }
    }
}
