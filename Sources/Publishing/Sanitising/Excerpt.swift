import WebText

/// The beginning of a text as one run, for the few lines below a headline.
struct Excerpt {
    private var remaining: Int
    private var isSpacePending = false
    private var isEmpty = true
    private var isFull = false

    /// What may stand in it: what changes the sense of a word, not what makes it bigger or leads elsewhere.
    private static let kept: Set<Tag> = [.em, .strong, .i, .b, .cite, .q, .code, .sub, .sup, .bdi, .del, .s]

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
            case .element(let element):
                separates(element.tag) ? " " + text(of: element.children) + " " : text(of: element.children)
            }
        }.joined()
    }

    private static func separates(_ tag: Tag) -> Bool {
        tag.kind != .inline || tag == .lineBreak
    }

    private mutating func read(_ fragments: [Fragment]) -> [Fragment] {
        var result: [Fragment] = []
        for fragment in fragments where !isFull {
            switch fragment {
            case .text(let text):
                let words = take(text)
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
