import NewsModel
import Testing

@testable import FeedParsing

/// Which of the pictures that an item names stands for it.
@Suite struct EntryPictureTests {
    private func item(_ elements: String) throws -> FeedItem {
        let feed = """
            <rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>T</title>
            <item><description>Lanterns on the quay.</description>\(elements)</item></channel></rss>
            """
        return try #require(try FeedReader.read(feed, url: "https://p.example/feed").items.first)
    }

    private func media(_ name: String, _ attributes: String = "") -> String {
        "<media:content url=\"https://p.example/\(name)\" \(attributes)/>"
    }

    @Test(arguments: [
        (#"width="140""#, #"width="1200""#, "two.jpg"), (#"width="1200""#, #"width="140""#, "one.jpg"),
        (#"width="1200""#, #"width="6000""#, "one.jpg"), ("", "", "one.jpg"),
    ])
    func ofSeveralTheWidestThatAPageCanShow(one: String, other: String, expected: String) throws {
        let found = try item(media("one.jpg", one) + media("two.jpg", other))
        #expect(found.image == "https://p.example/" + expected)
    }

    @Test func aFileCountsForMoreThanAThumbnail() throws {
        let thumbnail = #"<media:thumbnail url="https://p.example/small.jpg"/>"#
        #expect(try item(thumbnail + media("large.jpg")).image == "https://p.example/large.jpg")
        #expect(try item(thumbnail).image == "https://p.example/small.jpg")
    }

    @Test(arguments: ["a.JPG?w=9", "a.webp", "a.png#x"]) func whereNoTypeIsSaidTheNameTells(name: String) throws {
        #expect(try item(media(name)).image == "https://p.example/" + name)
        #expect(try item("<enclosure url=\"https://p.example/\(name)\"/>").image == "https://p.example/" + name)
    }

    @Test func whatIsNoPictureIsNone() throws {
        #expect(try item(media("a.mp3") + media("b")).image == nil)
        #expect(try item(media("film.jpg", #"medium="video""#)).image == nil)
    }

    @Test func whoWroteItIsNoPictureOfItNorItsTitle() throws {
        let portrait = """
            <media:content url="https://1.gravatar.com/avatar/0f3c?s=96" medium="image"><media:title>authorname</media:title>
            </media:content>
            """
        let found = try item(portrait + media("quay.jpg"))
        #expect(found.image == "https://p.example/quay.jpg")
        #expect(found.title == "Lanterns on the quay.")
    }
}
