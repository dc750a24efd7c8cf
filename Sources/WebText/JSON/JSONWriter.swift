/// A writer of JSON in UTF-8 that keeps the order of members.
///
/// Foundation's encoder sorts or shuffles keys and escapes slashes; ours are for people to read and for `diff`.
package struct JSONWriter {
    package private(set) var bytes: [UInt8] = []
    private let indent: Int?
    private var depth = 0
    private var isFirst = true

    /// - Parameter indent: Spaces a level; `nil` for no white space at all.
    package init(indent: Int? = 1) {
        self.indent = indent
    }

    package mutating func object(_ key: String? = nil, _ members: (inout JSONWriter) -> Void) {
        enclosed(key, "{", "}", members)
    }

    package mutating func array(_ key: String? = nil, _ elements: (inout JSONWriter) -> Void) {
        enclosed(key, "[", "]", elements)
    }

    package mutating func text(_ key: String? = nil, _ value: String) {
        begin(key)
        string(value)
    }

    /// Nothing at all for `nil`.
    package mutating func text(_ key: String, ifAny value: String?) {
        if let value { text(key, value) }
    }

    /// `null` for `nil`.
    package mutating func text(_ key: String? = nil, orNull value: String?) {
        if let value { text(key, value) } else { null(key) }
    }

    package mutating func number(_ key: String? = nil, _ value: Int) {
        number(key, digits: String(value))
    }

    package mutating func number(_ key: String, ifAny value: Int?) {
        if let value { number(key, value) }
    }

    /// `null` for `nil`.
    package mutating func number(_ key: String, orNull value: Int?) {
        if let value { number(key, value) } else { null(key) }
    }

    /// A value that JSON cannot write becomes 0.
    package mutating func number(_ key: String? = nil, _ value: Double) {
        number(key, digits: value.isFinite ? "\(value)" : "0")
    }

    /// A number as it is written already.
    private mutating func number(_ key: String?, digits: String) {
        begin(key)
        bytes.append(contentsOf: digits.utf8)
    }

    package mutating func bool(_ key: String? = nil, _ value: Bool) {
        begin(key)
        bytes.append(contentsOf: (value ? "true" : "false").utf8)
    }

    package mutating func null(_ key: String? = nil) {
        begin(key)
        bytes.append(contentsOf: "null".utf8)
    }

    package mutating func strings(_ key: String, _ values: [String]) {
        array(key) { list in for value in values { list.text(nil, value) } }
    }

    package mutating func value(_ key: String? = nil, _ value: JSONValue) {
        switch value {
        case .null: null(key)
        case .bool(let flag): bool(key, flag)
        case .number(let digits): number(key, digits: digits)
        case .string(let text): self.text(key, text)
        case .array(let values): array(key) { list in for value in values { list.value(nil, value) } }
        case .object(let members):
            object(key) { object in for member in members { object.value(member.name, member.value) } }
        }
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

    /// RFC 8259 §7, in runs of what stays as it is.
    private mutating func string(_ value: String) {
        bytes.append(UInt8(ascii: "\""))
        var value = value
        value.withUTF8 { text in
            var start = 0
            for (index, byte) in text.enumerated() {
                guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
                bytes.append(contentsOf: text[start..<index])
                appendEscape(of: byte)
                start = index + 1
            }
            bytes.append(contentsOf: text[start...])
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func appendEscape(of byte: UInt8) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        case 0..<0x20:
            bytes.append(contentsOf: "u00".utf8)
            Hex.append(byte, to: &bytes)
        default: bytes.append(byte)
        }
    }
}
