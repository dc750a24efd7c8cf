import Testing

@testable import Fetching

@Suite struct JSONPathSyntaxTests {
    @Test(arguments: [
        "title", "data.title", "data.posts[0].title", "[2].title", "a[0][1]", "\"dc.title\"", "item.\"dc.title\"",
        " title ", "a|b.c", "\"a|b\"", "https://x.example/{id}", "{a.b}-{c}", "{\"a.b\"}",
    ])
    func aPathOrTemplateThatIsSoundHasNoMistake(text: String) {
        #expect(JSONPathSyntax.mistake(in: text) == nil)
    }

    @Test(arguments: [
        ("$.title", "it begins at the root, without a `$`"), ("", "a name is missing"), ("a|", "a name is missing"),
        ("a.", "a name is missing"), (".a", "a name is missing beside a dot"),
        ("a..b", "a name is missing beside a dot"), ("[0]a", "a dot is missing before a name"),
        ("\"a\"b", "a dot is missing before a name"), ("a[b]", "an index is a number in brackets, such as [0]"),
        ("a[1234567890]", "an index is a number in brackets, such as [0]"),
        ("a]", "a dot is missing before a name"),
        ("]", "a name holds no quotes or brackets; put it in quotes as a whole"),
        ("\"a", "its quotes never close"), ("\"\"", "a name holds no quotes or brackets; put it in quotes as a whole"),
        ("{a", "its `{` and `}` do not belong together"), ("a}", "its `{` and `}` do not belong together"),
        ("{a}}", "its `{` and `}` do not belong together"), ("{}", "a name is missing"),
        ("{a.}", "a name is missing"),
    ])
    func aMistakeIsNamed(text: String, mistake: String) {
        #expect(JSONPathSyntax.mistake(in: text) == mistake)
    }
}
