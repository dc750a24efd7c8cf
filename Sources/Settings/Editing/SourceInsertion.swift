import NewsModel

/// Writes sources into the text of a configuration, of which every other byte stays as it is: comments, layout, anchors.
struct SourceInsertion {
    private let text: String
    private let lines: [Substring]
    private let lineBreak: String

    /// Why nothing could be written, as a sentence without a full stop.
    struct Failure: Error {
        let reason: String
    }

    init(_ text: String) {
        self.text = text
        // By bytes: for characters, `\r\n` is one.
        lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { Substring($0) }
        lineBreak = text.utf8.contains(0x0D) && text.contains("\r\n") ? "\r\n" : "\n"
    }

    func adding(_ sources: [NewSource], at list: Node.Member?) throws(Failure) -> String {
        guard let list else { return appended("sources:" + lineBreak + block(sources, indent: 2)) }
        switch list.value.content {
        case .nothing: return try behindKey(list.keyPosition, sources)
        case .list(let nodes):
            let index = self.index(of: list.value.position)
            guard index < text.endIndex, text[index] == "[" else {
                return inserted(block(sources, indent: dashIndent(list)), behindLine: lastLine(list))
            }
            return try intoFlow(from: index, isEmpty: nodes.isEmpty, list.keyPosition, sources)
        case .text, .mapping, .broken:
            throw Failure(reason: "`sources` is no list there")
        }
    }

    // MARK: - Lists with dashes

    private func block(_ sources: [NewSource], indent: Int) -> String {
        SourceText.block(sources, indent: indent).replacing("\n", with: lineBreak) + lineBreak
    }

    private func dashIndent(_ list: Node.Member) -> Int { indent(of: lines[firstDash(list)]) }

    /// The index of the line of the first entry.
    private func firstDash(_ list: Node.Member) -> Int {
        let start = max(0, list.value.position.line - 1)
        return lines.indices[start...].first { isEntry(lines[$0]) } ?? start
    }

    /// The index of the last line that belongs to the list. Comments behind it do not, unless they are set in deeper.
    private func lastLine(_ list: Node.Member) -> Int {
        let first = firstDash(list)
        let indent = self.indent(of: lines[first])
        var last = first
        for index in lines.indices[(first + 1)...] {
            let line = lines[index]
            guard line.contains(where: { !$0.isWhitespace }) else { continue }
            let own = self.indent(of: line)
            if own > indent || own == indent && isEntry(line) {
                last = index
            } else if line.drop(while: \.isWhitespace).first != "#" {
                break
            }
        }
        return last
    }

    private func indent(of line: Substring) -> Int { line.prefix { $0 == " " }.count }

    private func isEntry(_ line: Substring) -> Bool {
        let rest = line.drop { $0 == " " }
        return rest.first == "-" && (rest.dropFirst().first?.isWhitespace ?? true)
    }

    private func inserted(_ block: String, behindLine index: Int) -> String {
        let end = lines[index].endIndex
        guard end < text.endIndex else { return appended(block) }
        let start = text.utf8.index(after: end)
        return text[..<start] + block + text[start...]
    }

    private func appended(_ block: String) -> String {
        text + (text.isEmpty || text.utf8.last == 0x0A ? "" : lineBreak) + block
    }

    // MARK: - Lists in brackets, and none

    /// `sources:` with nothing behind it.
    private func behindKey(_ key: FilePosition, _ sources: [NewSource]) throws(Failure) -> String {
        let line = lines[key.line - 1]
        guard line.wholeMatch(of: /\s*["']?sources["']?\s*:\s*(#.*)?/) != nil else {
            throw Failure(reason: "`sources` is no list there")
        }
        return inserted(block(sources, indent: indent(of: line) + 2), behindLine: key.line - 1)
    }

    private func intoFlow(
        from start: String.Index, isEmpty: Bool, _ key: FilePosition, _ sources: [NewSource]
    ) throws(Failure) -> String {
        guard let end = FlowScanner.end(in: text, from: start) else {
            throw Failure(reason: "the end of the list in brackets can't be told")
        }
        let entries = sources.map { "{\($0.lines(isFlow: true).joined(separator: ", "))}" }
        let behind = text[text.index(after: end)...].prefix { !$0.isNewline }
        if isEmpty, indent(of: lines[key.line - 1]) == key.column - 1, behind.allSatisfy(\.isWhitespace) {
            let head = text[..<start].reversed().drop { $0 == " " }.reversed()
            let list = block(sources, indent: key.column + 1)
            let rest = text[text.index(end, offsetBy: 1 + behind.count)...]
            return String(head) + lineBreak + list + rest.dropFirst()
        }
        let inside = text[text.index(after: start)..<end]
        let last = inside.lastIndex { !$0.isWhitespace }
        guard !inside.contains("#") else { throw Failure(reason: "there are comments in the list in brackets") }
        let separator = last.map { text[$0] == "," ? " " : ", " } ?? ""
        let place = last.map { text.index(after: $0) } ?? end
        return text[..<place] + separator + entries.joined(separator: ",\(lineBreak)  ") + text[place...]
    }

    private func index(of position: FilePosition) -> String.Index {
        guard lines.indices.contains(position.line - 1) else { return text.endIndex }
        let line = lines[position.line - 1]
        return text.unicodeScalars.index(line.startIndex, offsetBy: position.column - 1, limitedBy: text.endIndex)
            ?? text.endIndex
    }
}

/// Finds the end of a list in brackets.
private enum FlowScanner {
    /// The index of the bracket that closes the one at `start`; quotes hold brackets that mean nothing.
    static func end(in text: String, from start: String.Index) -> String.Index? {
        var depth = 0
        var quote: Character?
        var isEscaped = false
        for index in text.indices[start...] {
            let character = text[index]
            if let open = quote {
                if isEscaped {
                    isEscaped = false
                } else if character == "\\", open == "\"" {
                    isEscaped = true
                } else if character == open {
                    quote = nil
                }
                continue
            }
            switch character {
            case "\"", "'":
                let before = index > start ? text[text.index(before: index)] : " "
                if before.isWhitespace || "[{,:".contains(before) { quote = character }
            case "[", "{": depth += 1
            case "]", "}":
                depth -= 1
                if depth == 0 { return index }
            default: break
            }
        }
        return nil
    }
}
