import HTTPTransport
import NIOCore

extension FuzzTarget {
    /// What a server answers: what is made good of it is the same however it is cut.
    static let response = FuzzTarget(
        name: "response",
        corpus: texts([
            "HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nContent-Length: 6\r\n\r\n<rss/>",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 9\r\n\r\n"
                + "6 ;a=b\r\n<rss/>\r\n 0\r\nX-End: 1\r\n\r\n",
            "HTTP/1.0 302 Found\nLocation: /feed\n\tfolded\nNotice: a\nContent-Length: 0, 0\n\n",
            "\r\nHTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\nHTTP/2 200\r\nTransfer-Encoding: gzip, chunked\r\n\r\n"
                + "A\r\n0123456789\r\n0\r\n\r\n",
        ])
    ) { bytes, number in
        repaired(bytes, inPiecesOf: bytes.count) == repaired(bytes, inPiecesOf: 1 + number % 97)
            ? nil : "depends on its pieces"
    }

    private static func repaired(_ bytes: [UInt8], inPiecesOf size: Int) -> [UInt8] {
        var repair = ResponseRepair()
        repair.responseIsDue()
        var output: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: max(size, 1)) {
            let piece = bytes[start..<min(bytes.count, start + size)]
            output += repair.add(ByteBuffer(bytes: piece)).readableBytesView
        }
        return output + repair.finish().readableBytesView
    }

    /// A packed body: what comes of it, and whether it is whole, is the same however it is cut.
    static let coding = FuzzTarget(name: "coding", corpus: [twoMembers, zlib, deflate]) { bytes, number in
        for format in [Inflater.Format.gzip, .deflate] {
            let whole = inflated(bytes, as: format, inPiecesOf: bytes.count, mayBePlain: number % 2 == 0)
            let pieces = inflated(bytes, as: format, inPiecesOf: 1 + number % 97, mayBePlain: number % 2 == 0)
            if whole.bytes.count > mostBytes || pieces.bytes.count > mostBytes { return "grows beyond its bounds" }
            // How far it grows is judged by what has come of it.
            let isBounded = [whole.error, pieces.error].contains { $0.map(isOfGrowth) ?? false }
            guard isBounded || whole == pieces else { return "depends on its pieces" }
        }
        return nil
    }

    private static let mostBytes = 1 << 20

    private struct Inflated: Equatable {
        var bytes: [UInt8] = []
        var error: BodyError?
    }

    private static func inflated(
        _ bytes: [UInt8], as format: Inflater.Format, inPiecesOf size: Int, mayBePlain: Bool
    ) -> Inflated {
        var inflater = Inflater(format, maxBytes: mostBytes, mayBePlain: mayBePlain)
        var inflated = Inflated()
        do {
            for start in stride(from: 0, to: bytes.count, by: max(size, 1)) {
                let piece = Array(bytes[start..<min(bytes.count, start + size)])
                try piece.withUnsafeBytes { piece in try inflater.read(piece) { inflated.bytes += $0 } }
            }
            try inflater.finish()
        } catch {
            inflated.error = error as? BodyError ?? .brokenCoding
        }
        return inflated
    }

    private static func isOfGrowth(_ error: BodyError) -> Bool {
        switch error {
        case .inflatesTooFar, .inflatesTooLarge: true
        default: false
        }
    }

    /// A short feed, and a word behind it.
    private static let twoMembers: [UInt8] =
        [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 0xFF] + deflate + [0x98, 0xF8, 0xA4, 0xEA, 71, 0, 0, 0]
        + [
            0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 0xFF, 0xCB, 0xCD, 0x2F, 0x4A, 0x05, 0x00, 0x7C, 0xF2, 0x52, 0x8B, 4, 0, 0,
            0,
        ]

    private static let zlib: [UInt8] = [0x78, 0x9C] + deflate + [0xAC, 0xED, 0x19, 0xCC]

    private static let deflate: [UInt8] = [
        0xB3, 0x29, 0x2A, 0x2E, 0xB6, 0xB3, 0x49, 0xCE, 0x48, 0xCC, 0xCB, 0x4B, 0xCD, 0xB1, 0xB3, 0xC9, 0x2C, 0x49,
        0xCD,
        0xB5, 0xB3, 0x29, 0xC9, 0x2C, 0xC9, 0x49, 0xB5, 0x73, 0x4B, 0x2D, 0x2A, 0xAA, 0x54, 0x28, 0x4A, 0x2D, 0x29,
        0x2D,
        0xCA, 0x2B, 0xB6, 0xD1, 0x87, 0x08, 0xDA, 0xE8, 0x43, 0x94, 0xE8, 0xC3, 0xB5, 0xE8, 0x83, 0x4C, 0x00, 0x00,
    ]
}
