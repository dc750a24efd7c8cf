/// One `{{…}}` of a template.
struct TemplateTag: Sendable {
    /// From 1.
    let line: Int
    /// What stands first in it, where that is no name: `#`, `^`, `/`, `>`, `&`, `{`, `!` …
    let mark: Character?
    /// The field, partial or block that it names.
    let name: String
    /// All that stands between the braces.
    let text: Substring

    /// The tags of a template, in order, as far as they are finished; Mustache's own parser says it better where one
    /// is not.
    static func all(of template: String) -> [TemplateTag] {
        var tags: [TemplateTag] = []
        var line = 1
        var rest = template[...]
        while let start = rest.firstRange(of: "{{") {
            line += rest[..<start.lowerBound].count { $0.isNewline }
            rest = rest[start.upperBound...]
            guard let end = rest.firstRange(of: "}}") else { return tags }
            tags.append(TemplateTag(rest[..<end.lowerBound], line: line))
            line += rest[..<end.lowerBound].count { $0.isNewline }
            rest = rest[end.upperBound...]
        }
        return tags
    }

    private init(_ text: Substring, line: Int) {
        self.text = text
        self.line = line
        let first = text.first { !$0.isWhitespace }
        mark = first.flatMap { $0.isLetter || $0 == "." || $0 == "_" ? nil : $0 }
        name = String(text.drop { !$0.isLetter && $0 != "." && $0 != "_" }.prefix { !$0.isWhitespace })
    }

    /// Where it stands in its template, with its braces.
    func range(in template: String) -> Range<String.Index> {
        template.index(text.startIndex, offsetBy: -2)..<template.index(text.endIndex, offsetBy: 2)
    }

    /// The field that a transform such as `first(stories)` is applied to; of one without, the name itself.
    var field: String {
        name.split(separator: "(").last.map { String($0.prefix { $0 != ")" }) } ?? name
    }

    var isTransformed: Bool { name.contains("(") }
}
