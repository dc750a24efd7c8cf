import NewsModel
import Testing

@testable import Publishing

/// Text that is easily lost with its markup: formulas, readings, tables, and the characters of old encodings.
@Suite struct KeptTextTests {
    private func html(_ source: String) -> String {
        Sanitiser.html(Markup(.html, source, base: "https://a.example/p/")).html
    }

    private func text(_ source: String) -> String { Sanitiser.plainText(Markup(.html, source)) }

    @Test(
        arguments: [
            ("ma&lstrok;y &sacute;wiat &lpar;1899&rpar;&period;", "<p>mały świat (1899).</p>"),
            ("a &lt; b &amp; c &LT; d &nvlt; e", "<p>a &lt; b &amp; c &lt; d &lt;\u{20D2} e</p>"),
            ("<a href='/x?a=1&copy=2&check;'>c</a>", nil), ("&lstrok &unknown;", "<p>&amp;lstrok &amp;unknown;</p>"),
            ("<a href='javascript&colon;alert(1)'>x</a>", "<p>x</p>"),
        ] as [(String, String?)])
    func namesOfCharactersAreReadAsBrowsersReadThem(source: String, expected: String?) {
        let found = html(source)
        if let expected { #expect(found == expected) } else { #expect(found.contains("?a=1&amp;copy=2✓")) }
    }

    @Test(arguments: [
        ("Party <img src=1f389.png alt='🎉' class=wp-smiley> time", "Party 🎉 time"),
        ("$<img class='latex' alt='e^{i\\pi}' src=l.php>$", "$e^{i\\pi}$"), ("a<img src=e.png alt='👩‍🚀'>", "a👩‍🚀"),
        ("a<img src=b.jpg alt='A harbour at dawn'>", "a"), ("7<img src=b.jpg alt='7'>", "7"),
    ])
    func aPictureInThePlaceOfACharacterIsIt(source: String, expected: String) {
        #expect(html(source) == "<p>\(expected)</p>")
        #expect(text(source) == expected)
    }

    // MARK: Formulas

    @Test(arguments: [
        (
            "<p>a <math><mfrac><mn>1</mn><mn>3</mn></mfrac></math> b</p>",
            "<p>a <math><mfrac><mn>1</mn><mn>3</mn></mfrac></math> b</p>"
        ),
        (
            "<math display=block onclick=x class=c><mi mathvariant=normal href=x>x</mi></math>",
            "<p><math display=\"block\"><mi mathvariant=\"normal\">x</mi></math></p>"
        ),
        (
            "<math><mi>a</mi><mspace width='1em'/><mi>b</mi></math>",
            "<p><math><mi>a</mi><mspace width=\"1em\"></mspace><mi>b</mi></math></p>"
        ),
        (
            "<mml:math><mml:msqrt><mml:mi>a</mml:mi></mml:msqrt></mml:math>",
            "<p><math><msqrt><mi>a</mi></msqrt></math></p>"
        ),
        (
            "<math><semantics><mi>a</mi><annotation>\\alpha</annotation></semantics></math>",
            "<p><math><mi>a</mi></math></p>"
        ),
        (
            "<math><mfrac linethickness=0><mi>a</mi><mi>b</mi></mfrac></math>",
            "<p><math><mfrac linethickness=\"0\"><mi>a</mi><mi>b</mi></mfrac></math></p>"
        ),
        (
            "<math><mfenced open='&lt;'><mi>x</mi><mi>y</mi></mfenced></math>",
            "<p><math><mrow><mo>&lt;</mo><mi>x</mi><mo>,</mo><mi>y</mi><mo>)</mo></mrow></math></p>"
        ),
        ("<math><mo>&lt;</mo></math>", "<p><math><mo>&lt;</mo></math></p>"),
        ("<math>loose <mi>a</mi></math>", "<p><math><mtext>loose</mtext><mi>a</mi></math></p>"),
        ("<math> </math><p>x</p>", "<p>x</p>"), ("<mi>a</mi>", "<p>a</p>"),
        ("<span><math><mi>a</mi></math><span aria-hidden=true>a</span></span>!", "<p><math><mi>a</mi></math>!</p>"),
        ("<span aria-hidden=true>a</span>!", "<p>a!</p>"),
    ])
    func aFormulaIsKept(source: String, expected: String) {
        #expect(html(source) == expected)
    }

    @Test(arguments: [
        ("1em", true), ("99.125px", true), (".5ex", true), ("0", true), ("pt", true), ("100px", false), ("1.", false),
        ("1.2345em", false), ("1.2.3", false), ("1e1", false), ("-1em", false), ("", false), ("1 em", true),
    ])
    func aLengthHasTwoDigitsAtTheMost(length: String, isKept: Bool) {
        let formula = html("<math><mi>a</mi><mspace width='\(length)'/></math>")
        #expect(formula.contains(" width=") == isKept, "\(formula)")
    }

    @Test(arguments: [
        "<math><mtext><img src=x onerror=alert(1)>t</mtext></math>",
        "<math><annotation-xml encoding='text/html'><p>x<img src=x onerror=alert(1)></annotation-xml><mi>t</mi></math>",
        "<math><mi xlink:href='javascript:alert(1)' href='javascript:alert(1)'>t</mi></math>",
        "<math><maction actiontype='statusline#x' xlink:href='javascript:alert(1)'><mi>t</mi></maction></math>",
        "<math><mglyph><style><img src=x onerror=alert(1)></style></mglyph><mtext>t</mtext></math>",
        "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>t</mtext></math>",
        "<math><mi><a href='javascript:alert(1)'>t</a></mi></math>",
        "<math><svg><script>alert(1)</script></svg><mi>t</mi></math>",
        "<math><mtext><form><input name=x></form>t</mtext></math>",
        "<math style='position:fixed' id=x><mi>t</mi></math>",
        "<math><mspace width='9999em'/><mi>t</mi></math>", "<math><mi>t</mi><foreignObject><b>", "<math><mi>t",
    ])
    func ofAFormulaOnlyPresentationIsKept(source: String) {
        let result = html(source)
        #expect(result.contains("t</m"))
        #expect(Balance.isWellFormed(result))
        #expect(result.wholeMatch(of: /(<\/?(p|math|mi|mtext|mrow|mspace)>|t|x)*/) != nil)
    }

    @Test func asTextAFormulaIsALine() {
        let source =
            "<p>It is <math><mfrac><mn>1</mn><mn>3</mn></mfrac></math> of <math><msup><mi>x</mi><mn>2</mn></msup></math>.</p>"
        #expect(text(source) == "It is 1/3 of x^2.")
        #expect(Sanitiser.excerpt(Markup(.html, source), limit: 100).html == "It is 1/3 of x^2.")
    }

    @Test func formulasMayBeDeep() {
        let result = html("<math>" + String(repeating: "<mrow>", count: 200) + "<mi>x</mi></math>")
        #expect(result.contains("<mi>x</mi>") || result.contains(">x</"))
        #expect(Balance.isWellFormed(result))
    }

    // MARK: Readings

    @Test(arguments: [
        "<ruby>港<rp>(</rp><rt>みなと</rt><rp>)</rp></ruby>で", "<ruby>港<rt>みなと</rt></ruby>で",
        "<ruby><rb>港</rb><rt>みなと</rt></ruby>で",
        "<ruby>港<rp>（<rt>みなと<rp>）</ruby>で", "<ruby>港<rtc><rt>みなと</rt></rtc></ruby>で",
    ])
    func aReadingIsKeptBesideItsBase(source: String) {
        #expect(html(source) == "<p><ruby>港<rp>(</rp><rt>みなと</rt><rp>)</rp></ruby>で</p>")
        #expect(text(source) == "港(みなと)で")
    }

    @Test(arguments: [
        ("<ruby>日<rt>に</rt>本<rt>ほん</rt></ruby>", "日(に)本(ほん)"), ("<ruby>港</ruby>", "港"), ("<rt>x</rt>y", "xy"),
        ("<ruby><ruby>a<rt>b</rt></ruby><rt>c</rt></ruby>", "ab(c)"),
        ("<ruby><b>a</b><rt><i>b</i></rt></ruby>", "a(b)"),
    ])
    func readingsInEveryOrderAreText(source: String, expected: String) {
        #expect(text(source) == expected)
        #expect(Balance.isWellFormed(html(source)))
    }

    // MARK: Tables

    @Test func cellsOfALayoutStandApart() {
        #expect(html("<table><tr><td>Profit</td></tr><tr><td>7m</td></tr></table>") == "<p>Profit</p><p>7m</p>")
        #expect(text("<table><tr><td>Profit</td><td>7m</td></tr></table>") == "Profit 7m")
        #expect(
            html("<b><table><tr><td>a</td></tr><tr><td>b</td></tr></table></b>")
                == "<p><b>a</b></p><p><b>b</b></p>")
    }

    @Test func aTableKeepsItsCaptionHeadAndSpans() {
        let source = """
            <table><caption>Goals <b>2026</b></caption><thead><tr><th>Team<th colspan=2>Goals</thead>\
            <tr><td rowspan=2>A<td>1<td>2<tr><td>3<td>4<tfoot><tr><td colspan='3'>Sum</tfoot></table>
            """
        #expect(
            html(source)
                == "<table><caption>Goals <b>2026</b></caption><thead><tr><th>Team</th><th colspan=\"2\">Goals</th></tr></thead>"
                + "<tbody><tr><td rowspan=\"2\">A</td><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></tbody>"
                + "<tfoot><tr><td colspan=\"3\">Sum</td></tr></tfoot></table>")
        #expect(text(source) == "Goals 2026 Team Goals A 1 2 3 4 Sum")
    }

    @Test(arguments: [
        ("colspan=1000000", " colspan=\"100\""), ("colspan=100", " colspan=\"100\""), ("colspan=0", ""),
        ("colspan=x", ""),
        ("colspan=-2", ""), ("rowspan=9", " rowspan=\"2\""), ("rowspan=0", " rowspan=\"2\""), ("rowspan=1", ""),
    ])
    func aSpanIsBounded(given: String, expected: String) {
        #expect(html("<table><tr><td \(given)>a<td>b<tr><td>c</table>").contains("<td\(expected)>a</td>"))
    }

    @Test func aSingleColumnWithACaptionIsUndoneWithIt() {
        #expect(html("<table><caption>T</caption><tr><td>a<tr><td>b</table>") == "<p>T</p><p>a</p><p>b</p>")
    }

    @Test func whatStandsInATableButInNoCellIsKept() {
        let result = html("<table>lost<form><tr><td>a</td><td>b</td></tr></form><div>found</div></table>")
        #expect(["lost", "found", "a</td>", "b</td>"].allSatisfy(result.contains))
    }

    // MARK: Characters

    @Test(arguments: [
        ("it&#146;s", "it’s"), ("it&#x92;s", "it’s"), ("it&#X92s", "it’s"),
        ("&#147;so&#148; &#150; &#133;", "“so” – …"),
        ("&#128;5", "€5"), ("&#8217;&#233;&#60;", "’é&lt;"), ("x&#1460;", "x\u{5B4}"),
    ])
    func aNumberOfAControlIsItsCharacterOfWindows1252(source: String, expected: String) {
        #expect(html(source) == "<p>\(expected)</p>")
    }

    @Test func alsoInAnAttribute() {
        #expect(html("<abbr title='it&#146;s'>x</abbr>") == "<p><abbr title=\"it’s\">x</abbr></p>")
    }
}
