import NIOCore
import TestSupport
import Testing

@testable import HTTPTransport

/// Responses that are broken at random, by a seed.
@Suite struct RepairPropertyTests {
    private static let responses = [
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nX-Note: a\r\n\r\nhello",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;a=b\r\nhello\r\n3 \r\n, u\r\n0\r\nX-Sum: 1\r\n\r\n",
        "HTTP/1.1 103 Hints\r\nLink: </a>\r\n\r\nHTTP/1.0 200\nTransfer-Encoding: gzip, chunked\n a\n\n1\nx\n0\n\n",
        "\r\nHTTP/1.1 204 No Content\r\nContent-Length: 5, 5\r\n\r\nHTTP/1.1 200 OK\r\n\r\n",
    ]
    private static let odd = Array("\r\n\t :;,\0\u{7F}0fH".utf8) + [0x80, 0xFF]

    private static func repaired(_ bytes: [UInt8], pieces: (Int) -> Int) -> [UInt8] {
        var repair = ResponseRepair()
        repair.responseIsDue()
        var result: [UInt8] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            let piece = rest.prefix(max(1, pieces(rest.count)))
            rest = rest.dropFirst(piece.count)
            result += repair.add(ByteBuffer(bytes: piece)).readableBytesView
        }
        return result + repair.finish().readableBytesView
    }

    /// A sound or odd response, with some bytes changed, left out or doubled.
    private static func broken(_ chance: inout SeededNumbers) -> [UInt8] {
        var bytes = Array(responses[chance.next(below: responses.count)].utf8)
        for _ in 0..<chance.next(below: 5) {
            let index = chance.next(below: bytes.count)
            switch chance.next(below: 4) {
            case 0: bytes[index] = odd[chance.next(below: odd.count)]
            case 1: bytes.insert(odd[chance.next(below: odd.count)], at: index)
            case 2 where bytes.count > 1: bytes.remove(at: index)
            default: bytes.insert(contentsOf: bytes[index..<min(bytes.count, index + 9)], at: index)
            }
        }
        return bytes
    }

    @Test(arguments: 0..<20) func whereAResponseIsCutChangesNothing(seed: Int) {
        var chance = SeededNumbers(seed: seed)
        for _ in 0..<200 {
            let bytes = Self.broken(&chance)
            let whole = Self.repaired(bytes) { $0 }
            #expect(Self.repaired(bytes) { _ in 1 } == whole, "\(bytes)")
            #expect(Self.repaired(bytes) { $0 / 2 } == whole, "\(bytes)")
        }
    }

    /// What was made good needs no more of it.
    @Test(arguments: 0..<20) func aRepairedHeadIsSound(seed: Int) {
        var chance = SeededNumbers(seed: seed)
        for _ in 0..<200 {
            guard let head = HeadRepair(ByteBuffer(bytes: Self.broken(&chance)).readableBytesView) else { continue }
            #expect(HeadRepair(ByteBuffer(bytes: head.bytes).readableBytesView)?.bytes == head.bytes)
        }
    }
}
