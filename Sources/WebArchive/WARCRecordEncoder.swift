import Crypto
import WebText

/// A record as it is to be written: its head, without lengths and digests, and its block.
package struct WARCRecord: Sendable {
    package var head: WARCHead
    /// What stands before the payload, as the head of a message does; or the whole block.
    package var start: [UInt8]
    package var payload: SpooledBytes?

    package init(_ head: WARCHead, start: [UInt8] = [], payload: SpooledBytes? = nil) {
        self.head = head
        self.start = start
        self.payload = payload
    }

    fileprivate var blockBytes: Int { start.count + (payload?.count ?? 0) }

    fileprivate func forEachPiece(_ consume: (UnsafeRawBufferPointer) -> Void) {
        start.withUnsafeBytes(consume)
        payload?.forEachPiece(consume)
    }

    /// The head with the length of the block, and the SHA-1 of block and payload.
    fileprivate var wholeHead: WARCHead {
        var (block, body) = (Insecure.SHA1(), Insecure.SHA1())
        start.withUnsafeBytes { block.update(bufferPointer: $0) }
        payload?.forEachPiece { piece in
            block.update(bufferPointer: piece)
            body.update(bufferPointer: piece)
        }
        var head = head
        head.add("WARC-Block-Digest", "sha1:" + Base32.text(block.finalize()))
        if payload != nil { head.add("WARC-Payload-Digest", "sha1:" + Base32.text(body.finalize())) }
        head.add("Content-Length", String(blockBytes))
        return head
    }
}

/// Encodes records of WARC 1.1 (ISO 28500), each as a gzip member of its own (WARC 1.1, Annex D).
package struct WARCRecordEncoder {
    private let gzip: GzipWriter

    package init(_ effort: GzipWriter.Effort = .fast) {
        gzip = GzipWriter(effort)
    }

    /// The bytes of some records, one behind the other.
    package func encode(_ records: [WARCRecord]) -> [UInt8] {
        var bytes: [UInt8] = []
        let sink = { (piece: UnsafeRawBufferPointer) in bytes.append(contentsOf: piece) }
        for record in records {
            Array(record.wholeHead.text.utf8).withUnsafeBytes { gzip.write($0, to: sink) }
            record.forEachPiece { gzip.write($0, to: sink) }
            Array("\r\n\r\n".utf8).withUnsafeBytes { gzip.write($0, to: sink) }
            gzip.endMember(to: sink)
        }
        return bytes
    }
}

/// Bytes in base 32 (RFC 4648 §6), in which archives write digests.
enum Base32 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    /// Of a number of bytes that 5 divides, such as the 20 of SHA-1: no padding is written.
    static func text(_ bytes: some Sequence<UInt8>) -> String {
        String(decoding: BitDigits.of(bytes, bits: 5).map { alphabet[Int($0)] }, as: UTF8.self)
    }
}
