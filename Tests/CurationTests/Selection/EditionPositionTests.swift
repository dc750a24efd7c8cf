import NewsModel
import TestSupport
import Testing

@testable import Curation

@Suite struct EditionPositionTests {
    private let edition: Edition

    init() {
        let title = "Dam above Lorren gives way"
        let stories = [
            Story.made(title, source: "courier", age: 3), .made(title, source: "post"),
            .made("Owl nests in signal", source: "post"), .made("Your horoscope", source: "post"),
        ]
        edition = Curator.edition(for: .made(stories, ranking: RankingPolicy(mute: ["horoscope"])))
    }

    private func place(_ id: String) -> EditionPosition? { EditionPosition(of: StoryID(rawValue: id), in: edition) }

    @Test func leadAndWhatStandsBelowItAreInOnePlace() throws {
        let lead = try #require(place("courier/dam-above-lorren-gives-way"))
        #expect(lead.place == 1)
        #expect(lead.section == "News")
        #expect(lead.above == nil)
        #expect(place("post/dam-above-lorren-gives-way") == lead)
    }

    @Test func whatStandsRightAboveIsNamed() throws {
        let second = try #require(place("post/owl-nests-in-signal"))
        #expect(second.place == 2)
        #expect(second.above?.lead.source == "courier")
    }

    @Test(arguments: ["post/your-horoscope", "post/kayak"])
    func whatIsNotOnThePageHasNoPlace(id: String) {
        #expect(place(id) == nil)
    }
}

@Suite struct CapHoldersTests {
    private func edition(_ policy: EditionPolicy) -> Edition {
        let stories = ["Granary sold at auction", "Turret mended by hand", "Nursery insures its roses"].enumerated()
            .map { Story.made($0.element, source: "wire", age: Double($0.offset)) }
        return Curator.edition(for: .made(stories + [.made("Owl nests in signal", source: "post")], edition: policy))
    }

    @Test(
        arguments: [
            (EditionPolicy(perSource: 2), ["wire", "wire"]),
            (EditionPolicy(perSource: 9, perPublisher: 2), ["wire", "wire"]),
            (EditionPolicy(perSection: 3), ["post", "wire", "wire"]),
            (EditionPolicy(stories: 3), ["post", "wire", "wire"]),
        ] as [(EditionPolicy, [SourceID])])
    func whatFillsACapIsNamedTheBestFirst(policy: EditionPolicy, sources: [SourceID]) throws {
        let edition = edition(policy)
        let out = try #require(edition.leftOut("Nursery insures its roses"))
        let rivals = edition.clusters(fillingCapOf: out)
        #expect(rivals.map(\.lead.source).sorted() == sources)
        #expect(rivals.map(\.score) == rivals.map(\.score).sorted(by: >))
    }

    @Test func aMutedStoryHasNoRivals() throws {
        let edition = Curator.edition(
            for: .made([.made("Your horoscope"), .made("Mill reopens")], ranking: RankingPolicy(mute: ["horoscope"])))
        #expect(edition.clusters(fillingCapOf: try #require(edition.leftOut("Your horoscope"))).isEmpty)
    }
}
