import NewsModel
import Testing

@testable import Publishing

/// How lists are numbered.
@Suite struct ListNumberTests {
    private func html(_ source: String) -> String {
        Sanitiser.html(Markup(.html, source, base: "https://outlet.example/")).html
    }

    @Test(arguments: [
        ("<ol reversed start=3><li>a</li></ol>", "<ol reversed=\"reversed\" start=\"3\"><li>a</li></ol>"),
        ("<ol><li value=7>a</li><li value=x>b</li></ol>", "<ol><li value=\"7\">a</li><li>b</li></ol>"),
        ("<ul reversed><li>a</li></ul>", "<ul><li>a</li></ul>"),
        (
            "<ol><li value=100000>a</li><li value=100001>b</li></ol>",
            "<ol><li value=\"100000\">a</li><li>b</li></ol>"
        ),
    ])
    func aListIsNumberedAsItsWriterHasIt(source: String, expected: String) {
        #expect(html(source) == expected)
    }
}
