import Foundation
import NewsModel
import TestSupport
import WebText

@testable import Publishing

/// Small values to publish.
enum Samples {
    static let night = Date(timeIntervalSince1970: 1_795_415_400)  // 2026-11-23T06:30:00Z
    static let date = EditionDate(night, in: .gmt)

    static func story(_ number: Int, title: String? = nil, source: SourceID = "post", link: WebAddress? = nil) -> Story
    {
        Story(
            id: StoryID(rawValue: "00000000000000" + String(10 + number)), source: source, key: "key-\(number)",
            link: link ?? "https://outlet.example/\(number)", title: title ?? "Story number \(number)",
            published: night.addingTimeInterval(-3600 * Double(number)), firstSeen: night.addingTimeInterval(-60),
            summary: Markup(.html, "<p>What happened in story \(number).</p>"))
    }

    static func cluster(_ number: Int, also: [Story] = [], updates: EditionDate? = nil) -> Cluster {
        Cluster(
            lead: story(number), also: also, score: 1 / Double(number + 1),
            explanation: Explanation(
                factors: [.init(name: "freshness", value: 0.5, reason: "\(number) h old")], notes: ["a note"]),
            updates: updates)
    }

    static func edition(_ date: EditionDate = date, _ clusters: [Cluster]? = nil) -> Edition {
        let clusters = clusters ?? [cluster(0), cluster(1, also: [story(5, source: "ledger")]), cluster(2)]
        return Edition(
            date: date, generated: date.start(in: .gmt).addingTimeInterval(6.5 * 3600),
            sections: [
                .init(name: "World", clusters: Array(clusters.prefix(2))),
                .init(name: "Science & Nature", clusters: Array(clusters.dropFirst(2))),
            ].filter { !$0.clusters.isEmpty },
            sourceTitles: ["post": "The Harbour Post", "ledger": "Ledger"], sourcesAsked: 2, sourcesAnswered: 1)
    }

    static func health(_ sources: [SourceHealth]? = nil) -> HealthReport {
        HealthReport(
            generated: night, edition: date, deadline: .seconds(30), elapsed: .milliseconds(1234), stories: 3,
            newStories: 2,
            sources: sources ?? [
                source("post", [.fresh, .fresh]), source("ledger", [.fresh, .late], "no answer in 10 s"),
            ])
    }

    static func source(_ id: SourceID, _ outcomes: [Outcome], _ detail: String? = nil) -> SourceHealth {
        let nights = outcomes.enumerated().map { index, outcome in
            SourceHealth.RunOutcome(
                date: date.adding(days: index - outcomes.count + 1),
                at: night.addingTimeInterval(Double(index - outcomes.count + 1) * 86_400), outcome: outcome, items: 3,
                elapsedMilliseconds: 100)
        }
        let outcome = outcomes.last ?? .fresh
        return SourceHealth(
            report: SourceReport(
                source: id, outcome: outcome, detail: detail, status: outcome == .fresh ? 200 : nil, attempts: 1,
                times: FetchTimes(total: .milliseconds(100)), items: 3, newItems: 1),
            title: id.rawValue.capitalized, url: "https://\(id).example/feed.xml", provider: "feed", section: "World",
            lastSuccess: night, consecutiveFailures: outcomes.reversed().prefix { $0.isFailure }.count, history: nights)
    }

    static func publication(
        _ editions: [Edition]? = nil, site: SitePolicy = SitePolicy(title: "The Morning Paper"),
        health: HealthReport? = nil
    ) -> Publication {
        let editions = editions ?? [edition(), edition(date.adding(days: -1)), edition(date.adding(days: -3))]
        return Publication(
            site: site, editions: editions, archive: editions.map { ArchiveEntry($0) }, health: health ?? Self.health(),
            generated: night, generator: "Broadsheet/test")
    }
}

extension SiteRenderer {
    func render(_ publication: Publication) -> [SiteFile] { SitePart.files(of: parts(of: publication)) }
}

extension [SiteFile] {
    /// The text of the file at a path; empty where there is none.
    func text(_ path: String) -> String {
        first { $0.path == path }.map { String(decoding: $0.bytes ?? [], as: UTF8.self) } ?? ""
    }
}

extension ArchiveEntry {
    init(_ edition: Edition) {
        self.init(
            date: edition.date, generated: edition.generated, stories: edition.clusters.count,
            headline: edition.clusters.first?.lead.title)
    }
}
