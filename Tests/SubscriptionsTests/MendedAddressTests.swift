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
}
