/// One `{{…}}` of a template.
struct TemplateTag: Sendable, Hashable {
    /// From 1: where it begins.
    let line: Int
    let mark: Mark
    /// The field, partial or block that it names.
    let name: String

    /// What stands first in a tag.
    enum Mark: Sendable, Hashable {
        /// `{{name}}`.
        case text
        /// `{{{name}}}` and `{{&name}}`.
        case unescaped
        /// `{{#name}}`.
        case section
        /// `{{^name}}`.
        case inverted
        /// `{{/name}}`.
        case end
        /// `{{>name}}`.
        case partial
        /// `{{<name}}`: a partial whose blocks are replaced.
        case parent
        /// `{{$name}}`: what a parent may replace.
        case block
        /// `{{! … }}`.
        case comment
        /// `{{= … =}}` and `{{% … }}`, which are not taken.
        case pragma
    }

    /// - Parameters:
    ///   - text: What stands between the braces; a third pair of braces is among it.
    ///   - line: Where the tag begins.
    init(_ text: Substring, line: Int) {
        self.line = line
        let text = text.trimmed
        let mark = text.first.flatMap(Self.mark)
        self.mark = mark ?? .text
        var name = mark == nil ? text : text.dropFirst().trimmed
        if text.first == "{", name.last == "}" { name = name.dropLast().trimmed }
        self.name = String(name)
    }

    private static func mark(_ character: Character) -> Mark? {
        switch character {
        case "{", "&": .unescaped
        case "#": .section
        case "^": .inverted
        case "/": .end
        case ">": .partial
        case "<": .parent
        case "$": .block
        case "!": .comment
        case "=", "%": .pragma
        default: nil
        }
    }

    /// Whether a line with nothing but this tag is no line of the page.
    var mayStandAlone: Bool {
        switch mark {
        case .section, .inverted, .end, .partial, .parent, .block, .comment, .pragma: true
        case .text, .unescaped: false
        }
    }
}

extension Substring {
    /// Without the white space at its ends.
    fileprivate var trimmed: Substring {
        var text = drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
