import Foundation
import NewsModel
import TestSupport
import Testing

@testable import Publishing

@Suite struct ListingPageTests {
    private func render(_ publication: Publication = Samples.publication()) throws -> [SiteFile] {
        try SiteRenderer(templates: nil, language: publication.site.language).render(publication)
    }

    @Test func givesEachSectionAPageAndAFeed() throws {
        let files = try render()
        let page = files.text("section/science-and-nature/index.html")
        #expect(
            page.contains("<h1><bdi>Science &amp; Nature</bdi></h1>") && page.contains("3 stories since 20 November"))
        #expect(page.contains("<a href=\"../../2026/11/22/index.html\"><time datetime=\"2026-11-22\">"))
        #expect(page.contains("href=\"../../section/world/index.html\""))
        #expect(
            page.contains("<link rel=\"alternate\" type=\"application/atom+xml\" title=\"Science &amp; Nature · The"))
        let feed = files.text("section/science-and-nature/atom.xml")
        #expect(feed.components(separatedBy: "<entry>").count == 4)
        #expect(feed.contains("<title>Science &amp; Nature · The Morning Paper</title>"))
        #expect(!feed.contains("<category term=\"World\"/>"))
    }

    @Test func givesASourceAPageWithItsStories() throws {
        let files = try render()
        let ledger = files.text("source/ledger.html")
        #expect(ledger.contains("Story number 5") && !ledger.contains("Story number 1"))
        #expect(ledger.contains("<a href=\"../health.html#source-ledger\">Health</a>"))
        #expect(files.text("source/post.html").contains("9 stories since 20 November"))
        let health = files.text("health.html")
        #expect(health.contains("<a href=\"source/ledger.html\"><bdi>Ledger</bdi></a>"))
        #expect(health.contains("id=\"source-ledger\""))
    }

    @Test func listsSixtyStoriesAtMost() throws {
        let editions = (0..<3).map { day in
            Samples.edition(Samples.date.adding(days: -day), (0..<25).map { Samples.cluster($0) })
        }
        let page = try render(Samples.publication(editions)).text("source/post.html")
        #expect(page.contains("60 stories since 21 November"))
    }

    @Test func listsAClusterOfASourceOnce() throws {
        let own = [Samples.cluster(1, also: [Samples.story(5), Samples.story(6, source: "ledger")])]
        let files = try render(Samples.publication([Samples.edition(Samples.date, own)]))
        #expect(files.text("source/post.html").contains("1 story since 23 November"))
        #expect(files.text("source/ledger.html").contains("1 story since 23 November"))
    }

    @Test func leadsToNoOtherSectionWhereThereIsNone() throws {
        let only = try render(Samples.publication([Samples.edition(Samples.date, [Samples.cluster(0)])]))
        #expect(!only.text("section/world/index.html").contains("<nav"))
        #expect(only.text("archive/index.html").contains("<a href=\"../section/world/index.html\">"))
        #expect(try render().text("section/world/index.html").contains("aria-current=\"page\""))
    }

    @Test func givesASourceOfWhichNothingIsToldNoPage() throws {
        let files = try render(Samples.publication(health: Samples.health([Samples.source("quiet", [.fresh])])))
        #expect(!files.contains { $0.path.hasPrefix("source/") })
        let link = "<a href=\"https://quiet.example/feed.xml\" rel=\"external noopener\"><bdi>Quiet</bdi></a>"
        #expect(files.text("health.html").contains(link))
    }

    @Test func saysWhatASectionWithoutStoriesHasNot() throws {
        var source = Samples.source("quiet", [.fresh])
        source.section = "Sport"
        let page = try render(Samples.publication(health: Samples.health([source]))).text("section/sport/index.html")
        #expect(page.contains("Nothing of it stood in the last editions."))
    }

    /// Else hundreds of files would be new each night that say nothing new.
    @Test func leavesThePageOfASourceAsItIsWhileNothingIsToldOfIt() throws {
        var night = Samples.publication()
        let before = try render(night)
        night.editions.insert(Samples.edition(Samples.date.adding(days: 1), []), at: 0)
        night.generated += 86_400
        night.health.generated += 86_400
        night.health.sources.reverse()
        night.health.sources[0].report.outcome = .unreachable
        let after = try render(night)
        for page in ["source/post.html", "source/ledger.html"] {
            #expect(!before.text(page).isEmpty && after.text(page) == before.text(page))
        }
    }

    /// An edition's own page stays for years, and what it leads to may not.
    @Test func leadsToSectionsAndSourcesFromTheFrontPageAlone() throws {
        let files = try render()
        #expect(files.text("index.html").contains("href=\"section/world/index.html\""))
        #expect(
            files.text("index.html").contains(
                "<a href=\"source/post.html\" tabindex=\"-1\"><bdi>The Harbour Post</bdi></a>"))
        let dated = files.text("2026/11/23/index.html")
        #expect(!dated.contains("section/") && !dated.contains("source/"))
    }

    @Test func leavesThePageOfASectionInWhichNothingIsTold() throws {
        let before = try render()
        var later = Samples.publication()
        later.editions.insert(Samples.edition(Samples.date.adding(days: 1), []), at: 0)
        later.generated += 86_400
        later.health.generated += 86_400
        let after = try render(later)
        let page = "section/world/index.html"
        #expect(!before.text(page).isEmpty && after.text(page) == before.text(page))
    }

    @Test func leavesThePageOfAnEarlierEditionAsItWas() throws {
        let night = Samples.date.adding(days: 1)
        let before = try render()
        var later = Samples.publication(
            [Samples.edition(night)] + Samples.publication().editions, health: Samples.health([]))
        later.generated += 86_400
        later.health.generated += 86_400
        let after = try render(later)
        let page = "2026/11/22/index.html"
        #expect(!before.text(page).isEmpty && after.text(page) == before.text(page))
    }

    @Test func reachesBackAsFarAsTheFeeds() throws {
        let editions = (0..<9).map { Samples.edition(Samples.date.adding(days: -$0)) }
        let files = try render(Samples.publication(editions))
        #expect(files.text("section/world/index.html").contains("2026/11/17/index.html"))
        #expect(!files.text("section/world/index.html").contains("2026/11/16/index.html"))
    }

    @Test func listsTheArchiveByYearAndMonth() throws {
        let dates = ["2026-11-23", "2026-11-01", "2026-01-02", "2025-12-31"].compactMap { EditionDate($0) }
        let page = try render(Samples.publication(dates.map { Samples.edition($0) })).text("archive/index.html")
        #expect(page.contains("<li><a href=\"#y-2025\">2025</a></li>"))
        #expect(page.contains("<li><a href=\"#m-2026-01\">January</a></li>"))
        #expect(page.components(separatedBy: "<section class=\"month").count == 4)
        #expect(page.contains("<a href=\"../2026/11/01/index.html\" class=\"first\" dir=\"auto\">Story number 0</a>"))
        #expect(page.contains("<details class=\"year fold\" id=\"y-2025\">"))
    }

    @Test func saysWhenTheNextEditionIsDue() throws {
        let editions = [0, 1].map { Samples.edition(Samples.date.adding(days: -$0)) }
        let files = try render(Samples.publication(editions))
        let due = "<time datetime=\"2026-11-24T06:30:00Z\">Next edition due Tuesday, about 06:30</time>"
        #expect(files.text("index.html").contains(due))
        #expect(!files.text("2026/11/23/index.html").contains("due"))
    }

    @Test func marksWhatTheToolSaysAsEnglish() throws {
        let files = try render(Samples.publication(site: SitePolicy(language: "ar")))
        #expect(files.text("health.html").contains("متأخر: <bdi lang=\"en\">no answer in 10 s</bdi>"))
    }

    @Test func isolatesTheNamesOfSourcesInASentence() throws {
        var source = Samples.source("post", [.late])
        source.title = "الجريدة"
        let page = try render(Samples.publication(health: Samples.health([source, Samples.source("b", [.fresh])])))
            .text("health.html")
        #expect(page.contains("<p class=\"summary\">1 of 2 sources answered; <bdi>الجريدة</bdi> did not.</p>"))
    }
}
