import FeedParsing
import Foundation
import NewsModel
import Testing

/// Every limit at its edge and one past it, and what people send to break readers.
@Suite struct LimitsTests {
    private func rss(_ content: String) -> [UInt8] {
        Array("<rss version=\"2.0\"><channel><title>t</title>\(content)</channel></rss>".utf8)
    }

    @Test func bytes() throws {
        let feed = rss("")
        #expect(try FeedReader.read(feed, limits: FeedLimits(maxBytes: feed.count)).title == "t")
        let limits = FeedLimits(maxBytes: feed.count - 1)
        #expect(throws: FeedError.tooLarge(.bytes(limits.maxBytes))) { try FeedReader.read(feed, limits: limits) }
        #expect(throws: FeedError.tooLarge(.bytes(limits.maxBytes))) {
            try FeedReader.read(feed, inPieces: [10], limits: limits)
        }
    }

    @Test func entries() throws {
        let limits = FeedLimits(maxEntries: 3)
        #expect(try FeedReader.read(rss(String(repeating: "<item/>", count: 3)), limits: limits).items.count == 3)
        #expect(throws: FeedError.tooLarge(.entries(3))) {
            try FeedReader.read(rss(String(repeating: "<item/>", count: 4)), limits: limits)
        }
    }

    @Test func entriesOfJSON() throws {
        let limits = FeedLimits(maxEntries: 2)
        func json(_ items: String) -> [UInt8] {
            Array(#"{"version":"https://jsonfeed.org/version/1.1","items":[\#(items)]}"#.utf8)
        }
        #expect(try FeedReader.read(json("{},{}"), limits: limits).items.count == 2)
        #expect(throws: FeedError.tooLarge(.entries(2))) { try FeedReader.read(json("{},{},{}"), limits: limits) }
    }

    @Test func valuesOfJSONWhereverTheyStand() throws {
        let limits = FeedLimits(maxValues: 5)
        func json(_ numbers: String) -> [UInt8] {
            Array(#"{"version":"https://jsonfeed.org/version/1.1","items":[],"a":[\#(numbers)]}"#.utf8)
        }
        #expect(try FeedReader.read(json("1"), limits: limits).items.isEmpty)
        #expect(throws: FeedError.tooLarge(.values(5))) { try FeedReader.read(json("1,[2]"), limits: limits) }
    }

    @Test(arguments: ["", "&"])
    func depth(_ fault: String) throws {
        func nested(_ count: Int) -> [UInt8] {
            rss(fault + String(repeating: "<a>", count: count) + String(repeating: "</a>", count: count))
        }
        let limits = FeedLimits(maxDepth: 10)
        #expect(try FeedReader.read(nested(8), limits: limits).title == "t")
        #expect(throws: FeedError.tooLarge(.depth(10))) { try FeedReader.read(nested(9), limits: limits) }
    }

    @Test func attributes() throws {
        func item(_ count: Int) -> [UInt8] {
            rss("<item \((0..<count).map { "a\($0)='1'" }.joined(separator: " "))/>")
        }
        let limits = FeedLimits(maxAttributes: 5)
        #expect(try FeedReader.read(item(5), limits: limits).items.count == 1)
        #expect(throws: FeedError.tooLarge(.attributes(5))) { try FeedReader.read(item(6), limits: limits) }
    }

    /// The parser's table grows slow long before a document of the allowed size is over, so it is looked at after every
    /// block: a document of one block may have more.
    @Test func names() throws {
        func feed(_ count: Int) -> [UInt8] {
            rss((0..<count).map { "<n\($0)>\(String(repeating: " ", count: 100))</n\($0)>" }.joined())
        }
        #expect(try FeedReader.read(feed(3000)).title == "t")
        let limits = FeedLimits(maxNames: 1000)
        #expect(throws: FeedError.tooLarge(.names(1000))) { try FeedReader.read(feed(3000), limits: limits) }
        #expect(throws: FeedError.tooLarge(.names(1000))) {
            try FeedReader.read(feed(3000), inPieces: [999], limits: limits)
        }
    }

    @Test func text() throws {
        let limits = FeedLimits(maxTextBytes: 1000)
        func item(_ count: Int) -> [UInt8] {
            rss("<item><title>\(String(repeating: "x", count: count))</title></item>")
        }
        #expect(try FeedReader.read(item(1000), limits: limits).items[0].title?.count == 1000)
        #expect(throws: FeedError.tooLarge(.text(1000))) { try FeedReader.read(item(1001), limits: limits) }
    }

    @Test func aHundredThousandNestedElements() {
        let count = 100_000
        let feed = rss(String(repeating: "<a>", count: count) + String(repeating: "</a>", count: count))
        #expect(throws: FeedError.tooLarge(.depth(256))) { try FeedReader.read(feed) }
        let open = rss("<item><description>" + String(repeating: "<b>", count: count))
        #expect(throws: FeedError.tooLarge(.depth(256))) { try FeedReader.read(open) }
        #expect(throws: FeedError.tooLarge(.depth(256))) {
            try FeedReader.read(String(repeating: "[", count: count))
        }
    }

    @Test func noEntityIsEverExpanded() throws {
        let names = (0...9).map {
            "<!ENTITY e\($0) \"\($0 == 0 ? "ha" : String(repeating: "&e\($0 - 1);", count: 10))\">"
        }
        let feed = try FeedReader.read(
            "<!DOCTYPE rss [\(names.joined())]><rss><channel><title>a &e9; b</title>"
                + "<item><link>https://x.example/&e9;</link></item></channel></rss>")
        #expect(feed.title == "a &e9; b")
        #expect(feed.items[0].link == "https://x.example/&e9;")
    }

    @Test func anAttributeOfSixteenMegabytes() {
        let value = String(repeating: "v", count: (16 << 20) - 200)
        #expect(throws: FeedError.tooLarge(.text(4 << 20))) { try FeedReader.read(rss("<item a='\(value)'/>")) }
    }

    @Test func aMillionEmptyEntries() {
        #expect(throws: FeedError.tooLarge(.entries(50_000))) {
            try FeedReader.read(rss(String(repeating: "<item/>", count: 1_000_000)))
        }
    }
}
