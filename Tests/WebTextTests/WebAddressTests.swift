import Testing
import WebText

@Suite struct WebAddressTests {
    @Test(arguments: [
        ("https://a.example/x?y=1#z", "https://a.example/x?y=1#z"), (" HTTP://a.example ", "http://a.example"),
        ("https://a.example/a b|c^d", "https://a.example/a%20b%7Cc%5Ed"),
        ("https://a.example/100%", "https://a.example/100%25"), ("http://a.example", "http://a.example"),
        ("https://a.example/a/../b?c=d/../e?f", "https://a.example/b?c=d/../e?f"),
        ("https://a.example/a/%2e%2E/.b/%2e", "https://a.example/.b/"),
        ("https://a.example/%41", "https://a.example/%41"),
        ("https://Bücher.example/ä\u{3000}b", "https://xn--bcher-kva.example/ä%E3%80%80b"),
        ("https://a.example:8080/", "https://a.example:8080/"),
        ("http://a.example:8/b?c=d", "http://a.example:8/b?c=d"),
        ("http://a.example:/b|", "http://a.example/b%7C"), ("HTTPS://A.example:443/B", "https://a.example/B"),
        ("http://a.example:443/", "http://a.example:443/"), ("http://a.example:0443/", "http://a.example:443/"),
        ("http://user:p%40ss@a.example/", "http://user:p%40ss@a.example/"),
        ("https:\\\\a.example\\b?c\\d", "https://a.example/b?c%5Cd"),
        ("https:a.example/b", "https://a.example/b"), ("http://0x7f.1/", "http://127.0.0.1/"),
        ("https://a.example/?b#c#d", "https://a.example/?b#c%23d"),
        ("https://[::1]/", "https://[::1]/"),
        ("https://a.example/[x]", "https://a.example/%5Bx%5D"), ("https://a.example\n/x", "https://a.example/x"),
    ])
    func isWrittenAsAURIAllows(text: String, expected: String) {
        #expect(WebAddress(text)?.text == expected)
    }

    @Test(arguments: [
        "https://a.example", "http://a.example:8/", "https://a.example?b@c", "http://a.example#d/e",
        "https://[::1]:8/x",
        "https://me:word@a.example:8443/b@c?d", "http://127.0.0.1/@b:c", "https://me@a.example?e:f/@g",
    ])
    func itsHostIsThatOfItsReference(text: String) throws {
        let address = try #require(WebAddress(text))
        let authority = URIReference.Authority(try #require(address.reference.authority))
        #expect(address.host == authority.host && address.userinfo == authority.userinfo)
        #expect(address.hostAndPort == authority.host + (authority.port.map { ":\($0)" } ?? ""))
    }

    /// What stands behind a scheme of the base's own is a relative reference, whatever it looks like.
    @Test(arguments: [
        ("https:javascript://a/%0aalert(1)", "https://a.example/b/javascript://a/%0aalert(1)"),
        ("https:data:text/html,x", "https://a.example/b/data:text/html,x"),
        ("https:c?d:e", "https://a.example/b/c?d:e"),
        ("https:/c", "https://a.example/c"), ("https:?d", "https://a.example/b/?d"),
        ("https://d.example/", "https://d.example/"),
        ("https:https://d.example/", "https://a.example/b/https://d.example/"),
    ])
    func noSchemeHidesBehindAnother(text: String, address: String) {
        #expect(WebAddress(text, base: WebAddress("https://a.example/b/"))?.text == address)
    }

    @Test func whatEscapesMakeTooLongIsNone() {
        let path = String(repeating: "{", count: 1400)
        #expect(WebAddress("https://a.example/" + path) == nil)
        #expect(WebAddress("https://a.example/" + path.dropLast(100)) != nil)
    }

    @Test(arguments: [
        "", " ", "a.example", "/x", "ftp://a.example", "javascript:alert(1)", "https:", "https://", "https://a b/",
        "https://<b>/", "https://:80/", "mailto:a@b.example", "http://a.example:8a/", "http://a.example:65536/",
        "https://a.example/\u{202E}gpj", "https://a.example/\u{7}b", "http://[::1/", "https:///a.example/b",
        "http://1.2.3.256/",
    ])
    func isNoneForWhatLeadsToNoPage(text: String) {
        #expect(WebAddress(text) == nil)
    }

    /// A page shows no address that names a user, who is there to be taken for the host.
    @Test func aLinkNamesNoUser() {
        #expect(WebAddress(link: "https://bank.example@thief.example/") == nil)
        #expect(WebAddress(link: "//bank.example@thief.example/", base: "https://a.example/") == nil)
        #expect(WebAddress("https://a:b@c.example/d")?.withoutUserinfo.text == "https://c.example/d")
    }

    /// What is plain is taken as it stands, and must be what taking it apart would make of it.
    @Test(arguments: [
        "https://a.example/%C3%A4%20b", "http://127.0.0.1:8080/a", "http://255.0.0.10/", "https://a.example:1/",
        "https://a.example:65535/", "https://a.example/%2f%2E%2e", "https://a.example/%2", "https://a.example/%zz",
        "http://1.2.3.04/", "http://1.2.3/", "http://256.1.1.1/", "http://a.example:80/", "http://a.example:080/",
        "https://a.example:65536/", "https://a.example:/", "https://a.example/a/%2e./b", "https://a.example:44x/",
    ])
    func whatIsPlainIsWhatTakingItApartMakes(text: String) {
        // A blank is no part of an address, and keeps the short way from being taken.
        #expect(WebAddress(text) == WebAddress(text + " "))
    }

    @Test func hasParts() {
        let address = WebAddress("HTTPS://me:word@News.example:8443/a b/ä?q=ö#top")
        #expect(address?.scheme == "https" && address?.host == "news.example" && address?.port == 8443)
        #expect(address?.hostAndPort == "news.example:8443" && address?.userinfo == "me:word")
        #expect(address?.requestTarget == "/a%20b/%C3%A4?q=%C3%B6")
        #expect(address?.withoutFragment.text == "https://me:word@news.example:8443/a%20b/ä?q=ö")
        #expect(WebAddress("http://a.example")?.port == 80 && WebAddress("https://a.example")?.port == 443)
        #expect(WebAddress("http://a.example?b")?.requestTarget == "/?b")
        #expect(WebAddress("http://[::1]:81/")?.host == "[::1]" && WebAddress("http://[::1]:81/")?.port == 81)
    }

    @Test func isNoneForWhatIsTooLong() {
        let head = "https://a.example/"
        #expect(WebAddress(head + String(repeating: "x", count: 4096 - head.count)) != nil)
        #expect(WebAddress(head + String(repeating: "x", count: 4097 - head.count)) == nil)
    }

    /// RFC 3986 §5.4.1 and §5.4.2, as far as they lead to a web page.
    @Test(arguments: [
        ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"), ("/g", "http://a/g"),
        ("//g", "http://g"),
        ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"), ("#s", "http://a/b/c/d;p?q#s"),
        ("g#s", "http://a/b/c/g#s"),
        (";x", "http://a/b/c/;x"), (".", "http://a/b/c/"), ("./", "http://a/b/c/"), ("..", "http://a/b/"),
        ("../g", "http://a/b/g"),
        ("../..", "http://a/"), ("../../../g", "http://a/g"), ("/./g", "http://a/g"), ("g.", "http://a/b/c/g."),
        ("./../g", "http://a/b/g"),
        ("g;x=1/../y", "http://a/b/c/y"),
    ])
    func resolvesAsTheRFCSays(link: String, expected: String) {
        #expect(WebAddress(link: link, base: "http://a/b/c/d;p?q")?.text == expected)
    }
}
