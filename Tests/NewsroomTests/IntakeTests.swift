import Foundation
import NewsModel
import NewsStore
import Testing

@testable import Newsroom

@Suite struct IntakeTests {
    private static let now = Stage.night
    private static let source = Source(id: "paper", provider: .feed(url: "https://paper.example/rss"), language: "de")

    private static func intake(
        _ items: [FeedItem], link: String? = "https://paper.example/", policy: EditionPolicy = EditionPolicy()
    ) -> [(key: String, link: String, title: String)] {
        Intake(now: now, policy: policy).stories(of: Feed(link: link, items: items), from: source)
            .map { ($0.key, $0.link, $0.title) }
    }

    @Test func anItemIsKnownByItsAddress() {
        let found = Self.intake([FeedItem(title: "A", link: "https://www.paper.example/a?utm_source=rss")])
        #expect(found.map(\.key) == ["paper.example/a"])
        #expect(found.map(\.link) == ["https://www.paper.example/a?utm_source=rss"])
    }

    @Test func anAddressThatSeveralItemsShareTellsNoneOfThemApart() {
        let items = [
            FeedItem(id: "1", title: "A", link: "https://paper.example/"),
            FeedItem(id: "2", title: "B", link: "https://paper.example/"),
        ]
        #expect(Set(Self.intake(items).map(\.key)).count == 2)
    }

    @Test(arguments: [nil, "javascript:alert(1)", "file:///etc/passwd", "", "not an address"])
    func anItemWithoutAnAddressToFollowLeadsToItsFeedsPage(link: String?) {
        let found = Self.intake([FeedItem(id: "1", title: "A", link: link)])
        #expect(found.map(\.link) == ["https://paper.example/"])
        #expect(found.map(\.key) == ["paper#1"])
    }

    @Test func anItemWithoutATitleGetsOneFromItsText() {
        let text = "The ferry to the islands sails again after three weeks of storm, and the harbour is full of people."
        let found = Self.intake([
            FeedItem(link: "https://paper.example/a", summary: Markup(.html, "<p>\(text)</p>")),
            FeedItem(link: "https://paper.example/b"),
        ])
        #expect(found[0].title.hasPrefix("The ferry to the islands"))
        #expect(found[0].title.hasSuffix("…"))
        #expect(found[1].title == "Untitled")
    }

    @Test func aTitleHasSoManyCharactersAndNoneIsMadeOfHundredsOfMarks() {
        let plain = String(repeating: "ä", count: 301)
        let marked = String(repeating: "a" + String(repeating: "\u{301}", count: 4000), count: 3)
        let titles = Self.intake([FeedItem(id: "1", title: plain), FeedItem(id: "2", title: marked)]).map(\.title)
        #expect(titles[0].count == 300)
        #expect(titles[1].unicodeScalars.count <= 1200)
    }

    @Test func whatIsTooOldForAnyEditionIsLeftAtTheDoor() {
        let items = [71.0, 73.0].map { hours in
            FeedItem(
                title: "\(hours)", link: "https://paper.example/\(Int(hours))",
                published: Self.now.addingTimeInterval(-hours * 3600))
        }
        #expect(Self.intake(items).map(\.title) == ["71.0"])
        #expect(Self.intake(items, policy: EditionPolicy(window: .last(.seconds(3600)))).count == 2)
    }

    @Test func theLanguageComesFromTheItemTheSourceOrTheFeed() {
        let items = [FeedItem(title: "A", link: "https://a.example/", language: "fr"), FeedItem(title: "B")]
        let found = Intake(now: Self.now, policy: EditionPolicy())
            .stories(of: Feed(language: "en", items: items), from: Self.source)
        #expect(found.map(\.item.language) == ["fr", "de"])
    }
}
