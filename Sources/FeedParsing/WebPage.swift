import WebText

/// A page that came instead of a feed.
enum WebPage {
    /// The address of the feed that an HTML page names in its head, absolute where the page's own is known.
    static func feedAddress(in bytes: Bytes, address: String?) -> String? {
        var base = address
        var at = 0
        // Nobody's head is longer.
        let head = bytes.part(0..<min(bytes.count, 512 << 10))
        var tags = TagReader(head)
        while let found = head.index(of: ASCII.lessThan, from: at) {
            at = found + 1
            guard let tag = tags.tag(at: found, named: ["base", "link", "a"]), !tag.isEnd else { continue }
            at = tag.end
            if tag.name == "base", let href = tag.attribute("href", in: head) {
                base = Reference.resolve(href, base: address) ?? base
            }
            guard tag.name != "base", let href = feedReference(tag, head) else { continue }
            return Reference.resolve(href, base: base)
        }
        return nil
    }

    private static func feedReference(_ tag: Tag, _ head: Bytes) -> String? {
        guard let type = tag.attribute("type", in: head)?.lowercased().split(separator: ";").first?.trimmed,
            types.contains(type)
        else { return nil }
        let relations = tag.attribute("rel", in: head)?.lowercased().split(whereSeparator: \.isWhitespace) ?? []
        return relations.contains("alternate") || relations.contains("feed") ? tag.attribute("href", in: head) : nil
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
