import Foundation
import NewsModel
import Testing

@testable import Curation

@Suite struct DocumentTests {
    private let ownership = DomainOwnership(
        sources: [
            SourceTraits(id: "post", home: SourceHome(address: "https://post.example/feed")),
            SourceTraits(id: "api", home: SourceHome(namesPublishers: true)),
        ], stories: [])

    private func document(
        _ source: SourceID, link: String, key: String? = nil, publisher: String? = nil, namesPublishers: Bool = false
    ) -> Document {
        var story = Story.made("Owl nests", source: source, link: link)
        if let key { story.key = key }
        story.publisher = publisher
        return Document(
            story, traits: SourceTraits(id: source, home: SourceHome(namesPublishers: namesPublishers)),
            ownership: ownership)
    }

    @Test(arguments: [
        ("https://post.example/a", "post.example/a", false), ("https://www.post.example/a", "post.example/a", false),
        ("http://post.example/a", "post.example/a", false),
        ("https://r.example/?u=post.example", "post.example/a", true),
        ("https://notpost.example/a", "post.example/a", true), ("https://post.example:8080/a", "post.example/a", false),
        ("", "post.example/a", true), ("https:/", "post.example/a", true), ("x", "post.example/a", true),
        ("https://post.example", "post.example/a", false),
        ("https://POST.example/a", "post.example/a", false),
    ])
    func aLinkToAnotherSiteIsSentOn(link: String, key: String, isSentOn: Bool) {
        #expect(document("blog", link: link, key: key).isSentOn == isSentOn)
    }

    @Test func theOwnerOfADomainOwnsItsAddresses() {
        #expect(document("post", link: "https://post.example/a").claim == .own)
        #expect(document("blog", link: "https://post.example/a").claim == .others)
        #expect(document("blog", link: "https://blog.example/a").claim == .open)
        #expect(document("api", link: "https://post.example/a").claim == .named)
        #expect(document("api", link: "https://post.example/a").publisher == "post.example")
    }

    @Test func aStoryWithoutAnAddressIsItsSourcesOwn() {
        let own = document("blog", link: "", key: Story.ownKey("owl", of: "blog"))
        #expect(own.key == "blog#owl")
        #expect(own.claim == .own)
        #expect(own.publisher == "blog")
        #expect(!own.isBorrowed && !own.isSentOn)
        let shown = document("blog", link: "https://blog.example/a", key: Story.ownKey("owl", of: "blog"))
        #expect(shown.key == "blog#owl")
        #expect(shown.claim == .own)
        let borrowed = document("blog", link: "https://post.example/a", key: Story.ownKey("owl", of: "blog"))
        #expect(borrowed.isBorrowed)
        #expect(borrowed.key == "post.example/a")
        #expect(borrowed.claim == .others)
        #expect(borrowed.publisher == "blog")
    }

    @Test func anAPIsStoriesAreCarriedByTheirPublishers() {
        let link = "https://news.post.example/a"
        #expect(document("post", link: link, publisher: "The Post").carrier == "post")
        #expect(document("api", link: link, publisher: "The Post", namesPublishers: true).carrier == "api The Post")
        #expect(document("api", link: link, namesPublishers: true).carrier == "api post.example")
        #expect(document("api", link: link, publisher: "The Post").namedPublisher == "post.example")
        #expect(document("api", link: link, publisher: "The Post", namesPublishers: true).namedPublisher == "The Post")
    }

    @Test func namesAreThoseThatATitleMayEndWith() {
        let document = document("post", link: "https://news.herald.example/a", publisher: "The Herald")
        #expect(document.names == ["post", "post", "news.herald.example", "The Herald", "herald"])
        #expect(Document.label(ofHost: "") == [])
    }

    @Test func documentsAreOrderedByDateAddressSourceTitleAndId() {
        let documents = [
            Document.made("a", "Owl", source: "s", age: 3), .made("b", "Owl", source: "s", age: 2, key: "a.example/1"),
            .made("c", "Owl", source: "r", age: 2, key: "b.example/1"),
            .made("d", "Kayak", source: "s", age: 2, key: "b.example/1"),
            .made("e", "Owl", source: "s", age: 2, key: "b.example/1"),
            .made("f", "Owl", source: "s", age: 2, key: "b.example/1"), .made("g", "Owl", source: "s", age: nil),
        ]
        #expect(documents.reversed().sorted(by: Document.precedes).map(\.id) == ["a", "b", "c", "d", "e", "f", "g"])
        #expect(documents[2].precedesByAddress(documents[3]))
        #expect(!documents[3].precedesByAddress(documents[2]))
        #expect(documents[4].precedesByAddress(documents[5]))
        #expect(documents[1].precedesByAddress(documents[2]))
    }

    @Test func aDocumentIsLeftOutWithItsReason() {
        let (document, leftOut) = document("post", link: "https://post.example/a")
            .leftOut(.muted, detail: "owl", score: 2, cause: "blog")
        #expect(leftOut == .init(story: document.story, reason: .muted, detail: "owl", score: 2, cause: "blog"))
    }
}

@Suite struct DocumentTermsValueTests {
    private func terms(_ summary: String, content: String = "", authors: [String] = []) -> DocumentTerms {
        DocumentTerms(
            key: "post.example/a", title: "Owl nests", authors: authors, summary: Markup(.text, summary),
            content: content.isEmpty ? nil : Markup(.html, content))
    }

    private func text(_ bytes: Int) -> String { String(repeating: "x", count: bytes) }

    @Test(arguments: [(0, 0), (1, 1), (79, 1), (80, 2), (1499, 2), (1500, 3), (5000, 3)])
    func fullnessGrowsInSteps(bytes: Int, fullness: Int) {
        #expect(terms(text(bytes)).fullness == fullness)
        #expect(terms("", content: text(bytes)).fullness == fullness)
        #expect(DocumentTerms(title: "Owl", summary: text(bytes)).fullness == fullness)
    }

    @Test func theLongerTextIsItsFullness() {
        #expect(terms(text(10), content: text(1500)).fullness == 3)
        #expect(terms(text(80), content: text(10)).fullness == 2)
    }

    @Test func theOpeningIsThatOfTheSummaryOrElseOfTheText() {
        #expect(terms("One two", content: "<p>three</p>").takeOpening(atMost: 40).map(\.text) == ["one", "two"])
        #expect(terms("", content: "<p>three</p>").takeOpening(atMost: 40).map(\.text) == ["three"])
        #expect(terms("One two three").takeOpening(atMost: 2).map(\.text) == ["one", "two"])
    }

    @Test func whatWasReadAheadIsTheSame() {
        let (read, plain) = (terms("One two"), terms("One two"))
        read.readAhead()
        #expect(read.titleWords == plain.titleWords)
        #expect(read.takeOpening(atMost: 40) == plain.takeOpening(atMost: 40))
        // Once taken it is read again.
        #expect(read.takeOpening(atMost: 40) == plain.takeOpening(atMost: 40))
        read.readAhead()
        #expect(read.takeOpening(atMost: 1).map(\.text) == ["one"])
    }

    @Test func theBeginningOfALongTextIsRead() {
        let filler = String(repeating: "<b>xxxx</b> ", count: 499) + "xxxxxx"
        #expect(filler.utf8.count == 5994)
        #expect(terms("", content: filler + "é later").fullness == 3)
        #expect(terms("", content: String(repeating: "<br>", count: 1500) + text(2000)).fullness == 0)
        #expect(terms("", content: "<!--" + text(6000) + "-->words").takeOpening(atMost: 40).isEmpty)
        #expect(terms("", content: "<!--" + text(5900) + "-->words").takeOpening(atMost: 40).map(\.text) == ["words"])
        #expect(terms(String(repeating: "a", count: 1999) + " beyond").takeOpening(atMost: 40).count == 1)
        #expect(terms(String(repeating: "a", count: 1998) + " within").takeOpening(atMost: 40).count == 2)
    }

    @Test func agencyCopyIsKnownByItsAuthorsAndItsOpening() {
        #expect(terms("", authors: ["Reuters"]).isAgencyCopy)
        #expect(terms("", content: "<p>LORREN (AP) - A dam</p>").isAgencyCopy)
        #expect(!terms("A dam").isAgencyCopy)
    }
}

@Suite struct AgencyCopyTests {
    @Test(arguments: [
        (["Reuters"], true), (["By Jo Doe, Reuters"], true), (["AP"], true), (["Jo Doe, AP"], false),
        (["By AP staff"], true),
        (["ansa"], true), (["Jo Ansa"], false), (["efe desk"], true), (["Jo Doe and Associated Press"], true),
        (["Jo Doe"], false), ([], false), (["Jo Doe", "dpa"], true), (["United Press"], false),
        (["Xinhua, Peking"], true), (["Jo Doe, Kyodo"], true), (["Jo Doe, Lusa"], false),
    ])
    func aShortNameMustBeTheWholeCredit(authors: [String], isCopy: Bool) {
        #expect(AgencyCopy.names(authors, summary: "", host: "post.example") == isCopy)
    }

    @Test(arguments: [(156, true), (157, false)]) func theMarkStandsInTheFirst160Bytes(before: Int, isCopy: Bool) {
        let summary = String(repeating: "x", count: before) + "(AP) A dam"
        #expect(AgencyCopy.names([], summary: summary, host: "post.example") == isCopy)
    }

    @Test(arguments: [
        ("reuters.com", false), ("in.reuters.com", false), ("notreuters.com", true), ("post.example", true),
    ])
    func anAgencysOwnSiteHasNoCopies(host: String, isCopy: Bool) {
        #expect(AgencyCopy.names(["Reuters"], summary: "", host: host) == isCopy)
        #expect(AgencyCopy.names(["Reuters", "dpa"], summary: "", host: host))
    }
}

@Suite struct LinkEvidenceTests {
    private func links(_ html: String, key: String = "weblog.example/7") -> [String] {
        OutgoingLinks.articles(in: [Markup(.html, html, base: "https://weblog.example/")], besides: key)
    }

    private func anchor(_ address: String) -> String { "<a href=\"\(address)\">x</a>" }

    @Test(arguments: [
        ("https://c.example/abcdefghijkl", true), ("https://c.example/abcdefghijk", false),
        ("https://c.example/a/b/c", true),
        ("https://c.example/a/b", false), ("https://c.example/a?id=x", true), ("https://c.example/a7", true),
        ("https://c.example/", false), ("https://weblog.example/2026/another-one", false),
        ("https://www.facebook.com/abcdefghijklmn", false),
    ])
    func longPathsAndNumbersAreArticles(address: String, isArticle: Bool) {
        #expect(links(anchor(address)).count == (isArticle ? 1 : 0))
    }

    @Test(arguments: [(11, 1), (12, 0)]) func aPageWithMoreThanTwelveLinksIsAboutNone(others: Int, found: Int) {
        let html = String(repeating: anchor("/about"), count: others) + anchor("https://c.example/a/b/c")
        #expect(links(html).count == found)
    }

    @Test func anArticleThatIsLinkedTwiceCountsOnce() {
        #expect(links(String(repeating: anchor("https://c.example/a/b/c"), count: 4)) == ["c.example/a/b/c"])
    }

    @Test func plainTextHasNoLinks() {
        #expect(OutgoingLinks.articles(in: [Markup(.text, anchor("https://c.example/a/b/c"))], besides: "x").isEmpty)
    }

    @Test(arguments: [
        "<A HREF='https://c.example/a/b/c'>", "<a title=x href = \"https://c.example/a/b/c\">",
        "<a\nhref=https://c.example/a/b/c >",
        "<p><a href=\"https://c.example/a/b/c", "<a name=top><a href='https://c.example/a/b/c'>",
        "a < b <a href=https://c.example/a/b/c>",
    ])
    func linksAreReadInAnySpelling(html: String) {
        #expect(links(html) == ["c.example/a/b/c"])
    }

    @Test(arguments: [
        "<abbr href='https://c.example/a/b/c'>", "<a>", "<a href>", "<a href=>", "<a", "<",
        "<b href=https://c.example/a/b/c>",
    ])
    func whatIsNoLinkIsNot(html: String) {
        #expect(links(html).isEmpty)
    }

    // MARK: Shared links

    private func shared(_ documents: [Document]) -> [[Int]] {
        let keys = Set(documents.map(\.key))
        return OutgoingLinks.shared(by: documents, at: Array(documents.indices), isAddress: keys.contains).map(
            \.members)
    }

    private func document(_ id: String, _ source: String, key: String? = nil, link: String? = "x.example/a/b/c")
        -> Document
    {
        .made(id, "Title \(id)", source: source, key: key, links: link.map { [$0] } ?? [])
    }

    @Test func aLinkOfTwoSourcesIsShared() {
        #expect(shared([document("a", "s"), document("b", "t")]) == [[0, 1]])
        #expect(shared([document("a", "s"), document("b", "s")]).isEmpty)
        #expect(shared([document("a", "s")]).isEmpty)
    }

    @Test func aLinkToADocumentIsShared() {
        let article = document("c", "u", key: "x.example/a/b/c", link: nil)
        #expect(shared([document("a", "s"), article]) == [[0]])
        #expect(shared([document("a", "s"), document("b", "s"), article]) == [[0, 1]])
        // A link to itself is none.
        #expect(shared([document("c", "u", key: "x.example/a/b/c")]).isEmpty)
    }

    @Test(arguments: [(2, [[0, 1, 2]]), (3, [])]) func aLinkThatASourceSetsOftenIsNoEvidence(
        count: Int, expected: [[Int]]
    ) {
        #expect(shared((0..<count).map { document("\($0)", "s") } + [document("z", "t")]) == expected)
    }

    @Test func aSourceThatSetsALinkOftenLeavesItToOthers() {
        let often = (0..<3).map { document("\($0)", "s") }
        #expect(shared(often + [document("y", "t"), document("z", "u")]) == [[3, 4]])
        let article = document("c", "u", key: "x.example/a/b/c", link: nil)
        #expect(shared(often + [document("y", "t"), article]) == [[3]])
        #expect(shared(often + [article]).isEmpty)
    }
}
