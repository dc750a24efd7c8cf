import NewsModel
import Settings
import Testing

@Suite struct SourceNamingTests {
    private func ids(_ sources: [String], environment: [String: String] = [:]) throws -> [String] {
        let lines = sources.map { "  - {\($0)}\n" }.joined()
        return try Sample.read("sources:\n" + lines, environment: environment).sources.map(\.id.rawValue)
    }

    @Test(arguments: [
        ("feed: 'https://www.example.org/rss.xml'", "example-org"), ("feed: 'https://example.org'", "example-org"),
        ("feed: 'https://Example.ORG:8080/feed/'", "example-org"),
        ("feed: 'https://example.org/world/rss.xml'", "example-org-world"),
        ("feed: 'https://feeds.example.org/News_World/index.rdf'", "feeds-example-org-news-world"),
        ("feed: 'https://me:password@example.org/a'", "example-org-a"), ("feed: 'http://[::1]:80/a'", "1-a"),
        ("feed: 'http://127.0.0.1:99/feed.xml'", "127-0-0-1"),
        ("feed: 'https://example.org/?token=secret-word'", "example-org"),
        ("feed: 'https://münchen.example/'", "munchen-example"), ("hackernews: {list: ask}", "hackernews-ask"),
        ("lobsters: ~", "lobsters-hottest"), ("lobsters: {tags: [swift, c++]}", "lobsters-hottest-swift-c"),
        ("guardian: {key: a, section: world}", "guardian-world"), ("newsapi: {key: a, country: us}", "newsapi-us"),
        ("newsapi: {key: a, q: 'climate AND sea'}", "newsapi-climate-and-sea"),
        ("json: {url: 'https://api.example.org/v1/posts', fields: {title: a, id: b}}", "api-example-org-v1-posts"),
    ])
    func anIDIsMadeOfWhatTheSourceSays(source: String, id: String) throws {
        #expect(try ids([source]) == [id])
    }

    @Test func whatComesFromTheEnvironmentIsInNoID() throws {
        let sources = [
            "feed: 'https://example.org/${SECRET}/x.xml'", "feed: ${ADDRESS}", "guardian: {key: a, q: ${SECRET}}",
        ]
        let environment = ["SECRET": "hush", "ADDRESS": "https://hidden.example/"]
        #expect(try ids(sources, environment: environment) == ["example-org-x", "source", "guardian"])
    }

    @Test func longIDsAreCutAndStayDistinct() throws {
        let path = String(repeating: "long/", count: 20)
        let ids = try ids(["feed: 'https://example.org/\(path)a'", "feed: 'https://example.org/\(path)b'"])
        #expect(ids.allSatisfy { $0.count <= 60 && $0.hasPrefix("example-org-long-long") })
        #expect(Set(ids).count == 2)
    }

    @Test func idsDoNotDependOnTheOrderOfSources() throws {
        let sources = [
            "feed: 'https://example.org/rss.xml'", "feed: 'https://example.org/feed/atom.xml'",
            "feed: 'https://example.org/rss.xml?tag=a'", "feed: 'https://example.org/rss.xml?tag=b'",
        ]
        let forwards = try ids(sources)
        let backwards = try ids(sources.reversed())
        #expect(forwards == backwards.reversed())
        #expect(Set(forwards).count == 4)
        #expect(forwards[0] == "example-org")
    }

    @Test func idsDoNotChangeWhenSourcesAreAdded() throws {
        let sources = ["feed: 'https://example.org/rss.xml'", "feed: 'https://example.org/rss.xml?tag=a'"]
        let before = try ids(sources)
        let after = try ids(
            ["feed: 'https://example.org/world.xml'"] + sources + ["feed: 'https://example.org/rss.xml?tag=b'"])
        #expect(Array(after[1...2]) == before)
    }

    @Test func theSameAddressTwiceIsNumbered() throws {
        let ids = try ids(Array(repeating: "feed: 'https://example.org/rss.xml'", count: 4))
        #expect(Set(ids).count == 4)
        #expect(ids[0] == "example-org")
        #expect(ids[2] == ids[1] + "-2")
        #expect(ids[3] == ids[1] + "-3")
    }

    @Test func aGivenIDIsNeverTaken() throws {
        let ids = try ids(["feed: 'https://example.org/'", "id: example-org, feed: 'https://example.com/'"])
        #expect(ids[1] == "example-org")
        #expect(ids[0].hasPrefix("example-org-"))
    }
}
