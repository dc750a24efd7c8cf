package import NewsModel

/// The only door by which text from a source enters a page or a feed.
package enum Sanitiser {
    /// The whole of a text as blocks, for a page of its own or a feed that carries full texts.
    ///
    /// - Parameters:
    ///   - markup: What the source wrote; more than 256 KiB of it is cut, as is what nests deeper than 256.
    ///   - showsImages: Whether pictures stay. Without it none do, not even those that only count readers.
    /// - Returns: Paragraphs, lists and so on.
    package static func html(_ markup: Markup, showsImages: Bool = false) -> SafeHTML {
        SafeHTML(blocks(markup, showsImages: showsImages))
    }

    /// What a text says, on one line.
    package static func plainText(_ markup: Markup) -> String {
        PlainText.line(Excerpt.text(of: blocks(markup, showsImages: false)))
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
    static func excerptBlocks(_ markup: Markup) -> [Fragment] {
        Boilerplate.removed(from: blocks(markup, showsImages: false))
    }

    static func excerpt(_ blocks: [Fragment], limit: Int) -> SafeHTML {
        SafeHTML(Excerpt(limit: limit).fragments(of: blocks))
    }

    private static func blocks(_ markup: Markup, showsImages: Bool) -> [Fragment] {
        switch markup.kind {
        case .html:
            Judge(base: markup.base, showsImages: showsImages).blocks(of: HTMLNode.nodes(of: markup.source))
        case .text:
            markup.source.prefix(HTMLNode.longestSource).split(separator: "\n\n").compactMap { paragraph in
                let line = PlainText.line(String(paragraph))
                return line.isEmpty ? nil : .element(.init(tag: .paragraph, children: [.text(line)]))
            }
        }
    }
}
