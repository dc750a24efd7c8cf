/// Escaping for HTML and XML, in text and in attribute values between quotation marks.
///
/// It goes by bytes, not by characters: a quotation mark that carries a combining accent is one `Character` for
/// Swift, and still ends an attribute for a browser.
enum Escape {
    /// The attribute that says what language an element is in; nothing for that of the page.
    static func language(_ tag: String?) -> String {
        tag.map { " lang=\"\(markup($0))\"" } ?? ""
    }

    static func markup(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 16)
        markup(text, into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the escaped text; scalars that XML 1.0 §2.2 forbids are left out.
    static func markup(_ text: String, into bytes: inout [UInt8]) {
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
            case UInt8(ascii: "&"): replacement = "&amp;"
            case UInt8(ascii: "<"): replacement = "&lt;"
            case UInt8(ascii: ">"): replacement = "&gt;"
            case UInt8(ascii: "\""): replacement = "&quot;"
            case UInt8(ascii: "'"): replacement = "&#39;"
            case 0x0D: replacement = "&#13;"
            case 0x09, 0x0A: continue
            case 0..<0x20, 0x7F: replacement = ""
            case 0xBE, 0xBF:
                guard index >= 2, text[index - 1] == 0xBF, text[index - 2] == 0xEF else { continue }
                replacement = ""
                end = index - 2
            default: continue
            }
            bytes.append(contentsOf: text[start..<end])
            replacement.withUTF8Buffer { bytes.append(contentsOf: $0) }
            start = index + 1
        }
        bytes.append(contentsOf: text[start...])
    }
}
