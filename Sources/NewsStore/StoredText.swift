import Foundation

/// What the store keeps of texts and instants: reading gives just this back.
enum StoredText {
    /// Where a text ends for SQLite: before its first NUL.
    static func end(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
        guard let start = bytes.baseAddress, let nul = memchr(start, 0, bytes.count) else { return bytes.count }
        return UnsafeRawPointer(start).distance(to: UnsafeRawPointer(nul))
    }

    static func kept(_ text: String) -> String {
        var text = text
        let end = text.withUTF8(end)
        return end == text.utf8.count ? text : String(decoding: text.utf8.prefix(end), as: UTF8.self)
    }

    static func kept(_ text: String?) -> String? {
        text.map { kept($0) }
    }
}

extension Date {
    /// To the millisecond, as the store keeps it.
    var kept: Date { Date(milliseconds: milliseconds) }
}
