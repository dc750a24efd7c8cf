/// Says in words what documents were kept apart from, unless the two came together by others.
struct SeparationNotes {
    private let documents: [Document]
    /// By the index of a document: the other one, and the words that keep them apart.
    private var others: [Int: [(index: Int, words: [String])]] = [:]

    init(of documents: [Document], in merger: Merger) {
        self.documents = documents
        for separation in merger.separations
        where merger.root(of: separation.one) != merger.root(of: separation.other) {
            others[separation.one, default: []].append((separation.other, separation.words))
            others[separation.other, default: []].append((separation.one, separation.words))
        }
    }

    /// Those of some documents, the earliest document's first, as far as they are shown.
    func of(_ members: [Int]) -> [String] {
        members.sorted().lazy.flatMap { others[$0] ?? [] }.prefix(Self.mostShown).map { other in
            let document = documents[other.index]
            let words = other.words.joined(separator: ", ")
            return "kept apart from “\(document.title)” (\(document.source)): \(words)"
        }
    }

    private static let mostShown = 5
}
