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

    @Test func leadIsFoundByItsAddressInAnySpelling() throws {
        let found = Whereabouts.find("http://www.courier.example/dam-above-lorren-gives-way/?utm_source=x", in: edition)
        guard case .leads(let cluster, place: 1, section: "News") = try #require(found.first).whereabouts else {
            Issue.record("does not lead")
            return
        }
        #expect(cluster.also.count == 1)
    }

    @Test func wordsFindLeadAndWhatStandsBelowIt() {
        let found = Whereabouts.find("lorren DAM", in: edition)
        #expect(found.map(\.story.source) == ["courier", "post"])
    }

    @Test func absentStoryIsFoundWithItsReason() throws {
        guard case .leftOut(let leftOut) = try #require(Whereabouts.find("horoscope", in: edition).first).whereabouts
        else {
            Issue.record("is not left out")
            return
        }
        #expect(leftOut.reason == .muted)
    }

    @Test func idIsFound() {
        #expect(Whereabouts.find("post/owl-nests-in-signal", in: edition).count == 1)
    }

    @Test(arguments: ["", "!", "kayak", "https://courier.example/other"])
    func nothingElseIsFound(query: String) {
        #expect(Whereabouts.find(query, in: edition).isEmpty)
    }
}
