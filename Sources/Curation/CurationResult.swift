package import NewsModel

/// An edition, with what a person should know of how it was made.
package struct CurationResult: Sendable {
    package var edition: Edition
    /// How often each source gave evidence that would have moved stories of others: an address of theirs for something
    /// else, links or titles that would have made several of theirs one. It moved nothing.
    package var attempts: [SourceID: Int]
    /// In whole sentences, for the report of the run.
    package var notes: [String]
}

/// A source that tells more than is compared in words.
struct CrowdedSource: Equatable {
    let source: SourceID
    let stories: Int
}
