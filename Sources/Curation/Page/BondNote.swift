import NewsModel

/// Bonds between tellings in words, for the explanation of a cluster.
enum BondNote {
    static func text(_ evidence: Evidence, _ one: Story, _ other: Story) -> String {
        "\(name(one)) and \(name(other)): \(reason(evidence))"
    }

    private static func name(_ story: Story) -> String {
        "“\(story.title)” (\(story.source))"
    }

    private static func reason(_ evidence: Evidence) -> String {
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
