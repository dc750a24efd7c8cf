import Foundation
import NewsModel
import Testing

@testable import Curation

@Suite struct OutgoingLinksTests {
    private func links(_ html: String) -> [String] {
        var story = Story.made("Well, that was predictable", source: "weblog")
        story.content = Markup(.html, html, base: "https://weblog.example/7")
        return OutgoingLinks.articles(in: [story.summary, story.content].compactMap { $0 }, besides: story.key)
    }

    @Test func articlesOnOtherSitesAreFound() {
        let html =
            #"See <a class=x href="https://www.courier.example/2026/dam-gives-way?utm_source=w&amp;id=2">this</a>."#
        #expect(links(html) == ["courier.example/2026/dam-gives-way?id=2"])
    }

    @Test(arguments: [
        #"<a href="/about/this/weblog">about</a>"#, #"<a href="https://courier.example/">front page</a>"#,
        #"<a href='https://twitter.com/courier/status/123'>tweet</a>"#, #"<a href=mailto:x@y.example>mail</a>"#,
        #"<link href="https://courier.example/2026/dam-gives-way">"#,
    ])
    func otherLinksAreNot(html: String) {
        #expect(links(html).isEmpty)
    }

    @Test(arguments: [(3, 3), (4, 0)])
    func textWithManyLinksIsAboutNone(count: Int, found: Int) {
        let html = (0..<count).map { #"<a href="https://courier.example/2026/story-\#($0)">x</a>"# }.joined()
        #expect(links(html).count == found)
    }
}
