import Fetching
import Foundation
import NewsModel
import Settings
import TestSupport
import Testing

/// `- opml: …` stands for the feeds of a list.
@Suite struct LiveListTests {
    private static let list =
        "<opml><body><outline text='World'><outline text='A' xmlUrl='https://a.example/f'/></outline>"
        + "<outline text='B &amp; co' xmlUrl='b.example/f'/><outline xmlUrl='https://c.example/f'/></body></opml>"

    private static func read(_ text: String, in folder: TemporaryDirectory) throws -> Settings {
        try SettingsReader.read(
            file: try folder.write(text, to: "broadsheet.yml"), environment: [:], providers: Providers.definitions)
    }

    @Test func aFileIsReadWithItsSections() throws {
        let folder = try TemporaryDirectory()
        try folder.write(Self.list, to: "lists/mine.opml")
        let settings = try Self.read(
            "sources:\n  - opml: lists/mine.opml\n    weight: 2\n    limit: 5\n  - feed: https://c.example/f/\n    id: c\n",
            in: folder)
        #expect(
            settings.sources.map(\.provider.address) == [
                "https://a.example/f", "https://b.example/f", "https://c.example/f/",
            ])
        #expect(settings.sources.map(\.section) == ["World", "News", "News"])
        #expect(settings.sources.map(\.title) == ["A", "B & co", nil])
        #expect(settings.sources.map(\.weight) == [2, 2, 1])
        #expect(settings.sources.map(\.id) == ["a-example-f", "b-example-f", "c"])
        #expect(settings.lists.isEmpty)
    }

    @Test func aSectionOfTheFileIsThatOfAll() throws {
        let folder = try TemporaryDirectory()
        try folder.write(Self.list, to: "mine.opml")
        let settings = try Self.read("sources: [{opml: mine.opml, section: Blogs}]\n", in: folder)
        #expect(Set(settings.sources.map(\.section)) == ["Blogs"])
        #expect(settings.sections.map(\.name) == ["Blogs"])
    }

    @Test func aListElsewhereIsReadFromItsCopy() throws {
        let folder = try TemporaryDirectory()
        let text = "sources: [{opml: 'https://l.example/list.opml'}]\n"
        let empty = try Self.read(text, in: folder)
        #expect(empty.sources.isEmpty)
        let file = try #require(empty.lists.first)
        #expect(file.url == "https://l.example/list.opml")
        #expect(file.file.hasPrefix(folder.path + "/.broadsheet/lists/") || file.file.contains("/.broadsheet/lists/"))
        try folder.write(Self.list, to: ".broadsheet/lists/" + URL(filePath: file.file).lastPathComponent)
        #expect(try Self.read(text, in: folder).sources.count == 3)
    }

    @Test(arguments: [
        ("{opml: missing.opml}", "1:18: the list does not exist; correct `opml`"),
        ("{opml: words.txt}", "1:18: the list is a text without addresses of feeds"),
        ("{opml: mine.opml, id: x}", "`id` is of one source, and a list has many; remove it"),
        ("{opml: mine.opml, feed: 'https://a.example/'}", "a source has one provider"),
        ("{opml: 'ftp://a.example/l.opml'}", "`opml` is an address"),
    ])
    func whatIsWrongIsSaidWithItsPlace(source: String, words: String) throws {
        let folder = try TemporaryDirectory()
        try folder.write("<opml><body><outline xmlUrl='https://a.example/f'/></body></opml>", to: "mine.opml")
        try folder.write("some words\n", to: "words.txt")
        #expect {
            try Self.read("sources: [\(source)]\n", in: folder)
        } throws: {
            "\($0)".contains(words)
        }
    }
}
