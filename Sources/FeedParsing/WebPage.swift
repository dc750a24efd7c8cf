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
        feeds(in: bytes.part(0..<min(bytes.count, 512 << 10)), address: address, most: 1).first?.address
    }

    /// The feeds that an HTML page names, those with a `type` first, each in the order of the page.
    package static func feeds(in bytes: Bytes, address: String?, most: Int = 50, looksClosely: Bool = false)
        -> [NamedFeed]
    {
        var base = address
        var at = 0
        var tags = TagReader(bytes)
        var declared: [NamedFeed] = []
        var likely: [NamedFeed] = []
        while declared.count < most, let found = bytes.index(of: ASCII.lessThan, from: at) {
            at = found + 1
            guard let tag = tags.tag(at: found, named: ["base", "link", "a"]), !tag.isEnd else { continue }
            at = tag.end
            guard let href = tag.attribute("href", in: bytes) else { continue }
            if tag.name == "base" {
                base = Reference.resolve(href, base: address) ?? base
                continue
            }
            let isDeclared = isFeed(tag, bytes)
            guard isDeclared || looksClosely && likely.count < most && looksLikeFeed(href),
                let resolved = Reference.resolve(href, base: base)
            else { continue }
            let feed = NamedFeed(address: resolved, title: tag.attribute("title", in: bytes), isDeclared: isDeclared)
            if isDeclared { declared.append(feed) } else { likely.append(feed) }
        }
        return declared + likely
    }

    private static func isFeed(_ tag: Tag, _ bytes: Bytes) -> Bool {
        guard let type = tag.attribute("type", in: bytes)?.lowercased().split(separator: ";").first?.trimmed,
            types.contains(type)
        else { return false }
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

    private static let types: Set<String> = [
        "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json",
        "application/xml", "text/xml",
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
