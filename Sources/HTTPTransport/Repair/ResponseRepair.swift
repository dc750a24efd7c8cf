package import NIOCore

/// Puts a response into the strict form that the decoder reads, where servers are lax in ways that other clients forgive:
/// in its head (``HeadRepair``) and in the framing of its chunks (``ChunkRepair``).
///
/// Bytes in, bytes out; works however they are cut. A head is held until it is whole. What can't be made good is handed
/// on as it came, for the decoder to refuse.
package struct ResponseRepair {
    private enum Part {
        /// A head is due, or one after an interim response.
        case head
        case chunks(ChunkRepair)
        /// Whatever comes is handed on: a body that needs no framing, or what nobody asked for.
        case rest
    }

    private var part = Part.rest
    /// What came and is not handed on yet.
    private var held = ByteBuffer()
    private var search = HeadSearch()
    /// Whether anything had to be made good since the request was sent. Another client might have understood the response
    /// otherwise, and so the connection is not used for another.
    private(set) var isChanged = false

    package init() {}

    /// Begins anew: a request was sent.
    package mutating func responseIsDue() {
        self = ResponseRepair()
        part = .head
    }

    /// Takes the next bytes of the response.
    ///
    /// - Returns: what can be handed on by now.
    package mutating func add(_ chunk: ByteBuffer) -> ByteBuffer {
        if case .rest = part { return chunk }
        held.writeImmutableBuffer(chunk)
        var output = ByteBuffer()
        while held.readableBytes > 0, advance(&output) {}
        return output
    }

    /// Whatever is held, at the end of the connection. Behind the last chunk nothing more is waited for than fields that
    /// nobody reads: with it, the body is whole.
    package mutating func finish() -> ByteBuffer {
        defer { held.clear() }
        if case .chunks(let chunks) = part, chunks.isInTrailer, held.readableBytes == 0 {
            isChanged = true
            part = .rest
            return ByteBuffer(string: "\r\n")
        }
        return held
    }

    /// Hands on as much as is whole, and says whether there may be more.
    private mutating func advance(_ output: inout ByteBuffer) -> Bool {
        switch part {
        case .head:
            switch search.look(in: held.readableBytesView) {
            case .incomplete: return false
            case .noHead: part = .rest
            case .found(let length):
                guard let bytes = held.readSlice(length: length) else { return false }
                search = HeadSearch()
                add(head: bytes, to: &output)
            }
        case .chunks(var chunks):
            let progress = chunks.read(&held, into: &output)
            isChanged = isChanged || chunks.isChanged
            part = progress == .waiting ? .chunks(chunks) : .rest
            return progress != .waiting
        case .rest:
            output.writeBuffer(&held)
        }
        return true
    }

    private mutating func add(head bytes: ByteBuffer, to output: inout ByteBuffer) {
        guard let head = HeadRepair(bytes.readableBytesView) else {
            output.writeImmutableBuffer(bytes)
            part = .rest
            return
        }
        output.writeBytes(head.bytes)
        isChanged = isChanged || !head.bytes.elementsEqual(bytes.readableBytesView)
        part =
            switch head.status {
            case 101, 204, 304: .rest
            case 100..<200: .head
            default: head.isChunked ? .chunks(ChunkRepair()) : .rest
            }
    }
}

/// Looks for the end of a head in what has come of it.
private struct HeadSearch {
    enum Result {
        case incomplete
        /// It can't become one that is understood.
        case noHead
        /// So many bytes are the head, with the empty line behind it.
        case found(length: Int)
    }

    /// A status line is short; what comes without end is not waited for.
    private static let maxStatusLineBytes = 8 << 10

    /// Where the line begins that has not ended yet.
    private var lineStart = 0
    /// How much was looked through for the end of that line.
    private var searched = 0
    private var hasStatusLine = false

    mutating func look(in bytes: ByteBufferView) -> Result {
        let start = bytes.startIndex
        while let end = bytes[(start + searched)...].firstIndex(of: Octet.lineFeed) {
            let line = bytes[(start + lineStart)..<end]
            let isEmpty = line.allSatisfy { $0 == Octet.carriageReturn }
            (lineStart, searched) = (end + 1 - start, end + 1 - start)
            // Empty lines before the status line are none of it.
            if isEmpty, hasStatusLine { return .found(length: lineStart) }
            // However much of it has come at once.
            guard isEmpty || hasStatusLine || Self.mayGoOn(line) else { return .noHead }
            hasStatusLine = hasStatusLine || !isEmpty
        }
        searched = bytes.count
        guard hasStatusLine || Self.mayGoOn(bytes[(start + lineStart)...]) else { return .noHead }
        return .incomplete
    }

    /// Whether what has come of a line may become a status line.
    private static func mayGoOn(_ line: ByteBufferView) -> Bool {
        line.count <= maxStatusLineBytes
            && (line.allSatisfy { $0 == Octet.carriageReturn } || HeadRepair.mayBegin(with: line))
    }
}

/// The bytes that HTTP/1.1 is made of.
enum Octet {
    static let (lineFeed, carriageReturn) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    static let (colon, comma, semicolon) = (UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: ";"))
    static let (space, tab) = (UInt8(ascii: " "), UInt8(ascii: "\t"))
    static let lineEnd = [carriageReturn, lineFeed]

    static func isBlank(_ octet: UInt8) -> Bool { octet == space || octet == tab }

    /// Whether it may not stand in a field (RFC 9110 §5.5).
    static func isControl(_ octet: UInt8) -> Bool { octet < space && octet != tab || octet == 0x7F }

    static func isDigit(_ octet: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= octet }

    static func hexDigit(_ octet: UInt8) -> UInt64? {
        switch octet {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(octet - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(octet - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt64(octet - UInt8(ascii: "A") + 10)
        default: nil
        }
    }

    /// Whether it may stand in the name of a field (RFC 9110 §5.6.2).
    static func isTokenCharacter(_ octet: UInt8) -> Bool {
        switch octet {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"):
            true
        default: tokenMarks.contains(octet)
        }
    }

    private static let tokenMarks = Array("!#$%&'*+-.^_`|~".utf8)
}
