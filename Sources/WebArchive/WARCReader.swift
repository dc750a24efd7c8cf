import Foundation

/// Why an archive can't be read on.
package enum WARCError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file itself, in the system's words.
    case unreadable(String)
    /// It ends in the middle of a record: what stands before counts.
    case cut
    /// It breaks the rules of the format; how.
    case malformed(String)

    package var description: String {
        switch self {
        case .unreadable(let reason): reason
        case .cut: "it ends in the middle of a record"
        case .malformed(let fault): fault
        }
    }
}

/// Reads the records of a WARC file (1.0 and 1.1, ISO 28500), one after the other: compressed by members or as a whole, or
/// not at all. Whatever the bytes are, it takes no more memory than a head.
package struct WARCReader: ~Copyable {
    /// The most bytes of the head of a record.
    package static let mostHeadBytes = 64 << 10

    private var bytes: ArchiveBytes
    /// What of the block of the current record was not taken yet.
    private var rest = 0
    private var isInRecord = false
    /// How many records were begun.
    package private(set) var count = 0

    /// - Throws: ``WARCError``, where the file can't be opened.
    package init(path: String) throws(WARCError) {
        bytes = try ArchiveBytes(path: path)
    }

    /// Bytes of the file that were unpacked.
    package var offset: Int { bytes.offset }

    /// The head of the next record, and the size of its block; what is left of the block before is passed over.
    /// - Returns: `nil` at the end.
    package mutating func next() throws(WARCError) -> (head: WARCHead, bytes: Int)? {
        try endRecord()
        guard let head = try readHead() else { return nil }
        guard let length = head["Content-Length"], let count = Int(length), count >= 0 else {
            throw .malformed("record \(count) does not say how long it is")
        }
        rest = count
        isInRecord = true
        return (head, count)
    }

    /// Hands over the block of the current record, piece by piece.
    package mutating func readBlock<Failure: Error>(
        _ consume: (UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws {
        while rest > 0 {
            let count = try bytes.take(rest) { try consume($0) }
            guard count > 0 else { throw WARCError.cut }
            rest -= count
        }
    }

    /// The block of the current record, or `nil` where it is larger than `most` bytes: then it is passed over.
    package mutating func block(most: Int) throws(WARCError) -> [UInt8]? {
        guard rest <= most else { return nil }
        var block: [UInt8] = []
        block.reserveCapacity(min(rest, 1 << 20))
        do {
            try readBlock { block.append(contentsOf: $0) }
        } catch {
            throw error as? WARCError ?? .malformed("\(error)")
        }
        return block
    }

    /// The first `most` bytes of the block of the current record, of which all is read.
    package mutating func beginningOfBlock(most: Int) throws(WARCError) -> [UInt8] {
        var block: [UInt8] = []
        do {
            try readBlock { block.append(contentsOf: $0.prefix(most - block.count)) }
        } catch {
            throw error as? WARCError ?? .malformed("\(error)")
        }
        return block
    }

    private mutating func endRecord() throws(WARCError) {
        guard isInRecord else { return }
        do {
            try readBlock { _ in }
        } catch {
            throw error as? WARCError ?? .malformed("\(error)")
        }
        isInRecord = false
        for expected in "\r\n\r\n".utf8 {
            guard let byte = try bytes.next() else { throw .cut }
            guard byte == expected else { throw .malformed("record \(count) is longer than it says") }
        }
        bytes.endRecord()
    }

    private mutating func readHead() throws(WARCError) -> WARCHead? {
        guard try bytes.peek() != nil else { return nil }
        count += 1
        var text: [UInt8] = []
        var lineStart = 0
        while true {
            guard let byte = try bytes.next() else { throw .cut }
            text.append(byte)
            guard text.count <= Self.mostHeadBytes else { throw .malformed("the head of record \(count) has no end") }
            if text.count == Self.version.count, !text.elementsEqual(Self.version) {
                throw .malformed(
                    count == 1 ? "it is no WARC file" : "record \(count) begins otherwise than a record does")
            }
            guard byte == UInt8(ascii: "\n") else { continue }
            if text[lineStart...].elementsEqual("\r\n".utf8) || text.count - lineStart == 1 { break }
            lineStart = text.count
        }
        return WARCHead(fields: HeadLines.lines(text[...]).dropFirst().compactMap(HeadLines.field))
    }

    private static let version = Array("WARC/1.".utf8)
}

extension WARCReader {
    /// How many bytes of a file whole records are, from its beginning on: all of them, unless it is cut off or something
    /// else stands in it.
    /// - Throws: ``WARCError``, where the file can't be read.
    package static func wholeBytes(of path: String) throws(WARCError) -> Int {
        var reader = try WARCReader(path: path)
        do throws(WARCError) {
            while try reader.next() != nil {}
        } catch {
            if case .unreadable = error { throw error }
        }
        return reader.bytes.wholeBytes
    }

    /// What a file begins with, decompressed, and whether it is cut off there; `nil` where it can't be read.
    package static func beginning(of path: String, most: Int) -> (text: [UInt8], isCut: Bool)? {
        var text: [UInt8] = []
        do {
            var bytes = try ArchiveBytes(path: path)
            while text.count < most, try bytes.take(most - text.count, { text.append(contentsOf: $0) }) > 0 {}
            return (text, false)
        } catch WARCError.cut {
            return (text, true)
        } catch {
            return nil
        }
    }
}
