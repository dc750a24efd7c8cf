import Foundation

/// The head of a message of HTTP/1.1 (RFC 9112 §2), as the blocks of archives have it.
package struct HTTPMessageBlock: Sendable, Hashable {
    package typealias Field = WARCHead.Field

    /// `GET /feed HTTP/1.1`, or `HTTP/1.1 200 OK`.
    package var startLine: String
    package var fields: [Field]

    package init(startLine: String, fields: [Field]) {
        self.startLine = startLine
        self.fields = fields
    }

    /// As it is written, with the empty line behind it.
    package var bytes: [UInt8] {
        let lines = fields.map { "\($0.name): \($0.value)\r\n" }
        return Array("\(startLine)\r\n\(lines.joined())\r\n".utf8)
    }

    /// The status of a response; `nil` where it is none.
    package var status: Int? {
        let words = startLine.split(separator: " ", maxSplits: 2)
        guard words.count > 1, words[0].hasPrefix("HTTP/"), let status = Int(words[1]), (100...999).contains(status)
        else {
            return nil
        }
        return status
    }

    /// What a response says behind its status.
    package var reason: String {
        let words = startLine.split(separator: " ", maxSplits: 2)
        return words.count > 2 ? String(words[2]) : ""
    }

    /// Reads the head that a block begins with.
    /// - Returns: the head, and where the payload begins; `nil` where the block begins otherwise.
    package static func read(_ block: [UInt8]) -> (head: HTTPMessageBlock, payload: Int)? {
        guard let end = HeadLines.end(of: block[...]) else { return nil }
        var lines = HeadLines.lines(block[..<end])
        guard !lines.isEmpty else { return nil }
        let start = lines.removeFirst()
        return (HTTPMessageBlock(startLine: start, fields: lines.compactMap(HeadLines.field)), end)
    }

    /// The fields of a block that consists of nothing else (`application/warc-fields`).
    package static func fields(in block: [UInt8]) -> [Field] {
        HeadLines.lines(block[...]).compactMap(HeadLines.field)
    }
}

/// The lines of a head, be it of a record or of a message: `name: value`, up to an empty line.
enum HeadLines {
    /// Behind the empty line; `nil` where there is none.
    static func end(of bytes: ArraySlice<UInt8>) -> Int? {
        var isAtStart = false
        for index in bytes.indices {
            switch bytes[index] {
            case UInt8(ascii: "\n"):
                if isAtStart { return index + 1 }
                isAtStart = true
            case UInt8(ascii: "\r"): continue
            default: isAtStart = false
            }
        }
        return nil
    }

    static func lines(_ bytes: ArraySlice<UInt8>) -> [String] {
        bytes.split(separator: UInt8(ascii: "\n")).map { line in
            String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
        }
        .filter { !$0.isEmpty }
    }

    /// `nil` for a line that is no field.
    static func field(_ line: String) -> WARCHead.Field? {
        guard let colon = line.firstIndex(of: ":"), colon > line.startIndex else { return nil }
        let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
        return WARCHead.Field(String(line[..<colon]), value)
    }
}
