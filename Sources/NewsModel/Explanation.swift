/// Why a cluster stands where it does.
package struct Explanation: Sendable, Hashable {
    /// What its score is made of, in the order of the formula.
    package var factors: [Factor]
    /// What else was decided about it, in words: "merged with … by equal title".
    package var notes: [String]
    /// What its stories were held to be one story by: the same as in the notes, as data.
    package var bonds: [Bond]

    package init(factors: [Factor] = [], notes: [String] = [], bonds: [Bond] = []) {
        self.factors = factors
        self.notes = notes
        self.bonds = bonds
    }

    package struct Factor: Sendable, Hashable, Codable {
        /// "freshness", "coverage", …
        package var name: String
        /// What it multiplies or adds to the score, as the formula says.
        package var value: Double
        /// What it comes from: "3 h old, half-life 18 h".
        package var reason: String

        package init(name: String, value: Double, reason: String) {
            self.name = name
            self.value = value
            self.reason = reason
        }
    }

    /// Why two stories are held to be one.
    package struct Bond: Sendable, Hashable {
        package var one: StoryID
        package var other: StoryID
        package var evidence: Evidence

        package init(one: StoryID, other: StoryID, evidence: Evidence) {
            self.one = one
            self.other = other
            self.evidence = evidence
        }
    }
}

/// What shows that two tellings are one story.
package enum Evidence: Sendable, Hashable {
    /// An earlier build of the edition told them as one.
    case toldTogether
    case sameAddress
    case sameTitle
    /// Both link to the article of this key, or one links to the other.
    case sameLink(String)
    /// Shared words, weightiest first, and the similarity of the two groups that met, 0…1.
    case likeWords([String], similarity: Double)
}

extension Evidence {
    /// A word for each, as files and answers name it.
    package enum Kind: String, Sendable, Hashable, Codable {
        case toldTogether, sameAddress, sameTitle, sameLink, likeWords
    }

    package var kind: Kind {
        switch self {
        case .toldTogether: .toldTogether
        case .sameAddress: .sameAddress
        case .sameTitle: .sameTitle
        case .sameLink: .sameLink
        case .likeWords: .likeWords
        }
    }
}

extension Explanation.Factor {
    /// The reader's word that an interest counts for, as its reason quotes it: “rail” at 0.8. `nil` for other factors.
    package var word: String? {
        guard name == "interest", let open = reason.firstIndex(of: "“"),
            let close = reason.lastIndex(of: "”"), open < close
        else { return nil }
        return String(reason[reason.index(after: open)..<close])
    }
}
