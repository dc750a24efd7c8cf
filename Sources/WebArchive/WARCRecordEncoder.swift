import Crypto

/// Encodes records of WARC 1.1 (ISO 28500), each a gzip member of its own (WARC 1.1, Annex D), with SHA-1 digests of its
/// block and payload.
package struct WARCRecordEncoder {
    private let gzip: GzipWriter

    package init(_ effort: GzipWriter.Effort = .fast) {
        gzip = GzipWriter(effort)
    }

    /// What a record holds: for a message of HTTP its head, and behind it the payload.
    package struct Block {
        package var head: [UInt8]
        package var payload: SpooledBytes?

        package init(head: [UInt8] = [], payload: SpooledBytes? = nil) {
            self.head = head
            self.payload = payload
        }

        var count: Int { head.count + (payload?.count ?? 0) }

        func forEachPiece(_ consume: (UnsafeRawBufferPointer) throws -> Void) rethrows {
            try head.withUnsafeBytes(consume)
            if let payload { try payload.forEachPiece(consume) }
        }
    }

    /// Encodes one record, whose head has no length and no digests yet.
    package func encode(_ head: WARCHead, _ block: Block, to sink: GzipWriter.Sink) rethrows {
        var head = head
        var (whole, payload) = (Insecure.SHA1(), Insecure.SHA1())
        block.head.withUnsafeBytes { whole.update(bufferPointer: $0) }
        block.payload?.forEachPiece { piece in
            whole.update(bufferPointer: piece)
            payload.update(bufferPointer: piece)
        }
        head.add("WARC-Block-Digest", "sha1:" + Base32.text(whole.finalize()))
        if block.payload != nil { head.add("WARC-Payload-Digest", "sha1:" + Base32.text(payload.finalize())) }
        head.add("Content-Length", String(block.count))
        try Array(head.text.utf8).withUnsafeBytes { try gzip.write($0, to: sink) }
        try block.forEachPiece { try gzip.write($0, to: sink) }
        try Array("\r\n\r\n".utf8).withUnsafeBytes { try gzip.write($0, to: sink) }
        try gzip.endMember(to: sink)
    }
}

/// Bytes in base 32 (RFC 4648 §6), in which archives write digests.
enum Base32 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    /// Of a number of bytes that 5 divides, such as the 20 of SHA-1: no padding is written.
    static func text(_ bytes: some Sequence<UInt8>) -> String {
        var digits: [UInt8] = []
        var (buffer, bits) = (UInt32(0), 0)
        for byte in bytes {
            buffer = buffer << 8 | UInt32(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                digits.append(alphabet[Int(buffer >> UInt32(bits)) & 31])
            }
            buffer &= 0xFF
        }
        if bits > 0 { digits.append(alphabet[Int(buffer << UInt32(5 - bits)) & 31]) }
        return String(decoding: digits, as: UTF8.self)
    }
}
