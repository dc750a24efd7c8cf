import CZlib

/// Compression for tests.
package enum Gzip {
    /// Compresses as a server would; `windowBits` says in which format, `isClosed` whether the data has an end.
    package static func compressed(_ bytes: [UInt8], windowBits: Int32 = 31, isClosed: Bool = true) -> [UInt8] {
        var stream = z_stream()
        let isReady = deflateInit2_(
            &stream, 9, Z_DEFLATED, windowBits, 9, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
        precondition(isReady == Z_OK)
        defer { deflateEnd(&stream) }
        var input = bytes
        var output = [UInt8](repeating: 0, count: bytes.count + 1024)
        input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(output.count)
                _ = deflate(&stream, isClosed ? Z_FINISH : Z_SYNC_FLUSH)
            }
        }
        return Array(output.prefix(Int(stream.total_out)))
    }
}
