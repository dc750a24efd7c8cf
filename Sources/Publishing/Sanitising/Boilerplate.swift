import WebText

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
