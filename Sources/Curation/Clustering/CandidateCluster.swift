import NewsModel

/// Documents that clustering holds to be one story.
package struct CandidateCluster: Sendable {
    /// In the order of their claim to lead.
    package let documents: [Document]
    /// Those of them that are ``Document/Origin/new``, in the same order.
    let new: [Document]
    let late: [Document]
    let published: [Document]
    /// What holds the documents together.
    let links: [EvidenceLink<Document>]
    /// Those that stand under an address of another source's, or only link to another document: none of them leads.
    let coverage: Set<StoryID>
    /// Those of the coverage whose titles have nothing in common with the document at that address: they are shown, and
    /// count for nothing.
    let unrelated: Set<StoryID>

    /// What looks like one of the documents and is kept apart from it, in words.
    let separations: [String]

    /// More links of one story are not shown.
    private static let mostLinks = 200

    init(
        documents: [Document], links: [EvidenceLink<Document>] = [], coverage: Set<StoryID> = [],
        unrelated: Set<StoryID> = [], separations: [String] = []
    ) {
        self.separations = separations
        self.documents = documents
        self.links = Array(links.prefix(Self.mostLinks))
        self.coverage = coverage
        self.unrelated = unrelated
        let areNew = documents.allSatisfy { $0.origin == .new }
        new = areNew ? documents : documents.filter { $0.origin == .new }
        late = areNew ? [] : documents.filter { $0.origin == .late }
        published = areNew ? [] : documents.filter { $0.origin == .published }
    }

    /// What holds its documents together and what was kept apart from them, in words.
    package var reasons: [String] { links.map(\.note) + separations }

    /// The new documents under addresses of their own, by which a majority is counted; all new ones where there are none.
    var independent: [Document] {
        let own = new.filter { !coverage.contains($0.story.id) }
        return own.isEmpty ? new : own
    }

    /// Those of some documents that count for the score; all of them where none does.
    func counted(_ members: [Document]) -> [Document] {
        guard !unrelated.isEmpty else { return members }
        let counted = members.filter { !unrelated.contains($0.story.id) }
        return counted.isEmpty ? members : counted
    }

    /// The documents that show that an earlier edition published the story of a new one. What another source had under
    /// the new one's address, and was something else, does not.
    func earlier(than document: Document) -> [Document] {
        let earlier = published + late
        return unrelated.contains(document.story.id)
            ? earlier : earlier.filter { !unrelated.contains($0.story.id) || $0.source == document.source }
    }
}

/// Two documents that are held to be one story, by their indices or as such, and what shows it.
struct EvidenceLink<Node: Sendable>: Sendable {
    let one: Node
    let other: Node
    let evidence: Evidence

    func map<Other>(_ transform: (Node) -> Other) -> EvidenceLink<Other> {
        .init(one: transform(one), other: transform(other), evidence: evidence)
    }
}

extension EvidenceLink where Node == Document {
    /// As data, for the explanation of a cluster.
    var bond: Explanation.Bond { .init(one: one.story.id, other: other.story.id, evidence: evidence) }

    /// In words.
    var note: String { "\(Self.name(one.story)) and \(Self.name(other.story)): \(reason)" }

    private static func name(_ story: Story) -> String {
        "“\(story.title)” (\(story.source))"
    }

    private var reason: String {
        switch evidence {
        case .toldTogether: "told as one story before"
        case .sameAddress: "the same address"
        case .sameTitle: "the same title"
        case .sameLink(let key): "both are about \(key)"
        case .likeWords(let words, let similarity):
            "alike at \(Figures.plain(similarity)), sharing \(words.joined(separator: ", "))"
        }
    }
}
