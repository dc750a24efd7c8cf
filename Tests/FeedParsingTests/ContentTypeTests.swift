import FeedParsing
import Foundation
import NewsModel
import Testing

/// What the transfer says, the document says, and the bytes are.
@Suite struct ContentTypeTests {
    private func title(_ bytes: Data?, _ declared: String?, _ contentType: String?) throws -> String? {
        let declaration = declared.map { "<?xml version=\"1.0\" encoding=\"\($0)\"?>" } ?? ""
        let start = Array((declaration + "<rss version=\"2.0\"><channel><title>").utf8)
        let bytes = start + Array(bytes ?? Data()) + Array("</title></channel></rss>".utf8)
        return try FeedReader.read(bytes, contentType: contentType).title
    }

    @Test(
        arguments: [
            (nil, "text/xml; charset=windows-1251"), ("utf-8", "application/xml;charset=\"Windows-1251\""),
            ("windows-1251", "text/xml"), ("windows-1251", nil), ("x-nobody", "text/plain; boundary=a; CharSet=cp1251"),
            ("windows-1251", "application/rss+xml; charset=utf-8"),
        ] as [(String?, String?)])
    func bytesThatAreNotUTF8AreWhatIsSaid(_ declared: String?, _ contentType: String?) throws {
        let bytes = "Паром".data(using: .windowsCP1251)
        #expect(try title(bytes, declared, contentType) == "Паром")
    }

    @Test(
        arguments: [
            (nil, nil), ("utf-8", nil), ("iso-8859-1", nil), (nil, "text/xml; charset=iso-8859-1"), ("utf-16", nil),
            ("windows-1251", "text/xml; charset=koi8-r"), (nil, "text/xml; charset=us-ascii"), ("x-nobody", "x"),
            ("", ""),
        ] as [(String?, String?)])
    func bytesThatAreUTF8AreUTF8(_ declared: String?, _ contentType: String?) throws {
        #expect(try title("Паром".data(using: .utf8), declared, contentType) == "Паром")
    }

    @Test(
        arguments: [
            ("iso-2022-jp", [0x1B, 0x24, 0x42, 0x41, 0x25, 0x24, 0x2C, 0x4C, 0x61, 0x24, 0x6B, 0x1B, 0x28, 0x42]),
            ("shift_jis", [0x91, 0x44, 0x82, 0xAA, 0x96, 0xDF, 0x82, 0xE9]),
            ("euc-jp", [0xC1, 0xA5, 0xA4, 0xAC, 0xCC, 0xE1, 0xA4, 0xEB]),
        ] as [(String, [UInt8])])
    func textsOfTwoBytesAreDecoded(_ name: String, _ bytes: [UInt8]) throws {
        #expect(try title(Data(bytes), nil, "text/xml; charset=\(name)") == "船が戻る")
    }
}
