import NewsModel
import Settings
import Testing

@Suite struct AddressTests {
    /// Where an address leads is judged when it is asked.
    @Test(arguments: [
        "https://example.org/rss.xml", "http://127.0.0.1:8080/feed", "http://[::1]/feed", "http://0x7f.1/",
        "http://2130706433/", "http://user@host/", "HTTPS://Example.ORG", "https://münchen.example/ä?ö=ü",
        "http://169.254.169.254/latest", "http://localhost", "http://a.example/?a=b#c",
        "http://0177.0.0.1/", "http://a.example:1/", "http://a.example:65535/", "https://a.example/@somebody.rss",
        "http://localhost:3000/@somebody/rss", "https://a.example:8080/users/me@b.example/rss",
        "https://a.example:8080/?of=me@b.example", "http://hub/users/me@b.example", "https://a.example/me@b.example",
        "http://[::1]/me@b.example", "http://reader:1200/@somebody", "http://reader:1200/me@b.example",
    ])
    func soundAddressesAreTakenAsTheyAre(address: String) throws {
        #expect(try Sample.source("feed: '\(address)'")?.provider == .feed(url: address))
    }

    @Test(arguments: [
        ("example.org/rss.xml", "it begins with http:// or https://"), ("", "it begins with http:// or https://"),
        ("//example.org/", "it begins with http:// or https://"),
        ("ftp://example.org/", "only http and https are asked"),
        ("file:///etc/passwd", "only http and https are asked"),
        ("feed:https://a.example/", "only http and https are asked"),
        ("javascript:alert(1)", "only http and https are asked"), ("https:/a.example", "behind the scheme stands ://"),
        ("https://", "the host is missing"), ("https:///path", "the host is missing"),
        ("http://:80/", "the host is missing"),
        ("http://me@/", "the host is missing"), ("http://a b/", "an address holds no spaces; write %20 for one"),
        ("http://a.example/\u{7F}", "an address holds no spaces; write %20 for one"),
        ("http://a.example:0/", "its port is a number from 1 to 65535"),
        ("http://a.example:65536/", "its port is a number from 1 to 65535"),
        ("http://a.example:x/", "its port is a number from 1 to 65535"),
        ("http://a\\b/", "its host holds a character that no host has"),
        ("http://[fe80::1%25eth0]:80/", "its spelling is not that of an address (RFC 3986)"),
        ("http://a<b>/", "its host holds a character that no host has"),
    ])
    func brokenAddressesAreExplained(address: String, advice: String) {
        let mistakes = Sample.mistakes(ofSource: "feed: \"\(address.replacing("\\", with: "\\\\"))\"")
        #expect(mistakes.count == 1)
        if address.unicodeScalars.contains("\u{7F}") { return }
        #expect(mistakes.first?.hasSuffix("; \(advice)") == true)
    }

    @Test func anAddressIsRefusedPastItsLengthOnly() {
        let start = "https://a.example/"
        let longest = start + String(repeating: "a", count: 4096 - start.count)
        #expect(Sample.mistakes(ofSource: "feed: '\(longest)'").isEmpty)
        #expect(Sample.mistakes(ofSource: "feed: '\(longest)a'").count == 1)
    }

    @Test(arguments: [
        ("https://example.org", "https://example.org/"), ("https://example.org/a", "https://example.org/a/"),
        ("https://example.org/a/", "https://example.org/a/"),
    ])
    func theAddressOfTheSiteEndsInOneSlash(written: String, read: String) throws {
        #expect(try Sample.settings("url: \(written)").site.url == read)
    }

    @Test(arguments: ["https://a.example/?b", "https://a.example/#b", "https://me@a.example/"])
    func theAddressOfTheSiteIsAFolder(address: String) {
        #expect(Sample.mistakes(in: "url: '\(address)'").count == 1)
    }

    @Test func aBaseHasNoSlashAtItsEnd() throws {
        let source = try Sample.source("hackernews: {base: 'http://127.0.0.1:9/v0//'}")
        #expect(try source?.provider == Sample.provider("hackernews", ["base": "http://127.0.0.1:9/v0"]))
        #expect(Sample.mistakes(ofSource: "hackernews: {base: 'http://a.example/?x'}").count == 1)
    }

    /// What stands before the `/` or `#` of a password is taken for a host, and the rest for what may be shown.
    @Test(arguments: [
        "https://bob:p/55word@a.example/x", "https://bob.b:p#55word@a.example/x", "https://bob:12a?55word@a.example/x",
        "https://bob:/55word@a.example/x",
    ])
    func aPasswordThatIsNotEncodedIsRefusedAndNotRepeated(address: String) {
        let lines = [
            "network: {proxy: '\(address.replacing("https", with: "http"))'}",
            "notify: [{webhook: {url: '\(address)'}}]",
            "notify: [{websub: '\(address)'}]",
        ]
        let mistakes = [Sample.mistakes(ofSource: "feed: '\(address)'")] + lines.map { Sample.mistakes(in: $0) }
        for mistakes in mistakes {
            #expect(mistakes.count == 1)
            #expect(mistakes.allSatisfy { $0.contains("percent-encoded") && !$0.contains("55word") })
        }
    }

    @Test(arguments: [
        "https://a.example:s3cretword/x", "https://a.example:5512345678/x", "http://a.example:s3cretword",
    ])
    func whatIsNoPortIsNotRepeated(address: String) {
        let mistakes = Sample.mistakes(ofSource: "feed: '\(address)'")
        #expect(mistakes.count == 1)
        #expect(mistakes.allSatisfy { $0.contains("its port") && !$0.contains("s3cret") && !$0.contains("55123") })
    }
}
