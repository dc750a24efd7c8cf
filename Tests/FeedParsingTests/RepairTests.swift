import Foundation
import NewsModel
import Testing
import WebText

@testable import FeedParsing

@Suite struct RepairTests {
    private func repaired(_ text: [UInt8]) throws -> Repair.Result {
        try text.withUnsafeBufferPointer { bytes throws(FeedError) in
            var repair = Repair(bytes, line: 1, limits: .standard)
            return try repair.result()
        }
    }

    @Test(arguments: [
        ("<rss>x & y</rss>", "<rss>x &amp; y</rss>"),
        ("<rss>x &lt; y</rss>", "<rss>x &lt; y</rss>"),
        ("<rss>1 < 2</rss>", "<rss>1 &lt; 2</rss>"),
        ("<rss><b>x</rss>", "<rss><b>x</b></rss>"),
        ("<rss>x</b></rss>", "<rss>x</rss>"),
        ("<rss b=c d e='f'>", "<rss b=\"c\" d=\"\" e=\"f\"></rss>"),
        ("<rss b='1' b='2'/>", "<rss b=\"1\"></rss>"),
        ("<!DOCTYPE rss [<!ENTITY x '>'>]>\n<rss>&x;</rss>", "\n<rss>&gt;</rss>"),
        ("<!DOCTYPE rss [<!ENTITY x 'a &amp; b'>]><rss y='&x;'>&x;</rss>", "<rss y=\"a &amp; b\">a &amp; b</rss>"),
        ("<!DOCTYPE rss [<!ENTITY x '&#38;lt;i>'>]><rss>&x;</rss>", "<rss>&lt;i&gt;</rss>"),
        ("<!DOCTYPE rss [<!ENTITY x 'a'><!ENTITY x 'b'>]><rss>&x;&X;</rss>", "<rss>a&amp;X;</rss>"),
        ("<!DOCTYPE rss [<!ENTITY amp 'b'>]><rss>&amp;</rss>", "<rss>&amp;</rss>"),
        ("<!DOCTYPE rss [<!ENTITY x 'a'><!ENTITY y '&x;'>]><rss>&y;</rss>", "<rss>&amp;y;</rss>"),
        ("<!DOCTYPE rss [<!ENTITY x SYSTEM 'a'><!ENTITY % y 'b'>]><rss>&x;&y;</rss>", "<rss>&amp;x;&amp;y;</rss>"),
        ("<!DOCTYPE rss [<!-- it's --><?x ]>?>]><rss>it's [all] right</rss>", "<rss>it's [all] right</rss>"),
        ("<!DOCTYPE rss [<!ENTITY x 'it><rss>that's</rss>", "<rss>that's</rss>"),
        ("<!DOCTYPE rss PUBLIC \"-//X//DTD>\" 'x>'><rss>&x;</rss>", "<rss>&amp;x;</rss>"),
        ("<?xml version='1.0'?><rss/>", "<rss></rss>"),
        ("<rss><![CDATA[x & <y>]]></rss>", "<rss>x &amp; &lt;y&gt;</rss>"),
        ("<rss><!-- - -- --></rss>", "<rss></rss>"),
        ("<RSS>x</rss>", "<RSS>x</RSS>"),
        ("<rss>x</rss>junk", "<rss>x</rss>"),
        ("<rss x='<>\"'>y</rss>", "<rss x=\"&lt;&gt;&quot;\">y</rss>"),
        ("<rss>\u{1}\u{FFFF}x</rss>", "<rss>x</rss>"),
        ("<rss>x<b y='", "<rss>x</rss>"),
        ("<rss:b:c/>", "<rss:b></rss:b>"),
    ])
    func writes(_ broken: String, _ sound: String) throws {
        #expect(String(decoding: try repaired(Array(broken.utf8)).bytes, as: UTF8.self) == sound)
    }

    @Test func warningsNameTheirLines() throws {
        let result = try repaired(Array("<rss>\n<!-- x\ny -->\n &\n</b>\n</rss>".utf8))
        #expect(result.warnings.map(\.line) == [4, 5])
    }

    @Test func oneFaultIsNotToldForEver() throws {
        let result = try repaired(Array("<rss>\(String(repeating: "& \n", count: 1000))</rss>".utf8))
        #expect(result.warnings.count == 10)
    }

    /// Whatever comes in, what comes out is XML: the parser takes it without a word.
    @Test(arguments: Fixture.all, [11, 12, 13, 14] as [UInt64])
    func writesWellFormedMarkup(_ fixture: Fixture, seed: UInt64) throws {
        var generator = SeededGenerator(state: seed)
        var bytes = try fixture.bytes()
        for _ in 0..<8 where !bytes.isEmpty {
            let at = Int.random(in: 0..<bytes.count, using: &generator)
            switch seed % 3 {
            case 0: bytes[at] = UInt8.random(in: 0...127, using: &generator)
            case 1: bytes.remove(at: at)
            default: bytes.insert(contentsOf: "<>&'\"=/![]-?".utf8.shuffled(using: &generator).prefix(2), at: at)
            }
        }
        bytes = bytes.withUnsafeBufferPointer(UTF8Validity.mended)
        let result = try repaired(bytes)
        guard result.bytes.contains(UInt8(ascii: "<")) else { return }
        let reader = DocumentReader(limits: .standard, address: nil)
        guard var parser = PushParser(reader: reader, start: 0, firstLine: 1, recovers: false) else { return }
        result.bytes.withUnsafeBufferPointer { parser.read($0, isComplete: true) }
        if case .stopped(.needsRepair(let line, let reason)) = parser.finish() {
            Issue.record("line \(line): \(reason) in \(String(decoding: result.bytes, as: UTF8.self))")
        }
    }
}
