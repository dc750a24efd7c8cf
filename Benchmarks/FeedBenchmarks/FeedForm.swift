/// The forms of feeds that are measured, each with a document as a newspaper writes it.
enum FeedForm: String, CaseIterable {
    /// RSS 2.0 whose texts are in CDATA sections, as most weblogs have them.
    case sections = "RSS, CDATA"
    /// RSS 2.0 whose texts are escaped.
    case escaped = "RSS, escaped"
    case atom = "Atom"
    case json = "JSON Feed"

    var isMarkup: Bool { self != .json }

    /// A document of so many entries, about 2 KB each; always the same.
    func document(entries: Int) -> [UInt8] {
        let items = (0..<entries).map { entry($0) }
        let text =
            switch self {
            case .sections, .escaped:
                "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rss version=\"2.0\""
                    + " xmlns:content=\"http://purl.org/rss/1.0/modules/content/\""
                    + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>The Harbour Post</title>\n"
                    + "<link>https://post.example/</link>\(items.joined())</channel></rss>\n"
            case .atom:
                "<?xml version=\"1.0\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\"><id>https://post.example/</id>\n"
                    + "<title>The Harbour Post</title><updated>2026-11-24T05:00:00Z</updated>\(items.joined())</feed>\n"
            case .json:
                "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"The Harbour Post\", \"items\": ["
                    + items.joined(separator: ",") + "]}\n"
            }
        return Array(text.utf8)
    }

    private func entry(_ number: Int) -> String {
        let link = "https://post.example/2026/11/\(number)/the-ferry-and-the-tide?from=feed&amp;n=\(number)"
        let minute = 10 + number % 50
        return switch self {
        case .sections: rssItem(number, link, minute, text: "<![CDATA[\(Self.html)]]>")
        case .escaped: rssItem(number, link, minute, text: Self.escapedHTML)
        case .atom:
            "<entry><id>tag:post.example,2026:\(number)</id><title>Ferry \(number) waits for the tide</title>\n"
                + "<link rel=\"alternate\" type=\"text/html\" href=\"\(link)\"/>"
                + "<published>2026-11-24T04:\(minute):00Z</published><updated>2026-11-24T04:\(minute):30Z</updated>\n"
                + "<author><name>Night desk</name></author><category term=\"harbour\"/>"
                + "<content type=\"html\">\(Self.escapedHTML)</content></entry>\n"
        case .json:
            "{\"id\": \"\(number)\", \"url\": \"https://post.example/\(number)\", \"title\": \"Ferry \(number) waits\","
                + "\"date_published\": \"2026-11-24T04:\(minute):00Z\", \"tags\": [\"harbour\"],"
                + "\"content_html\": \"\(Self.html.replacing("\"", with: "\\\"").replacing("\n", with: "\\n"))\"}\n"
        }
    }

    private func rssItem(_ number: Int, _ link: String, _ minute: Int, text: String) -> String {
        "<item><title>Ferry \(number) waits for the tide</title>\n<link>\(link)</link>"
            + "<guid isPermaLink=\"false\">post-\(number)</guid><dc:creator>Night desk</dc:creator>\n"
            + "<pubDate>Tue, 24 Nov 2026 04:\(minute):00 GMT</pubDate><category>Harbour</category>"
            + "<content:encoded>\(text)</content:encoded></item>\n"
    }

    private static let html = String(
        repeating: "<p>The ferry waits for the tide, as it does <em>every</em> November; its captain calls that"
            + " “the price of sand”. <a href=\"https://post.example/tides\">Tables &amp; times</a></p>\n", count: 8)

    private static let escapedHTML = html.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        .replacing(">", with: "&gt;")
}
