import Foundation
import NewsModel
import TestSupport
import Testing
import WebText

@testable import Publishing

/// What an entry says, at each limit and one past it.
@Suite struct FeedEntryTests {
    private func context(_ publication: Publication) throws -> SiteContext {
        SiteContext(publication, templates: try TemplateSet(directory: nil, language: publication.site.language))
    }

    private func entry(
        _ cluster: Cluster, site: SitePolicy = SitePolicy(title: "A"), earlier: [Edition] = []
    ) throws -> FeedEntry {
        let edition = Samples.edition(Samples.date, [cluster])
        let context = try context(Samples.publication([edition] + earlier, site: site))
        return FeedEntry(cluster, in: "World", of: context.editions[0], context)
    }

    private func xml(_ entry: FeedEntry) throws -> String {
        var xml = XMLWriter()
        entry.write(to: &xml, at: SitePaths.stories, try context(Samples.publication()))
        return String(decoding: xml.bytes, as: UTF8.self)
    }

    @Test(arguments: [8, 9]) func namesSoManyAuthors(count: Int) throws {
        var cluster = Samples.cluster(1)
        cluster.lead.authors = (0..<count).map { "Author \($0)" } + [" "]
        #expect(try entry(cluster).authors.count == 8)
    }

    @Test func namesTheOutletOfAnUnsignedStory() throws {
        var cluster = Samples.cluster(1)
        cluster.lead.authors = [" "]
        #expect(try entry(cluster).authors == ["The Harbour Post"])
    }

    @Test(arguments: [12, 13]) func linksToSoManyOthers(count: Int) throws {
        let also = (0..<count).map { Samples.story(20 + $0, source: SourceID(rawValue: "s\($0)")) }
        let xml = try xml(try entry(Samples.cluster(1, also: also)))
        #expect(xml.components(separatedBy: "rel=\"related\"").count == 13)
    }

    @Test func linksToItsPlaceWhereItHasNoAddress() throws {
        var cluster = Samples.cluster(1)
        cluster.lead.link = nil
        let entry = try entry(cluster)
        let place = "href=\"2026/11/23/index.html#s-0000000000000011\""
        #expect(entry.address == nil && !entry.html.contains("Read it at"))
        #expect(try xml(entry).components(separatedBy: place).count == 3)
    }

    /// Nothing that changes from hour to hour, and no path: all feeds have the same.
    @Test func saysOfAStoryWhatStays() throws {
        var cluster = Samples.cluster(1, also: [Samples.story(5, source: "ledger")])
        cluster.lead.points = 7
        cluster.lead.discussion = "https://talk.example/1?a=b&c"
        #expect(
            try entry(cluster).html
                == "<p><b><bdi>The Harbour Post</bdi></b></p><p>What happened in story 1.</p>"
                + "<p><a href=\"https://outlet.example/1\">Read it at The Harbour Post</a></p>"
                + "<p>Also in <a href=\"https://outlet.example/5\"><bdi>Ledger</bdi></a></p>"
                + "<p><a href=\"https://talk.example/1?a=b&amp;c\">Discussion</a></p>")
    }

    @Test func saysTheWholeTextWhereTheSiteDoes() throws {
        var cluster = Samples.cluster(1)
        cluster.lead.content = Markup(.html, "<p>All <i>of</i> it.</p>")
        #expect(try !entry(cluster).html.contains("All <i>of</i> it."))
        var site = SitePolicy(title: "A")
        site.content = .full
        let html = try entry(cluster, site: site).html
        #expect(html.contains("<p>All <i>of</i> it.</p>") && !html.contains("What happened"))
    }

    @Test func saysWhatItReturnsFromWhileThatIsThere() throws {
        let yesterday = Samples.date.adding(days: -1)
        let cluster = Samples.cluster(1, updates: yesterday)
        let earlier = [Samples.edition(yesterday, [Samples.cluster(1)])]
        #expect(try entry(cluster, earlier: earlier).html.hasSuffix("<p>Update, first told 22 Nov</p>"))
        let site = SitePolicy(title: "A", url: "https://a.example/n/")
        let place = "https://a.example/n/2026/11/22/index.html"
        #expect(
            try entry(cluster, site: site, earlier: earlier).html
                .hasSuffix("<p><a href=\"\(place)\">Update, first told 22 Nov</a></p>"))
        #expect(try !entry(cluster).html.contains("Update"))
    }

    @Test func changesWhenAStoryJoinsOrTheLeadIsRewritten() throws {
        var cluster = Samples.cluster(1)
        let edition = Samples.edition(Samples.date, [cluster])
        let context = try context(Samples.publication([edition]))
        #expect(context.updated(cluster, in: edition) == cluster.lead.firstSeen)
        cluster.lead.updated = edition.generated
        #expect(context.updated(cluster, in: edition) == edition.generated)
        cluster.lead.updated = edition.generated + 1
        #expect(context.updated(cluster, in: edition) == cluster.lead.firstSeen)
        cluster.lead.updated = cluster.lead.firstSeen - 1
        #expect(context.updated(cluster, in: edition) == cluster.lead.firstSeen)
    }
}

/// How much of the past the feeds hold.
@Suite struct FeedReachTests {
    private func context(_ publication: Publication) throws -> SiteContext {
        SiteContext(publication, templates: try TemplateSet(directory: nil, language: "en"))
    }

    @Test func storiesOfThreeEditionsAndDigestsOfSeven() throws {
        let editions = (0..<9).map { Samples.edition(Samples.date.adding(days: -$0), [Samples.cluster($0)]) }
        let files = try SiteRenderer(templates: nil, language: "en").render(Samples.publication(editions))
        let entries = { (path: String) in files.text(path).components(separatedBy: "<entry>").count - 1 }
        #expect(entries("atom.xml") == 3 && entries("digest.xml") == 7 && entries("section/world/atom.xml") == 7)
        #expect(files.text("feed.json").components(separatedBy: "\"content_html\"").count - 1 == 3)
    }

    @Test(arguments: [(49_996, 50_000), (49_997, 50_000)])
    func soManyAddressesInTheSiteMap(editions: Int, addresses: Int) throws {
        var publication = Samples.publication(site: SitePolicy(title: "A", url: "https://a.example/"))
        publication.archive = (0..<editions).map {
            ArchiveEntry(date: Samples.date.adding(days: -$0), generated: Samples.night, stories: 1, headline: nil)
        }
        let map = try #require(SiteMap(context: try context(publication)).document())
        #expect(String(decoding: map, as: UTF8.self).components(separatedBy: "<loc>").count == addresses + 1)
    }
}

@Suite struct FeedIdentifiersTests {
    @Test(arguments: [
        ("https://a.example/", "tag:a.example,2026-11-23:/edition"),
        ("https://A.Example:8080/n/", "tag:a.example,2026-11-23:/n/edition"),
        ("https://a.example", "tag:a.example,2026-11-23:/edition"),
        ("https://münchen.example/", "tag:xn--mnchen-3ya.example,2026-11-23:/edition"),
    ])
    func areTagsOfTheSitesHost(url: String, expected: String) {
        #expect(FeedIdentifiers(SitePolicy(url: url)).edition(Samples.date) == expected)
    }

    @Test(arguments: ["https://[::1]/", "https://a_b.example/"])
    func areUUIDsWhereTheHostIsNoDNSName(url: String) {
        let id = FeedIdentifiers(SitePolicy(url: url)).edition(Samples.date)
        #expect(
            id.wholeMatch(of: /urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/) != nil)
    }

    @Test func stayWhereTheSiteMoves() {
        let before = FeedIdentifiers(SitePolicy(url: "https://a.example/"))
        let after = FeedIdentifiers(SitePolicy(url: "https://b.example/", idBase: "https://a.example/"))
        #expect(after.feed("atom.xml") == before.feed("atom.xml"))
        #expect(after.edition(Samples.date) == before.edition(Samples.date))
        let untitled = FeedIdentifiers(SitePolicy(title: "A"))
        let titled = FeedIdentifiers(SitePolicy(title: "B", url: "https://b.example/", idBase: "A"))
        #expect(titled.feed("atom.xml") == untitled.feed("atom.xml"))
        #expect(titled.edition(Samples.date) == untitled.edition(Samples.date))
    }

    /// They must never change: a reader would show every entry again.
    @Test func stayAsTheyAre() {
        let plain = FeedIdentifiers(SitePolicy(title: "A"))
        #expect(plain.feed("atom.xml") == "urn:uuid:d93c132c-19cb-8b1a-b342-02502f827388")
        let entry = plain.entry(StoryID(rawValue: "0123456789abcdef"), in: Samples.date)
        #expect(entry == "urn:uuid:c3e1e7f2-1e13-87cf-b13c-856feed433b3")
        let tagged = FeedIdentifiers(SitePolicy(url: "https://a.example/"))
        #expect(tagged.feed("atom.xml") == "https://a.example/atom.xml")
        let change = HealthChange(
            source: "a.b", title: "A", date: Samples.date, updated: Samples.night,
            kind: .moved(to: "https://b.example/"))
        #expect(tagged.change(change) == "tag:a.example,2026-11-23:/health/a-b/moved")
    }
}
