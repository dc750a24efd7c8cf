import Foundation
import Testing

@testable import SimulatedWorld

@Suite struct FeedFormTests {
    private static let article = Article(
        id: "https://a.example/1", link: "https://a.example/1?x=1&y=2", title: "Salt & <pepper>",
        summary: "“Hot” & cold.",
        paragraphs: ["One & two."], author: "Desk", categories: ["World"], published: monday, updated: nil,
        image: "https://a.example/1.jpg")

    private func text(_ form: SimulatedSource.FeedForm, _ articles: [Article]) -> String {
        let feed = FeedDocument(
            title: "A & B", home: "https://a.example/", description: "News", hasFullText: true,
            updated: UTCTime(monday), articles: articles)
        return feed.written(as: form).text
    }

    @Test(arguments: SimulatedSource.FeedForm.allCases.filter { $0 != .jsonFeed })
    func xmlFormsAreBalancedAndEscaped(form: SimulatedSource.FeedForm) {
        let text = text(form, [Self.article])
        #expect(TagBalance.problem(in: text) == nil)
        #expect(text.contains("<title>Salt &amp; &lt;pepper&gt;</title>"))
        #expect(text.contains("https://a.example/1?x=1&amp;y=2"))
    }

    @Test func jsonFeedIsJSON() throws {
        let object = try JSONSerialization.jsonObject(with: Data(text(.jsonFeed, [Self.article]).utf8))
        let feed = try #require(object as? [String: Any])
        let item = try #require((feed["items"] as? [[String: Any]])?.first)
        #expect(feed["version"] as? String == "https://jsonfeed.org/version/1.1")
        #expect(item["title"] as? String == "Salt & <pepper>")
        #expect(item["date_published"] as? String == "2026-11-23T06:00:00Z")
        #expect((item["content_html"] as? String)?.hasSuffix("<p>One &amp; two.</p>") == true)
    }

    @Test(arguments: [
        (SimulatedSource.FeedForm.rss091, 0), (.rss092, 0), (.rss20, 1), (.rss10, 1), (.atom, 2), (.jsonFeed, 1),
    ])
    func datesStandWhereTheFormHasThem(form: SimulatedSource.FeedForm, count: Int) {
        var undated = Self.article
        undated.published = nil
        #expect(dates(in: text(form, [Self.article])) - dates(in: text(form, [undated])) == count)
    }

    private func dates(in text: String) -> Int {
        text.ranges(of: "2026-11-23T06:00:00Z").count + text.ranges(of: "Mon, 23 Nov 2026 06:00:00 GMT").count
    }

    @Test(arguments: SimulatedSource.FeedForm.allCases)
    func aFeedWithoutEntriesIsSound(form: SimulatedSource.FeedForm) {
        let text = text(form, [])
        #expect(form == .jsonFeed || TagBalance.problem(in: text) == nil)
        #expect(!text.contains("a.example/1"))
    }

    @Test func jsonStringsEscapeWhatTheyMust() {
        #expect(JSONText.quoted("a\"b\\c\n\u{1}é") == "\"a\\\"b\\\\c\\n\\u0001é\"")
    }
}
