import NewsModel
import Testing

@testable import FeedParsing

/// Documents that are in another encoding by their own words, and whose bytes could be UTF-8.
@Suite struct DeclaredEncodingTests {
    private func title(_ bytes: [UInt8], _ encoding: String) throws -> String? {
        let text = Array("<?xml version='1.0' encoding='\(encoding)'?><rss><channel><title>a ".utf8)
        return try FeedReader.read(text + bytes + Array(" b</title></channel></rss>".utf8)).title
    }

    @Test(
        arguments: [
            ([0xC5, 0xB8], "windows-1251", "Её"), ([0xD6, 0xB7, 0x2E, 0xC4, 0xA3], "gb2312", "址.模"),
            ([0xC2, 0xB7], "gbk", "路"), ([0xC9, 0xBB], "iso-8859-1", "É»"), ([0xC4, 0xB5], "iso-8859-2", "Äľ"),
            ([0xC7, 0xA3], "koi8-r", "гё"),
        ] as [([UInt8], String, String)])
    func aFewCharactersAreReadAsDeclared(bytes: [UInt8], encoding: String, expected: String) throws {
        #expect(try title(bytes, encoding) == "a \(expected) b")
    }

    @Test(arguments: [
        ("Ünä ö ß", "iso-8859-1"), ("é", "windows-1252"), ("“so” – it", "windows-1251"), ("© 2026", "koi8-r"),
        ("новости дня", "windows-1251"), ("新闻与报道", "gb2312"), ("plain", "shift_jis"), ("🚢", "iso-8859-1"),
        ("Łódź", "windows-1250"), ("Ś", "iso-8859-2"),
    ])
    func moreAreUTF8WhateverIsDeclared(text: String, encoding: String) throws {
        #expect(try title(Array(text.utf8), encoding) == "a \(text) b")
    }
}
