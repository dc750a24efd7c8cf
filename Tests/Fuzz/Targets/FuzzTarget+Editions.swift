import Foundation
import NewsModel
import Publishing
import WebText

extension FuzzTarget {
    static let edition = FuzzTarget(
        name: "edition",
        corpus: [
            EditionDocument.bytes(of: sampleEdition), HealthDocument.bytes(of: sampleHealth),
            texts([#"{"editions": [{"date": "2026-11-23", "generated": "2026-11-23T05:00:00Z", "stories": 1}]}"#])[0],
        ]
    ) { bytes, _ in
        _ = try? HealthReader.report(Data(bytes))
        _ = try? ArchiveDocument.entries(Data(bytes))
        guard let edition = try? EditionReader.edition(Data(bytes)) else { return nil }
        let again = try? EditionReader.edition(Data(EditionDocument.bytes(of: edition, content: .full)))
        return again?.date == edition.date ? nil : "is read as an edition that does not read back"
    }

    static var sampleEdition: Edition {
        let now = Date(timeIntervalSince1970: 1_795_415_400)
        let story = Story(
            id: StoryID(rawValue: "00112233445566ff"), source: "paper", key: "a.example/1",
            link: WebAddress("https://a.example/1"), title: "Ferry returns", published: now, firstSeen: now,
            authors: ["A. Writer"], summary: Markup(.html, "<p>It is <b>back</b>.</p>"), categories: ["x"])
        let cluster = Cluster(
            lead: story, also: [story], score: 0.5,
            explanation: Explanation(factors: [.init(name: "freshness", value: 0.5, reason: "1 h old")], notes: ["n"]))
        let leftOut = Edition.LeftOut(story: story, reason: .perSource, detail: "6", score: 0.25)
        return Edition(
            date: EditionDate(now, in: .gmt), generated: now, sections: [.init(name: "World", clusters: [cluster])],
            leftOut: [leftOut], omissions: Omission.all(of: [leftOut]), sourceTitles: ["paper": "The Paper"],
            sourcesAsked: 2, sourcesAnswered: 1)
    }

    static var sampleHealth: HealthReport {
        let now = Date(timeIntervalSince1970: 1_795_415_400)
        let date = EditionDate(now, in: .gmt)
        let report = SourceReport(source: "paper", outcome: .fresh, items: 3)
        let night = SourceHealth.RunOutcome(report, on: date, at: now)
        return HealthReport(
            generated: now, edition: date, deadline: .seconds(30), elapsed: .seconds(1), stories: 1, newStories: 1,
            sources: [
                SourceHealth(
                    report: report, title: "The Paper", url: "https://a.example/", provider: "feed", section: "World",
                    lastSuccess: now, history: [night])
            ])
    }
}
