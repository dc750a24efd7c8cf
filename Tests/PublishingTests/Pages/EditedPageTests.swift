import Foundation
import NewsModel
import TestSupport
import Testing
import WebText

@testable import Publishing

/// What an editor would have made of the pages.
@Suite struct EditedPageTests {
    private func render(_ publication: Publication) throws -> [SiteFile] {
        try SiteRenderer(templates: nil, language: publication.site.language).render(publication)
    }

    @Test func showsNoPictureTwice() throws {
        var clusters = (0..<4).map { Samples.cluster($0) }
        for index in clusters.indices { clusters[index].lead.image = "https://a.example/same.jpg" }
        var site = SitePolicy(title: "A")
        site.images = .linked
        let page = try render(Samples.publication([Samples.edition(Samples.date, clusters)], site: site))
            .text("index.html")
        #expect(page.components(separatedBy: "same.jpg").count == 2)
        #expect(page.contains("<img class=\"picture\"") && !page.contains("loading=\"lazy\""))
    }

    /// Columns are not filled up beside a picture that the page has already, and does not show again.
    @Test(arguments: [("same.jpg", true), ("other.jpg", false)])
    func countsOnNoPictureThatThePageHasAlready(name: String, hasList: Bool) throws {
        var clusters = (0..<11).map { Samples.cluster($0) }
        clusters[0].lead.image = "https://a.example/same.jpg"
        clusters[2].lead.image = "https://a.example/\(name)"
        var site = SitePolicy(title: "A")
        site.images = .linked
        let page = try render(Samples.publication([Samples.edition(Samples.date, clusters)], site: site))
            .text("index.html")
        #expect(page.contains("<div class=\"briefs ") == hasList)
    }

    @Test(arguments: [(100, false), (121, true)])
    func foldsALongText(words: Int, isFolded: Bool) throws {
        var cluster = Samples.cluster(0)
        cluster.lead.content = Markup(.html, "<p>" + String(repeating: "word ", count: words) + "</p>")
        let site = SitePolicy(content: .full)
        let page = try render(Samples.publication([Samples.edition(Samples.date, [cluster])], site: site))
            .text("index.html")
        #expect(page.contains("<div class=\"content\""))
        #expect(page.contains("<summary>The whole text, \(words) words</summary>") == isFolded)
        #expect(page.contains("What happened in story 0.") == isFolded)
    }

    @Test func aTextThatIsOnlyAPictureIsShown() throws {
        var cluster = Samples.cluster(0)
        cluster.lead.summary = nil
        cluster.lead.content = Markup(.html, "<img src=\"https://a.example/1.png\" width=\"800\" height=\"600\">")
        var site = SitePolicy(content: .full)
        site.images = .linked
        let page = try render(Samples.publication([Samples.edition(Samples.date, [cluster])], site: site))
            .text("index.html")
        #expect(page.contains("https://a.example/1.png") && !page.contains("The whole text, 0"))
    }

    @Test(arguments: [("Story number 0", false), ("Story number 0.", false), ("Story number 0 goes on", true)])
    func showsNoTextThatOnlySaysTheHeadlineAgain(text: String, isShown: Bool) throws {
        var cluster = Samples.cluster(0)
        cluster.lead.content = Markup(.html, "<p>\(text)</p>")
        let edition = Samples.edition(Samples.date, [cluster])
        let page = try render(Samples.publication([edition], site: SitePolicy(content: .full))).text("index.html")
        #expect(page.contains("<div class=\"content\"") == isShown)
    }

    @Test(arguments: [
        ("<p>One.</p><pre>let a = 1</pre>", true), ("<p>One with <a href='https://a.example/'>a link</a>.</p>", true),
        ("<p>One.</p>", false),
    ])
    func aSummaryThatIsTheWholeTextIsShownAsThat(text: String, isShown: Bool) throws {
        var cluster = Samples.cluster(0)
        (cluster.lead.summary, cluster.lead.content) = (Markup(.html, text), nil)
        let edition = Samples.edition(Samples.date, [cluster])
        let page = try render(Samples.publication([edition], site: SitePolicy(content: .full))).text("index.html")
        #expect(page.contains("<div class=\"content\"") == isShown)
        let data = String(decoding: EditionDocument.bytes(of: edition, content: .full), as: UTF8.self)
        #expect(data.contains("\"content\":") == isShown)
    }

    @Test func leavesReasonsOutWhereTheyAreNotWanted() throws {
        var site = SitePolicy(title: "A")
        #expect(try render(Samples.publication(site: site)).text("index.html").contains("class=\"why\""))
        site.showsReasons = false
        #expect(try !render(Samples.publication(site: site)).text("index.html").contains("class=\"why\""))
    }

    /// The stories that grew are known by what bound them to those told before.
    @Test func leadsFromAnUpdateToTheStoryThatItUpdates() throws {
        let yesterday = Samples.date.adding(days: -1)
        var cluster = Samples.cluster(1, updates: yesterday)
        cluster.explanation.bonds = [
            .init(one: cluster.lead.id, other: Samples.story(7).id, evidence: .sameTitle)
        ]
        let editions = [
            Samples.edition(Samples.date, [Samples.cluster(0), cluster]),
            Samples.edition(yesterday, [Samples.cluster(6), Samples.cluster(7)]),
        ]
        let page = try render(Samples.publication(editions)).text("index.html")
        #expect(page.contains("<a href=\"2026/11/22/index.html#s-0000000000000017\">Update</a>"))
    }

    @Test func groupsFailuresThatAreAlike() throws {
        let sources = (0..<5).map { Samples.source(SourceID(rawValue: "s\($0)"), [.late], $0 < 4 ? "slow" : "other") }
        let page = try render(Samples.publication(health: Samples.health(sources))).text("health.html")
        #expect(page.contains("<details><summary>4 sources</summary>"))
        #expect(page.components(separatedBy: "<tr class=").count == 3)
        for number in 0..<5 { #expect(page.contains("id=\"source-s\(number)\"")) }
    }

    /// It would stand on the page twice, under one id.
    @Test func tellsOfASourceThatMovedOnce() throws {
        var sources = (0..<4).map { Samples.source(SourceID(rawValue: "s\($0)"), [.late], "slow") }
        sources[1].moved = "https://new.example/"
        let page = try render(Samples.publication(health: Samples.health(sources))).text("health.html")
        #expect(page.contains("<details><summary>3 sources</summary>"))
        #expect(page.components(separatedBy: "id=\"source-s1\"").count == 2)
    }

    @Test func countsWhatIsFineOfVeryManySources() throws {
        let sources = (0..<10_000).map {
            Samples.source(SourceID(rawValue: "s\($0)"), [.fresh, $0 % 20 == 0 ? .late : .fresh], "\($0 % 1000)")
        }
        let page = try render(Samples.publication(health: Samples.health(sources))).text("health.html")
        #expect(page.utf8.count < 300_000)
        #expect(page.contains("9500 are fine") && page.contains("500 failed"))
        #expect(!page.contains("id=\"source-s1\""))
    }

    @Test func saysWhatToDoInTheLanguageOfTheSite() throws {
        var source = Samples.source("s", [.httpError], "404 Not Found")
        source.report.status = 404
        source.report.advice = "check the address: the server has nothing there"
        for (language, words) in [("de", "die Adresse prüfen"), ("fr", "vérifier l’adresse"), ("es", "comprobar la")] {
            let publication = Samples.publication(
                site: SitePolicy(language: language), health: Samples.health([source]))
            let page = try render(publication).text("health.html")
            #expect(page.contains(words) && !page.contains("check the address"))
        }
    }

    @Test func showsMonthsAsCalendars() throws {
        let dates = (0..<60).map { Samples.date.adding(days: -$0) }.filter { $0.day != 5 }
        let page = try render(Samples.publication(dates.map { Samples.edition($0) })).text("archive/index.html")
        // October 2026 begins on a Thursday.
        #expect(page.contains("<ol class=\"calendar from-4\">"))
        #expect(page.contains("<li>5</li>"))
        #expect(
            page.contains(
                "<li><a href=\"../2026/10/06/index.html\" title=\"Story number 0\"><time datetime=\"2026-10-06\">6</time></a></li>"
            ))
    }

    @Test(arguments: [("قطار الشمال يعود", "arabic"), ("הרכבת חוזרת", "hebrew"), ("新しい橋が開通", "cjk"), ("A train", nil)])
    func knowsTheScriptOfAHeadline(headline: String, script: String?) throws {
        #expect(Script.of(headline)?.rawValue == script)
    }

    @Test func correctsAnAccentThatCouldNotBeRead() throws {
        let pale = try render(Samples.publication(site: SitePolicy(accent: "#ffff00"))).text("style.css")
        #expect(!pale.contains("--accent: #ffff00;") && pale.contains(", #ffff00)"))
        let deep = try #require(Accent("#0a5c36"))
        #expect(deep.day.description == "#0a5c36" && deep.night.description != "#0a5c36" && deep.isCorrected)
        #expect(Accent("red") == nil)
    }

    /// Where nothing was ever published, what did not answer is the whole news.
    @Test func leadsFromAnEmptyFrontPageToTheHealthOfTheSources() throws {
        let health = Samples.health([Samples.source("post", [.httpError]), Samples.source("ledger", [.late])])
        let page = try render(Samples.publication([], health: health)).text("index.html")
        #expect(page.contains("<a href=\"health.html\">2 did not answer</a>"))
    }
}
