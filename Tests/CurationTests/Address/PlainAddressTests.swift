import Testing
import WebText

@testable import Curation

@Suite struct PlainAddressTests {
    @Test(arguments: [
        ("https://gazette.example/2026/03/storm-7", "gazette.example/2026/03/storm-7"),
        ("http://www.gazette.example/a/Storm.html", "gazette.example/a/Storm.html"),
        ("https://gazette.example", "gazette.example/"), ("https://gazette.example//", "gazette.example/"),
        ("https://gazette.example/a//b/", "gazette.example/a//b"),
        ("https://gazette.example/a?utm_source=x&UTM_medium=%20h/#top", "gazette.example/a"),
    ])
    func plainAddressIsItsOwnKey(address: String, key: String) {
        #expect(PlainAddress.key(of: address) == key)
    }

    @Test(arguments: [
        "gazette.example/a", "ftp://gazette.example/a", "https://Gazette.example/a", "https://gazette.example:8443/a",
        "https://user@gazette.example/a", "https://127.0.0.1/a", "https://0x7f.1/a", "https://a..example/b",
        "https://.example/a", "https://gazette.example./a", "https://www.example/a", "https://m.gazette.example/a",
        "https://www.amp.gazette.example/a", "https://old.reddit.com/r/a", "https://youtu.be/abcdef",
        "https://href.li/?utm_x=1", "https://gazette.example/a/../b", "https://gazette.example/a/./b",
        "https://gazette.example/amp/a", "https://gazette.example/a/storm.amp", "https://gazette.example/a-amp.html",
        "https://gazette.example/a/index.html", "https://gazette.example/a/Default.aspx",
        "https://gazette.example/m/a/b", "https://gazette.example/mobile/a/b", "https://gazette.example/wap/a/b",
        "https://gazette.example/touch/a/b", "https://gazette.example/caf%c3%a9", "https://gazette.example/café",
        "https://gazette.example/a;sid=1", "https://gazette.example/a?id=7", "https://gazette.example/a?utm_x&id=7",
        "https://gazette.example/#!/a", "https://gazette.example/#/a", "https://gazette.example/a b",
        "https://gazette.example/a ", "https://gazette.example/a?utm_x=\tb", "https://gazette.example?utm_x=b",
        "https:\\\\gazette.example\\a", "https:///gazette.example/a", "https://", "",
    ])
    func whatNeedsACloserLookIsLeftAlone(address: String) {
        #expect(PlainAddress.key(of: address) == nil)
    }

    /// Every address that can be put together from such pieces, taken or not, gets the key that the whole rules give.
    @Test func plainKeysAreThoseOfAllTheRules() {
        let hosts = [
            "gazette.example", "www.gazette.example", "www.example", "m.example", "a.m.b.example", "example",
            "www.gov.uk", "7.example", "a.7", "twitter.com", "nottwitter.com", "x.cdn.ampproject.org",
        ]
        let segments = ["a", "", "amp", "ampere", "m", "media", "index.php", "index", "v", "s", "x.amp", "2-amp.html"]
        let ends = ["", "/", "?utm_source=h", "?utm_source=url&utm_id=7#b", "#b", "?url=http://b.example/c", "?utmx=1"]
        for host in hosts {
            for (one, two) in segments.flatMap({ one in segments.map { (one, $0) } }) {
                for end in ends {
                    let address = "https://\(host)/\(one)/\(two)\(end)"
                    guard let key = PlainAddress.key(of: address) else { continue }
                    #expect(key == WebAddress(address).map { CanonicalURL.keyByAllRules(of: $0) }, "\(address)")
                }
            }
        }
    }
}
