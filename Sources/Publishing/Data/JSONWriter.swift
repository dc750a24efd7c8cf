internal import Foundation

/// Writes JSON in the order in which it is said, with every string escaped in one place.
///
/// Foundation's encoder sorts or shuffles keys and escapes slashes; ours are for people to read and for `diff`.
struct JSONWriter {
    private(set) var bytes: [UInt8] = []
    private let indent: Int?
    private var depth = 0
    private var isFirst = true

    /// - Parameter indent: Spaces a level; `nil` for no white space at all.
    init(indent: Int? = 1) {
        self.indent = indent
    }

    mutating func object(_ key: String? = nil, _ members: (inout JSONWriter) -> Void) {
        enclosed(key, "{", "}", members)
    }

    mutating func array(_ key: String? = nil, _ elements: (inout JSONWriter) -> Void) {
        enclosed(key, "[", "]", elements)
    }

    mutating func text(_ key: String? = nil, _ value: String) {
        begin(key)
        string(value)
    }

    /// Nothing at all for `nil`.
    mutating func text(_ key: String, ifAny value: String?) {
        if let value { text(key, value) }
    }

    mutating func number(_ key: String? = nil, _ value: Int) {
        begin(key)
        bytes.append(contentsOf: String(value).utf8)
    }

    mutating func number(_ key: String, ifAny value: Int?) {
        if let value { number(key, value) }
    }

    /// A value that JSON cannot write becomes 0.
    mutating func number(_ key: String? = nil, _ value: Double) {
        begin(key)
        bytes.append(contentsOf: (value.isFinite ? "\(value)" : "0").utf8)
    }

    mutating func null(_ key: String) {
        begin(key)
        bytes.append(contentsOf: "null".utf8)
    }

    mutating func strings(_ key: String, _ values: [String]) {
        array(key) { list in for value in values { list.text(nil, value) } }
    }

    private mutating func enclosed(
        _ key: String?, _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ inner: (inout JSONWriter) -> Void
    ) {
        begin(key)
        bytes.append(UInt8(ascii: open))
        depth += 1
        isFirst = true
        inner(&self)
        depth -= 1
        if !isFirst { newLine() }
        isFirst = false
        bytes.append(UInt8(ascii: close))
        if depth == 0, indent != nil { bytes.append(UInt8(ascii: "\n")) }
    }

    private mutating func begin(_ key: String?) {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        if depth > 0 { newLine() }
        isFirst = false
        guard let key else { return }
        string(key)
        bytes.append(UInt8(ascii: ":"))
        if indent != nil { bytes.append(UInt8(ascii: " ")) }
    }

    private mutating func newLine() {
        guard let indent else { return }
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent * depth))
    }

    /// RFC 8259 §7.
    private mutating func string(_ value: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in value.utf8 {
            switch byte {
            case UInt8(ascii: "\""): bytes.append(contentsOf: #"\""#.utf8)
            case UInt8(ascii: "\\"): bytes.append(contentsOf: #"\\"#.utf8)
            case 0x0A: bytes.append(contentsOf: #"\n"#.utf8)
            case 0x09: bytes.append(contentsOf: #"\t"#.utf8)
            case 0x0D: bytes.append(contentsOf: #"\r"#.utf8)
            case 0..<0x20: bytes.append(contentsOf: "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
