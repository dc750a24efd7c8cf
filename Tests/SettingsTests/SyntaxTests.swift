import NewsModel
import Settings
import Testing

@Suite struct SyntaxTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        let mistake: String

        init(_ text: String, _ mistake: String) {
            self.text = text
            self.mistake = mistake
        }

        var testDescription: String { text }
    }

    @Test(arguments: [
        Case("fetch:\n\ttimeout: 1s", "2:1: a tab indents this line; YAML wants spaces, so replace it with two"),
        Case(
            "sources:\n  - feed: x\n\t  title: y",
            "3:1: a tab indents this line; YAML wants spaces, so replace it with two"),
        Case(
            "title: Hello: World",
            "1:13: a colon with a space behind it starts a value, but a value already stands on this line; "
                + "put the text in quotes, or begin a new line with the right indentation"
        ),
        Case(
            "title: \"a\nurl: b",
            "1:8: the quotes that open here never close, or hold an escape that YAML does not know"),
        Case(
            "fetch: {retries: 1\ntitle: x", "2:6: a comma or the `}` of the mapping from line 1 is missing before this"),
        Case("sections: [a\ntitle: x", "2:6: a comma or the `]` of the list from line 1 is missing before this"),
        Case("title: x\nsources\n  - feed: y", "2:1: a colon is missing behind this; a key is written `key: value`"),
        Case(
            "fetch:\n  retries: 1\n timeout: 1s",
            "3:2: this does not line up with the keys from line 1; indent it like them"),
        Case(
            "sources:\n  - feed: x\n   title: y",
            "3:4: this does not line up with the list from line 2; indent it like the other entries"
        ),
        Case(
            "title: a\nfetch: {retries:, timeout: 1s}",
            "2:16: this colon needs a space behind it, or the text that it is in needs quotes"),
        Case("title: @home", "1:8: a value cannot begin with `@` in YAML; put it in quotes"),
        Case(
            "sources: - feed: x", "1:10: a list entry cannot begin here; put `- ` on a line of its own, below its key"),
        Case(
            "title: a\n---\ntitle: b",
            "2:1: a second document begins here; a configuration is one, so remove the `---` line"),
        Case("sources: !secret x", "1:10: tags such as `!name` mean nothing here; remove it"),
        Case(
            "title: a\u{7}b",
            "1:9: the character U+0007 is not allowed in YAML; remove it, or write it as an escape in double quotes"
        ),
    ])
    func brokenYAMLIsExplainedWhereItStands(example: Case) {
        #expect(Sample.mistakes(example.text) == [example.mistake])
    }

    @Test func windowsLineEndsChangeNoPlaces() {
        let mistakes = Sample.mistakes("title: a\r\nsources:\r\n  - feed: https://a.example/\r\n    titel: x\r\n")
        #expect(mistakes == ["4:5: unknown key `titel`; did you mean `title`?"])
    }

    @Test func columnsCountCharactersNotBytes() {
        let mistakes = Sample.mistakes("sources: [{title: Zürich 🗞, feed: 'https://a.example/', wight: 1}]")
        #expect(mistakes == ["1:57: unknown key `wight`; did you mean `weight`?"])
    }

    @Test func everyDuplicateKeyNamesBothLines() {
        let mistakes = Sample.mistakes(
            """
            title: A
            sources:
              - feed: https://a.example/
                "feed": https://b.example/
            title: B
            fetch: {retries: 1, retries: 2, timeout: x}
            """)
        #expect(
            mistakes == [
                "4:5: `feed` stands here and on line 3; keep one",
                "5:1: `title` stands here and on line 1; keep one",
                "6:21: `retries` stands here and on line 6; keep one",
                "6:42: `fetch.timeout` is a duration such as 10s, not `x`",
            ])
    }

    @Test func duplicatesPastTheLimitAreStillShown() {
        let sources = (0..<30).map { "  - {feed: 'https://a\($0).example/', title: a, title: b}\n" }.joined()
        let mistakes = Sample.mistakes("sources:\n" + sources)
        #expect(mistakes.count == 21)
        #expect(mistakes.allSatisfy { $0.hasSuffix("the key that stands here is given again further down; keep one") })
    }

    @Test func duplicateKeysThatCannotBeHiddenAreShown() {
        #expect(
            Sample.mistakes("&a title: 1\n&b title: 2\n") == [
                "1:1: the key that stands here is given again further down; keep one"
            ])
    }

    @Test func standardTagsChangeNothing() throws {
        let settings = try Sample.settings("fetch: !!map {retries: !!str 1}\ntitle: !!int 5")
        #expect(settings.fetch.retries == 1)
        #expect(settings.site.title == "5")
    }

    @Test func privateUseCharactersStayAsTheyAre() throws {
        #expect(try Sample.settings("title: \"\u{10F000}* \u{10FFF0}\"").site.title == "\u{10F000}* \u{10FFF0}")
    }
}
