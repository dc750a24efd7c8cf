/// One `{{…}}` of a template.
package struct TemplateTag: Sendable {
    /// What stands first in it, where that is no name: `#`, `^`, `/`, `>`, `&`, `{`, `!` …
    package let mark: Character?
    /// The field, partial or block that it names.
    package let name: String
    /// All that stands between the braces.
    let text: Substring

    /// The tags of a template, in order, as far as they are finished; Mustache's own parser says it better where one
    /// is not.
    package static func all(of template: String) -> [TemplateTag] {
        var tags: [TemplateTag] = []
        var rest = template[...]
        while let start = pair(of: UInt8(ascii: "{"), in: rest) {
            rest = rest[template.utf8.index(start, offsetBy: 2)...]
            guard let end = pair(of: UInt8(ascii: "}"), in: rest) else { break }
            tags.append(TemplateTag(rest[..<end]))
            rest = rest[template.utf8.index(end, offsetBy: 2)...]
        }
        return tags
    }

    /// Where two of a brace first stand side by side.
    private static func pair(of brace: UInt8, in text: Substring) -> String.Index? {
        let bytes = text.utf8
        var place = bytes.startIndex
        while let first = bytes[place...].firstIndex(of: brace) {
            place = bytes.index(after: first)
            if place < bytes.endIndex, bytes[place] == brace { return first }
        }
        return nil
    }

    private init(_ text: Substring) {
        self.text = text
        let first = text.first { !$0.isWhitespace }
        mark = first.flatMap { $0.isLetter || $0 == "." || $0 == "_" ? nil : $0 }
        name = String(text.drop { !$0.isLetter && $0 != "." && $0 != "_" }.prefix { !$0.isWhitespace })
    }

    /// From 1: it is counted where there is something to say of it.
    var line: Int { 1 + text.base[..<text.startIndex].count { $0.isNewline } }

    /// The field that a transform such as `first(stories)` is applied to; of one without, the name itself.
    var field: String {
        name.split(separator: "(").last.map { String($0.prefix { $0 != ")" }) } ?? name
    }

    var isTransformed: Bool { name.contains("(") }
}
