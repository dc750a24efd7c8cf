import NIOCore

/// Repairs of a response's head before a strict parser sees it (RFC 9112 §2.2, §5.2, §6.3).
///
/// Old scripts end lines with a bare line feed and fold long fields, and what stands before a server repeats its length.
/// Everything else is left as it is, for the parser to judge, and so is a head that comes in pieces or behind an interim
/// response.
struct ResponseHeadRepair {
    private typealias Line = ByteBufferView

    private static let (lineFeed, carriageReturn, colon) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: ":"))
    private static let capitals = UInt8(ascii: "A")...UInt8(ascii: "Z")
    private static let blanks: [UInt8] = [UInt8(ascii: " "), UInt8(ascii: "\t")]

    private var lines: [[UInt8]] = []
    private var isChanged = false

    /// The bytes that came first of a response, repaired where they hold its whole head and it needs that.
    static func repaired(_ buffer: ByteBuffer) -> ByteBuffer {
        guard buffer.withUnsafeReadableBytes(mayNeedIt) else { return buffer }
        let bytes = buffer.readableBytesView
        var head = ResponseHeadRepair()
        var at = bytes.startIndex
        while let end = bytes[at...].firstIndex(of: lineFeed) {
            let isBare = end == at || bytes[end - 1] != carriageReturn
            let line = bytes[at..<(isBare ? end : end - 1)]
            at = end + 1
            head.isChanged = head.isChanged || isBare
            guard !line.isEmpty else {
                head.settleLength()
                return head.isChanged ? head.joined(with: bytes[at...]) : buffer
            }
            head.add(line)
        }
        return buffer
    }

    /// Whether a head has a line that is not as it should be, or more lengths than one may be.
    private static func mayNeedIt(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard bytes.starts(with: "HTTP/1.".utf8) else { return false }
        var start = 0
        var lengths = 0
        while let end = bytes[start...].firstIndex(of: lineFeed) {
            guard end > start, bytes[end - 1] == carriageReturn else { return true }
            let line = bytes[start..<end - 1]
            guard let first = line.first else { return lengths > 1 }
            if first == blanks[0] || first == blanks[1] { return true }
            if isLength(line) {
                // A list says it several times.
                lengths += line.contains(UInt8(ascii: ",")) ? 2 : 1
            }
            start = end + 1
        }
        return false
    }

    private mutating func add(_ line: Line) {
        if let first = line.first, Self.blanks.contains(first), lines.count > 1 {
            lines[lines.count - 1] += Self.blanks.prefix(1) + Self.trimmed(Array(line)[...])
            isChanged = true
        } else {
            lines.append(Array(line))
        }
    }

    /// Has the length said once, where all that say one say the same; those that differ stay, and spoil the response.
    private mutating func settleLength() {
        let indices = self.lines.indices.filter { Self.isLength(lines[$0]) }
        guard let first = indices.first, let length = Self.length(lines[first]),
            indices.allSatisfy({ Self.length(lines[$0]) == length }),
            indices.count > 1 || length.count < Self.value(lines[first]).count
        else { return }
        lines[first] = Array("Content-Length: ".utf8) + length
        for index in indices.dropFirst().reversed() { lines.remove(at: index) }
        isChanged = true
    }

    private func joined(with rest: Line) -> ByteBuffer {
        var buffer = ByteBuffer()
        for line in lines { buffer.writeBytes(line + [Self.carriageReturn, Self.lineFeed]) }
        buffer.writeBytes([Self.carriageReturn, Self.lineFeed] + rest)
        return buffer
    }

    /// Whether a line is the field that says a length.
    private static func isLength(_ line: some Sequence<UInt8>) -> Bool {
        line.lazy.map { capitals.contains($0) ? $0 | 0x20 : $0 }.starts(with: "content-length:".utf8)
    }

    /// The length that its field says, be it several times; `nil` for one that says something else.
    private static func length(_ line: [UInt8]) -> [UInt8]? {
        let said = value(line).split(separator: UInt8(ascii: ",")).map { Array(trimmed($0)) }
        guard let first = said.first, said.allSatisfy({ $0 == first }), !first.isEmpty,
            first.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 })
        else { return nil }
        return first
    }

    private static func value(_ line: [UInt8]) -> ArraySlice<UInt8> {
        trimmed(line.drop { $0 != colon }.dropFirst())
    }

    private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var text = text
        while let first = text.first, blanks.contains(first) { text.removeFirst() }
        while let last = text.last, blanks.contains(last) { text.removeLast() }
        return text
    }
}
