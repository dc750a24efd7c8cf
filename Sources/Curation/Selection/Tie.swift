import NewsModel

/// Why two documents that met are held to be one story.
struct Tie {
    let one: Candidate
    let other: Candidate
    let evidence: Evidence

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
