/// Why two tellings are held to be one story.
package struct Bond: Sendable, Hashable {
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

    package var one: Int
    package var other: Int
    package var evidence: Evidence

    package init(one: Int, other: Int, evidence: Evidence) {
        self.one = one
        self.other = other
        self.evidence = evidence
    }
}
