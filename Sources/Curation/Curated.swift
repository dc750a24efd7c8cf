package import NewsModel

/// An edition, with what a person should know of how it was made.
package struct Curated: Sendable {
    package var edition: Edition
    /// In whole sentences, for the report of the run.
    package var notes: [String]
}

/// A source that tells more than is compared in words.
struct CrowdedSource: Equatable {
    let source: SourceID
    let stories: Int
}
