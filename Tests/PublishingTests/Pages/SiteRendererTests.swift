import Foundation
import NewsModel
import TestSupport
import Testing

@testable import Publishing

@Suite struct SiteRendererTests {
    private func render(_ publication: Publication = Samples.publication()) throws -> [SiteFile] {
        try SiteRenderer(templates: nil, language: publication.site.language).render(publication)
    }

    @Test func publishesEveryFileOfASite() throws {
        let paths = Set(try render().map(\.path))
        #expect(
            paths == [
                "index.html", "archive.json", "atom.xml", "digest.xml", "feed.json", "opml.xml", "health.html",
                "health.json",
                "health.xml",
                "archive/index.html", "style.css", "404.html", "robots.txt", ".nojekyll", "favicon.svg",
                "2026/11/23/index.html", "2026/11/23/atom.xml", "2026/11/23/edition.json", "2026/11/23/left-out.html",
                "2026/11/22/index.html", "2026/11/22/atom.xml", "2026/11/22/edition.json", "2026/11/22/left-out.html",
                "2026/11/20/index.html", "2026/11/20/atom.xml", "2026/11/20/edition.json", "2026/11/20/left-out.html",
                "section/world/index.html", "section/world/atom.xml",
                "section/science-and-nature/index.html", "section/science-and-nature/atom.xml",
                "source/post.html",
                "source/ledger.html",
            ])
    }

    @Test func makesTheFilesOfNoMoreEditionsThanAreWanted() throws {
        var publication = Samples.publication()
        let all = try render(publication)
        publication.rendered = [Samples.date]
        let some = try render(publication)
        #expect(
            Set(all).subtracting(some).allSatisfy {
                $0.path.hasPrefix("2026/11/22/") || $0.path.hasPrefix("2026/11/20/")
            })
        #expect(all.count - some.count == 8)
        publication.rendered = [Samples.date, Samples.date.adding(days: -1)]
        publication.documented = [Samples.date]
        let added = Set(try render(publication)).subtracting(some).map(\.path)
        #expect(Set(added) == ["2026/11/22/index.html", "2026/11/22/atom.xml"])
    }

    @Test(arguments: [([Outcome.fresh, .late, .skipped], "0 stories from 1 of 2 sources"), ([.skipped], "0 stories")])
    func saysWhoWasAskedWhereNothingWasEverPublished(outcomes: [Outcome], line: String) throws {
        let sources = outcomes.map { Samples.source(SourceID(rawValue: "\($0)"), [$0]) }
        let front = try render(Samples.publication([], health: Samples.health(sources))).text("index.html")
        #expect(front.contains("<meta name=\"description\" content=\"Monday, 23 November 2026: \(line)\">"))
    }

    @Test func givesTheSameBytesForTheSamePublication() throws {
        #expect(try render() == render())
    }

    /// They are made on all cores, in pieces.
    @Test func givesManyFilesInTheSameOrder() throws {
        let sources = (10..<60).map { Samples.source(SourceID(rawValue: "s\($0)"), $0 % 7 == 0 ? [.late] : [.fresh]) }
        let clusters = sources.enumerated().map { place, source in
            var cluster = Samples.cluster(place)
            cluster.lead.source = source.report.source
            return cluster
        }
        let publication = Samples.publication(
            [Samples.edition(Samples.date, clusters)], health: Samples.health(sources))
        let files = try render(publication)
        #expect(
            files.map(\.path).filter { $0.hasPrefix("source/") } == sources.map { "source/\($0.report.source).html" })
        #expect(files.text("source/s30.html").contains("<h1><bdi>S30</bdi></h1>"))
        #expect(try files == render(publication))
    }

    @Test func publishesASitemapWhereItMayBeFound() throws {
        let open = try render(Samples.publication(site: SitePolicy(url: "https://a.example/n/")))
        #expect(open.text("sitemap.xml").contains("<loc>https://a.example/n/2026/11/20/</loc>"))
        #expect(open.text("sitemap.xml").contains("<loc>https://a.example/n/section/world/</loc>"))
        #expect(open.text("robots.txt") == "User-agent: *\nAllow: /\nSitemap: https://a.example/n/sitemap.xml\n")
        let hidden = try render(Samples.publication(site: SitePolicy(url: "https://a.example/n/", isIndexed: false)))
        #expect(hidden.text("sitemap.xml").isEmpty)
        #expect(hidden.text("robots.txt") == "User-agent: *\nDisallow: /\n")
        #expect(hidden.text("index.html").contains("<meta name=\"robots\" content=\"noindex\">"))
    }

    @Test func linksEditionsToTheirNeighbours() throws {
        let files = try render()
        #expect(files.text("2026/11/22/index.html").contains("<a href=\"../../../2026/11/20/index.html\" rel=\"prev\""))
        #expect(files.text("2026/11/22/index.html").contains("<a href=\"../../../2026/11/23/index.html\" rel=\"next\""))
        #expect(files.text("index.html").contains("<a href=\"2026/11/22/index.html\" rel=\"prev\""))
        #expect(!files.text("index.html").contains("rel=\"next\""))
    }

    @Test func showsAStoryWithAllThatIsKnownOfIt() throws {
        var cluster = Samples.cluster(
            1, also: [Samples.story(5, source: "ledger")], updates: Samples.date.adding(days: -1))
        cluster.lead.points = 1
        cluster.lead.comments = 7
        cluster.lead.discussion = "https://talk.example/?id=1&x=2"
        let yesterday = Samples.edition(Samples.date.adding(days: -1), [Samples.cluster(5)])
        let page = try render(
            Samples.publication([Samples.edition(Samples.date, [Samples.cluster(0), cluster]), yesterday])
        )
        .text("index.html")
        for part in [
            "<article class=\"story leader\" id=\"s-0000000000000011\">",
            "<bdi>The Harbour Post</bdi></a> · <time datetime=\"2026-11-23T05:30:00Z\"",
            "title=\"23 November 2026, 05:30 UTC\">05:30</time>",
            "<a href=\"https://outlet.example/1\" rel=\"external noopener\" title=\"Read it at The Harbour Post\">Story number 1</a>",
            "dir=\"auto\">What happened in story 1.</p>", "Also in <a href=\"https://outlet.example/5\"",
            "<bdi>Ledger</bdi></a>",
            "<span class=\"points\"> · 1\u{A0}point</span> · <a",
            "<a class=\"discussion\" href=\"https://talk.example/?id=1&amp;x=2\" rel=\"external noopener\">7\u{A0}comments</a>",
            "<a href=\"2026/11/22/index.html#s-0000000000000015\">Update</a></span> <a",
            " · first told 22 Nov<span class=\"points\"> · 1\u{A0}point</span>",
            "<p>Told by 2 outlets since 01:30.</p></details>",
        ] { #expect(page.contains(part), "\(part)") }
    }

    @Test func countsWhatWasLeftOutAndNamesWhatMayBeNamed() throws {
        var edition = Samples.edition()
        edition.omissions = Omission.all(of: [
            .init(story: Samples.story(7, title: "Too much of one"), reason: .perSource, detail: "6"),
            .init(story: Samples.story(8, title: "Muted title"), reason: .muted, detail: "word"),
            .init(story: Samples.story(9, title: "Told before"), reason: .told, detail: ""),
        ])
        let files = try render(Samples.publication([edition]))
        let link = { (path: String) in "<a href=\"\(path)\">2 more stories were left out: see why</a>" }
        #expect(files.text("index.html").contains(link("2026/11/23/left-out.html")))
        #expect(files.text("2026/11/23/index.html").contains(link("../../../2026/11/23/left-out.html")))
        let page = files.text("2026/11/23/left-out.html")
        #expect(page.contains("Too much of one") && page.contains("1 with a muted word"))
        #expect(!page.contains("Muted title") && !page.contains("Told before"))
    }

    @Test func showsAnEmptyEdition() throws {
        let files = try render(Samples.publication([Samples.edition(Samples.date, [])]))
        #expect(files.text("index.html").contains("Nothing new came in for this edition."))
        #expect(files.text("atom.xml").contains("<updated>2026-11-23T00:00:00Z</updated>"))
    }

    @Test func writesNothingThatASourceSaysAsMarkup() throws {
        let evil = "\"'><img src=x onerror=alert(1)>\"\u{301} onfocus=alert(2) x=\"</title></script>{{{page}}}\u{202E}"
        var story = Samples.story(0, title: evil, link: "https://a.example/\"><script>alert(3)</script>")
        story.authors = [evil]
        story.publisher = evil
        story.language = evil
        story.summary = Markup(.text, evil)
        story.comments = 3
        var cluster = Samples.cluster(0)
        cluster.lead = story
        cluster.also = [story]
        cluster.explanation = Explanation(factors: [.init(name: evil, value: .infinity, reason: evil)], notes: [evil])
        var edition = Samples.edition(Samples.date, [cluster])
        edition.sections[0].name = evil
        edition.sourceTitles = ["post": evil]
        var source = Samples.source("post", [.late], evil)
        source.title = evil
        source.url = "javascript:alert(5)"
        source.section = evil
        source.report.advice = evil
        var site = SitePolicy(title: evil)
        site.images = .linked
        let files = try render(Samples.publication([edition], site: site, health: Samples.health([source])))
        for file in files where file.path.hasSuffix(".html") || file.path.hasSuffix(".xml") {
            // Within the script element a quotation mark is escaped as JSON has it.
            let text = String(decoding: file.bytes ?? [], as: UTF8.self).replacing(/<script.*<\/script>/, with: "")
            #expect(!text.contains("<img"), "\(file.path)")
            #expect(!text.contains("href=\"javascript"), "\(file.path)")
            #expect(!Array(text.utf8).contains(subsequence: Array("\"\u{301} onfocus".utf8)), "\(file.path)")
            #expect(!text.unicodeScalars.contains("\u{202E}"), "\(file.path)")
        }
        #expect(files.text("index.html").contains("&lt;img src=x onerror=alert(1)&gt;"))
    }

    @Test func theListOfSourcesAndTheirHealthArePublishedWhereWanted() throws {
        var site = SitePolicy()
        let all = try render(Samples.publication(site: site))
        #expect(Set(all.map(\.path)).isSuperset(of: ["opml.xml", "health.html", "health.json", "health.xml"]))
        site.publishesSources = false
        site.health = .none
        let none = try render(Samples.publication(site: site))
        #expect(none.allSatisfy { $0.path != "opml.xml" && !$0.path.hasPrefix("health.") })
        for file in none where file.path.hasSuffix(".html") {
            let text = String(decoding: file.bytes ?? [], as: UTF8.self)
            #expect(!text.contains("opml.xml") && !text.contains("health."), "\(file.path)")
        }
        site.health = .summary
        let summary = try render(Samples.publication(site: site))
        #expect(summary.text("health.json").contains("\"sources\": []"))
        #expect(!summary.contains { $0.path == "health.xml" })
        let names = Samples.publication(site: site).health.sources.map(\.title)
        #expect(!names.isEmpty && names.allSatisfy { !summary.text("health.html").contains($0) })
    }

    @Test func setsLanguageAndDirection() throws {
        var edition = Samples.edition()
        edition.sections[0].clusters[1].lead.language = "de"
        let page = try render(Samples.publication([edition], site: SitePolicy(language: "ar-EG"))).text("index.html")
        #expect(page.contains("<html lang=\"ar-EG\" dir=\"rtl\">"))
        #expect(page.contains("dir=\"ltr\" lang=\"de\">"))
    }

    /// A key that is added to the configuration counts as well.
    @Test func changesItsFingerprintWithEverySetting() throws {
        let renderer = try SiteRenderer(templates: nil, language: "en")
        let plain = SitePolicy(title: "A")
        let changes: [(inout SitePolicy) -> Void] = [
            { $0.title = "B" }, { $0.url = "https://a.example/" },
            { $0.timeZone = TimeZone(secondsFromGMT: 60) ?? .gmt },
            { $0.language = "de" }, { $0.theme = .compact }, { $0.accent = "#123456" }, { $0.extraCSS = "a{}" },
            { $0.images = .linked }, { $0.content = .full }, { $0.showsReasons = false },
            { $0.isIndexed = false }, { $0.idBase = "B" },
            { $0.publishesSources = false }, { $0.health = .summary },
            { $0.keepsEditions = .seconds(1) }, { $0.hubs = ["https://hub.example/"] },
        ]
        #expect(changes.count == Mirror(reflecting: plain).children.count)
        let fingerprints = (changes + [{ $0.images = .copied }]).map { change in
            var site = plain
            change(&site)
            return renderer.fingerprint(of: site)
        }
        #expect(Set(fingerprints + [renderer.fingerprint(of: plain)]).count == changes.count + 2)
        #expect(renderer.fingerprint(of: plain) == renderer.fingerprint(of: plain))
    }

    /// A style stays below 18 kB in each theme.
    @Test func aThemeHasNothingOfWhatIsForTheOther() throws {
        let styles = try [SitePolicy(), SitePolicy(theme: .compact)].map { site in
            try render(Samples.publication(site: site)).text("style.css")
        }
        #expect(styles[0].contains(".front:has(.inside)") && !styles[1].contains(".front:has(.inside)"))
        #expect(styles.allSatisfy { $0.utf8.count < 18_000 && !$0.contains("theme:") })
    }

    @Test func addsAccentThemeAndOwnRulesToTheStyle() throws {
        let site = SitePolicy(theme: .compact, accent: "#0a5c36", extraCSS: ".mine { color: red }")
        let style = try render(Samples.publication(site: site)).text("style.css")
        #expect(style.contains("--accent: #0a5c36") && style.hasSuffix(".mine { color: red }"))
        #expect(style.contains(".edition .section{columns:22rem;"))
        #expect(
            try !render(Samples.publication(site: SitePolicy(accent: "red; } body {"))).text("style.css").contains(
                "red;"))
    }

    @Test func statesTheHealthOfASourceInWordsAndShape() throws {
        let page = try render().text("health.html")
        #expect(page.contains("1 of 2 sources answered; <bdi>Ledger</bdi> did not."))
        #expect(page.contains("<tr class=\"failed\" id=\"failed\">"))
        #expect(page.contains("<span id=\"source-ledger\">"))
        #expect(page.contains("<a href=\"#fine\"><span class=\"shape\" aria-hidden=\"true\">●</span> 1 is fine</a>"))
        #expect(page.contains("<li id=\"source-post\">"))
        #expect(page.contains("<title>22 Nov: answered</title></rect>"))
    }

    @Test(arguments: [("<p>x</p>", true), ("<p><img src=\"https://a.example/b.jpg\" alt=\"\"/>x</p>", false)])
    func showsAPictureAboveATextThatHasNone(content: String, isShown: Bool) throws {
        var cluster = Samples.cluster(0)
        cluster.lead.image = "https://a.example/a.jpg"
        cluster.lead.content = Markup(.html, content)
        var site = SitePolicy(title: "A")
        site.images = .linked
        site.content = .full
        let page = try render(Samples.publication([Samples.edition(Samples.date, [cluster])], site: site))
        #expect(page.text("index.html").contains("https://a.example/a.jpg") == isShown)
    }

    @Test func rendersTheHealthPagesAlone() throws {
        let parts = try SiteRenderer(templates: nil, language: "en").healthParts(of: Samples.publication())
        #expect(
            SitePart.files(of: parts).map(\.path) == [
                "health.html", "health.json", "health.xml", "source/post.html", "source/ledger.html",
            ])
    }

    @Test func saysWhyInAsMuchAsSomebodyReads() throws {
        var cluster = Samples.cluster(0)
        cluster.explanation = Explanation(
            factors: [
                .init(name: "weight", value: 1.001, reason: "nothing to tell"),
                .init(name: "coverage", value: 2, reason: "3 publishers"),
            ], notes: (1...6).map { "note \($0)" })
        let page = try render(Samples.publication([Samples.edition(Samples.date, [cluster])])).text("index.html")
        #expect(page.contains("<p>Told by one outlet so far.</p></details>"))
        for part in ["3 publishers", "nothing to tell", "note 1", "broadsheet explain"] {
            #expect(!page.contains(part), "\(part)")
        }
    }
}

extension [UInt8] {
    fileprivate func contains(subsequence: [UInt8]) -> Bool { firstRange(of: subsequence) != nil }
}
