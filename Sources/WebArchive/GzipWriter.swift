import CZlib

/// Writes gzip members (RFC 1952), one after the other, by one compressor of zlib.
///
/// A class, since a compressor is lent out and given back: to set one up costs as much as to compress a small page.
package final class GzipWriter {
    /// How much work is put into a member.
    package enum Effort: Sendable {
        /// The bytes stand there as they are.
        case stored
        /// The fastest that makes them fewer.
        case fast

        fileprivate var level: Int32 { self == .stored ? Z_NO_COMPRESSION : Z_BEST_SPEED }
    }

    private static let pieceBytes = 32 << 10
    /// With 16 more than the largest window zlib writes gzip.
    private static let windowBits: Int32 = 15 + 16
    private static let memoryLevel: Int32 = 8

    /// On the heap, since zlib keeps its address.
    private let stream: UnsafeMutablePointer<z_stream>
    private var piece = [UInt8](repeating: 0, count: GzipWriter.pieceBytes)

    init(_ effort: Effort = .fast) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        let size = Int32(MemoryLayout<z_stream>.size)
        let result = deflateInit2_(
            stream, effort.level, Z_DEFLATED, Self.windowBits, Self.memoryLevel, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
        precondition(result == Z_OK, "zlib can't be set up (\(result)): there is no memory, or it is another version")
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
    }

    /// Compresses more bytes of the member, and hands over what comes of them.
    func write(_ bytes: UnsafeRawBufferPointer, to sink: (UnsafeRawBufferPointer) -> Void) {
        guard let base = bytes.bindMemory(to: UInt8.self).baseAddress else { return }
        stream.pointee.next_in = UnsafeMutablePointer(mutating: base)
        stream.pointee.avail_in = UInt32(bytes.count)
        run(Z_NO_FLUSH, sink)
    }

    /// Ends the member, hands over the rest of it, and is ready for the next one.
    func endMember(to sink: (UnsafeRawBufferPointer) -> Void) {
        stream.pointee.avail_in = 0
        run(Z_FINISH, sink)
        deflateReset(stream)
    }

    private func run(_ flush: Int32, _ sink: (UnsafeRawBufferPointer) -> Void) {
        var isDone = false
        while !isDone {
            let result = piece.withUnsafeMutableBufferPointer { room in
                stream.pointee.next_out = room.baseAddress
                stream.pointee.avail_out = UInt32(room.count)
                return deflate(stream, flush)
            }
            let count = piece.count - Int(stream.pointee.avail_out)
            if count > 0 { piece.withUnsafeBytes { sink(UnsafeRawBufferPointer(rebasing: $0[..<count])) } }
            isDone = flush == Z_FINISH ? result == Z_STREAM_END : stream.pointee.avail_out > 0
        }
    }
}
