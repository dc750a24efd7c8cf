import Curation
import Testing
import WebText

@Suite struct CanonicalURLTests {
    @Test(arguments: [
        ("https://www.gazette.example/a/storm", "gazette.example/a/storm"),
        ("HTTP://Gazette.EXAMPLE:80/a/storm", "gazette.example/a/storm"),
        ("https://gazette.example:8443/a", "gazette.example:8443/a"),
        ("https://reader:pass@gazette.example/a", "gazette.example/a"),
        ("https://gazette.example", "gazette.example/"),
        ("https://gazette.example/a//", "gazette.example/a"),
        ("https://gazette.example/a/Default.aspx?id=4", "gazette.example/a?id=4"),
        ("https://gazette.example/a;jsessionid=1F/b", "gazette.example/a/b"),
        ("https://gazette.example/x/../a/%2e/b#top", "gazette.example/a/b"),
        ("https://gazette.example/caf%c3%a9", "gazette.example/caf%C3%A9"),
        ("https://gazette.example/café", "gazette.example/caf%C3%A9"),
        ("https://gazette.example/a%28b%29%2Cc", "gazette.example/a(b),c"),
        ("https://gazette.example/100%", "gazette.example/100%25"),
        ("https://gazette.example/a?q=x+y", "gazette.example/a?q=x%20y"),
        ("https://gazette.example/a?b=2&&a=1&b=1", "gazette.example/a?a=1&b=2&b=1"),
        ("https://gazette.example/a?id=", "gazette.example/a?id"),
        ("  https://gazette.example/a\n", "gazette.example/a"),
        ("https:\\\\gazette.example\\a", "gazette.example/a"),
        ("https://0x7f.1/a", "127.0.0.1/a"),
        ("https://[2001:DB8::0:1]/a", "[2001:db8::1]/a"),
        ("https://bücher.example/a", "xn--bcher-kva.example/a"),
    ])
    func keyIsWhatNamesTheArticle(address: String, key: String) {
        #expect(CanonicalURL.key(of: address) == key)
    }

    @Test(arguments: [
        "utm_campaign=x", "UTM_Source=x", "fbclid=1", "gclid=1", "mc_cid=1", "ref=rss", "source=newsletter",
        "at_medium=x",
        "share=twitter", "replytocom=7", "amp", "outputType=amp", "m=1", "mobile=true", "_ga=1", "s_cid=1",
    ])
    func trackingParameterFallsAway(parameter: String) {
        #expect(CanonicalURL.key(of: "https://gazette.example/a?id=3&\(parameter)") == "gazette.example/a?id=3")
    }

    @Test(arguments: [
        "id=3", "p=3", "v=x", "page=2", "ref=master", "source=wires-17", "m=202603", "q=utm_source", "cid=8", "tid=12",
    ])
    func parameterThatMayNameTheArticleStays(parameter: String) {
        #expect(CanonicalURL.key(of: "https://gazette.example/a?\(parameter)") == "gazette.example/a?\(parameter)")
    }

    @Test(arguments: [
        "https://m.gazette.example/a/storm", "https://mobile.gazette.example/a/storm",
        "https://www.m.gazette.example/a/storm", "https://amp.gazette.example/a/storm",
        "https://gazette.example/amp/a/storm", "https://gazette.example/a/storm/amp",
        "https://gazette.example/a/storm.amp", "https://gazette.example/mobile/a/storm",
        "https://www.google.co.uk/amp/s/gazette.example/a/storm",
        "https://gazette-example.cdn.ampproject.org/c/s/gazette.example/a/storm",
        "https://www.google.com/url?sa=t&url=https%3A%2F%2Fgazette.example%2Fa%2Fstorm",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.google.com%2Furl%3Fq%3Dhttps%253A%252F%252Fgazette.example%252Fa%252Fstorm",
    ])
    func formsOfOnePageAreOneArticle(address: String) {
        #expect(CanonicalURL.key(of: address) == "gazette.example/a/storm")
    }

    @Test(arguments: [
        ("https://gazette.example/mobile/phones", "gazette.example/mobile/phones"),
        ("https://gazette.example/clamp", "gazette.example/clamp"),
        ("https://m.example/a", "m.example/a"),
        ("https://amp.dev/a", "amp.dev/a"),
        ("https://www.gov.uk/a", "gov.uk/a"),
        ("https://news.gazette.example/a", "news.gazette.example/a"),
        ("https://gazette.example/a/index", "gazette.example/a/index"),
        ("https://news.google.com/rss/articles/CBM?oc=5", "news.google.com/rss/articles/CBM?oc=5"),
    ])
    func whatOnlyLooksLikeAFormStays(address: String, key: String) {
        #expect(CanonicalURL.key(of: address) == key)
    }

    @Test(arguments: [
        ("../b", "gazette.example/b"), ("/b?c=1", "gazette.example/b?c=1"), ("//post.example/b", "post.example/b"),
        ("c", "gazette.example/a/c"), ("?d=1", "gazette.example/a/x?d=1"), ("", "gazette.example/a/x?q=0"),
        ("https:c", "gazette.example/a/c"), ("http:c", "c/"),
    ])
    func relativeAddressIsReadAgainstItsBase(address: String, key: String) {
        #expect(CanonicalURL.key(of: address, base: "https://gazette.example/a/x?q=0") == key)
    }

    @Test(arguments: [
        "", "storm", "/a/storm", "mailto:desk@gazette.example", "ftp://gazette.example/a", "javascript:void(0)",
        "https://", "https://gaz ette.example/", "https://gazette.example:70000/", "https://256.256.256.256/",
    ])
    func whatIsNoWebAddressHasNoKey(address: String) {
        #expect(CanonicalURL.key(of: address) == nil)
    }

    @Test(arguments: [
        ("news.gazette.co.uk/a", "gazette.co.uk"), ("someone.github.io/", "someone.github.io"),
        ("127.0.0.1:8080/a", "127.0.0.1"), ("[::1]:80/a", "[::1]"), ("localhost/a", "localhost"),
    ])
    func publisherIsTheRegistrableDomainOrTheHost(key: String, publisher: String) {
        #expect(CanonicalURL.publisher(ofKey: key) == publisher)
    }
}
