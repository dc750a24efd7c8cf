import Foundation
import NewsModel
import TestSupport
import Testing

@testable import Publishing

@Suite struct FeedTests {
    private let withURL = SitePolicy(title: "The Paper", url: "https://a.example/news/", hubs: ["https://hub.example/"])

    private func render(_ publication: Publication) throws -> [SiteFile] {
        try SiteRenderer(templates: nil, language: publication.site.language).render(publication)
    }

    @Test func namesEntriesByTagURIsOfTheSite() throws {
        let feed = try render(Samples.publication(site: withURL)).text("atom.xml")
        #expect(feed.contains("<id>https://a.example/news/atom.xml</id>"))
        #expect(feed.contains("<id>tag:a.example,2026-11-23:/news/0000000000000010</id>"))
        #expect(
            feed.contains("<link rel=\"self\" type=\"application/atom+xml\" href=\"https://a.example/news/atom.xml\"/>")
        )
        #expect(feed.contains("<link rel=\"hub\" href=\"https://hub.example/\"/>"))
    }

    @Test func namesEntriesByUUIDsWhereTheSiteHasNoAddress() throws {
        let feed = try render(Samples.publication()).text("atom.xml")
        let ids = feed.components(separatedBy: "<id>").dropFirst().map { $0.prefix { $0 != "<" } }
        #expect(ids.count == 10 && Set(ids).count == 10)
        #expect(ids.allSatisfy { $0.hasPrefix("urn:uuid:") && $0.count == 45 })
        #expect(feed.contains("href=\"atom.xml\""))
    }

    @Test func linksTheSubscriptionToItsArchivesAndTheseToEachOther() throws {
        let files = try render(Samples.publication(site: withURL))
        let link = { (relation: String, path: String) in
            "<link rel=\"\(relation)\" type=\"application/atom+xml\" href=\"https://a.example/news/\(path)\"/>"
        }
        #expect(files.text("atom.xml").contains(link("prev-archive", "2026/11/22/atom.xml")))
        let archive = files.text("2026/11/22/atom.xml")
        #expect(archive.contains("<fh:archive/>"))
        #expect(archive.contains(link("current", "atom.xml")))
        #expect(archive.contains(link("prev-archive", "2026/11/20/atom.xml")))
        #expect(archive.contains(link("next-archive", "2026/11/23/atom.xml")))
        #expect(!archive.contains("rel=\"hub\""))
    }

    @Test func anEditionWithoutStoriesMakesNoFeedNewer() throws {
        let empty = Edition(date: Samples.date.adding(days: 1), generated: Samples.night.addingTimeInterval(86_400))
        for path in ["atom.xml", "section/world/atom.xml"] {
            let updated = try [[Samples.edition()], [empty, Samples.edition()]].map { editions in
                try render(Samples.publication(editions)).text(path).components(separatedBy: "updated>")[1]
            }
            #expect(updated[0] == updated[1], "\(path)")
        }
    }

    @Test func keepsAnEntryAsItIsWhileOnlyItsFiguresChange() throws {
        var edition = Samples.edition()
        let before = try render(Samples.publication([edition])).text("2026/11/23/atom.xml")
        edition.generated += 3600
        edition.sections[0].clusters[0].lead.points = 99
        edition.sections[0].clusters[0].score = 7
        #expect(try render(Samples.publication([edition])).text("2026/11/23/atom.xml") == before)
        edition.sections[0].clusters[0].also.append(Samples.story(9))
        edition.sections[0].clusters[0].also[0].firstSeen += 7200
        edition.sections[0].clusters[0].also[0].source = "ledger"
        #expect(
            try render(Samples.publication([edition])).text("2026/11/23/atom.xml").contains(
                "<updated>2026-11-23T08:29:00Z"))
    }

    @Test func writesAnEntryForEachEditionInTheDigest() throws {
        let digest = try render(Samples.publication(site: withURL)).text("digest.xml")
        #expect(digest.components(separatedBy: "<entry>").count == 4)
        #expect(digest.contains("<id>tag:a.example,2026-11-22:/news/edition</id>"))
        #expect(digest.contains("<published>2026-11-22T00:00:00Z</published>"))
        #expect(
            digest.contains("<link rel=\"alternate\" type=\"text/html\" href=\"https://a.example/news/2026/11/22/\"/>"))
        #expect(digest.contains("&lt;h2&gt;Science &amp;amp; Nature&lt;/h2&gt;"))
    }

    @Test func saysOnlyAbsoluteAddressesInJSON() throws {
        let plain = try render(Samples.publication()).text("feed.json")
        #expect(!plain.contains("feed_url") && !plain.contains("home_page_url"))
        let full = try render(Samples.publication(site: withURL)).text("feed.json")
        #expect(full.contains("\"feed_url\": \"https://a.example/news/feed.json\""))
    }

    @Test func tellsChangesOfHealthAsTheyWereMet() throws {
        var health = Samples.health()
        let change = { (id: String, days: Int, kind: HealthChange.Kind) in
            HealthChange(
                source: SourceID(rawValue: id), title: id.capitalized, date: Samples.date.adding(days: days),
                updated: Samples.night.addingTimeInterval(Double(days) * 86_400), kind: kind)
        }
        health.changes = [
            change("post", 0, .recovered(failures: 2)),
            change("ledger", -1, .broke(.httpError, detail: "404 Not Found", advice: "check the address")),
            change("post", -2, .broke(.late, detail: nil, advice: nil)),
            change("ledger", -3, .moved(to: "https://new.example/<feed>")),
        ]
        let feed = try render(Samples.publication(health: health)).text("health.xml")
        let titles = feed.components(separatedBy: "<title>").dropFirst(2).map { String($0.prefix { $0 != "<" }) }
        #expect(
            titles == [
                "Post answers again", "Ledger broke: answered with an error", "Post broke: late", "Ledger has moved",
            ])
        #expect(feed.contains("<content>It had not answered for 2 runs.</content>"))
        #expect(feed.contains("<content>404 Not Found. check the address</content>"))
        #expect(feed.contains("<updated>2026-11-22T06:30:00Z</updated>") && feed.contains("<content>late</content>"))
        #expect(feed.contains("https://new.example/&lt;feed&gt; for good"))
    }

    @Test func saysOnTheHealthPageWhereASourceHasMoved() throws {
        var moved = Samples.source("post", [.fresh, .fresh])
        moved.moved = "https://new.example/<feed>"
        let files = try render(Samples.publication(health: Samples.health([moved])))
        #expect(files.text("health.html").contains("moved to <bdi>https://new.example/&lt;feed&gt;</bdi>"))
        let feed = files.text("health.xml")
        #expect(!feed.contains("<entry>") && feed.contains("<updated>2026-11-20T00:00:00Z</updated>"))
    }

    @Test func keepsAnEntryAsItIsWhenOnlyTheRankOfOthersChanges() throws {
        let others = [7, 8, 9].map { Samples.story($0, source: SourceID(rawValue: "s\($0)")) }
        let feeds = try [others, others.reversed()].map { also in
            try render(Samples.publication([Samples.edition(Samples.date, [Samples.cluster(0, also: also)])]))
        }
        for path in ["atom.xml", "feed.json", "2026/11/23/atom.xml", "section/world/atom.xml"] {
            #expect(feeds[0].text(path) == feeds[1].text(path), "\(path)")
        }
    }

    @Test func saysWhereTheWholeOfAStoryIs() throws {
        let feed = try render(Samples.publication()).text("feed.json")
        #expect(feed.contains(#"<a href=\"https://outlet.example/1\">Read it at The Harbour Post</a>"#))
    }

    @Test func listsSourcesByTheirSections() throws {
        var api = Samples.source("api", [.fresh])
        api.provider = "guardian"
        api.section = "Culture & Arts"
        let opml = try render(Samples.publication(health: Samples.health([Samples.source("post", [.fresh]), api])))
            .text("opml.xml")
        #expect(opml.contains("<outline text=\"Culture &amp; Arts\" title=\"Culture &amp; Arts\">"))
        #expect(
            opml.contains(
                "<outline text=\"Post\" title=\"Post\" type=\"rss\" xmlUrl=\"https://post.example/feed.xml\"/>"))
        #expect(
            opml.contains("<outline text=\"Api\" title=\"Api\" type=\"link\" url=\"https://api.example/feed.xml\"/>"))
    }

    @Test func writesTheHealthReportWithItsKeys() throws {
        let data = Data(try render(Samples.publication()).text("health.json").utf8)
        let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(root["deadline_ms"] as? Int == 30_000)
        let summary = try #require(root["summary"] as? [String: Any])
        #expect((summary["byOutcome"] as? [String: Int])?.count == Outcome.allCases.count)
        let source = try #require((root["sources"] as? [[String: Any]])?.last)
        #expect(
            Set(source.keys) == [
                "id", "title", "url", "provider", "section", "outcome", "detail", "status", "attempts", "elapsed_ms",
                "times",
                "bytes", "items", "newItems", "lastSuccess", "consecutiveFailures", "advice", "movedTo", "warnings",
                "history", "escalation", "failingSince",
            ])
        #expect(source["outcome"] as? String == "late")
        #expect(source["status"] is NSNull)
    }
}
