import NewsModel
import Testing

@testable import Publishing

/// Films, sounds and pictures that a text shows from elsewhere.
@Suite struct EmbeddedMediaTests {
    private func html(_ source: String, images: Bool = false) -> String {
        Sanitiser.html(Markup(.html, source, base: "https://a.example/p/"), showsImages: images).html
    }

    private func link(_ href: String, _ label: String) -> String {
        "<p><a href=\"\(href)\" rel=\"noopener nofollow ugc\">\(label)</a></p>"
    }

    @Test(arguments: [
        (
            "<iframe src='https://www.youtube.com/embed/aB3?rel=0'></iframe>", "https://www.youtube.com/watch?v=aB3",
            "Video: youtube.com"
        ),
        (
            "<iframe src='//www.youtube-nocookie.com/embed/aB3'></iframe>", "https://www.youtube.com/watch?v=aB3",
            "Video: youtube.com"
        ),
        (
            "<iframe data-src='https://player.vimeo.com/video/77' src='about:blank'></iframe>", "https://vimeo.com/77",
            "Video: vimeo.com"
        ),
        (
            "<object><param name=movie value='https://www.youtube.com/v/aB3&hl=en'>"
                + "<embed src='https://www.youtube.com/v/aB3&hl=en' type='application/x-shockwave-flash'></object>",
            "https://www.youtube.com/watch?v=aB3", "Video: youtube.com"
        ),
        (
            "<embed src='https://www.youtube.com/v/aB3' type='application/x-shockwave-flash'>",
            "https://www.youtube.com/watch?v=aB3", "Video: youtube.com"
        ),
        ("<lite-vimeo videoid=77></lite-vimeo>", "https://vimeo.com/77", "Video: vimeo.com"),
        (
            "<iframe src='https://open.spotify.com/embed/episode/5x' title='Spotify Embed'></iframe>",
            "https://open.spotify.com/episode/5x", "Audio: open.spotify.com"
        ),
        (
            "<iframe src='https://w.soundcloud.com/player/?url=https%3A//soundcloud.com/a/b&amp;x=1'></iframe>",
            "https://soundcloud.com/a/b", "Audio: soundcloud.com"
        ),
        (
            "<iframe src='https://www.google.com/maps/embed?pb=1'></iframe>", "https://www.google.com/maps/embed?pb=1",
            "Map: google.com"
        ),
        (
            "<iframe src='https://tube.example/videos/embed/1'></iframe>", "https://tube.example/videos/embed/1",
            "Video: tube.example"
        ),
        (
            "<iframe src='/widget' title='Tide table'></iframe>", "https://a.example/widget",
            "Embedded: Tide table (a.example)"
        ),
        ("<video src=v.mp4 controls></video>", "https://a.example/p/v.mp4", "Video: a.example"),
        (
            "<video controls><source src=v.webm type=video/webm><source src=v.mp4>Your browser does not support it.</video>",
            "https://a.example/p/v.webm", "Video: a.example"
        ),
        (
            "<audio controls><source src='https://c.example/a.mp3'><a href='https://c.example/a.mp3'>Use another browser</a></audio>",
            "https://c.example/a.mp3", "Audio: c.example"
        ),
        (
            "<object data='r.pdf' type='application/pdf'><p>Your browser cannot show it.</p></object>",
            "https://a.example/p/r.pdf", "Document: a.example"
        ),
        (
            "<object><param name=movie value=x><embed src='https://c.example/e.mp4'></object>",
            "https://c.example/e.mp4", "Video: c.example"
        ),
        ("<embed src='https://c.example/s.ogg'>", "https://c.example/s.ogg", "Audio: c.example"),
        ("<lite-youtube videoid=aB3></lite-youtube>", "https://www.youtube.com/watch?v=aB3", "Video: youtube.com"),
    ])
    func aLinkSaysWhatWasEmbedded(source: String, href: String, label: String) {
        let expected = link(href.replacing("&", with: "&amp;"), label)
        #expect(html(source) == expected)
        #expect(html("<p>before</p>\(source)<p>after</p>") == "<p>before</p>\(expected)<p>after</p>")
    }

    @Test(arguments: [
        ("de", "Karte: openstreetmap.org"), ("fr-CA", "Carte: openstreetmap.org"), ("nn", "Kart: openstreetmap.org"),
        ("zh-TW", "地圖: openstreetmap.org"), ("zh-Hans", "地图: openstreetmap.org"), ("pt_BR", "Mapa: openstreetmap.org"),
        ("en-GB", "Map: openstreetmap.org"), ("tlh", "Map: openstreetmap.org"), ("", "Map: openstreetmap.org"),
    ])
    func theLinkIsInTheLanguageOfTheText(language: String, label: String) {
        let markup = Markup(.html, "<iframe src='https://www.openstreetmap.org/export/embed.html?bbox=1'></iframe>")
        #expect(Sanitiser.html(markup, language: language).html.contains(">\(label)<"))
    }

    @Test func everyKindHasANameInEveryLanguage() {
        for language in ["ar", "de", "el", "es", "fi", "fr", "he", "ja", "ko", "pl", "ru", "tr", "zh", "zh-HK"] {
            let names = EmbeddedKind.allCases.map { $0.name(in: language) }
            #expect(Set(names).count == EmbeddedKind.allCases.count, "\(language)")
            #expect(!names.contains { $0.contains("_") })
        }
        #expect(EmbeddedKind.allCases.map { $0.name(in: nil) } == EmbeddedKind.allCases.map(\.rawValue))
    }

    @Test(arguments: [
        "<iframe src='javascript:alert(1)'></iframe>", "<iframe srcdoc='&lt;script>alert(1)&lt;/script>'></iframe>",
        "<iframe src='https://c.example/'></iframe>", "<iframe src='about:blank'></iframe>",
        "<iframe src='data:text/html,x'></iframe>", "<video></video>",
        "<iframe src='https://c.example/t' width=1 height=1></iframe>", "<object data=a.swf></object>",
        "<iframe src='https://www.googletagmanager.com/ns.html?id=1'></iframe>",
        "<iframe src='http://127.0.0.1/a'></iframe>",
        "<iframe src='https://c.example/t' style='display:none'></iframe>",
        "<noscript><iframe src='https://www.googletagmanager.com/ns.html?id=1' height=0 width=0></iframe></noscript>",
        "<noscript>Please switch JavaScript on.</noscript>",
    ])
    func nothingIsLinkedThatIsNoneForReaders(source: String) {
        #expect(html(source + "<p>x</p>") == "<p>x</p>")
    }

    @Test(arguments: [
        "<p>one <iframe src='https://c.example/e'/> two</p>", "<video src=v.mp4><p>one</p><p>two</p>",
        "<audio src=a.mp3/>one two",
        "<p>one</p><object data=r.pdf>two",
    ])
    func aTextBehindAnElementThatIsLeftOpenStays(source: String) {
        let text = Sanitiser.plainText(Markup(.html, source, base: "https://a.example/p/"))
        #expect(text.contains("one") && text.contains("two"))
    }

    @Test func aLinkWithinALinkIsItsText() {
        #expect(
            html("<a href=/x>see <b><iframe src='https://c.example/e'></iframe></b></a>").contains(
                "Embedded: c.example"))
    }

    // MARK: Pictures

    @Test(arguments: [
        ("<img src='data:image/gif;base64,R0' data-src='b.jpg'>", ["b.jpg"]),
        ("<img src=ph.gif data-original=o.jpg>", ["o.jpg"]),
        ("<img src=ph.gif data-lazy-src=o.jpg>", ["o.jpg"]), ("<img data-srcset='s.jpg 300w, l.jpg 900w'>", ["l.jpg"]),
        ("<img srcset='s.jpg 480w, m.jpg 800w, xl.jpg 4000w'>", ["m.jpg"]),
        ("<img srcset='a.jpg, b.jpg 2x, c.jpg 3x'>", ["b.jpg"]),
        ("<img srcset='huge.jpg 3000w'>", ["huge.jpg"]), ("<img srcset='i,1.jpg 1x,'>", ["i,1.jpg"]),
        ("<img src=a.jpg srcset='b.jpg 2x'>", ["a.jpg"]),
        ("<picture><source srcset='w.webp 900w'><img alt=x></picture>", ["w.webp"]),
        ("<picture><source srcset='w.webp'><img src=f.jpg></picture>", ["f.jpg"]),
        ("<picture><source data-srcset='w.webp 1x'><img src='data:image/gif;base64,R0'></picture>", ["w.webp"]),
        ("<img src='data:image/gif;base64,R0' data-src='b.jpg'><noscript><img src='b.jpg'></noscript>", ["b.jpg"]),
        ("<noscript><img src='b.jpg'></noscript><img src='data:x,y' data-src='b.jpg'>", ["b.jpg"]),
        ("<img src=/placeholder.gif>\n<noscript><img src=b.jpg></noscript>", ["b.jpg"]),
        ("<div><img src='data:x,y'></div><noscript><p><img src=b.jpg></p></noscript>", ["b.jpg"]),
        ("<img src=a.jpg><noscript><img src=px.gif width=1 height=1></noscript>", ["a.jpg"]),
        ("<img src=a.jpg><noscript><img src=b.jpg></noscript>", ["a.jpg", "b.jpg"]),
        ("<picture><source srcset='w.webp 900w'></picture>", ["w.webp"]),
        ("<img src='data:x,y' data-nobody-knows=o.jpg>", ["o.jpg"]), ("<img file='a/o.png?x=1'>", ["a/o.png?x=1"]),
        ("<img src=o.jpg data-other=p.jpg>", ["o.jpg"]),
        ("<img src=loading.jpg data-page='https://b.example/'>", ["loading.jpg"]),
        ("<img src='data:x,y' data-orig-file=o.jpg>", ["o.jpg"]), ("<img data-lazyload=o.jpg>", ["o.jpg"]),
        ("<img src=loading.gif data-echo=o.jpg>", ["o.jpg"]), ("<img nitro-lazy-src=o.jpg src='data:x,y'>", ["o.jpg"]),
        ("<img nitro-lazy-srcset='s.jpg 300w, l.jpg 900w'>", ["l.jpg"]),
        ("<img data-src='{{photo}}' src=a.jpg>", ["a.jpg"]), ("<img data-src='${photo}' src=a.jpg>", ["a.jpg"]),
        (#"<img data-src='{"m":"m.jpg"}' srcset='a.jpg 1x'>"#, ["a.jpg"]),
        ("<noscript>&lt;img src=b.jpg&gt;</noscript>", ["b.jpg"]),
        ("<img src='data:x,y'><noscript>&lt;img src='b.jpg'&gt;</noscript>", ["b.jpg"]),
        ("<noscript>&lt;img src='javascript:alert(1)'&gt;</noscript>", []),
        ("<amp-img src=a.jpg></amp-img>", ["a.jpg"]), ("<img src='data:x,y' data-src='javascript:alert(1)'>", []),
        ("<img src=ph.gif data-src=real.jpg width=1 height=1>", []),
    ])
    func thePictureIsFoundWhereverItStands(source: String, expected: [String]) {
        let found = html("<p>x \(source)</p>", images: true).matches(of: /src="([^"]*)"/).map { String($0.1) }
        #expect(found == expected.map { "https://a.example/p/" + $0 })
        #expect(html("<p>x \(source)</p>") == "<p>x</p>")
    }

    @Test func linksAndPicturesThatWereEscapedTwiceLeadWhereTheyShould() {
        #expect(
            html("<a href='https://c.example/?a=1&amp;amp;b=2'>x</a>")
                == "<p><a href=\"https://c.example/?a=1&amp;b=2\" rel=\"noopener nofollow ugc\">x</a></p>")
        #expect(html("<img src='i.jpg?a=1&amp;amp;b=2'>", images: true).contains("i.jpg?a=1&amp;b=2\""))
        #expect(html("<a href='javascript&amp;#58;alert(1)'>x</a>") == "<p>x</p>")
    }

    /// All that follows an element that is never closed is in it, over and over.
    @Test(arguments: [(30, 1), (70, 2)]) func onlyTheBeginningOfANeighbourIsSearched(words: Int, pictures: Int) {
        let text = String(repeating: "<i>a</i> ", count: words / 2)
        let shown = html(
            "<div>\(text)<img src=b.jpg width=300></div><noscript><img src=b.jpg></noscript>", images: true)
        #expect(shown.split(separator: "<img").count - 1 == pictures)
    }
}
