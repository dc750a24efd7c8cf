import Foundation
import NewsModel
import TestSupport
import Testing

@testable import Curation

@Suite struct CuratorTests {
    @Test func sectionsStandInTheOrderOfTheConfiguration() {
        let sources = [
            SourceTraits(id: "courier", section: "World"), SourceTraits(id: "post", section: "Sport"),
            SourceTraits(id: "ledger", section: "Money"),
        ]
        let stories = [
            Story.made("Kiosk moves", source: "ledger"), .made("Mill reopens", source: "courier", age: 30),
            .made("Owl nests in signal", source: "post"),
        ]
        let plain = Curator.edition(for: .made(stories, sources: sources))
        #expect(plain.sections.map(\.name) == ["World", "Sport", "Money"])
        let rules = [SectionRule(name: "Money"), SectionRule(name: "Empty")]
        let ruled = Curator.edition(for: .made(stories, sources: sources, sections: rules))
        #expect(ruled.sections.map(\.name) == ["Money", "World", "Sport"])
    }

    @Test(
        arguments: [
            ("Telescope finds new moon", "https://courier.example/a/1", [], "Science"),
            ("New moon found", "https://courier.example/Science/2", [], "Science"),
            ("New moon found", "https://courier.example/pseudo-science/2", [], "World"),
            ("New moon found", "https://courier.example/a/3", ["Telescope"], "Science"),
            ("New moon found", "https://courier.example/a/3", ["telescopes"], "World"),
        ] as [(String, String, [String], String)])
    func rulesMoveStories(title: String, link: String, categories: [String], section: String) {
        let story = Story.made(title, link: link, categories: categories)
        let rules = [SectionRule(name: "Science", match: ["telescope", "/science/"])]
        let sources = [SourceTraits(id: "courier", section: "World")]
        let edition = Curator.edition(for: .made([story], sources: sources, sections: rules))
        #expect(edition.sections.map(\.name) == [section])
    }

    @Test func mutedWordKeepsAStoryOffThePage() {
        let stories = [
            Story.made("Your horoscope for the week"), .made("Microscope finds new mite", source: "post"),
            .made("The year ahead", source: "ledger", summary: "The HOROSCOPE special."),
        ]
        let edition = Curator.edition(for: .made(stories, ranking: RankingPolicy(mute: ["horoscope"])))
        #expect(edition.titles == ["Microscope finds new mite"])
        #expect(edition.leftOut("The year ahead")?.detail == "horoscope")
        #expect(edition.leftOut.map(\.reason) == [.muted, .muted])
    }

    @Test func clusterGoesWhereMostOfItsPublishersAreMuted() {
        let title = "Dam above Lorren gives way"
        let ranking = RankingPolicy(mute: ["tragedy"])
        let muted = ["courier", "herald"].map { Story.made(title, source: $0, summary: "A tragedy.") }
        let others = ["post", "ledger"].map { Story.made(title, source: $0) }
        #expect(Curator.edition(for: .made(muted + [others[0]], ranking: ranking)).clusters.isEmpty)
        let edition = Curator.edition(for: .made(muted + others, ranking: ranking))
        #expect(edition.clusters.map { Set($0.stories.map(\.source)) } == [["post", "ledger"]])
    }

    @Test func onlyAndSkipWordsFilterTheirSource() {
        let sources = [
            SourceTraits(id: "courier", only: ["harbour", "ferry"]), SourceTraits(id: "post", skip: ["ferry"]),
        ]
        let stories = [
            Story.made("Ferry adds night sailing"), .made("Mill reopens"),
            .made("Ferry strike over", source: "post"), .made("Owl nests in signal", source: "post"),
        ]
        let edition = Curator.edition(for: .made(stories, sources: sources))
        #expect(Set(edition.titles) == ["Ferry adds night sailing", "Owl nests in signal"])
        #expect(edition.leftOut.map(\.reason) == [.filtered, .filtered])
    }

    @Test func varietyLowersWhatRepeatsAHost() throws {
        let things = ["Granary sold", "Turret mended", "Nursery insured"]
        let stories =
            things.enumerated().map { Story.made($0.element, source: "wire", age: Double($0.offset) / 10) }
            + [Story.made("Owl nests in signal", source: "post", age: 2)]
        let edition = Curator.edition(for: .made(stories))
        #expect(edition.titles == ["Granary sold", "Owl nests in signal", "Turret mended", "Nursery insured"])
        let scores = edition.clusters.map(\.score)
        #expect(scores == scores.sorted(by: >))
        #expect(edition.clusters[2].explanation.factors.last?.name == "variety")
    }

    @Test func sameRequestGivesTheSameEditionInAnyOrder() {
        let title = "Dam above Lorren gives way"
        let stories =
            ["courier", "post", "ledger"].map { Story.made(title, source: $0) }
            + ["Mill reopens", "Owl nests in signal", "Kiosk moves"].map { Story.made($0, source: "herald") }
        let edition = Curator.edition(for: .made(stories))
        #expect(edition == Curator.edition(for: .made(stories.reversed())))
    }

    @Test func nothingGivesAnEmptyEdition() {
        #expect(Curator.edition(for: .made([])).clusters.isEmpty)
    }

    @Test func aThousandStoriesOfFewHostsAreOrderedByTheFormula() {
        let stories = (0..<1000).map { number in
            Story.made(
                "Item \(number) of lot \(number % 7) at stall \(number % 31)",
                source: SourceID(rawValue: "paper-\(number % 5)"), age: Double(number % 60) / 3)
        }
        let open = EditionPolicy(stories: 1000, perSource: 1000, perPublisher: 1000, perSection: 1000)
        let ranking = RankingPolicy(clustering: .off)
        let edition = Curator.edition(for: .made(stories, edition: open, ranking: ranking))
        #expect(edition.clusters.count == 1000)
        let scores = edition.clusters.map(\.score)
        #expect(scores == scores.sorted(by: >))
        for cluster in edition.clusters {
            let product = cluster.explanation.factors.reduce(1) { $0 * $1.value }
            #expect(abs(product - cluster.score) < 1e-9)
        }
    }

    @Test func varietySaysWhatItRepeats() throws {
        let stories = [
            Story.made("Granary at Ostwick sold", source: "wire"),
            .made("Ostwick granary burns down", source: "wire", age: 3),
        ]
        let edition = Curator.edition(for: .made(stories, ranking: RankingPolicy(clustering: .off)))
        let variety = try #require(edition.clusters.last?.explanation.factors.last)
        #expect(variety.reason.hasPrefix("1 more from wire.example above it in its section; near to “Granary"))
        #expect(edition.clusters.first?.explanation.factors.contains { $0.name == "variety" } == false)
    }
}
