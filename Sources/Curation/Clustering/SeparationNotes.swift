/// Says in words what documents were kept apart from, unless the two came together by others.
struct SeparationNotes {
    private let documents: [Document]
    /// By the index of a document: what it was kept apart from.
    private var others: [Int: [Other]] = [:]

    /// The other document, the words that keep the two apart, and how they stand to each other.
    private struct Other {
        enum Relation: String {
            case apart = "kept apart from"
            case follows = "follows"
            case isFollowed = "is followed by"
        }

        let index: Int
        let words: [String]
        let relation: Relation
    }

    init(of documents: [Document], in merger: Merger) {
        self.documents = documents
        for separation in merger.separations
        where merger.root(of: separation.one) != merger.root(of: separation.other) {
            let gap = (documents[separation.other].hours ?? .nan) - (documents[separation.one].hours ?? .nan)
            let isFollowUp = separation.isFollowUp && abs(gap) >= Self.leastGap
            for (one, other, gap) in [
                (separation.one, separation.other, gap), (separation.other, separation.one, -gap),
            ] {
                let relation: Other.Relation = !isFollowUp ? .apart : gap > 0 ? .isFollowed : .follows
                others[one, default: []].append(Other(index: other, words: separation.words, relation: relation))
            }
        }
    }

    /// The hours after which a next step of a story may be told: what comes sooner is another telling of the evening.
    private static let leastGap = 2.0

    /// Those of some documents, the earliest document's first, as far as they are shown.
    func of(_ members: [Int]) -> [String] {
        members.sorted().lazy.flatMap { others[$0] ?? [] }.prefix(Self.mostShown).map { other in
            let document = documents[other.index]
            let words = other.words.joined(separator: ", ")
            return "\(other.relation.rawValue) “\(document.title)” (\(document.source)): \(words)"
        }
    }

    private static let mostShown = 5
}
