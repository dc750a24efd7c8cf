import WebText

extension Fragment {
    /// The same without its first `count` characters of text; `nil` where nothing is left.
    func dropping(_ count: Int) -> Fragment? {
        var left = count
        return dropping(&left)
    }

    /// The same with some text before its own.
    func preceded(by text: String) -> Fragment {
        switch self {
        case .text(let own): return .text(text + own)
        case .element(var element):
            element.children.insert(.text(text), at: 0)
            return .element(element)
        case .formula: return self
        }
    }

    private func dropping(_ left: inout Int) -> Fragment? {
        guard left > 0 else { return self }
        switch self {
        case .text(let text):
            let rest = text.dropFirst(left)
            left -= min(left, text.count)
            return rest.isEmpty ? nil : .text(String(rest))
        case .element(var element):
            let isApart = element.tag.kind != .inline || element.tag == .lineBreak
            // The text of a block has a space at either end.
            if isApart { left -= 1 }
            element.children = element.children.compactMap { $0.dropping(&left) }
            if isApart, left > 0 { left -= 1 }
            return element.children.isEmpty ? nil : .element(element)
        case .formula(let formula):
            // It can't be cut.
            left -= min(left, formula.text.count)
            return nil
        }
    }

    /// The first `left` characters of the text, with the elements that they stand in.
    func prefix(_ left: inout Int) -> Fragment? {
        guard left > 0 else { return nil }
        switch self {
        case .text(let text):
            let head = text.prefix(left)
            left -= head.count
            return .text(String(head))
        case .element(var element):
            element.children = element.children.compactMap { $0.prefix(&left) }
            return element.children.isEmpty ? nil : .element(element)
        case .formula(let formula):
            guard formula.text.count <= left else {
                left = 0
                return nil
            }
            left -= formula.text.count
            return self
        }
    }
}

/// Ends an excerpt that was cut within a sentence at the sentence before, if that is not far.
enum SentenceEnd {
    /// So much of an excerpt has to stay.
    private static let leastKept = 0.5
    /// A full stop behind fewer letters is that of an abbreviation or an initial.
    private static let shortestWord = 3

    /// The same, of one run of inline elements as ``Excerpt`` makes them; what was not cut stays as it is.
    static func ended(_ fragments: [Fragment], limit: Int) -> [Fragment] {
        let text = fragments.map(\.flatText).joined()
        guard text.hasSuffix("…"), let count = lastEnd(Array(text), atLeast: Int(Double(limit) * leastKept)) else {
            return fragments
        }
        var left = count
        return fragments.compactMap { $0.prefix(&left) }
    }

    /// How many characters there are up to the end of the last whole sentence.
    private static func lastEnd(_ text: [Character], atLeast least: Int) -> Int? {
        var index = text.count - 2
        while index >= least, index > 0 {
            defer { index -= 1 }
            if "。！？".contains(text[index]) { return index + 1 }
            guard ".!?".contains(text[index]) else { continue }
            var end = index + 1
            while end < text.count, "”’\"')»".contains(text[end]) { end += 1 }
            guard end < text.count, text[end].isWhitespace else { continue }
            let word = text[..<index].reversed().prefix { $0.isLetter || $0.isNumber }
            if text[index] != "." || word.count >= shortestWord { return end }
        }
        return nil
    }
}

extension Fragment {
    /// The text of a run of inline elements.
    fileprivate var flatText: String {
        switch self {
        case .text(let text): text
        case .element(let element): element.children.map(\.flatText).joined()
        case .formula(let formula): formula.text
        }
    }
}
