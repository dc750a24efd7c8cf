import NewsModel
import Settings
import TestSupport
import Testing

@Suite struct SourceTests {
    @Test func readsEverythingThatASourceSays() throws {
        let settings = try Sample.read(
            """
            sources:
              - feed: https://example.org/rss.xml
                id: harbour-post
                section: World
                weight: 1.2
                title: The Harbour Post
                headers: {Authorization: "Bearer ${TOKEN}", Accept: text/xml}
                limit: 20
                timeout: 5s
                language: fr
                user-agent: Me/1.0
                only: [sea, harbour]
                skip: [sponsored]
                paused: true
            """, environment: ["TOKEN": "abcdefgh"])
        let headers = [
            Source.Header(name: "Authorization", value: Secret("Bearer abcdefgh")),
            Source.Header(name: "Accept", value: Secret("text/xml")),
        ]
        var expected = Source(
            id: "harbour-post", provider: .feed(url: "https://example.org/rss.xml"), section: "World", weight: 1.2,
            title: "The Harbour Post", headers: headers, limit: 20, timeout: .seconds(5), language: "fr",
            userAgent: "Me/1.0", only: ["sea", "harbour"], skip: ["sponsored"], isPaused: true
        )
        expected.line = 2
        #expect(settings.sources == [expected])
    }

    @Test(arguments: ["sources:", "sources: []", "sources: ~"])
    func anEmptyListIsAMistake(text: String) {
        #expect(
            Sample.mistakes(text) == [
                "1:1: `sources` lists nothing; add a source on a line of its own, such as `- feed: https://example.org/rss.xml`"
            ])
    }

    @Test func noListIsAMistake() {
        #expect(
            Sample.mistakes("title: x") == [
                "1:1: the configuration needs `sources`, "
                    + "a list, each of its sources begun by a dash as in `- feed: https://example.org/rss.xml`"
            ])
    }

    @Test func aSourceHasExactlyOneProvider() {
        let mistakes = Sample.mistakes("sources:\n  - {title: x}\n  - {feed: 'https://a.example/', hackernews: {}}\n")
        #expect(
            mistakes == [
                "2:5: a source needs an address or a provider: one of `feed`, `hackernews`, `lobsters`, `guardian`, `newsapi`, `json` or `opml`",
                "3:5: a source has one provider, but here are `feed` and `hackernews`; make a source of each",
            ])
    }

    @Test func aBareAddressIsNoSource() {
        #expect(
            Sample.mistakes("sources:\n  - https://a.example/") == [
                "2:5: a source is a mapping such as `feed: https://example.org/rss.xml`, not a single value"
            ])
    }

    @Test func anIDGivenTwiceNamesBothLines() {
        let mistakes = Sample.mistakes(
            "sources:\n  - {id: a, feed: 'https://a.example/'}\n  - {id: a, feed: 'https://b.example/'}\n")
        #expect(mistakes == ["3:10: the id `a` stands here and on line 2; give each source its own"])
    }

    @Test(arguments: ["a", "0", "x0001", "a.b_c-d", String(repeating: "a", count: 60)])
    func soundIDsAreTaken(id: String) throws {
        #expect(try Sample.source("id: \(id), feed: 'https://a.example/'")?.id == SourceID(rawValue: id))
    }

    @Test(arguments: ["A", "'a b'", "-a", ".a", "_a", "ä", "a/b", "''", "..", String(repeating: "a", count: 61)])
    func otherIDsComeWithTheRule(id: String) {
        let mistakes = Sample.mistakes(ofSource: "id: \(id), feed: 'https://a.example/'")
        let rule = "; it is 1 to 60 of a-z, 0-9, `.`, `_` and `-`, and begins with a letter or a digit"
        #expect(mistakes.count == 1)
        #expect(mistakes.first?.hasSuffix(rule) == true)
    }

    @Test(arguments: [
        ("{Host: x}", "1:53: the header `Host` follows from the request itself; remove it"),
        ("{'X Y': x}", "1:53: `X …` is no name of a header; it is letters, digits and `-`, followed by a colon"),
        ("{a: 1, A: 2}", "1:59: the header `A` stands here twice; capitals make no difference; keep one"),
        ("{Authorization Bearer x}", "1:53: is a colon and a space missing behind `Authorization`?"),
        (
            "{X-A: \"a\\r\\nB: c\"}",
            "1:58: `headers: X-A` is a line of text; it holds a line break or a control character"
        ),
        ("[a]", "1:52: `headers` is a mapping such as {Authorization: \"Bearer ${TOKEN}\"}, not a list"),
    ])
    func brokenHeadersAreExplained(headers: String, mistake: String) {
        #expect(Sample.mistakes(ofSource: "feed: 'https://a.example/rss', headers: \(headers)") == [mistake])
    }

    @Test(arguments: [
        ("sections: [World, World]", "1:19: the section `World` stands here and on line 1; keep one"),
        ("sections: [{match: [a]}]", "1:12: an entry of `sections` needs `name`, a name such as World"),
        (
            "sections: [{name: A, match: a}]",
            "1:29: `sections.match` is a list such as [telescope, /science/], not a single value"
        ),
        ("notify: [{}]", "1:10: an entry of `notify` needs `websub` or `webhook`"),
        (
            "notify: [{webhook: {secret: x}}]",
            "1:20: `webhook` needs `url`, an address such as https://example.org/hook"
        ),
        (
            "notify: [{websub: 'https://a.example/', webhook: {url: 'https://a.example/'}}]",
            "1:10: an entry of `notify` is one of `websub` and `webhook`; make two of it"
        ),
        (
            "notify: ['https://a.example/']",
            "1:10: an entry of `notify` is {websub: https://hub.example/} or {webhook: {url: https://example.org/hook}}, "
                + "not a single value"
        ),
    ])
    func brokenEntriesAreExplained(lines: String, mistake: String) {
        #expect(Sample.mistakes(in: lines) == [mistake])
    }
}
