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

    /// The parser has compared each with all before it, whatever becomes of the element.
    @Test(arguments: ["<x>", ""]) func attributesOfWhatIsPassedOver(outer: String) {
        let attributes = (0..<6).map { "a\($0)='1'" }.joined(separator: " ")
        let feed = rss("\(outer)<unknown \(attributes)/>" + (outer.isEmpty ? "" : "</x>"))
        let limits = FeedLimits(maxAttributes: 5)
        #expect(throws: FeedError.tooLarge(.attributes(5))) { try FeedReader.read(feed, limits: limits) }
    }

    @Test(arguments: ["", "&"]) func namespacesWhereverTheyAreDeclared(fault: String) throws {
        func nested(_ count: Int) -> [UInt8] {
            rss(
                fault + (0..<count).map { "<x xmlns:a\($0)='u'>" }.joined()
                    + String(repeating: "</x>", count: count))
        }
        let limits = FeedLimits(maxAttributes: 5)
        #expect(try FeedReader.read(nested(5), limits: limits).title == "t")
        #expect(throws: FeedError.tooLarge(.attributes(5))) { try FeedReader.read(nested(6), limits: limits) }
        // What has ended counts no more.
        let beside = rss((0..<20).map { "<x xmlns:a\($0)='u'/>" }.joined())
        #expect(try FeedReader.read(beside, limits: limits).title == "t")
    }

    /// A base is repeated in every link that is relative to it.
    @Test func aLinkAndABaseAreNoLongerThanAnAddress() throws {
        func feed(base: Int, link: Int) -> [UInt8] {
            let path = { String(repeating: "p", count: $0) }
            let (base, link) = ("https://x.example/\(path(base))/", "https://x.example/\(path(link))")
            return rss(
                "<item xml:base='\(base)'><enclosure url='a.mp3' type='audio/mpeg'/></item>"
                    + "<item><title>t</title><link>\(link)</link></item>")
        }
        let fitting = try FeedReader.read(feed(base: 4000, link: 4096 - 18))
        #expect(fitting.items[0].enclosures[0].url.utf8.count == 4000 + 24)
        #expect(fitting.items[1].link?.utf8.count == 4096)
        let long = try FeedReader.read(feed(base: 4100, link: 4096 - 17))
        #expect(long.items[0].enclosures[0].url == "a.mp3")
        #expect(long.items[1].link == nil)
        let resolved = try FeedReader.read(feed(base: 4096 - 19, link: 1))
        #expect(resolved.items[0].enclosures.isEmpty)
    }

    @Test func namesOfAnItemAreLookedAtSoOften() throws {
        let names = (0..<499).map { "k\($0)" } + Array(repeating: "k0", count: 10) + ["last"]
        let categories = try FeedReader.read(rss("<item>\(names.map { "<category>\($0)</category>" }.joined())</item>"))
        #expect(categories.items[0].categories.count == 499)
        let keywords =
            "<rss xmlns:media='http://search.yahoo.com/mrss/'><channel><item><media:keywords>"
            + names.joined(separator: ",") + "</media:keywords></item></channel></rss>"
        #expect(try FeedReader.read(Array(keywords.utf8)).items[0].categories.count == 499)
    }

    /// Each of thousands would be searched to the end of the document.
    @Test func sectionsWithinSectionsEndAtTheNextMark() throws {
        let section = "<b><![CDATA[x<![CDATA[y]]>"
        let feed = rss("<item><description>&\(String(repeating: section, count: 100))</description></item>")
        let text = try FeedReader.read(feed).items[0].summary?.source ?? ""
        #expect(
            text.components(separatedBy: "x<![CDATA[y").count == 101 || text.components(separatedBy: "y").count == 101)
    }

    @Test func onlyTheFirstDocumentTypeHasBrackets() throws {
        let types = String(repeating: "<!DOCTYPE a [>", count: 1000)
        #expect(
            try FeedReader.read(Array((types + "<rss><channel><title>t</title></channel></rss>").utf8)).title == "t")
    }

    @Test func htmlIsTakenForEscapedAgainThreeTimes() throws {
        func title(_ rounds: Int) throws -> String? {
            let escaped = (0..<rounds).reduce("<i>x</i>") { text, _ in
                "<b></b>" + text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            }
            return try FeedReader.read(rss("<item><title><![CDATA[\(escaped)]]></title></item>")).items[0].title
        }
        #expect(try title(3) == "x")
        #expect(try title(4) == "<i>x</i>")
    }

    @Test func whiteSpaceBeforeATextIsLeftOut() throws {
        let atom =
            "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>a</title><content type='xhtml'>  \n <div> <p>x</p>"
            + "</div></content></entry></feed>"
        #expect(try FeedReader.read(Array(atom.utf8)).items[0].content?.source == "<p>x</p>")
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

    @Test func declaredEntitiesMakeNoDocumentMuchLonger() throws {
        let type = "<!DOCTYPE rss [<!ENTITY e \"\(String(repeating: "x", count: 256))\">]>"
        let title = String(repeating: "&e;", count: 10_000)
        let feed = try FeedReader.read("\(type)<rss><channel><title>\(title)</title></channel></rss>")
        #expect((feed.title?.utf8.count ?? 0) < (1 << 20) + 30_000)
    }

    @Test func noEntityStandsForAnotherOne() throws {
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
