import Foundation
import NewsModel
import Testing

@testable import NewsStore
@testable import Newsroom

@Suite struct FirstEditionSupplyTests {
    private static let reach = Date(timeIntervalSince1970: 1_000_000)

    private static func source(_ id: String = "gazette") -> Source {
        Source(id: SourceID(rawValue: id), provider: .feed(url: "https://\(id).example/feed"))
    }

    /// So many items of the newest day, and as many of the day before, each of its own address.
    private static func items(_ count: Int, host: String = "gazette.example") -> DistinctItems {
        let items = (0..<2 * count).map { number in
            let item = FeedItem(
                published: reach.addingTimeInterval(number < count ? 60 : -60), summary: Markup(.text, "Text \(number)")
            )
            return PreparedItem(
                item: item, key: "\(host)/\(number)", link: nil, title: "Story \(number) of \(host)")
        }
        return DistinctItems(items, from: source().id)
    }

    private static func supply(stories: Int = 1, perSource: Int = 100, perPublisher: Int? = nil) -> FirstEditionSupply {
        FirstEditionSupply(
            since: reach, policy: EditionPolicy(stories: stories, perSource: perSource, perPublisher: perPublisher))
    }

    @Test(arguments: [(19, false), (20, true)])
    func aDayThatFillsTheEditionTwentyTimesIsAmple(count: Int, isAmple: Bool) {
        var supply = Self.supply()
        var items = Self.items(count)
        supply.take(&items, from: Self.source())
        #expect(supply.isAmple == isAmple)
        #expect(items.textCount == (isAmple ? count : 2 * count))
    }

    @Test func theTextsOfTheNewestDayStay() {
        var supply = Self.supply()
        var first = Self.items(20)
        supply.take(&first, from: Self.source())
        var second = Self.items(5)
        supply.take(&second, from: Self.source())
        #expect(second.textCount == 5)
        #expect(second.keys(since: Self.reach).count == 5)
    }

    @Test func aSourceCountsForAsManyAsItMayLead() {
        var supply = Self.supply(perSource: 10)
        for host in ["a.example", "b.example"] {
            #expect(!supply.isAmple)
            var items = Self.items(50, host: host)
            supply.take(&items, from: Self.source())
        }
        #expect(supply.isAmple)
    }

    @Test func aPublisherCountsForAsManyAsItMayLead() {
        var supply = Self.supply(perSource: 20, perPublisher: 15)
        for host in ["news.a.example", "sport.a.example", "b.example"] {
            #expect(!supply.isAmple)
            var items = Self.items(20, host: host)
            supply.take(&items, from: Self.source())
        }
        #expect(supply.isAmple)
    }

    @Test func aSourceThatIsReadForSomeWordsCountsForNothing() {
        var source = Self.source()
        source.only = ["rail"]
        var supply = Self.supply()
        var items = Self.items(50)
        supply.take(&items, from: source)
        #expect(!supply.isAmple)
        #expect(items.textCount == 100)
    }
}

extension DistinctItems {
    /// How many of the items have a text.
    fileprivate var textCount: Int { entries.count { $0.item.item.summary != nil } }
}
