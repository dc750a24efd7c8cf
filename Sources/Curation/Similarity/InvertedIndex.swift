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
    private let places: [Int32]

    /// - Parameters:
    ///   - vectors: the documents.
    ///   - isAsked: whether a document stands in the index.
    init(_ vectors: TermVectors, where isAsked: (Int) -> Bool = { _ in true }) {
        let isAsked = (0..<vectors.count).map(isAsked)
        var starts = [Int](repeating: 0, count: vectors.frequency.count + 1)
        for document in 0..<vectors.count where isAsked[document] {
            for entry in vectors.entries[vectors.range(document)] { starts[Int(entry.term) + 1] += 1 }
        }
        for term in starts.indices.dropFirst() { starts[term] += starts[term - 1] }
        var next = starts
        var places = [Int32](repeating: 0, count: vectors.entries.count)
        var all = [Posting](repeating: Posting(document: 0, weight: 0), count: starts.last ?? 0)
        for document in 0..<vectors.count where isAsked[document] {
            for place in vectors.range(document) {
                let entry = vectors.entries[place]
                let target = next[Int(entry.term)]
                next[Int(entry.term)] += 1
                places[place] = Int32(target)
                all[target] = Posting(document: Int32(document), weight: entry.weight)
            }
        }
        self.starts = starts
        self.places = places
        self.all = all
    }

    /// The postings of the term of an entry that belong to earlier documents.
    func earlier(than place: Int, term: Int32) -> Range<Int> {
        starts[Int(term)]..<Int(places[place])
    }

    /// All postings of a term.
    func of(_ term: Int32) -> ArraySlice<Posting> { all[starts[Int(term)]..<starts[Int(term) + 1]] }
}
