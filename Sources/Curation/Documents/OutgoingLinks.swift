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

    /// The documents that share a link, by link: those of several sources, or one whose link is itself a document. A link
    /// that one source sets again and again belongs to its furniture, and says nothing in that source.
    static func shared(
        by documents: [Document], at places: [Int], _ byKey: Addresses.Places
    ) -> [(link: String, members: [Int])] {
        var byLink: Addresses.Places = [:]
        for place in places {
            for link in documents[place].links where link != documents[place].key {
                byLink[link, default: []].append(place)
            }
        }
        return byLink.elements.compactMap { link, members in
            // Most links are one document's alone.
            guard members.count > 1 else { return byKey[link] == nil ? nil : (link, members) }
            let bySource = Dictionary(grouping: members) { documents[$0].source }.filter { $0.value.count <= 2 }
            guard !bySource.isEmpty, byKey[link] != nil || bySource.count > 1 else { return nil }
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
