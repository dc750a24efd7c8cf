import CZlib

/// Undoes `Content-Encoding: gzip` and `deflate` (RFC 9110 §8.4.1), piece by piece, within bounds.
///
/// Gzip and zlib begin so that they can be told from each other, whichever of them the server says it is.
package struct Inflater: ~Copyable {
    package enum Format: Sendable {
        case gzip
        /// The zlib format, as the standard says, or bare deflate, as some servers understood it.
        case deflate
    }

    /// Text seldom shrinks to less than a fiftieth, even a feed that repeats itself.
    static let maxGrowth = 100
    /// Below this nothing is a bomb.
    static let harmlessBytes = 512 << 10

    private static let pieceBytes = 64 << 10
    private static let gzipMagic: [UInt8] = [0x1F, 0x8B]

    /// What zlib sets, asked to stop at each end of a block, at the end of the last one.
    private static let endOfData: Int32 = endOfBlock | 64
    /// The same at the end of any block, and behind the head of a member.
    private static let endOfBlock: Int32 = 128

    private let coding: Format
    private let maxBytes: Int
    private let mayBePlain: Bool
    private let stream: UnsafeMutablePointer<z_stream>
    private var isSetUp = false
    /// Whether nothing was done to it, though it was said so.
    private var isPlain = false
    private var hasEnded = false
    /// Whether the compressed data is there to its end. The sum behind it may still be missing: some servers forget it, and
    /// some break off in it.
    private var isDataComplete = false
    /// Whether the last bytes ended a block of data: a server that never closes its data has flushed them, and whoever reads
    /// what it says knows whether it is whole.
    private var isAtEndOfBlock = false
    /// Whether it may be several, one behind the other (gzip, RFC 1952 §2.2).
    private var hasMembers = false
    /// The first bytes, of the whole or of what follows a member, while they are too few to tell what it is.
    private var beginning: [UInt8] = []
    private var bytesIn = 0
    private var bytesOut = 0
    /// How many of them came of the members before this one.
    private var bytesOfMembers = 0
    /// How many bytes of a piece are still to be handed over.
    private var filled = 0

    /// Undoes `coding`, up to `maxBytes` of what comes of it. With `mayBePlain`, what begins otherwise is handed over as
    /// it is.
    package init(_ coding: Format, maxBytes: Int, mayBePlain: Bool = false) {
        self.coding = coding
        self.maxBytes = maxBytes
        self.mayBePlain = mayBePlain
        // On the heap, since zlib keeps its address.
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
    }

    deinit {
        if isSetUp { inflateEnd(stream) }
        stream.deallocate()
    }

    /// Takes the next bytes of the body, and hands over what they decompress to.
    package mutating func read(
        _ chunk: UnsafeRawBufferPointer, _ consume: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        bytesIn += chunk.count
        if isPlain { return try consume(chunk) }
        guard !isSetUp || hasEnded && hasMembers else { return try inflate(chunk, consume) }
        beginning.append(contentsOf: chunk)
        guard beginning.count >= 2 else { return }
        if isSetUp { beginNextMember() } else { try setUp() }
        let start = beginning
        beginning = []
        try start.withUnsafeBytes { try isPlain ? consume($0) : inflate($0, consume) }
    }

    /// - Throws: ``BodyError/truncatedCoding``, unless the data has come to its own end or there was none at all.
    package func finish() throws(BodyError) {
        guard hasEnded || isDataComplete || isAtEndOfBlock || isPlain || bytesIn == 0 else { throw .truncatedCoding }
    }

    private mutating func setUp() throws(BodyError) {
        let isGzip = beginning.starts(with: Self.gzipMagic)
        let isZlib = beginning[0] & 0x0F == 8 && (Int(beginning[0]) << 8 | Int(beginning[1])) % 31 == 0
        guard isGzip || isZlib || !mayBePlain else {
            isPlain = true
            return
        }
        let windowBits: Int32 =
            switch coding {
            // With 32 more than the largest window zlib tells the two from each other.
            case _ where isGzip || isZlib: 15 + 32
            case .gzip: throw .brokenCoding
            case .deflate: -15
            }
        hasMembers = isGzip
        guard inflateInit2_(stream, windowBits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw .brokenCoding
        }
        isSetUp = true
    }

    /// Behind the end of a member: another one, or what is no part of it.
    private mutating func beginNextMember() {
        guard beginning.starts(with: Self.gzipMagic), inflateReset(stream) == Z_OK else {
            hasMembers = false
            return
        }
        (hasEnded, isDataComplete, isAtEndOfBlock) = (false, false, false)
        bytesOfMembers = bytesOut
    }

    private mutating func inflate(
        _ chunk: UnsafeRawBufferPointer, _ consume: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        // What follows the end is no part of it, and zlib takes nothing of that.
        guard let base = chunk.bindMemory(to: UInt8.self).baseAddress else { return }
        stream.pointee.next_in = UnsafeMutablePointer(mutating: base)
        stream.pointee.avail_in = UInt32(chunk.count)
        // Thousands of bodies may be under way, and hardly any of them has bytes to unpack at a time.
        try withUnsafeTemporaryAllocation(byteCount: Self.pieceBytes, alignment: 1) { piece in
            do {
                try unpack(into: piece, consume)
            } catch {
                // What came before the fault may be all that is wanted, as of an error page.
                try handOver(piece, consume)
                throw error
            }
            try handOver(piece, consume)
        }
    }

    /// Unpacks what there is. What comes of it is handed over by whole pieces, and not by what each member holds: one
    /// may hold a single byte, and there are hundreds of thousands of such in a body.
    private mutating func unpack(
        into piece: UnsafeMutableRawBufferPointer, _ consume: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        repeat {
            try step(into: piece)
            guard bytesOut <= Self.harmlessBytes || bytesOut / Self.maxGrowth <= bytesIn else {
                throw BodyError.inflatesTooFar(factor: Self.maxGrowth)
            }
            if filled == piece.count { try handOver(piece, consume) }
            if hasEnded, !followsAnother() { return }
        } while stream.pointee.avail_in > 0 || stream.pointee.avail_out == 0
    }

    private mutating func handOver(
        _ piece: UnsafeMutableRawBufferPointer, _ consume: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        let count = filled
        filled = 0
        if count > 0 { try consume(UnsafeRawBufferPointer(rebasing: piece[..<count])) }
    }

    /// Unpacks into what is free of the piece. What comes before a fault counts, however much came with it.
    private mutating func step(into piece: UnsafeMutableRawBufferPointer) throws(BodyError) {
        let before = filled
        stream.pointee.next_out = piece.baseAddress?.advanced(by: before).assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_out = UInt32(piece.count - before)
        let result = CZlib.inflate(stream, Z_BLOCK)
        filled = piece.count - Int(stream.pointee.avail_out)
        bytesOut += filled - before
        // Whatever fault may follow: what is too much is handed over to nobody.
        guard bytesOut <= maxBytes else {
            filled -= min(filled, bytesOut - maxBytes)
            throw .inflatesTooLarge(maxBytes: maxBytes)
        }
        if stream.pointee.data_type & Self.endOfData == Self.endOfData { isDataComplete = true }
        if result == Z_OK {
            isAtEndOfBlock = stream.pointee.data_type & Self.endOfBlock != 0 && bytesOut > bytesOfMembers
        }
        switch result {
        case Z_OK, Z_BUF_ERROR: break
        case Z_STREAM_END: hasEnded = true
        default: throw .brokenCoding
        }
    }

    /// Whether another member begins right here; with too few bytes to tell, they are kept until more come.
    private mutating func followsAnother() -> Bool {
        guard hasMembers, stream.pointee.avail_in > 0, let next = stream.pointee.next_in else { return false }
        beginning = Array(UnsafeBufferPointer(start: next, count: min(2, Int(stream.pointee.avail_in))))
        guard beginning.count == 2 else { return false }
        defer { beginning = [] }
        beginNextMember()
        return !hasEnded
    }
}
