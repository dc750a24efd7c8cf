import FeedParsing
import WebText

/// The feeds that a page and the head of its answer name.
enum PageFeeds {
    /// Their addresses, the one of the whole site first; feeds of comments last.
    static func addresses(in page: FetchedDocument) -> [String] {
        let text = page.bytes.withUnsafeBufferPointer { Transcoder.utf8($0, contentType: page.contentType) }
        let named = text.withUnsafeBufferPointer { WebPage.feeds(in: $0, address: page.url, looksClosely: true) }
        let all = linked(page) + named + channel(text, page.url)
        let ranked =
            all.filter(\.isDeclared).filter { !isOfComments($0) } + all.filter { !$0.isDeclared && !isOfComments($0) }
            + all.filter { isOfComments($0) }
        var seen: Set<String> = []
        return ranked.compactMap { WebAddress(Self.withoutFeedScheme($0.address))?.withoutFragment.text }
            .filter { $0 != WebAddress(page.url)?.text && seen.insert($0).inserted }
    }

    /// `feed://host/…` and `feed:https://host/…`, which open a reader of feeds, as what these ask.
    private static func withoutFeedScheme(_ address: String) -> String {
        guard address.lowercased().hasPrefix("feed:") else { return address }
        let rest = address.dropFirst("feed:".count)
        return rest.hasPrefix("//") ? "https:" + rest : String(rest)
    }

    private static func isOfComments(_ feed: WebPage.NamedFeed) -> Bool {
        isOfComments(address: feed.address, title: feed.title)
    }

    /// Whether a feed holds comments, by its words.
    static func isOfComments(address: String, title: String?) -> Bool {
        let words = "\(title ?? "") \(address)".lowercased()
        return ["comment", "kommentar", "commentaire", "comentario", "/replies"].contains(where: words.contains)
    }

    /// `Link: <feed.xml>; rel="alternate"; type="application/rss+xml"`.
    private static func linked(_ page: FetchedDocument) -> [WebPage.NamedFeed] {
        page.links.flatMap { $0.split(separator: /,\s*(?=<)/) }.compactMap { link in
            let text = link.lowercased()
            guard let open = link.firstIndex(of: "<"), let close = link.firstIndex(of: ">"), open < close,
                text.contains("alternate"),
                text.contains("rss+xml") || text.contains("atom+xml") || text.contains("feed+json"),
                let base = WebAddress(page.url),
                let address = WebAddress(String(link[link.index(after: open)..<close]), base: base)
            else { return nil }
            return WebPage.NamedFeed(address: address.text, isDeclared: true)
        }
    }

    /// The channel of a page of YouTube's, which does not always name its feed.
    private static func channel(_ text: [UInt8], _ url: String) -> [WebPage.NamedFeed] {
        guard let page = WebAddress(url), PublicSuffix.registrableDomain(of: page.host) == "youtube.com" else {
            return []
        }
        let markup = String(decoding: text, as: UTF8.self)
        let match =
            markup.firstMatch(of: /"(?:externalId|channelId)":"(UC[A-Za-z0-9_\-]{22})"/)
            // As the canonical address of the page has it.
            ?? markup.firstMatch(of: /youtube\.com\/channel\/(UC[A-Za-z0-9_\-]{22})["'\/?]/)
        guard let id = match?.1 else { return [] }
        let address = "https://www.youtube.com/feeds/videos.xml?channel_id=\(id)"
        return [WebPage.NamedFeed(address: address, isDeclared: true)]
    }
}

/// Where sites have their feeds that name none.
enum UsualPaths {
    private static let names = [
        "feed", "feed.xml", "rss.xml", "atom.xml", "index.xml", "rss", "feed/", "feed.json", "feed.atom", "rss/",
    ]

    /// In the folder of a page, and at the root of its site.
    static func addresses(near page: WebAddress) -> [String] {
        var seen: Set<String> = []
        let root = "\(page.scheme)://\(page.hostAndPort)/"
        let path = page.withoutFragment.text.prefix { $0 != "?" }
        // A page such as `/blog` may be a folder as well.
        let isFolder = !path.hasSuffix("/") && path.split(separator: "/").last.map { !$0.contains(".") } ?? false
        let folders =
            [WebAddress("./", base: page.withoutFragment)?.text ?? root] + (isFolder ? [path + "/"] : []) + [root]
        return folders.flatMap { folder in names.map { folder + $0 } }.filter { seen.insert($0).inserted }
    }
}
