package import NewsModel

/// Why two documents, named by their places, are held to be one story.
package struct Bond: Sendable, Hashable {
    package var one: Int
    package var other: Int
    package var evidence: Evidence

    package init(one: Int, other: Int, evidence: Evidence) {
        self.one = one
        self.other = other
        self.evidence = evidence
    }
}
