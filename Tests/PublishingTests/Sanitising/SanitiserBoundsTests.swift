import Foundation
import NewsModel
import Testing

@testable import Publishing

/// What the sanitiser lets through, at each bound and one past it.
@Suite struct SanitiserBoundsTests {
    private func html(_ source: String, images: Bool = false) -> String {
        Sanitiser.html(Markup(.html, source, base: "https://outlet.example/"), showsImages: images).html
    }

    /// Different elements, since one within itself says nothing more.
    @Test func inlineElementsNestSoDeep() {
        let names = [
            "em", "strong", "b", "i", "s", "u", "small", "mark", "del", "ins", "sub", "sup", "code", "kbd", "samp",
            "var", "cite", "q", "dfn", "abbr", "bdi",
        ]
        #expect(html(names.map { "<\($0)>" }.joined() + "x").components(separatedBy: "</").count == names.count + 2)
        let quoted = String(repeating: "<blockquote>", count: 10)
        #expect(html(quoted + names.map { "<\($0)>" }.joined() + "x").components(separatedBy: "</").count == 26)
    }

    @Test(arguments: [24, 25, 60]) func blocksNestSoDeep(depth: Int) {
        let result = html(String(repeating: "<blockquote>", count: depth) + "x")
        #expect(result.components(separatedBy: "<blockquote>").count == min(depth, 24) + 1)
    }

    @Test(arguments: [
        ("9999", "9999", true), ("10000", "3", false), ("1000", "10000", false), ("3px", "3", true),
    ])
    func saysASizeThatAPictureMayHave(width: String, height: String, isSaid: Bool) {
        let result = html("<img src=/a.jpg width=\(width) height=\(height)>", images: true)
        #expect(result.contains("<img") && result.contains("width=") == isSaid)
    }

    @Test(arguments: [("2", "90"), ("90", "2"), ("0", "0"), ("1px", "5")])
    func dropsAPictureThatIsTooSmallToSee(width: String, height: String) {
        #expect(html("<p>x<img src=/a.jpg width=\(width) height=\(height)></p>", images: true) == "<p>x</p>")
    }

    @Test(arguments: [
        ("0", true), ("100000", true), ("100001", false), ("-100000", true), ("-100001", false), ("x", false),
    ])
    func countsAListFromWhereItBegins(start: String, isSaid: Bool) {
        #expect(html("<ol start=\(start)><li>a</ol>").contains("start=") == isSaid)
        #expect(!html("<ul start=\(start)><li>a</ul>").contains("start="))
    }

    @Test(arguments: [64, 65]) func readsNamesOfElementsUpToALength(length: Int) {
        let name = String(repeating: "x", count: length)
        let rewritten = String(decoding: MarkupScanner.rewritten(Array("<\(name)>a</\(name)>".utf8)), as: UTF8.self)
        #expect(rewritten == (length == 64 ? "<\(name)>a</\(name)>" : "a"))
    }

    @Test func keepsTheTitleOfAnAbbreviationAlone() {
        #expect(html("<abbr title='Hyper'>H</abbr>") == "<p><abbr title=\"Hyper\">H</abbr></p>")
        #expect(html("<dfn title='Hyper'>H</dfn>") == "<p><dfn title=\"Hyper\">H</dfn></p>")
        #expect(html("<em title='Hyper'>H</em><abbr title=' '>I</abbr>") == "<p><em>H</em><abbr>I</abbr></p>")
    }

    @Test func readsItselfOnceWhereItStandsInItself() {
        #expect(html("<b>a<b>b</b></b>") == "<p><b>ab</b></p>")
        #expect(html("<a href=/a>x<i><a href=/b>y</a></i></a>").components(separatedBy: "<a ").count == 2)
    }

    @Test func keepsTheSpacesOfAPreformattedText() {
        #expect(html("<pre>a  <b> b </b>\n</pre>") == "<pre>\na  <b> b </b>\n</pre>")
        #expect(html("<p> a \n\t b </p>") == "<p>a b</p>")
    }

    @Test(arguments: [
        "https://twitter.com/intent/tweet?u=1", "https://www.reddit.com/submit?url=1", "mailto:?subject=x",
        "http://T.me/share/url?u=1",
    ])
    func dropsALinkThatShares(address: String) {
        #expect(html("<p>x<a href='\(address)'>Share</a></p>") == "<p>x</p>")
    }

    @Test(arguments: ["https://twitter.com/someone", "mailto:a@b.example", "https://outlet.example/submit"])
    func keepsALinkThatDoesNot(address: String) {
        #expect(html("<p>x<a href='\(address)'>y</a></p>").contains("href=\"\(address)\""))
    }

    @Test func onlyAHostThatCountsIsOne() {
        for address in ["https://notdoubleclick.net/a.jpg", "https://a.example/doubleclick.net/a.jpg"] {
            #expect(html("<p>x<img src=\(address)></p>", images: true).contains("<img"))
        }
        for address in [
            "https://doubleclick.net/a.jpg", "https://a.example/b/pixel.gif?c", "https://a.example/1x1.gif#d",
        ] {
            #expect(html("<p>x<img src=\(address)></p>", images: true) == "<p>x</p>")
        }
    }

    @Test func boilerplateIsNoLongerThanItsPhrases() {
        let excerpt = { (text: String) in Sanitiser.excerpt(Markup(.html, text), limit: 400).html }
        #expect(excerpt("<p>News.</p><p>Read more" + String(repeating: " ", count: 200) + "</p>") == "News.")
        #expect(excerpt("<p>News.</p><p>Read more of it</p>") == "News. Read more of it")
        #expect(excerpt("<p>News.</p><p>The post office appeared</p>") == "News. The post office appeared")
        #expect(excerpt("<p>News. <b><a href=https://a.example>Read more</a></b><br></p>") == "News.")
        #expect(excerpt("<p>News. <a href=https://a.example>The story</a></p>") == "News. The story")
    }
}
