import Foundation
import NewsModel
import TestSupport
import Testing

@testable import Curation

@Suite struct RankingTests {
    private func factors(_ edition: Edition, _ title: String) -> [String: Double] {
        let cluster = edition.clusters.first { $0.lead.title == title }
        return Dictionary(cluster?.explanation.factors.map { ($0.name, $0.value) } ?? [], uniquingKeysWith: *)
    }

    /// The example that `docs/ranking.md` works by hand.
    @Test func exampleOfTheDocumentComesOut() throws {
        let title = "Dam above Lorren gives way"
        let stories = [
            Story.made(title, source: "courier", age: 2), .made(title, source: "post", age: 4),
            .made(title, source: "weblog", age: 6),
        ]
        let sources = [SourceTraits(id: "courier", weight: 1.5), SourceTraits(id: "weblog", weight: 0.5)]
        let ranking = RankingPolicy(halfLife: .seconds(18 * 3600), interests: ["dam": 0.5])
        let edition = Curator.edition(for: .made(stories, sources: sources, ranking: ranking))
        let cluster = try #require(edition.clusters.first)
        #expect(cluster.explanation.factors.map(\.name) == ["weight", "coverage", "freshness", "interest"])
        let values = cluster.explanation.factors.map { ($0.value * 1000).rounded() / 1000 }
        #expect(values == [1.322, 1.513, 0.857, 1.414])
        #expect((cluster.score * 100).rounded() / 100 == 2.42)
    }

    @Test func freshnessHalvesWithEveryHalfLife() {
        let stories = [Story.made("Mill reopens", age: 18), .made("Owl nests in signal", source: "post", age: 36)]
        let edition = Curator.edition(for: .made(stories))
        #expect(factors(edition, "Mill reopens")["freshness"] == 0.5)
        #expect(factors(edition, "Owl nests in signal")["freshness"] == 0.25)
    }

    @Test func dateInTheFutureCountsFromFirstSight() {
        var story = Story.made("Our summer programme", age: 18)
        story.published = evening.addingTimeInterval(200 * 3600)
        #expect(factors(Curator.edition(for: .made([story])), story.title)["freshness"] == 0.5)
    }

    @Test func copiesOfOneOwnerCountOnce() {
        let title = "Dam above Lorren gives way"
        let stories = ["north", "south", "east"].map {
            Story.made(title, source: SourceID(rawValue: $0), link: "https://\($0).courier.example/dam-gives-way")
        }
        #expect(factors(Curator.edition(for: .made(stories)), title)["coverage"] == 1)
    }

    @Test func threePapersGiveTwiceTheProminenceOfOne() {
        let title = "Dam above Lorren gives way"
        let stories = ["courier", "post", "ledger"].map { Story.made(title, source: $0) }
        #expect(factors(Curator.edition(for: .made(stories)), title)["coverage"] == 2)
    }

    @Test func weightZeroCountsForNothing() {
        let sources = [SourceTraits(id: "courier", weight: 0)]
        let edition = Curator.edition(for: .made([.made("Mill reopens")], sources: sources))
        #expect(edition.clusters.map(\.score) == [0])
    }

    @Test func interestOfOneDoublesAndMinusOneHalves() {
        let stories = [
            Story.made("Swift nests under the bridge"), .made("Celebrity seen at gala", source: "post"),
            .made("Kiosk moves", source: "ledger"),
        ]
        let ranking = RankingPolicy(interests: ["swift": 1, "celebrity": -1])
        let edition = Curator.edition(for: .made(stories, ranking: ranking))
        #expect(edition.titles == ["Swift nests under the bridge", "Kiosk moves", "Celebrity seen at gala"])
        #expect(factors(edition, "Swift nests under the bridge")["interest"] == 2)
        #expect(factors(edition, "Celebrity seen at gala")["interest"] == 0.5)
    }

    @Test func tiesStandInTheSameOrderHoweverTheyCame() {
        let stories = ["courier", "post", "ledger", "herald"].map {
            Story.made("\($0) has news of its own", source: $0)
        }
        let expected = Curator.edition(for: .made(stories)).titles
        #expect(expected == Curator.edition(for: .made(stories.reversed())).titles)
        #expect(expected.count == 4)
    }
}
