import CZlib
import Files
import Foundation

/// Reads the bytes of an archive, in one pass and with bounded memory: out of the gzip members that it consists of, or as
/// they are where it is not compressed.
struct ArchiveBytes: ~Copyable {
    private enum Coding { case unknown, plain, gzip }

    private static let pieceBytes = 64 << 10

    private let descriptor: Int32
    private let stream: UnsafeMutablePointer<z_stream>
    private var coding = Coding.unknown
    private var isSetUp = false
    /// Whether it stands between two members.
    private var isBetweenMembers = true
    /// What of the file was read and not yet unpacked.
    private var input = [UInt8](repeating: 0, count: ArchiveBytes.pieceBytes)
    private var unread = 0..<0
    private var output = [UInt8](repeating: 0, count: ArchiveBytes.pieceBytes)
    private var ready = 0..<0
    /// Where in the file the next byte to unpack stands.
    private(set) var offset = 0
    /// How many bytes of the file whole members are, from its beginning on; whole records where it is not compressed.
    private(set) var wholeBytes = 0

    init(path: String) throws(WARCError) {
        self.init(descriptor: try Self.open(path))
    }

    private init(descriptor: Int32) {
        self.descriptor = descriptor
        // On the heap, since zlib keeps its address.
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
    }

    private static func open(_ path: String) throws(WARCError) -> Int32 {
        do throws(RegularFile.Failure) {
            try RegularFile.check(path)
        } catch {
            throw .unreadable(error.words)
        }
        let descriptor = Foundation.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(SystemFailure(code: errno).description) }
        return descriptor
    }

    deinit {
        if isSetUp { inflateEnd(stream) }
        stream.deallocate()
        close(descriptor)
    }

    /// The next byte without taking it; `nil` at the end.
    mutating func peek() throws(WARCError) -> UInt8? {
        guard try fill() else { return nil }
        return output[ready.lowerBound]
    }

    /// Hands over up to `most` of the next bytes, and says how many.
    mutating func take(
        _ most: Int, _ consume: (UnsafeRawBufferPointer) throws -> Void
    ) throws -> Int {
        guard most > 0, try fill() else { return 0 }
        let count = min(most, ready.count)
        let range = ready.lowerBound..<ready.lowerBound + count
        ready = range.upperBound..<ready.upperBound
        try output.withUnsafeBytes { try consume(UnsafeRawBufferPointer(rebasing: $0[range])) }
        return count
    }

    /// Takes the next byte; `nil` at the end.
    mutating func next() throws(WARCError) -> UInt8? {
        guard let byte = try peek() else { return nil }
        ready = ready.lowerBound + 1..<ready.upperBound
        return byte
    }

    /// A record ends here.
    mutating func endRecord() {
        if coding == .plain { wholeBytes = offset - ready.count }
    }

    /// Unpacks more where nothing is ready; false at the end of the file.
    private mutating func fill() throws(WARCError) -> Bool {
        while ready.isEmpty {
            if unread.isEmpty, try !readFile() {
                guard coding != .gzip || isBetweenMembers else { throw .cut }
                return false
            }
            switch coding {
            case .unknown: try setUp()
            case .plain:
                swap(&input, &output)
                ready = unread
                offset += unread.count
                unread = 0..<0
            case .gzip: try unpack()
            }
        }
        return true
    }

    private mutating func readFile() throws(WARCError) -> Bool {
        while true {
            let count = input.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .unreadable(SystemFailure(code: errno).description) }
            unread = 0..<count
            return count > 0
        }
    }

    private mutating func setUp() throws(WARCError) {
        coding = input[0] == 0x1F ? .gzip : .plain
        guard coding == .gzip else { return }
        let size = Int32(MemoryLayout<z_stream>.size)
        guard inflateInit2_(stream, 15 + 16, ZLIB_VERSION, size) == Z_OK else { throw .unreadable("no memory") }
        isSetUp = true
    }

    private mutating func unpack() throws(WARCError) {
        isBetweenMembers = false
        let (first, count) = (unread.lowerBound, unread.count)
        let result = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                stream.pointee.next_in = input.baseAddress?.advanced(by: first)
                stream.pointee.avail_in = UInt32(count)
                stream.pointee.next_out = output.baseAddress
                stream.pointee.avail_out = UInt32(output.count)
                return inflate(stream, Z_NO_FLUSH)
            }
        }
        let used = count - Int(stream.pointee.avail_in)
        offset += used
        unread = first + used..<unread.upperBound
        ready = 0..<output.count - Int(stream.pointee.avail_out)
        switch result {
        case Z_OK: break
        case Z_BUF_ERROR where used > 0 || !ready.isEmpty || unread.isEmpty: break
        case Z_STREAM_END:
            isBetweenMembers = true
            wholeBytes = offset
            inflateReset(stream)
        default: throw .malformed("what stands at byte \(offset) is no gzip")
        }
    }
}

extension RegularFile.Failure {
    /// What to say of the file.
    fileprivate var words: String {
        switch self {
        case .missing: "there is no such file"
        case .other(let what): "it is \(what)"
        case .unreadable: "it can't be read"
        case .tooLarge: "it is too large"
        }
    }
}
