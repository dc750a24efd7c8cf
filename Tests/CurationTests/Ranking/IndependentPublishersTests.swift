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

    @Test func theWeightiestStandFirstAndThenByName() {
        let members = [
            candidate("post", "post.example"), candidate("ledger", "ledger.example"),
            candidate("herald", "herald.example", weight: 2), candidate("courier", "courier.example"),
        ]
        let names = ["herald.example", "courier.example", "ledger.example", "post.example"]
        #expect(IndependentPublishers.of(members).map(\.name) == names)
        #expect(IndependentPublishers.of(members).map(\.weight) == [2, 1, 1, 1])
    }

    @Test func aSourceHasTheGreatestOfItsWeightsAndNoneBelowZero() {
        let members = [candidate("post", "post.example", weight: -3), candidate("post", "post.example", weight: 2)]
        #expect(IndependentPublishers.of(members).map(\.weight) == [2])
        #expect(IndependentPublishers.of([candidate("post", "post.example", weight: -1)]).map(\.weight) == [0])
        #expect(IndependentPublishers.of([members[0], candidate("a", "a.example")]).map(\.weight) == [1, 0])
    }

    @Test func onePublisherOfAnAPICountsByItsDomain() {
        let named = [
            candidate("api", "herald.example", named: "The Herald", namesPublishers: true),
            candidate("herald", "herald.example"),
        ]
        #expect(names(named) == ["herald.example"])
        let portal = named + [candidate("api", "herald.example", named: "Tribune", namesPublishers: true)]
        #expect(names(portal) == ["The Herald", "Tribune", "herald.example"])
    }

    @Test func aChainOfCarriersMakesRoomForAll() {
        // Each can stand on the next one's domain, the last on its own alone.
        let members = [
            candidate("a", "one.example", weight: 3), candidate("a", "two.example", weight: 3),
            candidate("b", "one.example", weight: 2), candidate("b", "three.example", weight: 2),
            candidate("c", "one.example"),
        ]
        #expect(IndependentPublishers.count(members) == 3)
        #expect(IndependentPublishers.count([]) == 0)
        #expect(IndependentPublishers.count([members[0]]) == 1)
    }
}
