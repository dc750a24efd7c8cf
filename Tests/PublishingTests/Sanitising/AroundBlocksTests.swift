import NewsModel
import Testing

@testable import Publishing

/// Links and emphasis that stand around blocks.
@Suite struct AroundBlocksTests {
    private func html(_ source: String) -> String {
        Sanitiser.html(Markup(.html, source, base: "https://outlet.example/")).html
    }

    private static let link = "<a href=\"https://x.example/\" rel=\"noopener nofollow ugc\">"

    @Test(arguments: [
        (
            "<a href=\"https://x.example/\"><h3>Card</h3><p>text</p></a>after",
            "<h4>\(link)Card</a></h4><p>\(link)text</a></p><p>after</p>"
        ),
        ("<del><p>one</p><p>two</p></del>", "<p><del>one</del></p><p><del>two</del></p>"),
        ("<b><p>x</p></b><p>y</p>", "<p><b>x</b></p><p>y</p>"), ("<i>\n<p>x</p></i>y", "<p><i>x</i></p><p>y</p>"),
        ("<b><p>x <b>y</b> z</p></b>w", "<p><b>x y z</b></p><p>w</p>"),
        (
            "<del><ul><li>x</li><li><p>y</p></li></ul></del>",
            "<ul><li><del>x</del></li><li><p><del>y</del></p></li></ul>"
        ),
        ("<ins>a<div>b <ins>c</ins></div></ins>", "<p><ins>a</ins></p><p><ins>b c</ins></p>"),
        ("<a href=javascript:x><p>x</p></a>", "<p>x</p>"),
    ])
    func whatStandsAroundBlocksStandsInEach(source: String, expected: String) {
        #expect(html(source) == expected)
    }

    @Test func soManyElementsStandAroundBlocks() {
        let names = ["em", "strong", "del", "ins", "sub", "sup", "code"]
        let result = html(names.map { "<\($0)>" }.joined() + "<p>x</p>")
        #expect(result.split(separator: "</").count == BlockBuilder.mostAround + 2)
    }
}
