import WebText

/// Takes from the beginning of a text what stands on the page already, or is no sentence of it: the headline, who wrote
/// it, when and in which section, headings, captions, and what is said twice.
struct ExcerptOpening {
    private let words: OpeningWords
    private let headline: [String]
    /// Whether the headline breaks off, as that of a story without a title does: it is the beginning of the text.
    private let isCut: Bool
    private let authors: [[String]]
    /// The outlet, the section and the categories.
    private let names: Set<[String]>
    /// More words than any of these has, and than a heading.
    private let mostAsked: Int

    /// What is longer is no heading, byline or date.
    private static let mostWords = 14
    /// A shorter headline may begin a sentence by chance.
    private static let leastHeadline = 3

    init(_ words: OpeningWords, headline: String, authors: [String], names: [String]) {
        self.words = words
        self.headline = Letters.words(headline)
        isCut = headline.hasSuffix("…") || headline.hasSuffix("...")
        self.authors = authors.map { Letters.words($0) }.filter { !$0.isEmpty }
        self.names = Set(names.map { Letters.words($0) }.filter { !$0.isEmpty })
        let longest = max(self.headline.count, self.names.map(\.count).max() ?? 0, self.authors.map(\.count).max() ?? 0)
        mostAsked = max(longest, Self.mostWords) + 1
    }

    /// The same blocks from where they begin to tell; the last one stays, if it is no mere name.
    func removed(from blocks: [Fragment]) -> [Fragment] {
        var rest = withoutRepeats(blocks)[...]
        while let first = rest.first, isDropped(first, isLast: rest.count == 1) { rest.removeFirst() }
        guard let first = rest.first else { return [] }
        return [withoutOpening(first)].compactMap(\.self) + rest.dropFirst()
    }

    /// A block that another repeats, or that another begins with, says nothing.
    private func withoutRepeats(_ blocks: [Fragment]) -> [Fragment] {
        guard blocks.count > 1 else { return blocks }
        var seen: Set<[String]> = []
        let texts = blocks.prefix(Self.mostCompared).map { Letters.words(Excerpt.text(of: [$0])) }
        let kept = texts.indices.filter { index in
            guard !texts[index].isEmpty else { return true }
            if index + 1 < texts.count, texts[index].count > Self.leastHeadline,
                texts[index + 1].starts(with: texts[index])
            {
                return false
            }
            return seen.insert(texts[index]).inserted
        }
        return kept.map { blocks[$0] } + blocks.dropFirst(texts.count)
    }

    private static let mostCompared = 12

    private func isDropped(_ block: Fragment, isLast: Bool) -> Bool {
        guard case .element(let element) = block else { return false }
        let text = Excerpt.text(of: [block])
        let words = Letters.words(text, atMost: mostAsked)
        if words.isEmpty { return true }
        if words == headline || names.contains(words) || isByline(words, text) || isDate(words) { return true }
        switch element.tag {
        case .heading4, .heading5, .heading6: return !isLast
        case .paragraph: return !isLast && (isCaption(words) || isHeading(element, words))
        default: return false
        }
    }

    /// A paragraph that is all bold, short, and no sentence.
    private func isHeading(_ element: Fragment.Element, _ words: [String]) -> Bool {
        guard words.count <= Self.mostWords, element.children.count == 1,
            case .element(let inner) = element.children[0], inner.tag == .strong || inner.tag == .b
        else { return false }
        let text = PlainText.line(Excerpt.text(of: element.children))
        return !(text.last.map { ".!?…。".contains($0) } ?? true)
    }

    private func isCaption(_ words: [String]) -> Bool {
        words.count <= Self.mostWords && self.words.captions.contains(words[0])
    }

    /// “By Jane Doe, Science Correspondent”, or the name alone.
    private func isByline(_ words: [String], _ text: String) -> Bool {
        guard words.count <= Self.mostWords else { return false }
        if authors.contains(words) { return true }
        guard self.words.bylines.contains(words[0]) else { return false }
        let name = words.dropFirst()
        // A sentence may follow in the same paragraph.
        let isSentence = PlainText.line(text).last.map { ".!?…。".contains($0) } ?? false
        return authors.contains { name.starts(with: $0) && (!isSentence || name.count == $0.count) }
    }

    /// Digits, and names of months and days.
    private func isDate(_ words: [String]) -> Bool {
        guard words.count <= Self.mostWords, words.contains(where: { $0.first?.isNumber == true }) else { return false }
        return words.allSatisfy { $0.first?.isNumber == true || self.words.ofDates.contains($0) }
    }

    /// A first paragraph without what repeats at its beginning: headline, then byline, date or section; `nil` where
    /// nothing is left.
    private func withoutOpening(_ block: Fragment) -> Fragment? {
        if isCut, !headline.isEmpty {
            let text = Excerpt.text(of: [block])
            if let end = Self.end(of: headline, in: text) {
                return block.dropping(text.distance(from: text.startIndex, to: end))?.preceded(by: "…")
            }
        }
        var block = block
        for _ in 0..<4 {
            let text = Excerpt.text(of: [block])
            guard let length = openingLength(text) else { return block }
            guard let rest = block.dropping(length) else { return nil }
            block = rest
        }
        return block
    }

    /// How many characters of a text its opening has, with the marks behind it.
    private func openingLength(_ text: String) -> Int? {
        let candidates =
            (headline.count >= Self.leastHeadline ? [headline] : [])
            + authors.flatMap { author in words.bylines.sorted().map { [$0] + author } }
        for candidate in candidates {
            guard let end = Self.end(of: candidate, in: text), Self.endsPhrase(text, at: end) else { continue }
            return Self.length(of: text, withMarksAfter: end)
        }
        if let end = dateEnd(text) { return Self.length(of: text, withMarksAfter: end) }
        for name in names.sorted(by: { $0.count > $1.count }) {
            guard let end = Self.end(of: name, in: text), Self.endsLabel(text, at: end) else { continue }
            return Self.length(of: text, withMarksAfter: end)
        }
        return nil
    }

    /// Where some words end at the beginning of a text, whatever stands between them.
    private static func end(of words: [String], in text: String) -> String.Index? {
        var index = text.startIndex
        for word in words {
            guard let start = text[index...].firstIndex(where: { $0.isLetter || $0.isNumber }) else { return nil }
            let end = text[start...].firstIndex { !($0.isLetter || $0.isNumber) } ?? text.endIndex
            guard text[start..<end].lowercased() == word else { return nil }
            index = end
        }
        return index
    }

    /// A date that a dash or a colon parts from what follows: “23 November 2026 – ”.
    private func dateEnd(_ text: String) -> String.Index? {
        var index = text.startIndex
        var hasNumber = false
        while let start = text[index...].firstIndex(where: { $0.isLetter || $0.isNumber }) {
            let end = text[start...].firstIndex { !($0.isLetter || $0.isNumber) } ?? text.endIndex
            let word = text[start..<end].lowercased()
            let isNumber = word.first?.isNumber == true
            guard isNumber || words.ofDates.contains(word) else { break }
            hasNumber = hasNumber || isNumber
            index = end
            if hasNumber, Self.endsLabel(text, at: end), text.distance(from: text.startIndex, to: end) >= 6 {
                return end
            }
        }
        return nil
    }

    /// Whether a phrase ends here: no word goes on.
    private static func endsPhrase(_ text: String, at end: String.Index) -> Bool {
        guard let next = text[end...].first(where: { !$0.isWhitespace }) else { return true }
        return ".:;–—-|!?…。".contains(next) || next.isUppercase || next.isNewline
    }

    /// Whether a mark stands here that parts a label from a text.
    private static func endsLabel(_ text: String, at end: String.Index) -> Bool {
        guard let next = text[end...].first(where: { !$0.isWhitespace }) else { return false }
        if ":–—|·".contains(next) { return true }
        return next == "-" && text[end...].first?.isWhitespace == true
    }

    private static func length(of text: String, withMarksAfter end: String.Index) -> Int {
        let rest = text[end...].firstIndex { !($0.isWhitespace || ".:;–—-|·!?…。".contains($0)) } ?? text.endIndex
        return text.distance(from: text.startIndex, to: rest)
    }
}
