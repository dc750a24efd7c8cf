import Testing

@testable import Fetching

@Suite struct JSONPathParserTests {
    @Test(arguments: [
        "title", "data.title", "data.posts[0].title", "[2].title", "a[0][1]", "\"dc.title\"", "item.\"dc.title\"",
        " title ", "a|b.c", "\"a|b\"", "https://x.example/{id}", "{a.b}-{c}", "{\"a.b\"}",
    ])
    func aPathOrTemplateThatIsSoundHasNoMistake(text: String) {
        #expect(JSONPathParser.mistake(in: text) == nil)
    }

    @Test(arguments: [
        "url|https://x.example/{id}", "https://x.example/{id}|url", " url | {id} ", "{a|b}",
        "https://x.example/{a|b.c}?q",
        "{\"a|b\"}|c", "a . b", "Author Name", "a[0] | b", "{\"}\"}",
    ])
    func anAlternativeMayBeATemplate(text: String) {
        #expect(JSONPathParser.mistake(in: text) == nil)
    }

    private static let (beginning, missing) = ("it begins at the root, without a `$`", "a name is missing")
    private static let (dot, index) = (
        "a dot is missing before a name", "an index is a number in brackets, such as [0]"
    )
    private static let (name, braces) = (
        "a name holds no quotes or brackets; put it in quotes as a whole", "its `{` and `}` do not belong together"
    )
    private static let address =
        "an address is the same for every item; put a path in braces into it, as in https://example.org/{id}"
    private static let slash = "steps are parted by dots; put a name with a slash in quotes"

    @Test(arguments: [
        ("$.title", beginning, 1), ("a|$.title", beginning, 3), ("", missing, 1), ("a|", missing, 3),
        ("|a", missing, 1),
        ("a||b", missing, 3), ("a| |b", missing, 4), ("a.", missing, 3), (".a", "a name is missing beside a dot", 1),
        ("a..b", "a name is missing beside a dot", 3), ("[0]a", dot, 4), ("\"a\"b", dot, 4), ("a[b]", index, 2),
        ("a[*]", index, 2), ("a[]", index, 2), ("a[-1]", index, 2), ("a[0", index, 2), ("a[1234567890]", index, 2),
        ("a]", dot, 2), ("]", name, 1), ("\"a", "its quotes never close", 1), ("\"\"", name, 1), ("{a", braces, 1),
        ("a}", braces, 2), ("{a}}", braces, 4), ("{{a}}", missing, 2), ("{}", missing, 2), ("{a.}", missing, 4),
        ("{a|}", missing, 4), ("url|https://x.example/{}", missing, 24), ("url|{a", braces, 5),
        ("https://x.example/item", address, 1), ("url|https://x.example/", address, 5), ("data/title", slash, 5),
        ("/data/title", "steps are parted by dots, and there is none before the first", 1),
        ("a.*.b", "there is no `*`: name one step, as in [0]", 3),
    ])
    func aMistakeIsNamedWithItsPlace(text: String, mistake: String, position: Int) {
        #expect(JSONPathParser.mistake(in: text) == "\(mistake), at character \(position)")
    }

    @Test func aListStandsAtAPath() {
        #expect(JSONPathParser.mistake(inPathToList: "") == nil)
        #expect(JSONPathParser.mistake(inPathToList: "data.posts|items") == nil)
        #expect(JSONPathParser.mistake(inPathToList: "a..b")?.contains("at character 3") == true)
        #expect(JSONPathParser.mistake(inPathToList: "a|{b}")?.contains("no text in braces") == true)
    }
}
