/// Which documents are compared in words, so that no source makes comparing cost more than it may.
///
/// What a source tells beyond ``mostPerSource`` costs all others time and changes what is rare among a night's words. So
/// such a source stands back: the others are grouped as if it were not there, and then the newest of its documents join
/// the groups that they are like. Addresses, titles and links are compared of all.
struct ComparedDocuments {
    /// The most documents of one source that are compared in words; the newest are.
    static let mostPerSource = 500

    /// The places of the documents that are compared with each other, in order.
    let first: [Int]
    /// Those of sources that tell too much, which are compared with the groups of the others.
    let later: [Int]
    /// How many documents each source has that tells too much.
    let crowded: [String: Int]

    /// - Parameter documents: in their fixed order, that of time.
    init(_ documents: [Document]) {
        var counts: [String: Int] = [:]
        for document in documents { counts[document.source, default: 0] += 1 }
        crowded = counts.filter { $0.value > Self.mostPerSource }
        guard !crowded.isEmpty else {
            (first, later) = (Array(documents.indices), [])
            return
        }
        let newest = Self.newest(of: documents)
        // Where all tell too much there is nobody to stand back for.
        let allAreCrowded = crowded.count == counts.count
        let crowded = crowded
        first = newest.filter { allAreCrowded || crowded[documents[$0].source] == nil }
        later = allAreCrowded ? [] : newest.filter { crowded[documents[$0].source] != nil }
    }

    /// The places of the newest documents of each source, in order. Those without a date are in order behind all others.
    private static func newest(of documents: [Document]) -> [Int] {
        var counts: [String: Int] = [:]
        return Array(
            documents.indices.reversed().filter { place in
                counts[documents[place].source, default: 0] += 1
                return counts[documents[place].source, default: 0] <= mostPerSource
            }.reversed())
    }
}
