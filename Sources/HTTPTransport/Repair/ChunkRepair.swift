import NIOCore

/// Repairs of the framing of chunks (RFC 9112 §7.1): white space around a size and lines that end with a bare line feed
/// are made good; extensions, which nobody reads, are left out, and so are fields of the trailer that are none.
struct ChunkRepair {
    enum Progress {
        /// More bytes have to come.
        case waiting
        /// The body has ended.
        case ended
        /// It breaks the rules, or goes on without the end of a line: what shows that comes next, for the decoder to judge.
        case broken
    }

    private enum Part {
        case size
        case content(remaining: UInt64)
        case afterContent
        case trailer
    }

    /// Of a line with a size, or of the trailer, with its end.
    private static let maxLineBytes = 16 << 10
    /// More digits than any size has, zeros before it left out.
    private static let maxDigits = 16

    private var part = Part.size
    /// How many bytes of the line that is due were looked through for its end.
    private var searched = 0
    /// Whether anything had to be made good.
    private(set) var isChanged = false

    /// Whether the last chunk has come.
    var isInTrailer: Bool { if case .trailer = part { true } else { false } }

    /// Takes what it can of the input, and leaves there what has to be seen together with what follows.
    mutating func read(_ input: inout ByteBuffer, into output: inout ByteBuffer) -> Progress {
        while input.readableBytes > 0 {
            if case .content(let remaining) = part {
                readContent(remaining, &input, &output)
                continue
            }
            guard let line = nextLine(in: input) else {
                return input.readableBytes >= Self.maxLineBytes || isSurplus(input) ? .broken : .waiting
            }
            // However much of it has come at once.
            guard line.length <= Self.maxLineBytes, let isLast = add(line, to: &output) else { return .broken }
            input.moveReaderIndex(forwardBy: line.length)
            if isLast { return .ended }
        }
        return .waiting
    }

    private mutating func readContent(_ remaining: UInt64, _ input: inout ByteBuffer, _ output: inout ByteBuffer) {
        let count = Int(min(remaining, UInt64(input.readableBytes)))
        guard let bytes = input.readSlice(length: count) else { return }
        output.writeImmutableBuffer(bytes)
        let rest = remaining - UInt64(count)
        part = rest == 0 ? .afterContent : .content(remaining: rest)
    }

    /// Whether more stands behind a chunk than its size says, so that no end of line need be waited for.
    private func isSurplus(_ input: ByteBuffer) -> Bool {
        guard case .afterContent = part else { return false }
        return input.readableBytesView.contains { $0 != Octet.carriageReturn }
    }

    private struct Line {
        var text: ByteBufferView
        /// With its end.
        var length: Int
        var endsWithReturn: Bool
    }

    private mutating func nextLine(in input: ByteBuffer) -> Line? {
        let bytes = input.readableBytesView
        guard let end = bytes[(bytes.startIndex + searched)...].firstIndex(of: Octet.lineFeed) else {
            searched = bytes.count
            return nil
        }
        searched = 0
        var text = bytes[..<end]
        while text.last == Octet.carriageReturn { text.removeLast() }
        return Line(text: text, length: end + 1 - bytes.startIndex, endsWithReturn: text.endIndex + 1 == end)
    }

    /// Writes a line as it should be.
    ///
    /// - Returns: whether it is the last one of the body; `nil` for one that can't be made good.
    private mutating func add(_ line: Line, to output: inout ByteBuffer) -> Bool? {
        isChanged = isChanged || !line.endsWithReturn
        switch part {
        case .size:
            guard let (digits, size) = readSize(line.text) else { return nil }
            output.writeBytes(digits)
            part = size == 0 ? .trailer : .content(remaining: size)
        case .afterContent:
            guard line.text.isEmpty else { return nil }
            part = .size
        case .trailer:
            guard !line.text.isEmpty else { break }
            guard let field = FieldLine(line.text), !field.hasControls else {
                isChanged = true
                return false
            }
            output.writeBytes(field.line)
        case .content: return nil
        }
        output.writeBytes(Octet.lineEnd)
        return isInTrailer && line.text.isEmpty
    }

    private mutating func readSize(_ line: ByteBufferView) -> (digits: ByteBufferView, size: UInt64)? {
        let start = line.drop(while: Octet.isBlank)
        let digits = start.prefix { Octet.hexDigit($0) != nil }
        let rest = start[digits.endIndex...]
        let behind = rest.drop(while: Octet.isBlank)
        guard !digits.isEmpty, behind.isEmpty || behind.first == Octet.semicolon else { return nil }
        let significant = digits.drop { $0 == UInt8(ascii: "0") }
        guard significant.count <= Self.maxDigits else { return nil }
        isChanged =
            isChanged || start.count < line.count || behind.count < rest.count
            || behind.contains(where: Octet.isControl)
        let size = significant.reduce(UInt64(0)) { $0 << 4 | (Octet.hexDigit($1) ?? 0) }
        return (size == 0 ? digits.suffix(1) : significant, size)
    }
}
