import Foundation
import NewsModel
import NewsStore
import TestSupport
import Testing

@testable import Newsroom

@Suite struct ItemPreparationTests {
    private static let now = Stage.night
    private static let source = Source(id: "paper", provider: .feed(url: "https://paper.example/rss"), language: "de")

    private static func prepared(
        _ items: [FeedItem], link: String? = "https://paper.example/", policy: EditionPolicy = EditionPolicy()
    ) -> [(key: String, link: String, title: String)] {
        ItemPreparation(now: now, policy: policy).items(of: Feed(link: link, items: items), from: source)
            .map { ($0.key, $0.link, $0.title) }
    }

    @Test func anItemIsKnownByItsAddress() {
        let found = Self.prepared([FeedItem(title: "A", link: "https://www.paper.example/a?utm_source=rss")])
        #expect(found.map(\.key) == ["paper.example/a"])
        #expect(found.map(\.link) == ["https://www.paper.example/a?utm_source=rss"])
    }

    @Test func anAddressThatSeveralItemsShareTellsNoneOfThemApart() {
        let items = [
            FeedItem(id: "1", title: "A", link: "https://paper.example/"),
            FeedItem(id: "2", title: "B", link: "https://paper.example/"),
        ]
        #expect(Set(Self.prepared(items).map(\.key)).count == 2)
    }

    @Test(arguments: [nil, "javascript:alert(1)", "file:///etc/passwd", "", "not an address"])
    func anItemWithoutAnAddressToFollowLeadsToItsFeedsPage(link: String?) {
        let found = Self.prepared([FeedItem(id: "1", title: "A", link: link)])
        #expect(found.map(\.link) == ["https://paper.example/"])
        #expect(found.map(\.key) == ["paper#1"])
    }

    @Test(arguments: [
        "http://u:pw@192.168.0.1/a", "http://192.168.0.1/a", "//192.168.0.1/a", "http:192.168.0.1/a",
        " HTTP:/fritz.box/a",
        #"http:\\192.168.0.1\a"#, "view-source:http://192.168.0.1/", "https://u:pw@paper.example/a",
        "ht\ntp://192.168.0.1/",
    ])
    func anIdThatIsNoAddressForReadersIsNotPublished(id: String) throws {
        let items = [FeedItem(id: id, title: "A"), FeedItem(id: id + "b", title: "B")]
        let keys = Self.prepared(items).map(\.key)
        #expect(keys == Self.prepared(items).map(\.key) && Set(keys).count == 2)
        for key in keys {
            #expect(key.hasPrefix("paper#"))
            #expect(!["192", "fritz", "pw", "paper.example"].contains { key.contains($0) })
        }
    }

    /// The key is the target's, where a redirect shows it in its address.
    @Test func aRedirectThatShowsAPrivateTargetNamesNone() {
        let link = "https://www.google.com/url?q=http://192.168.0.1/a"
        let found = Self.prepared([FeedItem(id: "1", title: "A", link: link)])
        #expect(found.map(\.key) == ["paper#1"])
    }

    @Test(arguments: ["https://paper.example/?p=12", "tag:paper.example,2026:/a", "urn:uuid:1", "12"])
    func anyOtherIdStaysAsItIs(id: String) {
        #expect(Self.prepared([FeedItem(id: id, title: "A")]).map(\.key) == ["paper#" + id])
    }

    @Test func anItemWithoutATitleGetsOneFromItsText() {
        let text =
            "The ferry to the islands sails again after three weeks of storm, and the harbour is full of people who came."
        let found = Self.prepared([
            FeedItem(link: "https://paper.example/a", summary: Markup(.html, "<p>\(text)</p>")),
            FeedItem(link: "https://www.paper.example/2026/b/?from=feed"),
        ])
        #expect(found[0].title.hasPrefix("The ferry to the islands"))
        #expect(found[0].title.hasSuffix("…"))
        #expect(found[1].title == "paper.example/2026/b")
    }

    @Test func anItemThatTellsNothingIsLeftOut() {
        let audio = Enclosure(url: "https://paper.example/a.mp3")
        let found = Self.prepared([
            FeedItem(), FeedItem(id: "1", published: Self.now), FeedItem(title: " ", summary: Markup(.html, "<p></p>")),
            FeedItem(id: "2", enclosures: [audio]),
        ])
        #expect(found.map(\.title) == ["paper.example/a.mp3"])
    }

    @Test func aTitleHasSoManyCharactersAndNoneIsMadeOfHundredsOfMarks() {
        let plain = String(repeating: "ä", count: 301)
        let marked = String(repeating: "a" + String(repeating: "\u{301}", count: 4000), count: 3)
        let titles = Self.prepared([FeedItem(id: "1", title: plain), FeedItem(id: "2", title: marked)]).map(\.title)
        #expect(titles[0].count == 300)
        #expect(titles[1].unicodeScalars.count <= 1200)
    }

    @Test func whatIsTooOldForAnyEditionIsLeftAtTheDoor() {
        let items = [71.0, 73.0].map { hours in
            FeedItem(
                title: "\(hours)", link: "https://paper.example/\(Int(hours))",
                published: Self.now.addingTimeInterval(-hours * 3600))
        }
        #expect(Self.prepared(items).map(\.title) == ["71.0"])
        #expect(Self.prepared(items, policy: EditionPolicy(window: .last(.seconds(3600)))).count == 2)
    }

    @Test func theLanguageComesFromTheItemTheSourceOrTheFeed() {
        let items = [FeedItem(title: "A", link: "https://a.example/", language: "fr"), FeedItem(title: "B")]
        let found = ItemPreparation(now: Self.now, policy: EditionPolicy())
            .items(of: Feed(language: "en", items: items), from: Self.source)
        #expect(found.map(\.item.language) == ["fr", "de"])
    }
}

/// What an item may carry into the state and onto pages, at each bound and one past it.
@Suite struct ItemLimitsTests {
    private static let source = Source(id: "paper", provider: .feed(url: "https://paper.example/rss"))
    private static let privateSource = Source(id: "nas", provider: .feed(url: "http://192.168.1.5/rss"))

    private static func story(
        _ item: FeedItem, of source: Source = source, allowsPrivate: Bool = false
    ) -> PreparedItem? {
        ItemPreparation(now: Stage.night, policy: EditionPolicy(), allowsPrivate: allowsPrivate)
            .items(of: Feed(link: "https://paper.example/", items: [item]), from: source).first
    }

    private static func text(_ count: Int) -> String { String(repeating: "x", count: count) }

    @Test func anAddressThatLeadsIntoAPrivateNetworkIsNone() {
        let item = FeedItem(
            title: "A", link: "http://192.168.1.1/setup", enclosures: [Enclosure(url: "http://10.0.0.1/a.mp3")],
            image: "http://router/a.png", discussion: "https://paper.example/talk")
        let story = Self.story(item)
        #expect(story?.link == "https://paper.example/talk")
        #expect(story?.key == "paper.example/talk")
        #expect(story?.item.image == nil && story?.item.enclosures.isEmpty == true)
        #expect(Self.story(item, allowsPrivate: true)?.link == "https://paper.example/talk")
    }

    @Test func aPrivateSourceLeadsToItselfWhereTheUserAllowsThat() {
        let item = FeedItem(id: "1", title: "A", link: "http://192.168.1.5/a", image: "http://192.168.1.1/a.png")
        let allowed = Self.story(item, of: Self.privateSource, allowsPrivate: true)
        #expect(allowed?.link == "http://192.168.1.5/a" && allowed?.item.image == nil)
        #expect(Self.story(item, of: Self.privateSource)?.link == "https://paper.example/")
    }

    @Test func aLinkThatIsTooLongIsNone() {
        let start = "https://paper.example/"
        let longest = start + Self.text(4096 - start.utf8.count)
        #expect(Self.story(FeedItem(title: "A", link: longest))?.link == longest)
        #expect(Self.story(FeedItem(title: "A", link: longest + "x"))?.link == start)
    }

    @Test func anIdThatIsTooLongStaysTheSameIdAndNoOther() {
        let key = { (id: String) in Self.story(FeedItem(id: id, title: "A"))?.key ?? "" }
        let longest = Self.text(4096)
        #expect(key(longest) == "paper#" + longest)
        #expect(key(longest + "y").utf8.count < 256)
        #expect(key(longest + "y") == key(longest + "y"))
        #expect(key(longest + "y") != key(longest + "z"))
    }

    @Test func ofManyNamesAndFilesTheFirstAreKept() {
        let item = FeedItem(
            title: "A", authors: (0..<33).map { "n\($0)" }, categories: (0..<65).map { "c\($0)" },
            enclosures: (0..<65).map { Enclosure(url: "https://paper.example/\($0)") },
            language: Self.text(200), publisher: Self.text(1000))
        let kept = Self.story(item)?.item
        #expect(kept?.authors.count == 32 && kept?.categories.count == 64 && kept?.enclosures.count == 64)
        #expect(kept?.language == nil && kept?.publisher?.utf8.count == 512)
        let long = Self.story(FeedItem(title: "A", authors: [Self.text(513)], categories: [Self.text(512)]))?.item
        #expect(long?.authors == [Self.text(512)] && long?.categories == [Self.text(512)])
    }

    @Test(arguments: [
        "\u{200B}\u{200B}", "\u{AD}", "\u{3164}", "\u{2800}\u{2800}", "\u{E0041}\u{E0042}", "\u{FE0F}", "\u{34F}",
        "\u{115F}\u{1160}",
        "\u{FFA0}", "\u{180E}", "\u{2060}\u{2062}", "\u{202E}\u{202C}", "\u{301}", " \u{3000}\u{2003} ", "\u{1D173}",
        "\u{7}",
    ])
    func aHeadlineThatShowsNothingIsNone(title: String) {
        let text = Markup(.html, "<p>The ferry sails again</p>")
        #expect(Self.story(FeedItem(id: "1", title: title, summary: text))?.title == "The ferry sails again")
        #expect(Self.story(FeedItem(id: "1", title: title, summary: Markup(.text, title))) == nil)
    }

    @Test(arguments: ["?", "…", "北", "👩‍👩‍👧", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "é", "क्"])
    func aHeadlineOfOneSignIsOne(title: String) {
        #expect(Self.story(FeedItem(id: "1", title: title))?.title == title)
    }

    @Test(arguments: [
        ("  a \n\t b ", "a b"), ("a\u{202E}b\u{2069}", "ab"), ("\u{A0}a\u{2003}b\u{7}", "a b"), ("\u{FEFF}a", "a"),
        (String(repeating: "n", count: 299) + " b", String(repeating: "n", count: 299)),
    ])
    func aHeadlineIsCleanedWhereItEnters(title: String, expected: String) {
        #expect(Self.story(FeedItem(id: "1", title: title))?.title == expected)
    }

    @Test func aHeadlineOfOneEndlessCharacterIsCut() {
        let title = "e" + String(repeating: "\u{301}", count: 100_000)
        #expect((Self.story(FeedItem(id: "1", title: title))?.title.utf8.count ?? .max) <= 1200)
    }
}
