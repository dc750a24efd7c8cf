package import NewsModel
import Parallelism
import WebText

/// What clustering reads out of the texts of one story: links, length, words. It depends on nothing else, so that it can
/// be worked out before all stories are known.
///
/// The words are kept where ``readAhead()`` had the time to split the texts, and else split when they are asked for: those
/// of all documents of a large night would fill the memory.
package final class DocumentTerms: Sendable {
    /// The identities of the articles that the texts link to.
    let links: [String]
    /// How much of a text it has, in steps.
    let fullness: Int
    /// Whether it repeats what an agency wrote.
    let isAgencyCopy: Bool
    private let title: String
    /// The beginning of the summary, or of the whole text where there is none, as plain text.
    private let opening: String
    private let read = Guarded<Read?>(nil)

    private struct Read {
        let title: [Word]
        var opening: [Word]?
    }

    /// What can be read of a story's texts, whose address has the identity `key`.
    package init(key: String, title: String, authors: [String], summary: Markup?, content: Markup?) {
        let summaryText = summary.map(Self.beginning) ?? ""
        let contentText = content.map(Self.beginning) ?? ""
        let opening = summaryText.isEmpty ? contentText : summaryText
        links = OutgoingLinks.articles(in: [summary, content].compactMap { $0 }, besides: key)
        fullness = Self.fullness(max(summaryText.utf8.count, contentText.utf8.count))
        isAgencyCopy = AgencyCopy.names(authors, summary: opening, host: CanonicalURL.host(ofKey: key))
        self.title = title
        self.opening = Self.kept(opening)
    }

    convenience init(_ story: Story) {
        self.init(
            key: story.key, title: story.title, authors: story.authors, summary: story.summary,
            content: story.content)
    }

    /// Those of plain texts, with what else is known of them.
    package init(title: String, summary: String, links: [String] = [], isAgencyCopy: Bool = false) {
        self.links = links
        fullness = Self.fullness(summary.utf8.count)
        self.isAgencyCopy = isAgencyCopy
        self.title = title
        opening = summary
    }

    /// The words of the title.
    var titleWords: [Word] { read.withLock { $0?.title } ?? Tokenizer.words(of: title, atMost: Headline.mostWords) }

    /// The first words of the opening. What was read ahead is freed: it is asked for once, and it is most of the words.
    func takeOpening(atMost most: Int) -> [Word] {
        let kept = read.withLock { $0?.opening.take() }
        guard let kept, most == Self.mostOfOpening else { return Tokenizer.words(of: opening, atMost: most) }
        return kept
    }

    /// What the opening says besides the title.
    var openingTerms: TextTerms {
        var terms = TextTerms(opening, wordsAtMost: Self.mostOfOpening)
        terms.subtract(TextTerms(title, wordsAtMost: Headline.mostWords))
        return terms
    }

    /// Splits the texts into words and keeps them.
    package func readAhead() {
        let words = Read(
            title: Tokenizer.words(of: title, atMost: Headline.mostWords),
            opening: Tokenizer.words(of: opening, atMost: Self.mostOfOpening))
        read.withLock { $0 = words }
    }

    /// Steps rather than lengths, so that a few words more do not change a lead.
    private static func fullness(_ bytes: Int) -> Int {
        bytes >= 1500 ? 3 : bytes >= 80 ? 2 : bytes > 0 ? 1 : 0
    }

    /// The beginning of a text says what it is about, and whether it is long; the rest only costs time.
    private static func beginning(of markup: Markup) -> String {
        switch markup.kind {
        case .text: markup.source.utf8.count > bytesRead ? prefix(markup.source, bytesRead) : markup.plainText
        case .html:
            PlainText.beginning(
                ofHTML: markup.source.utf8.count > bytesRead
                    ? withoutCutTag(markup.source.utf8.prefix(bytesRead)) : markup.source,
                atLeast: bytesKept)
        }
    }

    /// The text before a tag or comment at its end that the cut left without an end.
    private static func withoutCutTag(_ bytes: Substring.UTF8View) -> String {
        let mark = bytes.lastIndex { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") }
        guard let mark, bytes[mark] == UInt8(ascii: "<") else { return String(decoding: bytes, as: UTF8.self) }
        return String(decoding: bytes[..<mark], as: UTF8.self)
    }

    /// As much of a text as holds the words that are compared.
    private static func kept(_ text: String) -> String {
        var blanks = 0
        let end = text.utf8.prefix(bytesKept).firstIndex { byte in
            if byte == UInt8(ascii: " ") { blanks += 1 }
            return blanks > blanksKept
        }
        if let end { return String(text[..<end]) }
        return text.utf8.count > bytesKept ? prefix(text, bytesKept) : text
    }

    private static func prefix(_ text: String, _ bytes: Int) -> String {
        String(decoding: text.utf8.prefix(bytes), as: UTF8.self)
    }

    private static let bytesRead = 6000
    /// More than the words that are compared take up, and more blanks than stand between them.
    private static let bytesKept = 2000
    private static let blanksKept = 2 * mostOfOpening
    /// As many words as are usually compared.
    private static let mostOfOpening = SimilarityWeights().summaryWords
}
