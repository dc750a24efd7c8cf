import Foundation
import NewsModel
import Testing

@testable import FeedParsing

@Suite struct RepairTests {
    private func repaired(_ text: [UInt8]) throws -> Repair.Result {
        try text.withUnsafeBufferPointer { bytes throws(FeedError) in
            var repair = Repair(bytes, line: 1, limits: .standard)
            return try repair.result()
        }
    }

    @Test(arguments: [
        ("<a>x & y</a>", "<a>x &amp; y</a>"),
        ("<a>x &lt; y</a>", "<a>x &lt; y</a>"),
        ("<a>1 < 2</a>", "<a>1 &lt; 2</a>"),
        ("<a><b>x</a>", "<a><b>x</b></a>"),
        ("<a>x</b></a>", "<a>x</a>"),
        ("<a b=c d e='f'>", "<a b=\"c\" d=\"\" e=\"f\"></a>"),
        ("<a b='1' b='2'/>", "<a b=\"1\"></a>"),
        ("<!DOCTYPE a [<!ENTITY x '>'>]>\n<a>&x;</a>", "\n<a>&amp;x;</a>"),
        ("<?xml version='1.0'?><a/>", "<a></a>"),
        ("<a><![CDATA[x & <y>]]></a>", "<a>x &amp; &lt;y&gt;</a>"),
        ("<a><!-- - -- --></a>", "<a></a>"),
        ("<A>x</a>", "<A>x</A>"),
        ("<a>x</a>junk", "<a>x</a>"),
        ("<a x='<>\"'>y</a>", "<a x=\"&lt;&gt;&quot;\">y</a>"),
        ("<a>\u{1}\u{FFFF}x</a>", "<a>x</a>"),
        ("<a>x<b y='", "<a>x</a>"),
        ("<a:b:c/>", "<a:b></a:b>"),
    ])
    func writes(_ broken: String, _ sound: String) throws {
        #expect(String(decoding: try repaired(Array(broken.utf8)).bytes, as: UTF8.self) == sound)
    }

    @Test func warningsNameTheirLines() throws {
        let result = try repaired(Array("<a>\n<!-- x\ny -->\n &\n</b>\n</a>".utf8))
        #expect(result.warnings.map(\.line) == [4, 5])
    }

    @Test func oneFaultIsNotToldForEver() throws {
        let result = try repaired(Array("<a>\(String(repeating: "& \n", count: 1000))</a>".utf8))
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
        guard var parser = PushParser(reader: reader, firstLine: 1, recovers: false) else { return }
        result.bytes.withUnsafeBufferPointer { parser.read($0) }
        if case .stopped(.needsRepair(let line, let reason)) = parser.finish() {
            Issue.record("line \(line): \(reason) in \(String(decoding: result.bytes, as: UTF8.self))")
        }
    }
}
