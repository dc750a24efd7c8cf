package import WebText

/// A page that came instead of a feed.
package enum WebPage {
    /// A feed that a page names.
    package struct NamedFeed: Sendable, Hashable {
        /// Absolute where the page's own address is known.
        package var address: String
        package var title: String?
        /// Whether it is named by a `type`; otherwise only its address looks like a feed's.
        package var isDeclared: Bool

        package init(address: String, title: String? = nil, isDeclared: Bool) {
            self.address = address
            self.title = title
            self.isDeclared = isDeclared
        }
    }

    /// The address of the feed that an HTML page names in its head, absolute where the page's own is known.
    static func feedAddress(in bytes: Bytes, address: String?) -> String? {
        // Nobody's head is longer.
        let named = feeds(in: bytes.part(0..<min(bytes.count, 512 << 10)), address: address, most: 8)
        return (named.first { !isOfComments($0) } ?? named.first)?.address
    }

    /// Whether a feed is that of what readers wrote, which publishing systems name beside the site's own.
    private static func isOfComments(_ feed: NamedFeed) -> Bool {
        let words = "\(feed.address) \(feed.title ?? "")".lowercased()
        return ["comment", "kommentar", "comentario", "comentário", "reacties"].contains { words.contains($0) }
    }

    /// The feeds that an HTML page names, those with a `type` first, each in the order of the page.
    package static func feeds(in bytes: Bytes, address: String?, most: Int = 50, looksClosely: Bool = false)
        -> [NamedFeed]
    {
        // The first `base` holds for all of the document, wherever it stands (WHATWG HTML §4.2.3).
        var base: String?
        var at = 0
        var tags = TagReader(bytes)
        var scriptEnd = NextOccurrence(of: "</script")
        var declared: [NamedFeed] = []
        var likely: [NamedFeed] = []
        while declared.count < most, let found = bytes.index(of: ASCII.lessThan, from: at) {
            at = found + 1
            if let end = endOfRemark(bytes, at: found) {
                at = end
                continue
            }
            guard let tag = tags.tag(at: found, named: ["base", "link", "a", "script"]), !tag.isEnd else { continue }
            at = tag.end
            if tag.name == "script" {
                // What a script would write is not there.
                at = scriptEnd.from(at, in: bytes) ?? at
                continue
            }
            guard let href = tag.attribute("href", in: bytes) else { continue }
            if tag.name == "base" {
                base = base ?? Reference.resolve(href, base: address)
                continue
            }
            let isDeclared = isFeed(tag, href, bytes)
            let isLikely = looksClosely && likely.count < most && (looksLikeFeed(href) || saysFeed(tag, bytes))
            guard isDeclared || isLikely else { continue }
            let feed = NamedFeed(address: href, title: tag.attribute("title", in: bytes), isDeclared: isDeclared)
            if isDeclared { declared.append(feed) } else { likely.append(feed) }
        }
        return (declared + likely).compactMap { feed in
            Reference.resolve(feed.address, base: base ?? address).map {
                NamedFeed(address: $0, title: feed.title, isDeclared: feed.isDeclared)
            }
        }
    }

    /// Where an HTML page sends browsers on to by itself (HTML, "pragma directives", refresh), absolute where the page's own
    /// address is known.
    static func refreshTarget(in bytes: Bytes, address: String?) -> String? {
        var at = 0
        let head = bytes.part(0..<min(bytes.count, 64 << 10))
        var tags = TagReader(head)
        while let found = head.index(of: ASCII.lessThan, from: at) {
            at = found + 1
            guard let tag = tags.tag(at: found, named: ["meta"]), !tag.isEnd else { continue }
            at = tag.end
            guard tag.attribute("http-equiv", in: head)?.trimmed.lowercased() == "refresh",
                let content = tag.attribute("content", in: head), let target = target(ofRefresh: content)
            else { continue }
            return Reference.resolve(target, base: address)
        }
        return nil
    }

    /// The address in the content of a refresh: behind the seconds, with or without its name and quotes.
    private static func target(ofRefresh content: String) -> String? {
        guard
            let match = content.wholeMatch(
                of: /\s*[0-9.]*\s*[;,\s]\s*(?:[uU][rR][lL]\s*=\s*)?(.*)/.dotMatchesNewlines())
        else {
            return nil
        }
        let target = match.1.trimmed
        guard let quote = target.first, quote == "'" || quote == "\"" else {
            return target.isEmpty ? nil : String(target)
        }
        let inner = target.dropFirst().prefix { $0 != quote }
        return inner.isEmpty ? nil : String(inner)
    }

    /// Whether a root element is one of a page that has no `html` around it, as browsers would add it.
    static func isPart(_ element: String) -> Bool { parts.contains(element.lowercased()) }

    /// What pages begin with; what other XML may be called so as well, such as `section`, is left out.
    private static let parts: Set<String> = [
        "a", "b", "base", "big", "blockquote", "body", "br", "center", "div", "dl", "em", "font", "footer", "form",
        "frameset",
        "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "i", "iframe", "img", "input", "link",
        "main",
        "meta", "nav", "noscript", "ol", "p", "pre", "script", "small", "span", "strong", "style", "table", "title",
        "tt",
        "ul",
    ]

    /// Where a remark ends that begins at a place; `nil` where none begins, or where it never ends.
    private static func endOfRemark(_ bytes: Bytes, at start: Int) -> Int? {
        guard bytes.count > start + 3, bytes.part(start..<start + 4).elementsEqual("<!--".utf8) else { return nil }
        var at = start + 4
        while let end = bytes.index(of: ASCII.greaterThan, from: at) {
            if bytes[end - 1] == ASCII.minus, bytes[end - 2] == ASCII.minus { return end + 1 }
            at = end + 1
        }
        return nil
    }

    private static func isFeed(_ tag: Tag, _ href: String, _ bytes: Bytes) -> Bool {
        guard let type = tag.attribute("type", in: bytes)?.lowercased().split(separator: ";").first?.trimmed else {
            return false
        }
        // Any JSON may be called so; a feed says that it is one.
        let isJSONFeed = type == "application/json" && (looksLikeFeed(href) || saysFeed(tag, bytes))
        guard types.contains(type) || isJSONFeed else { return false }
        let relations = tag.attribute("rel", in: bytes)?.lowercased().split(whereSeparator: \.isWhitespace) ?? []
        return relations.contains("alternate") || relations.contains("feed")
    }

    /// Whether a link leads to where feeds usually are.
    private static func looksLikeFeed(_ href: String) -> Bool {
        let path = href.lowercased().prefix { !"?#".contains($0) }
        let name = path.split(separator: "/").last ?? ""
        return ["feed", "rss", "atom", "feeds"].contains(name)
            || ["rss.xml", "feed.xml", "atom.xml", "index.xml", "feed.json", ".rss", ".atom", ".rdf"]
                .contains { name.hasSuffix($0) }
    }

    /// Whether the words of a link, for who points at it or has it read aloud, are of a feed.
    private static func saysFeed(_ tag: Tag, _ bytes: Bytes) -> Bool {
        ["title", "aria-label"].contains { name in
            tag.attribute(name, in: bytes)?.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "_" }
                .contains { ["rss", "atom", "feed"].contains($0) } == true
        }
    }

    private static let types: Set<String> = [
        "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json",
        "application/xml", "text/xml", "application/x-rss+xml", "text/rss+xml", "application/x-atom+xml",
        "text/atom+xml",
    ]
}

extension Tag {
    /// The value of an attribute in HTML, characters decoded.
    func attribute(_ name: String, in bytes: Bytes) -> String? {
        var scanner = AttributeScanner(bytes: bytes, at: attributes, end: end - 1)
        while let attribute = scanner.next() {
            guard bytes.part(attribute.name).string.lowercased() == name else { continue }
            return PlainText.of(bytes.part(attribute.value), as: .html)
        }
        return nil
    }
}
