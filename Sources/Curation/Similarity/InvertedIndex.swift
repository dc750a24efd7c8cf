/// The inverted index: for each term the documents in which it stands, in their order, with its weight in each.
struct InvertedIndex {
    struct Posting {
        var document: Int32
        var weight: Float
    }

    let all: [Posting]
    /// Where the postings of each term begin.
    private let starts: [Int]
    /// Where the posting of each entry of the vectors stands.
    private let positions: [Int32]

    /// Indexes the documents for which `isIndexed` is true.
    init(_ vectors: TermVectors, where isIndexed: (Int) -> Bool = { _ in true }) {
        let isIndexed = (0..<vectors.count).map(isIndexed)
        var starts = [Int](repeating: 0, count: vectors.frequency.count + 1)
        for document in 0..<vectors.count where isIndexed[document] {
            for entry in vectors.entries[vectors.range(document)] { starts[Int(entry.term) + 1] += 1 }
        }
        for term in starts.indices.dropFirst() { starts[term] += starts[term - 1] }
        var next = starts
        var positions = [Int32](repeating: 0, count: vectors.entries.count)
        var all = [Posting](repeating: Posting(document: 0, weight: 0), count: starts.last ?? 0)
        for document in 0..<vectors.count where isIndexed[document] {
            for index in vectors.range(document) {
                let entry = vectors.entries[index]
                let target = next[Int(entry.term)]
                next[Int(entry.term)] += 1
                positions[index] = Int32(target)
                all[target] = Posting(document: Int32(document), weight: entry.weight)
            }
        }
        self.starts = starts
        self.positions = positions
        self.all = all
    }

    /// The postings of the term of an entry that belong to earlier documents.
    func earlier(than index: Int, term: Int32) -> Range<Int> {
        starts[Int(term)]..<Int(positions[index])
    }

    /// All postings of a term.
    func of(_ term: Int32) -> ArraySlice<Posting> { all[starts[Int(term)]..<starts[Int(term) + 1]] }
}

/// The lengths of the parts of each document's vector that its common terms make up.
///
/// What two vectors have in common in some terms is no more than the product of their lengths in these.
struct ResidualNorms {
    /// By rank, then by document: the length in all terms of this rank and above.
    private let lengths: [[Float]]

    /// The rank of a term that stands in so many groups of documents: each is twice as common as the one below.
    static func rank(_ frequency: Int32) -> Int { Int32.bitWidth - frequency.leadingZeroBitCount }

    init(_ vectors: TermVectors) {
        let ranks = vectors.frequency.map(Self.rank)
        var squares = (0...(ranks.max() ?? 0)).map { _ in [Float](repeating: 0, count: vectors.count) }
        for document in 0..<vectors.count {
            for entry in vectors.entries[vectors.range(document)] {
                squares[ranks[Int(entry.term)]][document] += entry.weight * entry.weight
            }
        }
        for rank in squares.indices.dropLast().reversed() {
            for document in 0..<vectors.count { squares[rank][document] += squares[rank + 1][document] }
        }
        lengths = squares.map { $0.map { $0.squareRoot() } }
    }

    /// The lengths of all documents' vectors in the terms of this rank and above, 0…1.
    func withLengths(from rank: Int, _ body: (UnsafeBufferPointer<Float>) -> Void) {
        lengths[rank].withUnsafeBufferPointer(body)
    }
}
