import NewsModel
import Testing
import WebText

@testable import Publishing

/// What the HTML parser is given, at each bound and one past it.
@Suite struct MarkupScannerTests {
    private func rewritten(_ markup: String) -> String {
        String(decoding: MarkupScanner.rewritten(Array(markup.utf8)), as: UTF8.self)
    }

    private func html(_ source: String) -> String { Sanitiser.html(Markup(.html, source)).html }

    @Test(arguments: [
        ("<P ROLE=c LANG=en>a</P >", "<p lang=\"en\">a</p>"), ("<a href='x \"y\"'>", "<a href=\"x &quot;y&quot;\">"),
        ("<a href=x/y>", "<a href=\"x/y\">"), ("<a href = 'x' href=y>", "<a href=\"x\">"),
        ("<img/src=x/>", "<img src=\"x/\">"),
        ("<a title=x>y", "<a title=\"x\">y"), ("<img hidden>", "<img hidden=\"\">"), ("<a =href=x>", "<a>"),
        ("<a title=\"x>y\">z", "<a title=\"x>y\">z"),
        ("1 < 2 <3 <", "1 &lt; 2 &lt;3 &lt;"), ("a<!-- b > c -->d", "ad"), ("a<!-->b", "ab"), ("a<!--->b", "ab"),
        ("a<!--b--!>c", "ac"), ("a<!b>c<?d>e</>f</ >g", "acefg"), ("a<!-- b", "a"), ("a<!b", "a&lt;!b"),
        ("a<!' <i>b", "a&lt;!' <i>b"),
        ("a<script>b<p></SCRIPT >c", "ac"), ("a<style>b</styles></style>c", "ac"), ("a<script>b", "a"),
        ("a</script>b", "ab"), ("a<b", "a&lt;b"), ("a <b", "a "), ("a<b title=\"c>d", "a<b title=\"c\">d"),
        ("a<wbr>b<source src=x>c", "ab<source src=\"x\"></source>c"),
        ("<mspace width='1em'/>a", "<mspace width=\"1em\"></mspace>a"), ("<b/>a", "<b>a"), ("a</embed>b", "ab"),
        ("<iframe src='x' />a", "<iframe src=\"x\"></iframe>a"),
    ])
    func writesATagAsItIsRead(markup: String, expected: String) {
        #expect(rewritten(markup) == expected)
    }

    @Test func looksAtSoManyAttributesOfAnElement() {
        let others = { (count: Int) in (0..<count).map { "x\($0)=y" }.joined(separator: " ") }
        let most = MarkupScanner.mostAttributes
        #expect(most == 64)
        #expect(rewritten("<a \(others(most - 1)) href=z>") == "<a href=\"z\">")
        #expect(rewritten("<a \(others(most)) href=z>") == "<a>")
        #expect(rewritten("<a \(others(50_000)) href=z>") == "<a>")
    }

    @Test func takesWhatFollowsTheBudgetForPlainText() {
        let within = String(repeating: "<i></i>", count: MarkupScanner.mostTags / 2 - 1)
        #expect(rewritten(within + "<b>x</b>").hasSuffix("<b>x</b>"))
        #expect(rewritten(within + "<u>" + "<b>x</b>").hasSuffix("<u><b>x "))
        #expect(html(within + "<i></i><p>x</p><script>y</script><p>z &lt;").hasSuffix("x z &lt;</p>"))
    }

    @Test func dropsAValueThatIsTooLong() {
        let value = { String(repeating: "v", count: $0) }
        let longest = value(MarkupScanner.longestValue)
        #expect(rewritten("<a href=\(longest)>") == "<a href=\"\(longest)\">")
        #expect(rewritten("<a href=\(longest)v>") == "<a>")
    }

    /// libxml2 puts what follows into an element that it does not know to be empty, and stops when it is too deep.
    @Test func elementsWithoutContentTakeUpNoDepth() {
        #expect(html(String(repeating: "a<wbr>", count: 400) + "end").hasSuffix("aend</p>"))
    }

    @Test func cutsBeforeItReads() {
        let wrapped = String(repeating: "<![CDATA[x]]>", count: 100_000)
        #expect(html(wrapped).utf8.count <= HTMLNode.longestSource)
        #expect(html(String(repeating: "ä", count: HTMLNode.longestSource)).hasSuffix("ä</p>"))
    }

    @Test func readsPlainTextUpToTheSameBound() {
        let text = String(repeating: "x\n\n", count: HTMLNode.longestSource)
        let result = Sanitiser.html(Markup(.text, text)).html
        #expect(result.hasPrefix("<p>x</p><p>x</p>"))
        #expect(result.split(separator: "<p>").count <= MarkupScanner.mostTags + 1)
    }
}
