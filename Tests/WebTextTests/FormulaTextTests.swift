import Testing
import WebText

/// Formulas and ruby annotations as plain text.
@Suite struct FormulaTextTests {
    @Test(arguments: [
        ("a <math><mfrac><mn>1</mn><mn>3</mn></mfrac></math> b", "a 1/3 b"),
        ("<math><msup><mi>x</mi><mn>2</mn></msup><mo>+</mo><msub><mi>y</mi><mi>i</mi></msub></math>", "x^2+y_i"),
        ("<math><msup><mi>e</mi><mrow><mi>k</mi><mi>t</mi></mrow></msup></math>", "e^(kt)"),
        ("<math><mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mi>c</mi></mfrac></math>", "(a+b)/c"),
        ("<math><msqrt><mn>2</mn></msqrt></math>", "√2"),
        ("<math><mroot><mrow><mi>a</mi><mi>b</mi></mrow><mn>3</mn></mroot></math>", "√[3](ab)"),
        ("<math><mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup></math>", "E = mc^2"),
        ("<math><munderover><mo>∑</mo><mn>0</mn><mi>n</mi></munderover><mi>i</mi></math>", "∑_0^ni"),
        ("<math><mover><mi>x</mi><mo>¯</mo></mover></math>", "x"),
        ("<math><mi>f</mi><mo>&#x2061;</mo><mo>(</mo><mi>x</mi><mo>)</mo></math>", "f(x)"),
        ("<mml:math><mml:mi>q</mml:mi><mml:mspace/><mml:mn>1</mml:mn></mml:math>", "q 1"),
        (
            "<math><semantics><mi>x</mi><annotation encoding='application/x-tex'>\\xi</annotation></semantics></math>!",
            "x!"
        ),
        ("<math><mi>f</mi><mfenced><mi>x</mi> <mi>y</mi></mfenced></math>", "f(x,y)"),
        (
            "<math><mfenced open='|' close='|' separators=';,'><mi>x</mi><mi>y</mi><mi>z</mi></mfenced></math>",
            "|x;y,z|"
        ),
        ("<math><mi>x", "x"), ("<math>\n <mn> 4 </mn>\n <mtext>apples</mtext> </math>", "4apples"),
        (
            "<math><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr><mtr><mtd><mn>3</mn></mtd></mtr></mtable></math>",
            "1, 2; 3"
        ),
    ])
    func aFormulaIsALineOfText(html: String, text: String) {
        #expect(PlainText.of(html: html) == text)
    }

    @Test func aHeadlineMayHoldAFormula() {
        let title = Array("Decay of <math><msup><mi>B</mi><mo>+</mo></msup></math> seen".utf8)
        #expect(title.withUnsafeBufferPointer { PlainText.of($0, as: .guess) } == "Decay of B^+ seen")
    }

    @Test(arguments: [
        ("<ruby>港<rp>(</rp><rt>みなと</rt><rp>)</rp></ruby>で", "港(みなと)で"), ("<ruby>港<rt>みなと</rt></ruby>で", "港(みなと)で"),
        ("<ruby>港<rt>みなと</ruby>で", "港(みなと)で"), ("<ruby>港<rp>（<rt>みなと<rp>）</ruby>で", "港(みなと)で"),
        ("<ruby><rb>日</rb><rt>に</rt><rb>本</rb><rt>ほん</rt></ruby>", "日(に)本(ほん)"), ("<ruby>港</ruby>", "港"),
    ])
    func aReadingStandsInParentheses(html: String, text: String) {
        #expect(PlainText.of(html: html) == text)
    }

    /// Each bracket was once searched for from each of the others.
    @Test(
        .timeLimit(.minutes(1)), arguments: ["<math>", "<annotation>", "<math><annotation></", "<mi>", "<rp>", "<rt>"])
    func manyTagsAreReadInProportion(tag: String) {
        #expect(PlainText.of(html: "<math>" + String(repeating: tag, count: 20_000) + "end").utf8.count < 100_000)
    }
}
