import WebText

/// Writes the words of a language into the text of a template, before a night has begun: they are the same on every
/// page, and to look a tag up costs far more than to copy a text.
///
/// Only a tag that surely comes out the same is replaced; every other is left to the library.
struct BakedWords {
    /// As they stand on a page, by the keys that templates know.
    private let values: [String: String]

    init(_ words: [String: String]) {
        values = words.mapValues(Escape.markup).filter { Self.isPlain($0.value) }
    }

    /// - Parameters:
    ///   - template: Its text.
    ///   - tags: ``TemplateTag/all(of:)`` of it.
    /// - Returns: The same, with words in place of the tags that name them.
    func written(into template: String, _ tags: [TemplateTag]) -> String {
        // Between the blocks of `{{<partial}}` a tag is a mistake, and text is not: the mistake has to be found.
        guard !tags.contains(where: { $0.mark == "<" }) else { return template }
        var text = ""
        var end = template.startIndex
        for tag in tags {
            guard let value = value(of: tag) else { continue }
            let range = tag.range(in: template)
            text += template[end..<range.lowerBound] + value
            end = range.upperBound
        }
        return text + template[end...]
    }

    /// What becomes of `{{words.key}}`. A line break within the braces stays, so that mistakes keep their lines.
    private func value(of tag: TemplateTag) -> String? {
        guard tag.mark == nil, !tag.text.contains(where: \.isNewline) else { return nil }
        let parts = tag.text.split(separator: " ")
        guard parts.count == 1, parts[0].hasPrefix("words.") else { return nil }
        return values[String(parts[0].dropFirst("words.".count))]
    }

    /// Whether a text is to the library's parser what a tag is: something on its line that is neither a space, nor the
    /// beginning of a tag, nor one character with the brace beside it.
    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.first, !first.isWhitespace else { return false }
        return !text.contains { $0 == "{" || $0.isNewline } && ("}" + text).first == "}" && (text + "{").last == "{"
    }
}
