/// Escaping for HTML and XML, in text and in attribute values between quotation marks.
///
/// It goes by bytes, not by characters: a quotation mark that carries a combining accent is one `Character` for
/// Swift, and still ends an attribute for a browser.
enum Escape {
    static func markup(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 16)
        markup(text, into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the escaped text; scalars that XML 1.0 §2.2 forbids are left out.
    static func markup(_ text: String, into bytes: inout [UInt8]) {
        var previous: (UInt8, UInt8) = (0, 0)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
            case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
            case UInt8(ascii: "'"): bytes.append(contentsOf: "&#39;".utf8)
            case 0x09, 0x0A: bytes.append(byte)
            case 0x0D: bytes.append(contentsOf: "&#13;".utf8)
            case 0..<0x20, 0x7F: break
            case 0xBE where previous == (0xEF, 0xBF), 0xBF where previous == (0xEF, 0xBF): bytes.removeLast(2)
            default: bytes.append(byte)
            }
            previous = (previous.1, byte)
        }
    }
}
