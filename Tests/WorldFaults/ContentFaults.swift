import SimulatedWorld

/// Successes whose content is not what was asked for.
extension ServerFault {
    static let contentFaults: [ServerFault] = [
        ServerFault(
            name: "web-page", summary: "a web page in place of the feed", expected: .malformed, says: "no robot",
            script: [.document(plainPage("Just a moment…", "Checking your browser."), as: "text/html")]),
        ServerFault(
            name: "web-page-as-feed", summary: "a web page that says it is a feed", expected: .malformed,
            says: "web page", script: [.document(plainPage("Welcome", "Read our news."))]),
        ServerFault(
            name: "web-page-without-root", summary: "a web page without its root element, which names its feed",
            expected: .malformed, says: "feed.example/atom",
            script: [
                .document(
                    "<title>Paper</title><link rel=alternate type=application/atom+xml href=https://feed.example/atom><h1>Hi"
                )
            ]),
        ServerFault(
            name: "web-page-that-sends-on", summary: "a web page that sends browsers on to the feed",
            expected: .malformed,
            says: "feed.example/rss",
            script: [.document("<META HTTP-EQUIV=Refresh CONTENT=\"0; URL='https://feed.example/rss'\">Moved.")]),
        ServerFault(
            name: "web-page-with-feed", summary: "a web page that names its feed", expected: .malformed,
            says: "use http://{authority}/rss.xml",
            script: [
                .document(
                    "<!doctype html><html><head><title>News</title><link rel=\"alternate\" "
                        + "type=\"application/rss+xml\" href=\"/rss.xml\"></head><body>News</body></html>",
                    as: "text/html")
            ]),
        ServerFault(
            name: "feed-as-web-page", summary: "a feed that says it is a web page", expected: .fresh,
            script: [.text("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {length}\r\n\r\n"), .body()]),
        ServerFault(
            name: "feed-as-picture", summary: "a feed that says it is a picture", expected: .fresh,
            script: [.text("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: {length}\r\n\r\n"), .body()]),
        ServerFault(
            name: "json-in-place", summary: "JSON that is no feed", expected: .malformed, says: "JSON",
            script: [.document("{\"status\":\"ok\",\"posts\":[1,2,3]}", as: "application/json")]),
        ServerFault(
            name: "json-feed-empty", summary: "a JSON Feed without entries", expected: .empty,
            script: [
                .document(
                    "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Quiet\",\"items\":[]}",
                    as: "application/feed+json")
            ]),
        ServerFault(
            name: "json-feed-nested", summary: "a JSON Feed nested 100,000 deep", expected: .refused,
            script: [
                .document(
                    "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":"
                        + String(repeating: "[", count: 100_000), as: "application/feed+json")
            ]),
        ServerFault(
            name: "plain-text", summary: "a sentence in place of the feed", expected: .malformed, says: "text",
            script: [.document("Our feed has been retired. Thank you for reading!\n", as: "text/plain")]),
        ServerFault(
            name: "picture", summary: "a picture in place of the feed", expected: .malformed,
            script: [
                .text("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nConnection: close\r\n\r\n"),
                .send(.bytes([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52])),
                .close,
            ]),
        ServerFault(
            name: "nothing", summary: "a success without a byte", expected: .malformed, says: "empty",
            script: [.document("")]),
        ServerFault(
            name: "white-space", summary: "nothing but empty lines", expected: .malformed, says: "empty",
            script: [.document(" \r\n\r\n\t\n")]),
        ServerFault(
            name: "byte-order-mark-only", summary: "a byte order mark and no more", expected: .malformed,
            script: [.head("Content-Length: 3"), .send(.bytes([0xEF, 0xBB, 0xBF]))]),
        ServerFault(
            name: "nul-bytes", summary: "a thousand NULs", expected: .malformed,
            script: [.head("Content-Length: 1000"), .send(.bytes([UInt8](repeating: 0, count: 1000)))]),
        ServerFault(
            name: "subscriptions", summary: "an OPML list in place of a feed", expected: .malformed, says: "OPML",
            script: [.document("<opml version=\"2.0\"><head/><body><outline text=\"a\"/></body></opml>")]),
        ServerFault(
            name: "site-map", summary: "a site map in place of a feed", expected: .malformed, says: "urlset",
            script: [.document("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"/>")]),
        ServerFault(
            name: "feed-without-entries", summary: "a feed without entries", expected: .empty,
            script: [.document("<rss version=\"2.0\"><channel><title>Quiet</title></channel></rss>")]),
    ]

    /// XML that is broken, or made to break its reader.
    static let xmlFaults: [ServerFault] = [
        ServerFault(
            name: "feed-cut", summary: "a whole answer with half a feed", expected: .fresh, next: .fresh,
            script: [.send(.soundAnswer([.cut(0.5)]))]),
        ServerFault(
            name: "feed-cut-before-entries", summary: "a whole answer that ends before the first entry",
            expected: .malformed, script: [.send(.soundAnswer([.cut(0.08)]))]),
        ServerFault(
            name: "feed-torn-in-comment", summary: "a comment that never ends", expected: .malformed,
            script: [.document("<?xml version=\"1.0\"?>\n<!-- written by the night desk at")]),
        ServerFault(
            name: "feed-beheaded", summary: "the second half of a feed", expected: .malformed,
            script: [.send(.soundAnswer([.cutBefore(0.9)]))]),
        ServerFault(
            name: "ampersands", summary: "bare ampersands and unknown entities", expected: .fresh,
            script: [.send(.soundAnswer([.replace("sails again", with: "& sails&nbsp;again &oops;")]))]),
        ServerFault(
            name: "warning-first", summary: "a script's warning before the XML", expected: .fresh,
            script: [
                .send(.soundAnswer([.prepend(Array("Warning: mysql_connect() failed in db.php on line 7\n".utf8))]))
            ]),
        ServerFault(
            name: "scrap-behind", summary: "a web page's scrap behind the feed", expected: .fresh,
            script: [.send(.soundAnswer([.append("<script>track()</script></body></html>")]))]),
        ServerFault(
            name: "control-characters", summary: "characters that XML forbids", expected: .fresh,
            script: [.send(.soundAnswer([.replace("sails", with: "\u{1}sa\u{8}ils\u{0}")]))]),
        ServerFault(
            name: "entities-that-grow", summary: "entities that unfold to gigabytes", expected: .fresh,
            script: [
                .send(
                    .soundAnswer([
                        .replaceFirst("<rss", with: growingEntities + "<rss"),
                        .replaceFirst("sails again", with: "&j;"),
                    ]))
            ]),
        ServerFault(
            name: "entity-of-a-file", summary: "an entity that means a file of the reader's", expected: .fresh,
            script: [
                .send(
                    .soundAnswer([
                        .replaceFirst(
                            "<rss", with: "<!DOCTYPE rss [<!ENTITY secret SYSTEM \"file:///etc/passwd\">]><rss"),
                        .replaceFirst("sails again", with: "&secret;"),
                    ]))
            ]),
        ServerFault(
            name: "xml-nested", summary: "elements nested 100,000 deep", expected: .refused, says: "nested",
            script: [.document("<rss><channel>" + String(repeating: "<a>", count: 100_000))]),
        ServerFault(
            name: "entries-without-end", summary: "more entries than anybody reads", expected: .refused,
            script: [
                .head("Connection: close"), .body(.cut(0.3)), .endlessly(.text("<item><title>More</title></item>\n")),
            ]),
        ServerFault(
            name: "attributes-without-end", summary: "an element whose attributes go on for ever",
            expected: .refused, script: [.head("Connection: close"), .text("<rss "), .endlessly(.text("a='1' "))]),
        ServerFault(
            name: "name-without-end", summary: "an element whose name goes on for ever", expected: .refused,
            script: [.head("Connection: close"), .text("<rss><"), .endlessly(.text("name"))]),
        ServerFault(
            name: "comment-without-end", summary: "a comment that goes on for ever", expected: .refused,
            script: [.head("Connection: close"), .text("<rss><!-- "), .endlessly(.text("and "))]),
    ]

    /// Nine entities, each ten times the next: a billion letters.
    private static let growingEntities: String = {
        let names = Array("abcdefghij").map(String.init)
        let rows = zip(names.dropFirst(), names).map { name, smaller in
            "<!ENTITY \(name) \"\(String(repeating: "&\(smaller);", count: 10))\">"
        }
        return "<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\">\(rows.joined())]>"
    }()
}
