/// A picture that stands for a character or a formula in a line of text, and whose alternative text says all of it (WHATWG
/// HTML §4.8.4.4): WordPress puts such in the place of each emoji, and of formulas.
package enum InlineSymbol {
    /// The text of a picture with an alternative text and classes; `nil` for any other picture.
    package static func text(alternative: String?, classes: String?) -> String? {
        guard let alternative else { return nil }
        let text = PlainText.line(alternative)
        guard PlainText.isVisible(text) else { return nil }
        let names = (classes ?? "").lowercased().split(whereSeparator: \.isWhitespace)
        return names.contains(where: isOfSymbols) || isEmoji(text) ? text : nil
    }

    private static func isOfSymbols(_ name: Substring) -> Bool {
        classNames.contains(name) || name.hasPrefix("mwe-math-fallback-image")
    }

    private static let classNames: Set<Substring> = [
        "emoji", "emojione", "twemoji", "joypixels", "wp-smiley", "latex", "tex", "math",
    ]

    /// Whether a text is one or two emoji and nothing else.
    private static func isEmoji(_ text: String) -> Bool {
        text.utf8.count <= 64 && text.count <= 2
            && text.allSatisfy { character in
                guard let first = character.unicodeScalars.first else { return false }
                return first.properties.isEmojiPresentation
                    || first.properties.isEmoji && character.unicodeScalars.count > 1
            }
    }
}
