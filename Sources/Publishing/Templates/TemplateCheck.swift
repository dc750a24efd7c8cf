import NewsModel

/// Judges a template before it is used: that it asks only for what there is, and writes nothing unescaped that a source
/// may have said.
struct TemplateCheck {
    let file: String
    let text: String
    let partials: Set<String>
    /// The keys that ``words`` has.
    let words: Set<String>

    func run() throws(TemplateError) {
        var line = 1
        var rest = text[...]
        while let start = rest.firstRange(of: "{{") {
            line += rest[..<start.lowerBound].count { $0.isNewline }
            rest = rest[start.upperBound...]
            guard let end = rest.firstRange(of: "}}") else { return }  // Mustache's parser says it better
            try judge(rest[..<end.lowerBound], line)
            line += rest[..<end.lowerBound].count { $0.isNewline }
            rest = rest[end.upperBound...]
        }
    }

    private func judge(_ tag: Substring, _ line: Int) throws(TemplateError) {
        guard let mark = tag.first else { return }
        let name = String(tag.drop { !$0.isLetter && $0 != "." && $0 != "_" }.prefix { !$0.isWhitespace })
        switch mark {
        case "!": return
        case "%", "=":
            throw TemplateError(file: file, line: line, message: "delimiters and content types stay as they are here")
        case ">", "<":
            guard !tag.contains("*") else {
                throw TemplateError(file: file, line: line, message: "a partial is named here, not chosen by a field")
            }
            guard partials.contains(name) else {
                throw TemplateError(
                    file: file, line: line,
                    message: "there is no template “\(name)”\(Self.nearest(to: name, in: partials))")
            }
        case "$": return
        case "{", "&":
            try judgeField(name, line)
            guard TemplateFields.unescaped.contains(Self.last(name)) else {
                throw TemplateError(
                    file: file, line: line, message: "“\(name)” must be escaped: write {{\(name)}} with two braces")
            }
        case "/": return
        default: try judgeField(name, line)
        }
    }

    /// A field is known by the last of its names; a transform such as `first()` has none.
    private func judgeField(_ name: String, _ line: Int) throws(TemplateError) {
        let inner = name.split(separator: "(").last.map { $0.prefix { $0 != ")" } }.map(String.init) ?? name
        guard name != ".", !inner.isEmpty, !name.hasSuffix("()") else { return }
        let parts = inner.split(separator: ".").map(String.init)
        if parts.count == 2, parts[0] == "words" { return try judgeWords(parts[1], line) }
        for part in parts {
            guard TemplateFields.all.contains(part) else {
                throw TemplateError(
                    file: file, line: line,
                    message: "there is no field “\(part)”\(Self.nearest(to: part, in: TemplateFields.all))")
            }
        }
    }

    private func judgeWords(_ key: String, _ line: Int) throws(TemplateError) {
        guard !words.contains(key) else { return }
        throw TemplateError(
            file: file, line: line, message: "there are no words “\(key)”\(Self.nearest(to: key, in: words))")
    }

    private static func last(_ name: String) -> String {
        name.split(separator: ".").last.map(String.init) ?? name
    }

    private static func nearest(to name: String, in names: Set<String>) -> String {
        let ranked = names.sorted().map { ($0, EditDistance.between(name.lowercased(), $0.lowercased())) }
        guard let (best, distance) = ranked.min(by: { $0.1 < $1.1 }), distance <= max(2, name.count / 3) else {
            return ""
        }
        return "; did you mean “\(best)”?"
    }
}
