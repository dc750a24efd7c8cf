import Fetching
import Foundation
import NewsModel
import Settings
import TestSupport
import Testing

/// Sources are written into a file of which every other byte stays.
@Suite struct SourceInsertionTests {
    private let folder: TemporaryDirectory

    init() throws { folder = try TemporaryDirectory() }

    private func open(_ text: String) throws -> ConfigurationFile {
        try ConfigurationFile(
            file: try folder.write(text, to: "broadsheet.yml"), environment: ["TOKEN": "x1"],
            providers: Providers.definitions)
    }

    private static let new = [
        NewSource(feed: "https://new.example/a", section: "World", title: "A: b"),
        NewSource(feed: "https://new.example/b", isPrivate: true),
    ]

    private static func lines(_ space: String) -> String {
        "\(space)- feed: https://new.example/a\n\(space)  title: \"A: b\"\n\(space)  section: World\n"
            + "\(space)- feed: https://new.example/b\n\(space)  private: true\n"
    }

    @Test(arguments: [
        (
            "indented", "# top\nsources:\n  - feed: https://a.example/ # one\n    section: X\n",
            "\n# end\ntitle: T # t\n", "  "
        ),
        ("at the margin", "sources:\n- feed: https://a.example/\n\n- feed: https://b.example/\n", "title: T\n", ""),
        ("deep", "sources:\n      -   feed: https://a.example/\n          title: 'It''s'\n", "", "      "),
        (
            "with a long text", "sources:\n  - feed: https://a.example/\n    title: >-\n      words\n\n    limit: 3\n",
            "title: T\n", "  "
        ),
        ("with brackets inside", "sources:\n  - {feed: https://a.example/,\n     section: X}\n", "\ntitle: T\n", "  "),
        ("a comment set in deeper", "sources:\n  - feed: https://a.example/\n    # weight: 2\n", "# for later\n", "  "),
        (
            "with an anchor", "x-a: &a\n  weight: 2\nsources: &s\n  - <<: *a\n    feed: https://a.example/\n",
            "title: T\n", "  "
        ),
        ("with a variable", "sources:\n  - feed: https://a.example/${TOKEN}\n", "title: ${TOKEN}\n", "  "),
    ])
    func aListWithDashesGrowsAtItsEnd(what: String, before: String, after: String, space: String) throws {
        let file = try open(before + after)
        let (text, settings) = try file.adding(Self.new)
        #expect(text == before + Self.lines(space) + after, "\(what)")
        #expect(settings.sources.suffix(2).map(\.section) == ["World", "News"])
        #expect(settings.sources.suffix(2).map(\.isPrivate) == [false, true])
        #expect(settings.sources.count == file.settings.sources.count + 2)
    }

    @Test(arguments: [
        (
            "sources: [{feed: 'https://a.example/'}]\n",
            "sources: [{feed: 'https://a.example/'}, {feed: https://new.example/a}]\n"
        ),
        (
            "sources: [\n  {feed: \"https://a.example/]\"},\n]\n",
            "sources: [\n  {feed: \"https://a.example/]\"}, {feed: https://new.example/a}\n]\n"
        ),
        ("title: T\nsources: []\n# end\n", "title: T\nsources:\n  - feed: https://new.example/a\n# end\n"),
        ("sources: # mine\ntitle: T\n", "sources: # mine\n  - feed: https://new.example/a\ntitle: T\n"),
        ("title: T", "title: T\nsources:\n  - feed: https://new.example/a\n"),
        ("# nothing yet\n", "# nothing yet\nsources:\n  - feed: https://new.example/a\n"),
        (
            "sources:\n  - feed: https://a.example/",
            "sources:\n  - feed: https://a.example/\n  - feed: https://new.example/a\n"
        ),
        (
            "title: T\r\nsources:\r\n  - feed: https://a.example/\r\n",
            "title: T\r\nsources:\r\n  - feed: https://a.example/\r\n  - feed: https://new.example/a\r\n"
        ),
    ])
    func otherListsGrowToo(text: String, expected: String) throws {
        #expect(try open(text).adding([NewSource(feed: "https://new.example/a")]).text == expected)
    }

    @Test(arguments: [
        "plain", "a: b", "x #y", "- dash", "it's", "\"quoted\"", "back\\slash", "${TOKEN}", "null", "~", "no", "2026",
        "*star",
        "&and", "%percent", "@at", "`tick", "{brace}", "[list]", "a,b", "ends:", "日本語: ニュース", "é",
        "!bang",
        "? what", "| pipe", "a\u{A0}b", "< <", "=",
    ])
    func everyTextIsReadAsItIs(title: String) throws {
        for text in ["sources:\n  - feed: https://a.example/\n", "sources: [{feed: 'https://a.example/'}]\n"] {
            let settings = try open(text).adding([NewSource(feed: "https://b.example/", title: title)]).settings
            #expect(settings.sources.last?.title == title)
        }
    }

    @Test func theFileKeepsItsModeAndItsLink() throws {
        let file = try open(Sample.sources)
        let path = folder.path("broadsheet.yml")
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("link.yml"), withDestinationPath: "broadsheet.yml")
        let linked = try ConfigurationFile(
            file: folder.path("link.yml"), environment: [:], providers: Providers.definitions)
        try linked.write(try file.adding(Self.new).text)
        #expect(try folder.read("broadsheet.yml").contains("new.example"))
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o640)
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.path("link.yml")) == "broadsheet.yml")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 2)
    }

    @Test func whatCantBeAddedToIsSaid() throws {
        let file = try open("sources: [{feed: 'https://a.example/'}, # one\n]\n")
        #expect {
            try file.adding(Self.new)
        } throws: {
            "\($0)".contains("by hand")
        }
    }

    @Test func aConfigurationWithMistakesIsNotAddedTo() {
        #expect(throws: InvalidSettings.self) { try open("titel: T\nsources: []\n") }
    }
}
