/// Escaping for HTML and XML, in text and in attribute values between quotation marks.
///
/// It goes by bytes, not by characters: a quotation mark with a combining accent is one `Character` for Swift, and still
/// ends an attribute for a browser.
package enum Escape {
    /// The character reference for a byte that may mean markup; `nil` for all others.
    @inlinable package static func reference(for byte: UInt8) -> StaticString? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }

    package static func markup(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 16)
        markup(text, into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the escaped text; scalars that XML 1.0 §2.2 forbids are left out.
    package static func markup(_ text: String, into bytes: inout [UInt8]) {
        var text = text
        text.withUTF8 { markup($0, into: &bytes) }
    }

    /// In runs of what stays as it is.
    private static func markup(_ text: UnsafeBufferPointer<UInt8>, into bytes: inout [UInt8]) {
        var start = 0
        for (index, byte) in text.enumerated() {
            let replacement: StaticString
            var end = index
            switch byte {
            case 0x0D: replacement = "&#13;"
            case 0x09, 0x0A: continue
            case 0..<0x20, 0x7F: replacement = ""
            case 0xBE, 0xBF:
                guard index >= 2, text[index - 1] == 0xBF, text[index - 2] == 0xEF else { continue }
                replacement = ""
                end = index - 2
            default:
                guard let reference = reference(for: byte) else { continue }
                replacement = reference
            }
            bytes.append(contentsOf: text[start..<end])
            replacement.withUTF8Buffer { bytes.append(contentsOf: $0) }
            start = index + 1
        }
        bytes.append(contentsOf: text[start...])
    }
}
