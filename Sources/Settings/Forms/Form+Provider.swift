import Foundation
import NewsModel

extension Form where Value == String {
    /// A whole number that is sent as text.
    static func numeral(_ range: ClosedRange<Int>) -> Form {
        let form = Form<Int>.count(range)
        return Form(expects: form.expects, schema: form.schema) { node, name, reading in
            form.read(node, name, &reading).map(String.init)
        }
    }

    /// The value of a request header, which may be a credential and is never quoted.
    static var headerValue: Form {
        scalar("a line of text", schema: .plainText, isSecret: true) { text, _ throws(Complaint) in
            let value = text.value.trimmed
            guard !value.isEmpty else { throw Complaint("it is empty") }
            guard !value.isLonger(than: 8192) else { throw Complaint("it is longer than 8192 characters") }
            guard !value.unicodeScalars.contains(where: isControl) else {
                throw Complaint("it holds a line break or a control character")
            }
            return value
        }
    }

    /// The path to a list inside JSON; an empty one is the root.
    static var jsonRoot: Form {
        scalar("a path such as data.posts", schema: .plainText) { text, _ throws(Complaint) in
            if !text.value.isEmpty { try JSONPathSyntax.check(text.value) }
            return text.value
        }
    }

    /// The path to a member of an item, with alternatives behind `|`, or a template such as `https://x.org/{id}`.
    static var jsonMember: Form {
        scalar("a path such as data.title", schema: .plainText) { text, _ throws(Complaint) in
            try JSONPathSyntax.check(text.value)
            return text.value
        }
    }
}

/// The spelling of paths into JSON: `data.posts[0].title`, `"dc.title"`, `a|b`, `https://x.org/{id}`.
enum JSONPathSyntax {
    static func check(_ text: String) throws(Complaint) {
        guard text.contains("{") || text.contains("}") else {
            for path in try alternatives(of: text) { try checkPath(path) }
            return
        }
        var rest = text[...]
        while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
            guard rest[brace] == "{", let end = rest[brace...].firstIndex(of: "}") else {
                throw Complaint("its `{` and `}` do not belong together")
            }
            try checkPath(rest[rest.index(after: brace)..<end])
            rest = rest[rest.index(after: end)...]
        }
    }

    /// Splits at each `|` that stands outside quotes.
    private static func alternatives(of text: String) throws(Complaint) -> [Substring] {
        var parts: [Substring] = []
        var start = text.startIndex
        var isQuoted = false
        for index in text.indices {
            if text[index] == "\"" { isQuoted.toggle() }
            guard text[index] == "|", !isQuoted else { continue }
            parts.append(text[start..<index])
            start = text.index(after: index)
        }
        guard !isQuoted else { throw Complaint("its quotes never close") }
        return parts + [text[start...]]
    }

    private static func checkPath(_ path: Substring) throws(Complaint) {
        var rest = Substring(path.trimmingCharacters(in: .whitespaces))
        guard !rest.hasPrefix("$") else { throw Complaint("it begins at the root, without a `$`") }
        var needsName = true
        while let character = rest.first {
            switch character {
            case "[":
                guard let match = rest.prefixMatch(of: /\[[0-9]{1,9}\]/) else {
                    throw Complaint("an index is a number in brackets, such as [0]")
                }
                (rest, needsName) = (rest[match.range.upperBound...], false)
            case ".":
                guard !needsName else { throw Complaint("a name is missing beside a dot") }
                (rest, needsName) = (rest.dropFirst(), true)
            default:
                guard needsName else { throw Complaint("a dot is missing before a name") }
                let match = rest.prefixMatch(of: /"[^"]+"|[^."\[\]|]+/)
                guard let match else {
                    throw Complaint("a name holds no quotes or brackets; put it in quotes as a whole")
                }
                (rest, needsName) = (rest[match.range.upperBound...], false)
            }
        }
        guard !needsName else { throw Complaint("a name is missing") }
    }
}
