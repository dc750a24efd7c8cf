/// The text of a configuration without its comments, in which people keep what they took out of it: keys, addresses.
///
/// Each line stays in its place. What stands in quotes or in the lines of a block scalar (YAML 1.1 §9.5) is no comment.
package struct CommentFreeText {
    package private(set) var text = ""
    /// The mark of the quotes that are open.
    private var quote: Character?
    /// The column of the key whose block scalar is being read.
    private var block: Int?

    package init(_ text: String) {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        self.text = lines.map { read($0) }.joined(separator: "\n")
    }

    private mutating func read(_ line: Substring) -> Substring {
        let content = line.drop { $0 == " " }
        if let block {
            if content.isEmpty || line.count - content.count > block { return line }
            self.block = nil
        }
        let kept = line[..<(comment(in: line) ?? line.endIndex)]
        guard kept.endIndex < line.endIndex || quote == nil else { return line }
        if quote == nil, Self.opensBlock(kept) { block = Self.column(of: line) }
        return kept.endIndex < line.endIndex ? Self.trimmed(kept) : line
    }

    /// Where a comment begins.
    private mutating func comment(in line: Substring) -> Substring.Index? {
        var before: Character = "\n"
        var isEscaped = false
        // A quote in single quotes is written twice.
        var hasClosed = false
        for index in line.indices {
            let character = line[index]
            if let open = quote {
                hasClosed = character == open && !isEscaped
                if hasClosed { quote = nil }
                isEscaped = open == "\"" && character == "\\" && !isEscaped
            } else if character == "#", before == "\n" || before.isWhitespace {
                return index
            } else {
                let isQuote = character == "'" || character == "\""
                let isDouble = hasClosed && character == "'" && before == "'"
                if isDouble || isQuote && Self.mayBeginScalar(behind: line[..<index].suffix(80)) { quote = character }
                hasClosed = false
            }
            before = character
        }
        return nil
    }

    /// Whether quotes there are quotes, and not part of a word: behind an indicator, a tag or an anchor.
    private static func mayBeginScalar(behind text: Substring) -> Bool {
        let text = trimmed(text)
        guard let last = text.last else { return true }
        let word = text.split(whereSeparator: \.isWhitespace).last ?? ""
        return ":,[{-?".contains(last) || word.hasPrefix("&") || word.hasPrefix("!")
    }

    private static func opensBlock(_ line: Substring) -> Bool {
        guard let word = line.split(whereSeparator: \.isWhitespace).last, let mark = word.first else { return false }
        return (mark == "|" || mark == ">") && word.dropFirst().allSatisfy { "+-123456789".contains($0) }
    }

    /// Where the key of a line begins, behind the dashes of the lists that it stands in.
    private static func column(of line: Substring) -> Int {
        var rest = line.drop { $0 == " " }
        while rest.hasPrefix("- ") { rest = rest.dropFirst(2).drop { $0 == " " } }
        return line.count - rest.count
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
