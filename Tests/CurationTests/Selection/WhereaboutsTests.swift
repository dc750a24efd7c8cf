import Curation
import NewsModel
import Testing

@Suite struct WhereaboutsTests {
    private let edition: Edition

    init() {
        let title = "Dam above Lorren gives way"
        let stories = [
            Story.made(title, source: "courier", age: 3), .made(title, source: "post"),
            .made("Owl nests in signal", source: "post"), .made("Your horoscope", source: "post"),
        ]
        edition = Curator.edition(for: .made(stories, ranking: RankingPolicy(mute: ["horoscope"])))
    }

    private func place(_ id: String) -> Whereabouts? { Whereabouts(of: StoryID(rawValue: id), in: edition) }

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
