import NewsModel
import Testing

@testable import Publishing

/// A `<` that begins no tag is text, and what follows it stays.
@Suite struct LessThanSignTests {
    private func html(_ source: String) -> String {
        Sanitiser.html(Markup(.html, source, base: "https://outlet.example/")).html
    }

    @Test(arguments: [
        (
            "For n<N the bound holds; we also show that it is tight.",
            "For n&lt;N the bound holds; we also show that it is tight."
        ),
        (
            "Report to <ann@x.example> or see <https://x.example/page> today.",
            "Report to &lt;ann@x.example&gt; or see &lt;https://x.example/page&gt; today."
        ),
        ("Mail <a@x.example> or <b.c@x.example>", "Mail &lt;a@x.example&gt; or &lt;b.c@x.example&gt;"),
        ("If a<b and c>d then we win", "If a&lt;b and c&gt;d then we win"),
        ("a<b, c>d; a<b=c>d", "a&lt;b, c&gt;d; a&lt;b=c&gt;d"),
        ("For n<N all is <b>bold</b>", "For n&lt;N all is <b>bold</b>"),
        ("A Vector<Item> of <www.x.example>", "A Vector&lt;Item&gt; of &lt;www.x.example&gt;"),
        ("we have a<b", "we have a&lt;b"), ("it is a<b when all is well", "it is a&lt;b when all is well"),
        ("1 <? 2 and all", "1 &lt;? 2 and all"), ("a </ b", "a &lt;/ b"),
    ])
    func staysWhereItBeginsNoTag(source: String, expected: String) {
        #expect(html(source) == "<p>\(expected)</p>")
    }

    @Test(arguments: [
        ("On <jats:italic>E. coli</jats:italic> today", "On E. coli today"), ("<o:p/>News<o:p />", "News"),
        ("<my-card>News</my-card>", "News"), ("<place w:st=\"on\">Rome", "Rome"), ("News</custom>", "News"),
        ("<p hidden>News</p>", "News"), ("<P\nCLASS=x>News</P>", "News"), ("<a name>News</a>", "News"),
    ])
    func goesWithTheTagThatItBegins(source: String, expected: String) {
        #expect(html(source) == "<p>\(expected)</p>")
    }

    @Test(arguments: [
        "<p>News <a href=\"https://x.exa", "<p>News <a hr=", "<p>News <br", "<p>News <img/", "<p>News </p",
    ])
    func goesWithATagInWhichTheTextBreaksOff(source: String) {
        #expect(html(source) == "<p>News</p>")
    }

    @Test func aQuoteThatNothingClosesEndsWithItsTag() {
        #expect(
            html("<p>See <a href=\"/a>this</a> and all the rest.</p>")
                == "<p>See <a href=\"https://outlet.example/a\" rel=\"noopener nofollow ugc\">this</a> and all the rest.</p>"
        )
    }

    /// Each was looked through to the end of the text.
    @Test(arguments: [
        "<a b=\">\" ", "<N ", "<em <", "<x y=\">\" ", "<a <b=' ", "<p title='", "</p title='>' ", "<xmp>", "&ltx",
    ])
    func oneThatIsRepeatedIsReadInTheTimeOfItsLength(piece: String) {
        let source = "Start " + String(repeating: piece, count: HTMLNode.longestSource / piece.utf8.count)
        #expect(html(source).contains("Start"))
    }

    @Test(arguments: [
        "<x onclick=alert(1)>y", "<img@x src=x onerror=alert(1)>", "a<b <img src=x onerror=alert(1)>",
        "<script@x>alert(1)</script@x>", "<a b=\"><script>alert(1)</script>", "<N <svg onload=alert(1)>",
    ])
    func whatIsKeptIsText(source: String) {
        let result = html(source)
        #expect(Balance.isWellFormed(result))
        #expect(
            !result.contains("<script") && !result.contains("<img") && !result.contains("<svg")
                && !result.contains("<x"))
    }
}
