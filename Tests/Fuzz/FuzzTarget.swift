import FeedParsing
import Fetching
import Foundation
import NewsModel
import Publishing
import Settings
import WebText

/// Something that reads what others wrote.
struct FuzzTarget: Sendable {
    let name: String
    /// Sound documents, of which broken ones are made.
    let corpus: [[UInt8]]
    /// Reads a document, of the given number; says which rule of the target it breaks.
    let fault: @Sendable ([UInt8], Int) -> String?

    /// All of them; `folder` holds the fixtures of feeds.
    static func all(feeds folder: String) throws -> [FuzzTarget] {
        [
            try feed(folder), json, html, date, address, configuration, template, edition, record,
        ]
    }

    private static func feed(_ folder: String) throws -> FuzzTarget {
        let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String }.sorted() ?? []
        let documents = try names.filter { !$0.hasSuffix(".expected.json") && $0.contains(".") }.map { name in
            [UInt8](try Data(contentsOf: URL(filePath: folder).appending(path: name)))
        }
        guard !documents.isEmpty else { throw Failure(description: "There are no documents in \(folder).") }
        return FuzzTarget(name: "feed", corpus: documents) { bytes, number in
            let whole = Result { () throws(FeedError) in try FeedReader.read(bytes) }
            let pieces = Result { () throws(FeedError) in try read(bytes, inPiecesOf: 1 + number % 700) }
            return whole == pieces ? nil : "depends on its pieces"
        }
    }

    private static func read(_ bytes: [UInt8], inPiecesOf size: Int) throws(FeedError) -> Feed {
        var reader = FeedReader()
        for start in stride(from: 0, to: bytes.count, by: size) {
            let piece = Array(bytes[start..<min(bytes.count, start + size)])
            try piece.withUnsafeBufferPointer { piece throws(FeedError) in
                try reader.read(UnsafeRawBufferPointer(piece))
            }
        }
        return try reader.finish()
    }

    private static let json = FuzzTarget(
        name: "json",
        corpus: texts([
            #"{"items": [{"id": 1, "title": "A \u00e9 \ud83d\ude00", "tags": ["x", null, true, -1.5e3]}], "next": {}}"#,
            "[[[[]]], {\"a\": {\"b\": [1, 2, 3]}}, \"text\", false]",
        ])
    ) { bytes, _ in
        _ = try? JSONReader.document(bytes)
        return nil
    }

    private static let html = FuzzTarget(
        name: "html",
        corpus: texts([
            "<p>One <b>two</b> <a href='/x?a=1&amp;b=2' onclick=x>three</a><br><img src=y.png alt='z'></p><ul><li>a<li>b</ul>",
            "<table><tr><td>1<td>2</table><blockquote><pre>a\n b</pre></blockquote><script>x</script><style>y</style>&nbsp;&#146;",
            "<a href='https:javascript://a/1'>x</a><svg><a xlink:href='javascript:1'>x</a></svg><math><mi>y</mi></math><iframe src=//a.example></iframe><!-- c -->",
            "<math display=block><mfrac linethickness=0><mn>1</mn><mi>x</mi></mfrac><semantics><annotation-xml encoding='text/html'><p>y</annotation-xml></semantics><mspace/></math><ruby>a<rp>(<rt>b<rp>)</ruby>",
            "<table><caption>c</caption><tr><td colspan=2 rowspan=3>a<td>b</table><picture><source srcset='a 1x, b 2x'><img data-src=c></picture><noscript><img src=d></noscript><video><source src=e.mp4></video><object data=f.pdf><embed src=g></object>&#x92;",
        ])
    ) { bytes, _ in
        let markup = Markup(.html, String(decoding: bytes, as: UTF8.self), base: "https://a.example/b/")
        let safe = Sanitiser.html(markup).html
        _ = Sanitiser.excerpt(markup, limit: 240)
        let lower = safe.lowercased()
        // Text is escaped, and addresses stand in quotes.
        for word in [
            "<script", "<style", "<iframe", "<svg", "<annotation-xml", "<embed", "<noscript", "=\"javascript:",
            "=\"data:text",
            " onclick=\"",
        ]
        where lower.contains(word) {
            return "lets \(word) through"
        }
        return nil
    }

    private static let date = FuzzTarget(
        name: "date",
        corpus: texts([
            "Mon, 23 Nov 2026 06:30:00 +0100", "2026-11-23T06:30:00.123Z", "23/11/2026 06:30 PM",
            "November 23, 2026 EST",
            "1795415400", "2026年11月23日", "lun., 23 nov. 2026 06:30:00 GMT",
            "23.11.2026 6:30 p. m. America/New_York", "24 Jul 2026 18h05 Central European Summer Time",
            "1.795415400e12", "/Date(1795415400000+0100)/", "23 Nov 2026 06:30:00 0200 (PDT)",
            "003/011/02026 [Asia/Tokyo]",
        ])
    ) { bytes, _ in
        let text = String(decoding: bytes.prefix(4000), as: UTF8.self)
        _ = FeedDate.parse(text)
        if let instant = RFC3339.date(text), RFC3339.date(RFC3339.precise(instant)) != instant {
            return "is read as an instant that does not read back"
        }
        return nil
    }

    private static let address = FuzzTarget(
        name: "address",
        corpus: texts([
            "https://user@www.example.org:8443/a/../b//c.html?q=1&utm_source=x#frag", "http://[2001:db8::1]:80/%7Ea%2f",
            "https://bücher.example/straße?ä=ö", "//a.example/x", "../b?c", "http://0x7f.1/", "mailto:a@b.example",
        ])
    ) { bytes, _ in
        let text = String(decoding: bytes.prefix(8000), as: UTF8.self)
        guard let address = WebAddress(text, base: WebAddress("https://base.example/x/y")) else { return nil }
        return WebAddress(address.text)?.text == address.text ? nil : "is read as an address that does not read back"
    }

    private static let configuration = FuzzTarget(
        name: "configuration",
        corpus: texts([
            """
            title: News
            timezone: Europe/Berlin
            edition: {stories: 40, per-source: 3, window: auto, first-window: 7d}
            ranking: {half-life: 12h, interests: {rail: 1, golf: -1}, mute: [horoscope]}
            sources:
              - feed: https://a.example/feed
                section: World
                headers: {X-Key: "${KEY}"}
              - hackernews: {list: top, limit: 20}
              - json: {url: https://b.example/api, items: data.posts, fields: {title: t, link: u}}
            notify:
              - webhook: https://hook.example/x
            """, "sources:\n  - https://a.example/feed\n  - https://b.example/feed # comment\n",
        ])
    ) { bytes, _ in
        let text = String(decoding: bytes.prefix(20_000), as: UTF8.self)
        _ = try? SettingsReader.read(
            text: text, name: "fuzz.yml", directory: "/nowhere", environment: ["KEY": "secret"],
            providers: Providers.definitions)
        return nil
    }

    private static let template = FuzzTarget(
        name: "template",
        corpus: texts([
            "{{>head}}<body>{{#sections}}<h2>{{name}}</h2>{{#stories}}{{>story}}{{/stories}}{{/sections}}{{>foot}}",
            "{{#lead}}{{^href}}{{headline}}{{/href}}{{{summary}}}{{/lead}}{{! note }}{{=<% %>=}}<%date%>",
        ])
    ) { bytes, _ in
        let folder = FileManager.default.temporaryDirectory.appending(path: "broadsheet-fuzz-templates/html")
        let file = folder.appending(path: "edition.mustache")
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
        } catch {
            return "can't be written: \(error)"
        }
        _ = try? TemplateSet(directory: folder.deletingLastPathComponent(), language: "en")
        return nil
    }

    private static let edition = FuzzTarget(
        name: "edition", corpus: [EditionDocument.bytes(of: sampleEdition), HealthDocument.bytes(of: sampleHealth)]
    ) { bytes, _ in
        _ = try? HealthDocument.traces(Data(bytes))
        guard let edition = try? EditionReader.edition(Data(bytes)) else { return nil }
        let again = try? EditionReader.edition(Data(EditionDocument.bytes(of: edition, content: .full)))
        return again?.date == edition.date ? nil : "is read as an edition that does not read back"
    }

    /// Records as they are and compressed: whatever the bytes, the reader ends with what is whole, or a sentence.
    private static let record = FuzzTarget(name: "record", corpus: [plainRecord] + compressedRecord) { bytes, _ in
        let path = FileManager.default.temporaryDirectory.appending(path: "broadsheet-fuzz.warc").path
        do {
            try Data(bytes).write(to: URL(filePath: path))
        } catch {
            return "can't be written: \(error)"
        }
        // What it refuses is refused in a sentence.
        guard var reader = try? RecordReader(path: path, secrets: [], mostBodyBytes: 1 << 16) else { return nil }
        var count = 0
        while let source = try? reader.next() { count += source.exchanges.count + 1 }
        return count > bytes.count * 2 ? "holds more than it has bytes" : nil
    }

    private static let plainRecord: [UInt8] = {
        func record(_ fields: String, _ block: String) -> String {
            "WARC/1.1\r\n\(fields)Content-Length: \(block.utf8.count)\r\n\r\n\(block)\r\n\r\n"
        }
        let info =
            "software: Broadsheet/1\r\nbroadsheet-form: 1\r\nbroadsheet-tag: 0123456789ab\r\n"
            + "broadsheet-now: 2026-11-23T05:00:00Z\r\nbroadsheet-edition: 2026-11-23\r\nbroadsheet-shard: 1/2\r\n"
        let of = "WARC-Target-URI: https://a.example/rss\r\n"
        let visit =
            #"{"feed":true,"source":"a","outcome":"fresh","attempts":1,"redirects":[],"nanoseconds":{"total":5}}"#
        return Array(
            [
                record("WARC-Type: warcinfo\r\n", info),
                record("WARC-Type: request\r\n\(of)", "GET /rss HTTP/1.1\r\nhost: a.example\r\n\r\n"),
                record("WARC-Type: response\r\n\(of)", "HTTP/1.1 200 OK\r\nx: y\r\n\r\n<rss/>"),
                record("WARC-Type: metadata\r\nWARC-Target-URI: urn:broadsheet:source:a\r\n", visit),
                record(
                    "WARC-Type: metadata\r\nWARC-Target-URI: urn:broadsheet:end\r\n",
                    #"{"elapsedNanoseconds":9,"notes":[]}"#),
            ].joined().utf8)
    }()

    /// The same as a recorder writes it; none where there is no disk.
    private static let compressedRecord: [[UInt8]] = {
        let path = FileManager.default.temporaryDirectory.appending(path: "broadsheet-fuzz-corpus.warc.gz").path
        let parts = [BugReport.Part(name: "a.txt", contentType: "text/plain", bytes: plainRecord)]
        guard let report = try? BugReport(record: nil, parts: parts, secrets: [], id: 7),
            (try? report.write(to: path, at: Date(timeIntervalSince1970: 0))) != nil,
            let bytes = try? Data(contentsOf: URL(filePath: path))
        else { return [] }
        return [[UInt8](bytes)]
    }()

    private static func texts(_ texts: [String]) -> [[UInt8]] { texts.map { Array($0.utf8) } }

    private static var sampleEdition: Edition {
        let now = Date(timeIntervalSince1970: 1_795_415_400)
        let story = Story(
            id: StoryID(rawValue: "00112233445566ff"), source: "paper", key: "a.example/1",
            link: WebAddress("https://a.example/1"), title: "Ferry returns", published: now, firstSeen: now,
            authors: ["A. Writer"], summary: Markup(.html, "<p>It is <b>back</b>.</p>"), categories: ["x"])
        let cluster = Cluster(
            lead: story, also: [story], score: 0.5,
            explanation: Explanation(factors: [.init(name: "freshness", value: 0.5, reason: "1 h old")], notes: ["n"]))
        let leftOut = Edition.LeftOut(story: story, reason: .perSource, detail: "6", score: 0.25)
        return Edition(
            date: EditionDate(now, in: .gmt), generated: now, sections: [.init(name: "World", clusters: [cluster])],
            leftOut: [leftOut], omissions: Omission.all(of: [leftOut]), sourceTitles: ["paper": "The Paper"],
            sourcesAsked: 2, sourcesAnswered: 1)
    }

    private static var sampleHealth: HealthReport {
        let now = Date(timeIntervalSince1970: 1_795_415_400)
        let date = EditionDate(now, in: .gmt)
        let report = SourceReport(source: "paper", outcome: .fresh, items: 3)
        let night = SourceHealth.RunOutcome(report, on: date, at: now)
        return HealthReport(
            generated: now, edition: date, deadline: .seconds(30), elapsed: .seconds(1), stories: 1, newStories: 1,
            sources: [
                SourceHealth(
                    report: report, title: "The Paper", url: "https://a.example/", provider: "feed", section: "World",
                    lastSuccess: now, history: [night])
            ])
    }
}
