import NewsModel
import Settings
import Testing

@Suite struct ProviderTests {
    @Test func hackerNewsNeedsNoKeys() throws {
        let plain = try Sample.provider("hackernews")
        #expect(try Sample.read("sources:\n  - hackernews:\n").sources.first?.provider == plain)
        #expect(plain["list"] == "top")
        #expect(plain.number("limit") == 30)
        #expect(plain.address == "https://hacker-news.firebaseio.com/v0")
        let source = try Sample.source("hackernews: {list: best, limit: 500, base: 'http://127.0.0.1:80/v0'}")
        let values = ["list": "best", "limit": "500", "base": "http://127.0.0.1:80/v0"]
        #expect(try source?.provider == Sample.provider("hackernews", values))
        #expect(source?.provider.address == "http://127.0.0.1:80/v0")
    }

    @Test func lobstersTakesAListOrTags() throws {
        #expect(try Sample.source("lobsters: ~")?.provider == Sample.provider("lobsters"))
        let plain = try Sample.provider("lobsters")
        #expect(plain["list"] == "hottest")
        #expect(plain.number("limit") == 25)
        #expect(plain.address == "https://lobste.rs")
        let source = try Sample.source("lobsters: {list: newest, limit: 60, tags: [swift, c++], base: 'http://a.b:1/'}")
        let values = ["list": "newest", "limit": "60", "tags": "swift,c++", "base": "http://a.b:1"]
        #expect(try source?.provider == Sample.provider("lobsters", values))
    }

    @Test func guardianTakesTheParametersOfItsAPI() throws {
        let source = try Sample.source(
            "guardian: {key: ${GUARDIAN_API_KEY}, q: a AND b, section: world, from-date: 2026-11-22, page-size: 200}",
            environment: ["GUARDIAN_API_KEY": "abc\n"])
        let values = ["q": "a AND b", "section": "world", "from-date": "2026-11-22", "page-size": "200"]
        let provider = try Sample.provider("guardian", values, key: "abc", keyVariable: "GUARDIAN_API_KEY")
        #expect(source?.provider == provider)
        #expect(provider.address == "https://content.guardianapis.com")
    }

    @Test func newsAPITakesTheParametersOfItsAPI() throws {
        let source = try Sample.source("newsapi: {key: abc, endpoint: everything, q: climate, sortBy: popularity}")
        let values = ["endpoint": "everything", "q": "climate", "sortBy": "popularity"]
        #expect(try source?.provider == Sample.provider("newsapi", values, key: "abc"))
    }

    @Test func jsonTakesPathsAndTemplates() throws {
        let source = try Sample.source(
            "json: {url: 'https://a.example/api', items: 'data.posts[0].list', "
                + "fields: {title: '\"dc.title\"|headline', link: 'https://a.example/{id}', published: at}}")
        let values = [
            "url": "https://a.example/api", "items": "data.posts[0].list", "fields.title": "\"dc.title\"|headline",
            "fields.link": "https://a.example/{id}", "fields.published": "at",
        ]
        #expect(try source?.provider == Sample.provider("json", values))
        #expect(source?.provider.address == "https://a.example/api")
    }

    @Test(arguments: [
        (
            "hackernews: {list: jobs}",
            "1:31: `hackernews.list` is one of `top`, `new`, `best`, `ask`, `show` or `job`, not `jobs`; did you mean `job`?"
        ),
        ("hackernews: {limit: 501}", "1:32: `hackernews.limit` is a whole number from 1 to 500, not `501`"),
        ("hackernews: top", "1:24: `hackernews` is a mapping such as {list: top, limit: 30}, not a single value"),
        (
            "lobsters: {list: hot}",
            "1:29: `lobsters.list` is one of `hottest`, `newest` or `active`, not `hot`"
        ),
        (
            "lobsters: {tags: swift}",
            "1:29: `lobsters.tags` is a list such as [swift, compsci], not a single value"
        ),
        ("lobsters: {tags: [a, 'b/c']}", "1:33: `lobsters.tags` is a tag such as swift, not `b/c`"),
        ("guardian: {section: world}", "1:22: `guardian` needs `key`, an API key such as ${GUARDIAN_API_KEY}"),
        ("guardian: ~", "1:22: `guardian` needs `key`, an API key such as ${GUARDIAN_API_KEY}"),
        (
            "guardian: {key: 'a b'}",
            "1:28: `guardian.key` is an API key such as ${GUARDIAN_API_KEY}; it holds a space or a line break"
        ),
        ("guardian: {key: a, page-size: 201}", "1:42: `guardian.page-size` is a whole number from 1 to 200, not `201`"),
        (
            "guardian: {key: a, from-date: today}",
            "1:42: `guardian.from-date` is a date such as 2026-11-22, not `today`"
        ),
        (
            "guardian: {key: a, order-by: new}",
            "1:41: `guardian.order-by` is one of `newest`, `oldest` or `relevance`, not `new`"
        ),
        (
            "newsapi: {key: a}",
            "1:21: `newsapi` with `top-headlines` needs one of `country`, `category`, `sources` or `q`"
        ),
        (
            "newsapi: {key: a, endpoint: everything}",
            "1:21: `newsapi` with `everything` needs one of `q`, `sources` or `domains`"
        ),
        (
            "newsapi: {key: a, q: b, sortBy: popularity}",
            "1:36: `newsapi.sortBy` is for the other search; write `endpoint: everything`, or remove it"
        ),
        (
            "newsapi: {key: a, endpoint: everything, q: b, country: us}",
            "1:58: `newsapi.country` is for the other search; write `endpoint: top-headlines`, or remove it"
        ),
        (
            "newsapi: {key: a, country: us, sources: b}",
            "1:43: `newsapi.sources` cannot stand beside `country`; make two sources of it"
        ),
        (
            "newsapi: {key: a, q: b, pageSize: 101}",
            "1:46: `newsapi.pageSize` is a whole number from 1 to 100, not `101`"
        ),
        (
            "json: {fields: {title: a, id: b}}",
            "1:18: `json` needs `url`, an address such as https://example.org/api/posts"
        ),
        (
            "json: {url: 'https://a.example/'}",
            "1:18: `json` needs `fields`, a mapping such as {title: headline, link: permalink}"
        ),
        (
            "json: {url: 'https://a.example/', fields: {title: a}}",
            "1:54: `json.fields` needs `link` or `id`, the path to it in an item, as in {title: headline, link: permalink}"
        ),
    ])
    func brokenProvidersAreExplained(source: String, mistake: String) {
        #expect(Sample.mistakes(ofSource: source) == [mistake])
    }

    @Test(arguments: [
        "a", "a.b", "a[0]", "[0]", "[0].a", "a[0][1].b", "\"a.b\".c", "a|b.c", "a b.c", "@id", "https://x/{a.b}",
    ])
    func soundPathsAreTaken(path: String) {
        #expect(mistakes(ofPath: path).isEmpty)
    }

    @Test(arguments: [
        "", ".", "a.", ".a", "a..b", "a[", "a[x]", "a[-1]", "a]b", "\"a", "a|", "|a", "$.a", "{a", "a}", "x{}", "[0]a",
    ])
    func brokenPathsAreExplained(path: String) {
        #expect(mistakes(ofPath: path).count == 1)
    }

    private func mistakes(ofPath path: String) -> [String] {
        Sample.mistakes(ofSource: "json: {url: 'https://a.example/', fields: {title: '\(path)', id: b}}")
    }
}
