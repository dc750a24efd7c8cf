package import NewsModel
package import WebText

/// The only door by which text from a source enters a page or a feed.
package enum Sanitiser {
    /// The most bytes of a text that are read.
    package static let longestSource = HTMLNode.longestSource

    /// The whole of a text as blocks, for a page of its own or a feed that carries full texts.
    ///
    /// - Parameters:
    ///   - markup: What the source wrote; more than 256 KiB of it is cut, as is what nests deeper than 256; what follows 8192 tags is
    ///     plain text.
    ///   - showsImages: Whether pictures stay. Without it none do, not even those that only count readers.
    ///   - reach: Where its links and pictures may lead; a link elsewhere is undone.
    ///   - language: The language of the text (BCP 47), in which links to films and the like say what they are.
    /// - Returns: Paragraphs, lists and so on.
    package static func html(
        _ markup: Markup, showsImages: Bool = false, reach: HostReach = .publicOnly, language: String? = nil
    ) -> SafeHTML {
        html(markup, pictures: showsImages ? .original : .none, reach: reach, language: language)
    }

    /// The same, with pictures from where the page shows them.
    static func html(
        _ markup: Markup, pictures: PicturePlaces, reach: HostReach, language: String? = nil
    ) -> SafeHTML {
        SafeHTML(blocks(markup, pictures: pictures, reach: reach, language: language))
    }

    /// The addresses of the pictures that stay in a text, in their order.
    static func pictures(in markup: Markup, reach: HostReach) -> [String] {
        blocks(markup, pictures: .original, reach: reach).flatMap(\.pictures)
    }

    /// What a text says, on one line.
    package static func plainText(_ markup: Markup) -> String {
        PlainText.line(Excerpt.text(of: blocks(markup)))
    }

    /// The beginning of a text, emphasis kept and links undone, cut after a word.
    ///
    /// - Parameters:
    ///   - markup: What the source wrote.
    ///   - limit: The most characters (grapheme clusters) of it, without the ellipsis.
    /// - Returns: Text and inline elements; nothing where there is no text.
    package static func excerpt(_ markup: Markup, limit: Int) -> SafeHTML {
        excerpt(excerptBlocks(markup), limit: limit)
    }

    /// What an excerpt is cut from.
    static func excerptBlocks(_ markup: Markup, language: String? = nil) -> [Fragment] {
        Boilerplate.removed(from: blocks(markup, language: language))
    }

    static func excerpt(_ blocks: [Fragment], limit: Int) -> SafeHTML {
        SafeHTML(Excerpt(limit: limit).fragments(of: blocks))
    }

    private static func blocks(
        _ markup: Markup, pictures: PicturePlaces = .none, reach: HostReach = .publicOnly, language: String? = nil
    ) -> [Fragment] {
        switch markup.kind {
        case .html:
            var builder = BlockBuilder(
                InlineBuilder(base: markup.base, pictures: pictures, reach: reach, language: language))
            builder.read(HTMLNode.nodes(of: markup.source))
            return builder.finish(wrapsText: true)
        case .text:
            return paragraphs(of: markup.source.cut(toBytes: HTMLNode.longestSource)).compactMap { paragraph in
                let line = PlainText.line(paragraph)
                return line.isEmpty ? nil : .element(.init(tag: .paragraph, children: [.text(line)]))
            }
        }
    }

    /// A plain text, apart where a line is empty.
    private static func paragraphs(of text: String) -> [String] {
        var paragraphs: [String] = []
        var paragraph = ""
        for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if line.isEmpty, paragraphs.count < mostParagraphs {
                paragraphs.append(paragraph)
                paragraph = ""
            } else {
                paragraph += String(Substring(line)) + "\n"
            }
        }
        return paragraphs + [paragraph]
    }

    private static let mostParagraphs = MarkupScanner.mostTags
}
