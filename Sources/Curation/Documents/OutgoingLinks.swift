import NewsModel
import OrderedCollections

/// Links in the text of a story that show which article it is about.
enum OutgoingLinks {
    /// The articles on other sites that the texts of a story link to, in order; empty where there are too many for one
    /// of them to be its subject. The story's own `key` says which site is its own.
    static func articles(in texts: [Markup], besides key: String) -> [String] {
        lazy var own = CanonicalURL.publisher(ofKey: key)
        var found: OrderedSet<String> = []
        for markup in texts where markup.kind == .html {
            var links = LinkScanner(markup.source)
            var count = 0
            while let address = links.next() {
                count += 1
                guard count <= mostTags else { return [] }
                guard let key = CanonicalURL.key(of: address, base: markup.base), isArticle(key) else { continue }
                let publisher = CanonicalURL.publisher(ofKey: key)
                guard publisher != own, !networks.contains(publisher) else { continue }
                found.append(key)
                if found.count > mostLinks { return [] }
            }
        }
        return Array(found)
    }

    /// A text with more links than this is about more than one article.
    private static let mostLinks = 3

    /// With so many links of any kind it is a page of links.
    private static let mostTags = 12

    /// The documents at `indices` that share a link, by link: those of several sources, or one whose link is another's
    /// address. A link that one source sets in more than two documents is part of its template and no evidence in that
    /// source.
    static func shared(
        by documents: [Document], at indices: [Int], isAddress: (String) -> Bool
    ) -> [(link: String, members: [Int])] {
        var byLink: OrderedDictionary<String, [Int]> = [:]
        for index in indices {
            for link in documents[index].terms.links where link != documents[index].key {
                byLink[link, default: []].append(index)
            }
        }
        return byLink.elements.compactMap { link, members in
            // Most links are one document's alone.
            guard members.count > 1 else { return isAddress(link) ? (link, members) : nil }
            let bySource = Dictionary(grouping: members) { documents[$0].source }.filter { $0.value.count <= 2 }
            guard !bySource.isEmpty, isAddress(link) || bySource.count > 1 else { return nil }
            return (link, members.filter { bySource[documents[$0].source] != nil })
        }
    }

    /// Long paths or numbers name articles; a front page, a section or a profile does not.
    private static func isArticle(_ key: String) -> Bool {
        let path = CanonicalURL.path(ofKey: key)
        guard let last = path.last, !last.isEmpty else { return false }
        return last.utf8.count >= 12 || path.count >= 3 || key.utf8.contains(UInt8(ascii: "?"))
            || last.utf8.contains { (48...57).contains($0) }
    }

    /// Where people share and comment, and shops: a link there says nothing of the subject.
    private static let networks: Set<String> = [
        "facebook.com", "twitter.com", "x.com", "t.co", "linkedin.com", "pinterest.com", "whatsapp.com", "telegram.org",
        "t.me", "instagram.com", "tumblr.com", "bsky.app", "threads.net", "ycombinator.com", "feedburner.com",
        "wordpress.com", "gravatar.com", "patreon.com", "amazon.com", "apple.com", "google.com", "wikipedia.org",
    ]
}

/// Scans HTML for the addresses of its links, without a parser: they are compared and never shown.
private struct LinkScanner: IteratorProtocol {
    private let bytes: [UInt8]
    private var position = 0

    init(_ html: String) {
        bytes = Array(html.utf8)
    }

    mutating func next() -> String? {
        while let open = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
            position = open + 1
            guard position + 1 < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "a"), bytes[position + 1] <= 0x20
            else {
                continue
            }
            let end = bytes[position...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.endIndex
            let tag = bytes[position..<end]
            position = end
            if let address = Self.address(in: tag) { return address }
        }
        return nil
    }

    private static func address(in tag: ArraySlice<UInt8>) -> String? {
        guard let name = tag.indices.first(where: { tag[$0...].starts(with: href, by: { $0 | 0x20 == $1 }) }) else {
            return nil
        }
        let value = tag[(name + href.count)...].drop { $0 <= 0x20 }
        guard value.first == UInt8(ascii: "=") else { return nil }
        let written = value.dropFirst().drop { $0 <= 0x20 }
        guard let quote = written.first else { return nil }
        let address =
            quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
            ? written.dropFirst().prefix { $0 != quote } : written.prefix { $0 > 0x20 }
        return String(decoding: withPlainAmpersands(address), as: UTF8.self)
    }

    /// With `&` for `&amp;`, the only reference that is common in addresses.
    private static func withPlainAmpersands(_ address: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard address.contains(UInt8(ascii: "&")) else { return address }
        var plain: [UInt8] = []
        plain.reserveCapacity(address.count)
        var rest = address
        while let byte = rest.first {
            plain.append(byte)
            rest = rest.dropFirst(byte == UInt8(ascii: "&") && rest.starts(with: ampersand) ? ampersand.count : 1)
        }
        return plain[...]
    }

    private static let href = Array("href".utf8)
    private static let ampersand = Array("&amp;".utf8)
}
