import Subscriptions
import Testing

/// What is taken over of an address is understood the same way again.
@Suite struct MendedAddressTests {
    @Test(arguments: [
        ("https://a.example/feed xml:base='../x' \"~A\" news", "https://a.example/feed"),
        ("https://a.example/feed data-title='A' title='B'", "https://a.example/feed"),
        ("https://a.example/feed' \"", "https://a.example/feed"),
        ("https://a.example/feed, “A”", "https://a.example/feed"),
        ("https://a.example/feed > <b>", "https://a.example/feed"),
        ("https://a.example/it's", "https://a.example/it's"),
        ("https://a.example/a b", "https://a.example/a%20b"),
    ])
    func whatStandsBehindAnAddressIsLeftOut(written: String, wanted: String) throws {
        let mended = try MendedAddress(written)
        #expect(mended.text == wanted)
        #expect(try MendedAddress(mended.text).text == mended.text)
    }

    @Test(arguments: [
        ("a.example/feed", "https://a.example/feed"), ("//a.example/feed", "https://a.example/feed"),
        ("a.example.:8080/feed", "https://a.example.:8080/feed"),
        ("me@a.example/x", "https://me@a.example/x"),
        ("localhost:8080/feed", "https://localhost:8080/feed"), ("192.0.2.1/feed", "https://192.0.2.1/feed"),
        ("192.0.2.10:80?x", "https://192.0.2.10:80?x"), ("[2001:db8::1]/feed", "https://[2001:db8::1]/feed"),
        ("[2001:db8::1]:81/feed", "https://[2001:db8::1]:81/feed"),
        ("htps://httpbin.example/a", "https://httpbin.example/a"),
        ("HTTP:a.example/feed", "http://a.example/feed"), ("http://https://a.example/feed", "https://a.example/feed"),
        ("https://http.example/feed", "https://http.example/feed"), ("feed:a.example/x", "https://a.example/x"),
        ("http:/a.example", "http://a.example"), ("https//a.example", "https://a.example"),
        ("HTTPS://a.example", "HTTPS://a.example"), ("hTTp://HTTP://a.example", "HTTP://a.example"),
        ("hxxp://a.example:80/x", "http://a.example:80/x"), ("ttps://https://a.example", "https://a.example"),
    ])
    func aSchemeThatIsMissingOrWrongIsMended(written: String, wanted: String) throws {
        #expect(try MendedAddress(written).text == wanted)
    }

    @Test(arguments: [
        "//", "/feed", "word", "two words", "a..example/x", "a.b", ".example", "me@host/x", "a@b@c.example", "host:x",
        ":80",
        "[2001:db8::1", "[]/x", "[x.y]:80z", "@a.example", "1.2.3", "ftp://a.example/x", "mailto:me@a.example",
        "http:///a.example", "https///a.example", "httpa.example:x", "http:", "+a://b.example",
    ])
    func whatIsNoAddressIsNone(written: String) {
        #expect(throws: MendedAddress.Failure.self) { try MendedAddress(written) }
    }

    /// A list may come from elsewhere each night: a hundred thousand lines that are none are soon known for that.
    @Test(.timeLimit(.minutes(1))) func manyLinesThatAreNoAddressAreSoonRead() {
        for text in ["//", "word", "a.b", "https;:ls", "httpx:y", "x-y:z", "http", "[a](b", "sources"] {
            let lines = String(repeating: text + "\n", count: 20_000)
            #expect(throws: ListError.self) { try SubscriptionReader.read(Array(lines.utf8)) }
        }
    }
    /// A line is as long as whoever wrote the list wants.
    @Test(.timeLimit(.minutes(1))) func aLongLineIsSoonRead() {
        for piece in [" ", " a", " a:", "<", ".", "http", "://"] {
            let line = "word" + String(repeating: piece, count: 400_000) + " end"
            #expect(throws: ListError.self) { try SubscriptionReader.read(Array(line.utf8)) }
        }
    }
}
