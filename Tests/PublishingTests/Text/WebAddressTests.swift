import Testing

@testable import Publishing

@Suite struct WebAddressTests {
    @Test(arguments: [
        ("https://a.example/x?y=1#z", "https://a.example/x?y=1#z"), (" HTTP://a.example ", "http://a.example"),
        ("https://a.example/a b|c^d", "https://a.example/a%20b%7Cc%5Ed"),
        ("https://a.example/100%", "https://a.example/100%25"), ("http://a.example", "http://a.example"),
        ("https://a.example/a/../b?c=d/e?f", "https://a.example/a/../b?c=d/e?f"),
        ("https://a.example/%41", "https://a.example/%41"), ("https://bücher.example/ä", "https://bücher.example/ä"),
        ("https://a.example:8080/", "https://a.example:8080/"),
        ("http://a.example:8/b?c=d", "http://a.example:8/b?c=d"),
        ("http://a.example:/b|", "http://a.example:/b%7C"), ("http://a.example:8a/", "http://a.example:8a/"),
        ("https://[::1]/", "https://[::1]/"),
        ("https://a.example/[x]", "https://a.example/%5Bx%5D"), ("https://a.example\n/x", "https://a.example/x"),
    ])
    func isWrittenAsAURIAllows(text: String, expected: String) {
        #expect(WebAddress(text)?.text == expected)
    }

    @Test(arguments: [
        "", " ", "a.example", "/x", "ftp://a.example", "javascript:alert(1)", "https:", "https://", "https://a b/",
        "https://a@b/",
        "https://a\"b/", "https://a\\b/", "https://<b>/", "https://:80/", "mailto:a@b.example", "https:/a.example",
    ])
    func isNoneForWhatLeadsToNoPage(text: String) {
        #expect(WebAddress(text) == nil)
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
