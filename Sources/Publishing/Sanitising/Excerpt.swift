import WebText

/// The beginning of a text as one run, for the few lines below a headline.
struct Excerpt {
    private var remaining: Int
    private var isSpacePending = false
    private var isEmpty = true
    private var isFull = false

    /// What may stand in it: what changes the sense of a word, not what makes it bigger or leads elsewhere.
    private static let kept: Set<AllowedElement> = [.em, .strong, .i, .b, .cite, .q, .code, .sub, .sup, .bdi, .del, .s]

    init(limit: Int) {
        remaining = max(0, limit)
    }

    /// The same words, one run of inline elements, cut at the limit.
    consuming func fragments(of blocks: [Fragment]) -> [Fragment] {
        read(blocks)
    }

    /// All the text of blocks, a space between any two.
    static func text(of fragments: [Fragment]) -> String {
        fragments.map { fragment in
            switch fragment {
            case .text(let text): text
            case .formula(let formula): formula.text
            case .element(let element):
                separates(element.tag) ? " " + text(of: element.children) + " " : text(of: element.children)
            }
        }.joined()
    }

    private static func separates(_ tag: AllowedElement) -> Bool {
        tag.kind != .inline || tag == .lineBreak
    }

    private mutating func read(_ fragments: [Fragment]) -> [Fragment] {
        var result: [Fragment] = []
        for fragment in fragments where !isFull {
            switch fragment {
            case .text(let text):
                let words = take(text)
                if !words.isEmpty { result.append(.text(words)) }
            case .formula(let formula):
                let words = take(formula.text)
                if !words.isEmpty { result.append(.text(words)) }
            case .element(let element):
                if Self.separates(element.tag) { isSpacePending = true }
                if Self.kept.contains(element.tag), isSpacePending, !isEmpty {
                    result.append(.text(" "))
                    isSpacePending = false
                    remaining = max(0, remaining - 1)
                }
                let inner = read(element.children)
                if Self.separates(element.tag) { isSpacePending = true }
                if Self.kept.contains(element.tag), !inner.isEmpty {
                    result.append(.element(.init(tag: element.tag, children: inner)))
                } else {
                    result += inner
                }
            }
        }
        return result
    }

    /// As much of a text as there is room for; the space that separates it from what came before goes with it.
    private mutating func take(_ text: String) -> String {
        let line = PlainText.line(text)
        let startsApart = isSpacePending || text.first?.isWhitespace == true
        guard !line.isEmpty else {
            isSpacePending = startsApart
            return ""
        }
        let lead = startsApart && !isEmpty ? " " : ""
        isSpacePending = text.last?.isWhitespace == true
        isEmpty = false
        let end = line.index(line.startIndex, offsetBy: remaining, limitedBy: line.endIndex) ?? line.endIndex
        guard end != line.endIndex else {
            remaining = max(0, remaining - line.count - lead.count)
            return lead + line
        }
        isFull = true
        let head = PlainText.wordEnd(in: line, before: end)
        return (head.isEmpty ? "" : lead + head) + "…"
    }
}

/// What publishing systems write below a summary, which says nothing of the story.
enum Boilerplate {
    /// The same blocks without those that only lead on.
    static func removed(from blocks: [Fragment]) -> [Fragment] {
        blocks.compactMap(kept)
    }

    /// A paragraph that says nothing else goes; a link that does, at the end of one, goes alone.
    private static func kept(_ block: Fragment) -> Fragment? {
        guard case .element(var element) = block, element.tag == .paragraph else { return block }
        if isBoilerplate(Excerpt.text(of: [block])) { return nil }
        while let last = element.children.last, isDroppedAtEnd(last) { element.children.removeLast() }
        return element.children.isEmpty ? nil : .element(element)
    }

    private static func isDroppedAtEnd(_ fragment: Fragment) -> Bool {
        switch fragment {
        case .text(let text): text.allSatisfy(\.isWhitespace)
        case .formula: false
        case .element(let element):
            element.tag == .lineBreak || isLink(element) && isBoilerplate(Excerpt.text(of: [fragment]))
        }
    }

    private static func isLink(_ element: Fragment.Element) -> Bool {
        if element.tag == .anchor { return true }
        guard case .element(let inner)? = element.children.first, element.children.count == 1 else { return false }
        return isLink(inner)
    }

    private static func isBoilerplate(_ text: String) -> Bool {
        let start = PlainText.line(String(text.unicodeScalars.prefix(longest))).lowercased()
        guard text.utf8.count <= longest || start.hasPrefix(post) else { return false }
        let words = PlainText.line(text).lowercased().trimmingSuffix(in: "….:→»›>[]() ")
        if phrases.contains(words) { return true }
        return words.hasPrefix(post)
            && (words.contains(" appeared first on ") || words.contains(" first appeared on "))
    }

    private static let post = "the post "
    /// More bytes than any of the phrases has, with the white space around it.
    private static let longest = 96
    private static let phrases: Set<String> = [
        "", "comments", "continue", "continue reading", "full story", "learn more", "link", "more", "permalink",
        "read full article",
        "read full story", "read more", "read on", "read the full article", "read the full story", "read the rest",
        "submitted by", "view original post", "[comments]", "[link]", "[link] [comments", "weiterlesen", "mehr",
        "lire la suite", "leer más", "seguir leyendo",
    ]
}

extension String {
    fileprivate func trimmingSuffix(in characters: String) -> String {
        var text = self[...]
        while let last = text.last, characters.contains(last) { text.removeLast() }
        return String(text)
    }
}
