import Fetching
import Foundation
import NewsModel
import Settings

extension FuzzTarget {
    /// What each provider makes of an answer: two paths, a line each, and then what was answered, out of a record.
    static let provider = FuzzTarget(
        name: "provider",
        corpus: texts([
            "data.posts\ntitle|headline\n"
                + #"{"data": {"posts": [{"title": "A", "url": "/1", "published": 1795415400}]}}"#,
            "\n\"dc.title\"\n" + #"[{"dc.title": "A", "link": {"href": "x"}, "id": 3, "date": "2026-11-23"}]"#,
            "a[0]|b\nhttps://a.example/{id|n.x[1]}\n" + #"{"a": [[{"id": "7", "n": {"x": [1, 2]}}]], "b": []}"#,
            "response.results\nwebTitle\n"
                + #"{"response": {"status": "ok", "results": [{"id": "a/b", "webTitle": "C", "#
                + #""webUrl": "https://a.example/c", "webPublicationDate": "2026-11-23T05:00:00Z", "fields": {"trailText": "d"}}]}}"#,
            "articles\ntitle\n"
                + #"{"status": "ok", "articles": [{"source": {"name": "B"}, "author": null, "title": "C - B", "#
                + #""url": "https://b.example/", "publishedAt": "2026-11-23T05:00:00Z"}]}"#,
            "\ntitle\n" + #"{"by": "a", "descendants": 3, "id": 1, "score": 9, "time": 1795415400, "title": "T", "#
                + #""type": "story", "url": "https://c.example/t"}"#,
            "\ntitle\n"
                + #"[{"short_id": "x", "created_at": "2026-11-23T05:00:00.000-06:00", "title": "T", "url": "", "#
                + #""score": 3, "comment_count": 1, "description": "<p>d", "comments_url": "https://l.example/s", "tags": ["a"]}]"#,
            "\ntitle\n<rss><channel><title>a</title><item><title>b</title><link>https://a.example/1</link></item></channel></rss>",
        ])
    ) { bytes, number in
        let lines = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 2, omittingEmptySubsequences: false)
        guard lines.count == 3 else { return nil }
        let paths = lines.prefix(2).map { String(decoding: $0, as: UTF8.self) }
        // What the reader of the configuration refuses is never asked.
        guard let source = source(number, paths) else { return nil }
        let path = FileManager.default.temporaryDirectory.appending(path: "broadsheet-fuzz-answer.warc").path
        do {
            try Data(answers(with: Array(lines[2]))).write(to: URL(filePath: path))
            let records = try RecordSet([path])
            let replay = Replay(
                records, policy: FetchPolicy(), network: NetworkPolicy(), secrets: [], now: records.now)
            var ends = 0
            _ = try await replay.run([FetchJob(source: source)], making: { feed, _ in feed.items.count }) { result in
                ends += 1
            }
            return ends == 1 ? nil : "ends \(ends) times"
        } catch {
            return "can't be replayed: \(error)"
        }
    }

    private static func source(_ number: Int, _ paths: [String]) -> Source? {
        let kinds = [
            "feed: https://a.example/x", "hackernews: {list: top}", "lobsters: {list: hottest}", "guardian: {key: k}",
            "newsapi: {key: k}",
            "json: {url: https://a.example/x, items: \(quoted(paths[0])), fields: {title: \(quoted(paths[1]))}}",
            "json: {url: https://a.example/x, items: \(quoted(paths[0])), fields: {link: \(quoted(paths[1]))}}",
        ]
        let text = "sources:\n  - {id: a, \(kinds[number % kinds.count])}\n"
        return try? SettingsReader.read(
            text: text, name: "fuzz.yml", directory: "/nowhere", environment: [:], providers: Providers.definitions
        ).sources.first
    }

    /// A text between quotes, as JSON and YAML write it.
    private static func quoted(_ text: String) -> String {
        (try? JSONEncoder().encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
    }

    /// A record in which every address of every provider was answered with a body.
    private static func answers(with body: [UInt8]) -> [UInt8] {
        let addresses = [
            "https://a.example/x", "https://hacker-news.firebaseio.com/v0/item/1.json",
            "https://lobste.rs/hottest.json",
            "https://content.guardianapis.com/search", "https://newsapi.org/v2/top-headlines",
        ]
        let list = exchange("https://hacker-news.firebaseio.com/v0/topstories.json", Array("[1]".utf8))
        let exchanges = list + addresses.flatMap { exchange($0, body) }
        return warcStart + exchanges + warcEnd
    }

    private static func exchange(_ address: String, _ body: [UInt8]) -> [UInt8] {
        let uri = "WARC-Target-URI: \(address)\r\n"
        let head = Array("HTTP/1.1 200 OK\r\n\r\n".utf8)
        return warcRecord("WARC-Type: request\r\n\(uri)", Array("GET / HTTP/1.1\r\n\r\n".utf8))
            + warcRecord("WARC-Type: response\r\n\(uri)", head + body)
    }
}
