import Testing
import WebText

@Suite struct HostNameTests {
    @Test(arguments: [
        ("Herald.EXAMPLE", "herald.example"), ("herald.example.", "herald.example"),
        ("%68erald.example", "herald.example"), ("ｈｅｒａｌｄ．example", "herald.example"),
        ("he\u{AD}rald.example", "herald.example"), ("例え。example", "xn--r8jz45g.example"),
        ("BÜCHER.example", "xn--bcher-kva.example"), ("xn--bcher-kva.example", "xn--bcher-kva.example"),
    ])
    func namesComeOutInOneSpelling(text: String, expected: String) throws {
        let name = try #require(HostName(text))
        #expect(name.ascii == expected)
        #expect(!name.isAddress)
    }

    @Test(arguments: [
        ("127.0.0.1", "127.0.0.1"), ("0x7f.1", "127.0.0.1"), ("0177.0.0.01", "127.0.0.1"),
        ("2130706433", "127.0.0.1"), ("4294967295", "255.255.255.255"), ("10.258", "10.0.1.2"),
        ("[::1]", "[::1]"), ("[2001:DB8:0:0:1:0:0:1]", "[2001:db8::1:0:0:1]"), ("[::]", "[::]"),
        ("[::ffff:192.0.2.1]", "[::ffff:c000:201]"), ("[1:2:3:4:5:6:7:8]", "[1:2:3:4:5:6:7:8]"),
        ("[1::]", "[1::]"), ("[1:0:2:0:0:3:4:5]", "[1:0:2::3:4:5]"),
    ])
    func addressesComeOutInOneSpelling(text: String, expected: String) throws {
        let name = try #require(HostName(text))
        #expect(name.ascii == expected)
        #expect(name.isAddress)
    }

    @Test(arguments: [
        "", ".", "a..", "a..b", ".a", "a b", "a/b", "a:b", "a@b", "a%", "a%00b", "256.1.1.1", "1.2.3.4.5", "4294967296",
        "0x100000000",
        "[::1", "[1:2:3:4:5:6:7]", "[1:2:3:4:5:6:7:8:9]", "[1::2::3]", "[12345::]", "[g::]", "[::1.2.3]", "[:1:2]",
    ])
    func whatIsNoHostIsNil(text: String) {
        #expect(HostName(text) == nil)
    }
}
