/// How long the part of each document's vector is that its common terms make up.
///
/// What two vectors have in common in some terms is no more than the product of their lengths in these.
struct ResidualNorms {
    /// By rank, then by document: the length in all terms of this rank and above.
    private let lengths: [[Float]]

    /// The rank of a term that stands in so many groups of documents: each is twice as common as the one below.
    static func rank(_ frequency: Int32) -> Int { Int32.bitWidth - frequency.leadingZeroBitCount }

    init(_ vectors: TermVectors) {
        let ranks = vectors.frequency.map(Self.rank)
        var squares = Array(
            repeating: [Float](repeating: 0, count: vectors.count), count: (ranks.max() ?? 0) + 1)
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
