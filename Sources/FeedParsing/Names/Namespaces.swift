/// Which vocabulary a namespace or a prefix stands for.
enum Namespaces {
    /// The vocabulary of a namespace, however it is written: in any case, over `https`, with or without its last mark.
    static func module(of namespace: String) -> Element.Module? {
        byName[namespace] ?? byName[normal(namespace)]
    }

    /// The vocabulary that a prefix is used for, where its namespace is not declared or not known.
    static func module(ofPrefix prefix: String) -> Element.Module? {
        byPrefix[prefix.lowercased()]
    }

    private static func normal(_ namespace: String) -> String {
        var name = namespace.lowercased()[...]
        if let scheme = name.range(of: "://") { name = name[scheme.upperBound...] }
        while let last = name.last, "/# ".contains(last) { name.removeLast() }
        return String(name)
    }

    /// By the names as they should be, too, so that these need not be made normal.
    private static let byName: [String: Element.Module] = {
        let full = usual.map { ($0, byNormalName[normal($0)] ?? .foreign) }
        return byNormalName.merging(full) { name, _ in name }
    }()

    private static let usual = [
        "http://www.w3.org/2005/Atom", "http://purl.org/rss/1.0/", "http://purl.org/rss/1.0/modules/content/",
        "http://purl.org/dc/elements/1.1/", "http://search.yahoo.com/mrss/", "http://www.w3.org/1999/xhtml",
        "http://www.itunes.com/dtds/podcast-1.0.dtd", "http://purl.org/rss/1.0/modules/slash/",
        "http://purl.org/rss/1.0/modules/syndication/",
    ]

    private static let byNormalName: [String: Element.Module] = [
        // The feeds' own.
        "www.w3.org/2005/atom": .atom, "purl.org/atom/ns": .atom, "purl.org/atom": .atom, "purl.org/pie": .atom,
        "purl.org/rss/1.0": .core, "my.netscape.com/rdf/simple/0.9": .core,
        "channel.netscape.com/rdf/simple/0.9": .core,
        "my.netscape.com/publish/formats/rss-0.91.dtd": .core, "purl.org/net/rss1.1": .core,
        "backend.userland.com/rss": .core, "backend.userland.com/rss2": .core, "backend.userland.com/rss2.1": .core,
        "backend.userland.com/rss091": .core, "backend.userland.com/rss092": .core, "purl.org/rss/2.0": .core,
        "blogs.law.harvard.edu/tech/rss": .core, "cyber.law.harvard.edu/rss": .core, "www.rssboard.org/rss": .core,
        // What is said in them.
        "purl.org/rss/1.0/modules/content": .content, "purl.org/dc/elements/1.1": .dublinCore,
        "purl.org/dc/elements/1.0": .dublinCore, "purl.org/dc": .dublinCore, "purl.org/dc/terms": .terms,
        "search.yahoo.com/mrss": .media, "tools.search.yahoo.com/mrss": .media, "video.search.yahoo.com/mrss": .media,
        "www.itunes.com/dtds/podcast-1.0.dtd": .itunes, "example.com/dtds/podcast-1.0.dtd": .itunes,
        "rssnamespace.org/feedburner/ext/1.0": .feedburner, "www.pheedo.com/namespace/pheedo": .feedburner,
        "purl.org/rss/1.0/modules/syndication": .syndication, "purl.org/rss/1.0/modules/slash": .slash,
        "purl.org/syndication/thread/1.0": .thread, "www.w3.org/1999/02/22-rdf-syntax-ns": .rdf,
        "www.w3.org/1999/xhtml": .xhtml, "www.w3.org/1998/math/mathml": .foreign, "www.w3.org/2000/svg": .foreign,
    ]

    private static let byPrefix: [String: Element.Module] = [
        "atom": .atom, "atom10": .atom, "atom03": .atom, "a10": .atom, "content": .content, "dc": .dublinCore,
        "dcterms": .terms, "media": .media, "itunes": .itunes, "feedburner": .feedburner, "sy": .syndication,
        "slash": .slash, "thr": .thread, "rdf": .rdf, "xhtml": .xhtml, "rss": .core, "rss10": .core,
    ]
}

extension Substring {
    fileprivate func range(of text: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
            start = index(after: start)
        }
        return nil
    }
}
