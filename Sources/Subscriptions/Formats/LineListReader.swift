/// Reads an address a line, with what newsboat's `urls` says of it: tags, of which the first is the section, and a title
/// behind `~`.
enum LineListReader {
    static func read(_ text: String) -> DraftList {
        var draft = DraftList()
        for (index, written) in text.split(separator: /\r\n|\n|\r/, omittingEmptySubsequences: false).enumerated() {
            let line = unlisted(written.trimmingBlanks)
            guard let first = line.first, first != "#" else { continue }
            if let reason = reason(against: line) {
                draft.remarks.append(.leftOut(line: index + 1, text: String(line), reason: reason))
                continue
            }
            draft.entries += entries(line, index + 1)
        }
        return draft
    }

    /// Without the mark of a list that a person wrote.
    private static func unlisted(_ line: Substring) -> Substring {
        for mark in ["- ", "* ", "• "] where line.hasPrefix(mark) { return line.dropFirst(mark.count).trimmingBlanks }
        return line
    }

    /// Why a line of newsboat's names no feed.
    private static func reason(against line: Substring) -> String? {
        let kinds = [
            ("query:", "a query of newsboat's is no feed"), ("exec:", "a program's output is no feed that is asked"),
            ("filter:", "a filter of newsboat's is no feed that is asked"),
            ("file:", "a file is no feed that is asked"),
        ]
        let plain = line.drop { $0 == "\"" }
        return kinds.first { plain.hasPrefix($0.0) }?.1
    }

    private static func entries(_ line: Substring, _ number: Int) -> [DraftEntry] {
        if let link = link(line) { return [DraftEntry(address: link.address, title: link.title, line: number)] }
        let words = self.words(line)
        if words.count > 1, words.allSatisfy({ $0.contains("://") }) {
            return words.map { DraftEntry(address: $0, line: number) }
        }
        return [entry(line, words, number)]
    }

    private static func entry(_ line: Substring, _ words: [String], _ number: Int) -> DraftEntry {
        guard let address = words.first, words.dropFirst().allSatisfy(isTag) else {
            return DraftEntry(address: String(line), line: number)
        }
        var entry = DraftEntry(address: address, line: number)
        for word in words.dropFirst() {
            if word.hasPrefix("~") {
                entry.title = entry.title ?? String(word.dropFirst())
            } else if !word.hasPrefix("!"), entry.folders.isEmpty {
                entry.folders = [word]
            }
        }
        return entry
    }

    /// A line that begins with a link as Markdown has it.
    private static func link(_ line: Substring) -> (title: String, address: String)? {
        guard line.first == "[", let end = line.firstIndex(of: "]"), line[end...].hasPrefix("](") else { return nil }
        let (title, rest) = (line[..<end].dropFirst(), line[end...].dropFirst(2))
        let address = rest.prefix { $0 != ")" && !$0.isWhitespace }
        guard !title.isEmpty, !address.isEmpty, rest[address.endIndex...].first == ")" else { return nil }
        return (String(title), String(address))
    }

    /// A word behind an address is a tag, unless it looks like more of the address: `my feed.xml`.
    private static func isTag(_ word: String) -> Bool {
        word.hasPrefix("~")
            || !word.contains("/") && !word.contains("=")
                && ![".xml", ".rss", ".atom", ".rdf", ".json"].contains { word.lowercased().hasSuffix($0) }
    }

    /// Words with blanks between them; quotes hold blanks together.
    private static func words(_ line: Substring) -> [String] {
        var words: [String] = []
        var word = ""
        var (isQuoted, hasWord) = (false, false)
        for character in line {
            if character == "\"" {
                isQuoted.toggle()
                hasWord = true
            } else if character.isWhitespace, !isQuoted {
                if hasWord { words.append(word) }
                (word, hasWord) = ("", false)
            } else {
                word.append(character)
                hasWord = true
            }
        }
        if hasWord { words.append(word) }
        return words
    }
}
