package import NewsModel

/// What clustering reads out of the texts of one telling. It depends on nothing else, so that it can be had before all
/// tellings are known.
package struct Impression: Sendable {
    /// The identities of the articles that the texts link to.
    let links: [String]
    /// How much of a text it has, in steps.
    let fullness: Int
    /// Whether it repeats what an agency wrote.
    let isAgencyCopy: Bool
    /// Those of its title, and of the beginning of the summary, or of the whole text where there is none.
    package let words: TellingWords

    /// - Parameters:
    ///   - key: the identity of the telling's address.
    ///   - title: of the telling.
    ///   - authors: as the source credits them.
    ///   - summary: of the telling.
    ///   - content: of the telling.
    package init(key: String, title: String, authors: [String], summary: Markup?, content: Markup?) {
        let summaryText = summary.map(Self.beginning) ?? ""
        let contentText = content.map(Self.beginning) ?? ""
        let opening = summaryText.isEmpty ? contentText : summaryText
        links = OutgoingLinks.articles(in: [summary, content].compactMap { $0 }, besides: key)
        fullness = Telling.fullness(summary: summaryText.utf8.count, content: contentText.utf8.count)
        isAgencyCopy = AgencyCopy.names(authors, summary: opening, host: CanonicalURL.host(ofKey: key))
        words = TellingWords(
            title: title,
            opening: opening.utf8.count > Self.bytesKept ? Self.prefix(opening, Self.bytesKept) : opening)
    }

    init(_ story: Story) {
        self.init(
            key: story.key, title: story.title, authors: story.authors, summary: story.summary,
            content: story.content)
    }

    /// The beginning of a text says what it is about, and whether it is long; the rest only costs time.
    private static func beginning(of markup: Markup) -> String {
        guard markup.source.utf8.count > bytesRead else { return markup.plainText }
        return Markup(markup.kind, prefix(markup.source, bytesRead)).plainText
    }

    private static func prefix(_ text: String, _ bytes: Int) -> String {
        String(decoding: text.utf8.prefix(bytes), as: UTF8.self)
    }

    private static let bytesRead = 6000

    /// More than the words that are compared take up.
    private static let bytesKept = 2000
}
