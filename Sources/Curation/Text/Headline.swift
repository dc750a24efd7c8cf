/// A title without what is not part of it, taken apart into words.
struct Headline: Sendable {
    /// All words, with how they were written.
    let words: [Word]
    /// The folded texts of the words that are no symbols.
    let texts: [String]
    /// Equal for equal titles; `nil` for a title without words.
    let key: String?

    /// - Parameters:
    ///   - title: as the source wrote it.
    ///   - names: what its source and publisher are called.
    init(_ title: String, names: [String]) {
        words = Words.of(TitleIdentity.bare(title, names: names))
        texts = words.compactMap { $0.kind == .symbol ? nil : $0.text }
        key = texts.isEmpty ? nil : texts.joined(separator: " ")
    }
}
