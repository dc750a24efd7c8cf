import Foundation
import NewsModel
import TestSupport
import Testing

@testable import Newsroom

/// The same answers give the same site, whoever answers first.
@Suite struct ReproducibleTests {
    private static let sources = (0..<12).map { number in
        "  - {id: s\(number), feed: https://s\(number).example/rss, section: \(number.isMultiple(of: 2) ? "World" : "Science")}"
    }

    private static let subjects = [
        "Ferry returns to the old harbour", "Council votes on two bridges", "Comet seen over the desert",
        "Orchard opens early this year", "Choir wins the northern prize", "Glacier lake drains overnight",
    ]

    /// Each tells some of the stories in words of its own, at the same instant, so that nothing but what they say decides.
    private static var feeds: [String: Feed] {
        Dictionary(
            uniqueKeysWithValues: (0..<12).map { number in
                var feed = Pressroom.feed(
                    "s\(number)",
                    (0..<3).map { subjects[(number + $0) % 6] + ($0 == 0 ? "" : ", says paper \(number)") })
                for item in feed.items.indices { feed.items[item].published = Stage.night.addingTimeInterval(-3600) }
                return ("s\(number)", feed)
            })
    }

    private func site(nights: Int = 2, _ order: @escaping ([Source]) -> [Source]) throws -> [String: Data] {
        let room = try Pressroom(order: order)
        let settings = try room.settings(
            "url: https://a.example/\nedition: {stories: 9}",
            sources: "sources:\n" + Self.sources.joined(separator: "\n") + "\n")
        for night in 0..<nights {
            var feeds = Self.feeds
            for id in feeds.keys {
                let fresh = Pressroom.feed(id, ["News of day \(night) by \(id)"]).items.map { item in
                    var item = item
                    item.id = "\(id)-day-\(night)"
                    item.link = "https://\(id).example/day/\(night)"
                    item.published = Stage.day(night).addingTimeInterval(-60)
                    return item
                }
                feeds[id]?.items += fresh
            }
            try room.run(settings, at: Stage.day(night), feeds)
        }
        return try room.site()
    }

    @Test func whateverTheOrderOfArrival() throws {
        let plain = try site { $0 }
        #expect(plain.count > 30)
        for order: ([Source]) -> [Source] in [{ $0.reversed() }, { Array($0.dropFirst(5) + $0.prefix(5)) }] {
            let other = try site(order)
            #expect(Set(other.keys) == Set(plain.keys))
            #expect(plain.keys.filter { plain[$0] != other[$0] }.sorted() == [])
        }
    }
}
