/// How much of the likeness of two groups the documents of each source have a part in.
struct SourceShares {
    /// By the number of a source; zero where it has no part.
    private var sums: [Double]
    private var counts: [Int]
    private var touched: [Int] = []

    /// For documents with these sources, by number.
    init(of sources: [Int]) {
        sums = Array(repeating: 0, count: (sources.max() ?? 0) + 1)
        counts = Array(repeating: 0, count: sums.count)
    }

    mutating func reset() {
        for source in touched { (sums[source], counts[source]) = (0, 0) }
        touched.removeAll(keepingCapacity: true)
    }

    /// Takes the likeness of one pair of documents, by their sources.
    mutating func add(_ similarity: Double, of one: Int, _ other: Int) {
        add(similarity, of: one)
        if other != one { add(similarity, of: other) }
    }

    private mutating func add(_ similarity: Double, of source: Int) {
        if counts[source] == 0 { touched.append(source) }
        sums[source] += similarity
        counts[source] += 1
    }

    /// Whether something holds of the sum and the number of pairs of each source.
    func allSatisfy(_ isTrue: (Double, Int) -> Bool) -> Bool {
        touched.allSatisfy { isTrue(sums[$0], counts[$0]) }
    }
}
