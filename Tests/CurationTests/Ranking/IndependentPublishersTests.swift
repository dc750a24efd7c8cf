import Foundation
import NewsModel
import Testing

@testable import Curation

@Suite struct IndependentPublishersTests {
    private let title = "Dam above Lorren gives way"

    private func candidate(
        _ source: SourceID, _ host: String, weight: Double = 1, named: String? = nil, namesPublishers: Bool = false
    ) -> Document {
        var story = Story.made(title, source: source, link: "https://\(host)/dam-gives-way")
        story.publisher = named
        let home = SourceHome(namesPublishers: namesPublishers)
        return Document(story, traits: SourceTraits(id: source, weight: weight, home: home))
    }

    private func names(_ members: [Document]) -> Set<String> { Set(IndependentPublishers.of(members).map(\.name)) }

    @Test func aSourceCountsOnceWhateverItLinksTo() {
        #expect(IndependentPublishers.count((0..<50).map { candidate("guest", "paper-\($0).example") }) == 1)
    }

    @Test func aPublisherCountsOnceWhateverCarriesIt() {
        #expect(
            IndependentPublishers.count([candidate("world", "post.example"), candidate("sport", "post.example")]) == 1)
    }

    @Test func whoClaimsTheDomainsOfAllTakesNothingFromThem() {
        let papers = ["courier", "post", "ledger"].map { candidate($0, "\($0).example") }
        let claims = ["courier", "post", "ledger"].map { candidate("guest", "\($0).example", weight: 0.5) }
        #expect(names(claims + papers) == ["courier.example", "post.example", "ledger.example"])
        #expect(names(claims + papers + [candidate("guest", "guest.example")]).count == 4)
    }

    @Test func aHeavySourceThatCanStandElsewhereMakesRoom() {
        let members = [
            candidate("hub", "post.example", weight: 3), candidate("hub", "hub.example", weight: 3),
            candidate("post", "post.example"),
        ]
        let found = IndependentPublishers.of(members)
        #expect(found.map(\.weight) == [3, 1])
        #expect(Set(found.map(\.name)) == ["hub.example", "post.example"])
    }

    @Test func eachPublisherThatAnAPINamesCounts() {
        let portal = ["Herald", "Tribune"].map {
            candidate("newsapi", "portal.example", named: $0, namesPublishers: true)
        }
        #expect(names(portal) == ["Herald", "Tribune"])
        let own = ["courier", "post"].map { candidate("hn", "\($0).example", namesPublishers: true) }
        #expect(IndependentPublishers.count(own) == 2)
    }
}
