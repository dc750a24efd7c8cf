import NewsModel
import Testing

@testable import Publishing

@Suite struct FigureTests {
    private func html(_ source: String, images: Bool = true) -> String {
        Sanitiser.html(Markup(.html, source, base: "https://a.example/"), showsImages: images).html
            .replacing(#/ (alt|loading|referrerpolicy)="[^"]*"/#, with: "")
    }

    @Test(arguments: [
        (
            "<figure><img src=a.jpg><figcaption>The <b>bridge</b></figcaption></figure>",
            "<figure><img src=\"https://a.example/a.jpg\"/><figcaption>The <b>bridge</b></figcaption></figure>"
        ),
        (
            "<p>One<figure><figcaption>Above</figcaption><pre>x</pre></figure>Two",
            "<p>One</p><figure><figcaption>Above</figcaption><pre>\nx</pre></figure><p>Two</p>"
        ),
        (
            "<figure class=w><div><picture><source srcset=b.webp><img src=a.jpg></picture></div><figcaption></figcaption></figure>",
            "<figure><p><img src=\"https://a.example/a.jpg\"/></p></figure>"
        ),
        (
            "<figure><table><tr><td>1<td>2</table></figure>",
            "<figure><table><tbody><tr><td>1</td><td>2</td></tr></tbody></table></figure>"
        ),
        ("<figcaption>Alone</figcaption>", "<p>Alone</p>"),
        ("<figure><figcaption>Of a chart in a script</figcaption></figure>", "<p>Of a chart in a script</p>"),
    ])
    func captionsStayWithWhatTheyAreOf(source: String, expected: String) {
        #expect(html(source) == expected)
    }

    /// Without its picture a caption says nothing.
    @Test func aCaptionGoesWithItsPicture() {
        let source = "<p>Text</p><figure><a href=/b><img src=a.jpg></a><figcaption>Photo: A. Reed</figcaption></figure>"
        #expect(html(source, images: false) == "<p>Text</p>")
        #expect(Sanitiser.excerpt(Markup(.html, source), limit: 100).html == "Text")
    }

    @Test func whatWasSanitisedIsReadInTheSameWay() {
        let once = html("<figure><img src=a.jpg><figcaption>One</figcaption><p>More</p></figure>")
        #expect(html(once) == once)
    }
}
