import Foundation

/// Reads the spelling of ``JSONPath``s: `data.posts[0].title`, `"dc.title"`, `a|b`, `https://example.org/{id}`.
struct JSONPathParser {
    /// What is wrong, and at which character, from 1.
    struct Mistake: Error, Hashable {
        let words: String
        let position: Int

        /// The end of a message.
        var text: String { "\(words), at character \(position)" }
    }

    private let characters: [Character]
    private var at = 0

    private init(_ text: String) {
        characters = Array(text)
    }

    /// - Throws: a ``Mistake``.
    static func path(_ text: String) throws(Mistake) -> JSONPath {
        var parser = JSONPathParser(text)
        return JSONPath(try parser.alternatives(insideBraces: false))
    }

    /// What is wrong with a path or a template, as the end of a message; `nil` where it is sound.
    @Sendable static func mistake(in text: String) -> String? {
        do throws(Mistake) {
            _ = try path(text)
            return nil
        } catch {
            return error.text
        }
    }

    /// What is wrong with the path to a list, which no template can make.
    @Sendable static func mistake(inPathToList text: String) -> String? {
        if text.isEmpty { return nil }
        return mistake(in: text)
            ?? (JSONPath(text).hasTemplate ? "a list stands at a path, and no text in braces makes one" : nil)
    }

    private mutating func alternatives(insideBraces: Bool) throws(Mistake) -> [JSONPath.Alternative] {
        var result: [JSONPath.Alternative] = []
        while true {
            let isTemplate = !insideBraces && hasBraces()
            result.append(isTemplate ? .template(try template()) : .steps(try steps()))
            guard at < characters.count, characters[at] == "|" else { return result }
            at += 1
        }
    }

    /// Whether the alternative that begins here has braces outside of quotes.
    private func hasBraces() -> Bool {
        var isQuoted = false
        for character in characters[at...] {
            if character == "\"" { isQuoted.toggle() }
            if isQuoted { continue }
            if character == "{" || character == "}" { return true }
            if character == "|" { return false }
        }
        return false
    }

    private mutating func template() throws(Mistake) -> [JSONPath.Part] {
        var parts: [JSONPath.Part] = []
        var text = ""
        while at < characters.count, characters[at] != "|" {
            switch characters[at] {
            case "{":
                let open = at
                parts.append(.text(text))
                text = ""
                at += 1
                parts.append(.value(JSONPath(try alternatives(insideBraces: true))))
                guard at < characters.count, characters[at] == "}" else { throw Self.braces(open) }
                at += 1
            case "}": throw Self.braces(at)
            default:
                text.append(characters[at])
                at += 1
            }
        }
        // White space around an alternative is none of it.
        if case .text(let first)? = parts.first { parts[0] = .text(String(first.drop(while: \.isWhitespace))) }
        while text.last?.isWhitespace == true { text.removeLast() }
        return parts + [.text(text)]
    }

    private static func braces(_ index: Int) -> Mistake {
        Mistake(words: "its `{` and `}` do not belong together", position: index + 1)
    }

    private mutating func steps() throws(Mistake) -> [JSONPath.Step] {
        skipSpaces()
        try refuseOtherLanguages()
        var steps: [JSONPath.Step] = []
        var needsName = true
        while at < characters.count, !"|{}".contains(characters[at]) {
            switch characters[at] {
            case "[":
                steps.append(.index(try index()))
                needsName = false
            case ".":
                guard !needsName else { throw mistake("a name is missing beside a dot") }
                at += 1
                needsName = true
            default:
                guard needsName else { throw mistake("a dot is missing before a name") }
                steps.append(.name(try name()))
                needsName = false
            }
            if !needsName { skipSpaces() }
        }
        guard !needsName else { throw mistake("a name is missing") }
        return steps
    }

    /// What looks like a path and is written in the way of something else.
    private func refuseOtherLanguages() throws(Mistake) {
        let rest = String(characters[at...].prefix { !"|{}".contains($0) })
        if rest.hasPrefix("$") { throw mistake("it begins at the root, without a `$`") }
        if rest.contains("://") {
            throw mistake(
                "an address is the same for every item; put a path in braces into it, as in https://example.org/{id}")
        }
        if rest.hasPrefix("/") { throw mistake("steps are parted by dots, and there is none before the first") }
    }

    private mutating func index() throws(Mistake) -> Int {
        let digits = characters[(at + 1)...].prefix { $0.isASCII && $0.isNumber }
        guard (1...9).contains(digits.count), let number = Int(String(digits)), digits.endIndex < characters.count,
            characters[digits.endIndex] == "]"
        else { throw mistake("an index is a number in brackets, such as [0]") }
        at = digits.endIndex + 1
        return number
    }

    private mutating func name() throws(Mistake) -> String {
        let start = at
        guard characters[at] == "\"" else {
            let name = characters[at...].prefix { !".\"[]|{}".contains($0) }
            at = name.endIndex
            let text = String(name).trimmingCharacters(in: .whitespaces)
            guard !text.isEmpty else {
                throw mistake("a name holds no quotes or brackets; put it in quotes as a whole", at: start)
            }
            if text == "*" { throw mistake("there is no `*`: name one step, as in [0]", at: start) }
            if let slash = name.firstIndex(of: "/") {
                throw mistake("steps are parted by dots; put a name with a slash in quotes", at: slash)
            }
            return text
        }
        guard let end = characters[(at + 1)...].firstIndex(of: "\"") else { throw mistake("its quotes never close") }
        guard end > at + 1 else { throw mistake("a name holds no quotes or brackets; put it in quotes as a whole") }
        at = end + 1
        return String(characters[(start + 1)..<end])
    }

    private mutating func skipSpaces() {
        while at < characters.count, characters[at].isWhitespace { at += 1 }
    }

    private func mistake(_ words: String, at index: Int? = nil) -> Mistake {
        Mistake(words: words, position: (index ?? at) + 1)
    }
}
