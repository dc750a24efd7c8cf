package import NewsModel

/// The numbers by which likeness in words is measured.
///
/// They were found on labelled headlines of several kinds and lie in the middle of a plateau: a tenth more or less of
/// any of them changes little.
package struct SimilarityWeights: Sendable, Hashable {
    /// The power of a word's rarity.
    package var rarity = 0.75
    /// What a proper name weighs beside another word.
    package var name = 1.3
    /// What a word of a summary weighs beside one of a title.
    package var summary = 0.6
    /// The most words of a summary that are looked at.
    package var summaryWords = 40
    /// The hours in which likeness sinks to 1 ÷ e.
    package var hours = 28.0
    /// The hours that are taken to lie between a document without a date and any other.
    package var unknownHours = 6.0
    /// What is left of the likeness of two titles that name others.
    package var twins = 0.3
    /// The least average likeness of two groups that are one story.
    package var threshold = 0.195

    package init() {}

    /// The weights of a policy; `nil` where words do not count.
    package init?(_ policy: RankingPolicy.Clustering) {
        switch policy {
        case .strict: threshold = 0.27
        case .normal: break
        case .loose: threshold = 0.15
        case .off: return nil
        }
    }
}
