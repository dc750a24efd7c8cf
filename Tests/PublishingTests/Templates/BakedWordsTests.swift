import Testing

@testable import Publishing

@Suite struct BakedWordsTests {
    private func written(_ template: String, _ words: [String: String] = ["a-b": "Tom & Co", "c": "See"]) -> String {
        BakedWords(words).written(into: template, TemplateTag.all(of: template))
    }

    @Test func writesWordsEscapedInPlaceOfTheirTags() {
        #expect(
            written("{{words.c}}<p>{{ words.a-b }}</p>\n{{name}}{{words.c}}") == "See<p>Tom &amp; Co</p>\n{{name}}See")
    }

    @Test(arguments: [
        "{{#words.c}}x{{/words.c}}", "{{^words.c}}x{{/words.c}}", "{{{words.c}}}", "{{&words.c}}", "{{! words.c }}",
        "{{! {{words.c}} }}", "{{uppercased(words.c)}}", "{{words.d}}", "{{words}}", "{{c}}", "{{.words.c}}",
        "{{page.words.c}}", "{{words.c.c}}", "{{words.c\n}}", "{{words.c", "{{<foot}}{{words.c}}{{/foot}}",
    ])
    func leavesEveryOtherTag(template: String) {
        #expect(written(template) == template)
    }

    /// What the parser would read as something else than a text: the rest of a line, a tag, a brace with an accent.
    @Test(arguments: ["", " a", "{n} stories", "a{", "a\nb", "\u{301}a", "a\u{600}"])
    func leavesTheTagOfAnUnusualText(value: String) {
        #expect(written("{{words.c}}", ["c": value]) == "{{words.c}}")
    }
}
