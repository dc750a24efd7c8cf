import FeedParsing
import Foundation
import NewsModel
import Testing

/// However a document is cut on its way, it is the same document.
@Suite struct ChunkingTests {
    @Test(arguments: Fixture.all)
    func byteByByteIsTheSameAsWhole(_ fixture: Fixture) throws {
        let bytes = try fixture.bytes()
        #expect(try FeedReader.read(bytes, inPieces: [1], url: fixture.url) == fixture.feed())
    }

    @Test(arguments: Fixture.all, [1, 2, 3] as [UInt64])
    func randomCutsAreTheSameAsWhole(_ fixture: Fixture, seed: UInt64) throws {
        var generator = SeededGenerator(state: seed)
        let bytes = try fixture.bytes()
        let sizes = (0..<bytes.count).map { _ in Int.random(in: 1...60, using: &generator) }
        #expect(try FeedReader.read(bytes, inPieces: sizes, url: fixture.url) == fixture.feed())
    }

    /// Documents of several blocks of the parser: sound, broken near the end, and in another encoding.
    enum Long: String, CaseIterable {
        case sound, broken, truncated, latin

        var bytes: [UInt8] {
            var text = #"<?xml version="1.0" encoding="\#(self == .latin ? "iso-8859-1" : "utf-8")"?>"#
            text += "<rss version=\"2.0\"><channel><title>Long</title>\n"
            for number in 0..<900 {
                text += "<item><title>Item \(number) – “ö”</title><guid isPermaLink=\"false\">\(number)</guid>"
                text +=
                    "<description><![CDATA[<p title=\"a > b\">é \(String(repeating: "word ", count: number % 97))</p>"
                text += "]]></description><link>https://long.example/?a=1&amp;b=\(number)</link></item>\n"
            }
            if self == .broken { text += "<item><title>AT&T &nbsp;</title><p></item>" }
            if self != .truncated { text += "</channel></rss>" }
            return self == .latin ? Array(text.data(using: .windowsCP1252) ?? Data()) : Array(text.utf8)
        }
    }

    @Test(arguments: Long.allCases, [997, 65_535, 65_536, 65_537])
    func longDocumentsAreTheSameInPieces(_ document: Long, size: Int) throws {
        let bytes = document.bytes
        let whole = try FeedReader.read(bytes)
        #expect(whole.items.count == (document == .broken ? 901 : 900))
        #expect(whole.items[899].title == "Item 899 – “ö”")
        #expect(whole.warnings.isEmpty == (document == .sound || document == .latin))
        #expect(try FeedReader.read(bytes, inPieces: [size]) == whole)
    }

    /// The parser waits for the semicolon of what it takes for an entity.
    @Test func aBareAmpersandInALongDocumentWithoutSemicolons() throws {
        let items = String(
            repeating: "<item><title>\(String(repeating: "word ", count: 1000))</title></item>", count: 200)
        let bytes = Array("<rss version=\"2.0\"><channel><title>A & B</title>\(items)</channel></rss>".utf8)
        let feed = try FeedReader.read(bytes)
        #expect(feed.title == "A & B")
        #expect(feed.items.count == 200)
        #expect(try FeedReader.read(bytes, inPieces: [100_000]) == feed)
    }

    @Test func errorsAreTheSameInPieces() {
        let page = Array("<!DOCTYPE html><html><head><title>Page</title></head></html>".utf8)
        let whole = #expect(throws: FeedError.self) { try FeedReader.read(page) }
        let pieces = #expect(throws: FeedError.self) { try FeedReader.read(page, inPieces: [1]) }
        #expect(whole == pieces)
    }
}
