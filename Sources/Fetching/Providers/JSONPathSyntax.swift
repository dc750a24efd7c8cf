import Foundation

/// The spelling of paths into JSON: `data.posts[0].title`, `"dc.title"`, `a|b`, `https://x.org/{id}`.
enum JSONPathSyntax {
    /// What is wrong with a path or a template, as the end of a message; `nil` where it is sound.
    @Sendable static func mistake(in text: String) -> String? {
        do throws(Mistake) {
            try check(text)
            return nil
        } catch {
            return error.words
        }
    }

    private struct Mistake: Error {
        let words: String

        init(_ words: String) {
            self.words = words
        }
    }

    private static func check(_ text: String) throws(Mistake) {
        guard text.contains("{") || text.contains("}") else {
            for path in try alternatives(of: text) { try checkPath(path) }
            return
        }
        var rest = text[...]
        while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
            guard rest[brace] == "{", let end = rest[brace...].firstIndex(of: "}") else {
                throw Mistake("its `{` and `}` do not belong together")
            }
            try checkPath(rest[rest.index(after: brace)..<end])
            rest = rest[rest.index(after: end)...]
        }
    }

    /// Splits at each `|` that stands outside quotes.
    private static func alternatives(of text: String) throws(Mistake) -> [Substring] {
        var parts: [Substring] = []
        var start = text.startIndex
        var isQuoted = false
        for index in text.indices {
            if text[index] == "\"" { isQuoted.toggle() }
            guard text[index] == "|", !isQuoted else { continue }
            parts.append(text[start..<index])
            start = text.index(after: index)
        }
        guard !isQuoted else { throw Mistake("its quotes never close") }
        return parts + [text[start...]]
    }

    private static func checkPath(_ path: Substring) throws(Mistake) {
        var rest = Substring(path.trimmingCharacters(in: .whitespaces))
        guard !rest.hasPrefix("$") else { throw Mistake("it begins at the root, without a `$`") }
        var needsName = true
        while let character = rest.first {
            switch character {
            case "[":
                guard let match = rest.prefixMatch(of: /\[[0-9]{1,9}\]/) else {
                    throw Mistake("an index is a number in brackets, such as [0]")
                }
                (rest, needsName) = (rest[match.range.upperBound...], false)
            case ".":
                guard !needsName else { throw Mistake("a name is missing beside a dot") }
                (rest, needsName) = (rest.dropFirst(), true)
            default:
                guard needsName else { throw Mistake("a dot is missing before a name") }
                let match = rest.prefixMatch(of: /"[^"]+"|[^."\[\]|]+/)
                guard let match else {
                    throw Mistake("a name holds no quotes or brackets; put it in quotes as a whole")
                }
                (rest, needsName) = (rest[match.range.upperBound...], false)
            }
        }
        guard !needsName else { throw Mistake("a name is missing") }
    }
}
