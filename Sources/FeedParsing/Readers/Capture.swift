import WebText

/// The text of the field that is open, as it comes.
struct Capture: ~Copyable {
    private(set) var isOpen = false
    private(set) var field = Field.title
    private(set) var style = TextStyle.literal
    private(set) var text = ByteBuffer()
    /// How many elements are open inside of the field.
    var depth = 0
    /// Whether the elements inside are to be written down.
    private(set) var keepsMarkup = false
    /// Whether the `div` around XHTML was left out, which is not part of it (RFC 4287 §3.1.1.3).
    var isDivOpen = false
    /// Whether what is gathered is complete, though the field is not over.
    private var isComplete = false
    /// How deep the base was said that held where the field began.
    private(set) var baseDepth = 0
    /// What `isPermaLink` said of a `guid`.
    var isPermaLink = true

    mutating func open(_ field: Field, _ style: TextStyle, baseDepth: Int) {
        isOpen = true
        self.field = field
        self.style = style
        self.baseDepth = baseDepth
        depth = 0
        isDivOpen = false
        isComplete = false
        text.removeAll()
        keepsMarkup = field.holdsMarkup
    }

    mutating func close() { isOpen = false }

    @inline(__always)
    mutating func append(_ bytes: Bytes) {
        if isComplete { return }
        // White space at the beginning is part of no field. It is left out here, so that it is looked at once.
        let bytes = text.count == 0 ? bytes.withoutLeadingBlanks : bytes
        if case .inline = style { return text.append(escaping: bytes) }
        text.append(bytes)
    }

    mutating func append(markup: StaticString) { text.append(markup) }

    mutating func append(markup: Bytes) { text.append(markup) }

    mutating func append(attribute: Bytes) { text.append(escaping: attribute, inAttribute: true) }

    /// The text of the element that begins is all that is wanted of the field.
    mutating func startName() {
        if !isComplete { text.removeAll() }
    }

    mutating func endName() { isComplete = true }

    /// Takes out the marks of CDATA sections that were escaped, or put into a section of their own: feeds wrap a text twice
    /// now and then.
    mutating func removeSectionMarks() {
        let bytes = text.bytes
        guard bytes.count > 9,
            bytes[0] == ASCII.lessThan && bytes[1] == ASCII.exclamation || bytes[0] == ASCII.ampersand
        else { return }
        for (start, end) in Self.sectionMarks where text.bytes.starts(withBytesOf: start, at: 0) {
            remove(start, end)
        }
    }

    private static let sectionMarks: [(StaticString, StaticString)] = [
        ("&lt;![CDATA[", "]]&gt;"), ("<![CDATA[", "]]>"),
    ]

    private mutating func remove(_ start: StaticString, _ end: StaticString) {
        var plain = ByteBuffer(capacity: text.count)
        let bytes = text.bytes
        var at = 0
        while at < bytes.count {
            if let mark = [start, end].first(where: { bytes.starts(withBytesOf: $0, at: at) }) {
                at += mark.utf8CodeUnitCount
            } else {
                plain.append(bytes[at])
                at += 1
            }
        }
        text = plain
    }

    /// Text that was said to be plain turns out to hold elements: what it has so far is escaped, as XHTML would be.
    mutating func becomeInline() {
        guard case .literal = style else { return }
        style = .inline
        var escaped = ByteBuffer()
        escaped.append(escaping: text.bytes)
        text = escaped
    }
}

/// What the text of a field is, once it is complete.
extension Capture {
    var reading: PlainText.Reading {
        switch style {
        case .literal: .literal
        case .html, .inline: .html
        case .guess: .guess
        case .base64(let isHTML): isHTML ? .html : .literal
        }
    }

    /// Hands over the bytes of the text, decoded where it stood in Base64.
    func withDecoded<Value>(_ body: (Bytes) -> Value) -> Value {
        guard case .base64 = style, let decoded = Base64.bytes(text.bytes) else { return body(text.bytes) }
        return decoded.withUnsafeBufferPointer(body)
    }
}

/// Base64 as Atom 0.3 has it in texts (RFC 4648 §4), with white space anywhere.
enum Base64 {
    /// `nil` where the text is none.
    static func bytes(_ text: Bytes) -> [UInt8]? {
        var bytes: [UInt8] = []
        var bits: UInt32 = 0
        var count = 0
        for byte in text where !byte.isBlank && byte != ASCII.equals {
            guard let value = value(byte) else { return nil }
            bits = bits << 6 | value
            count += 6
            guard count >= 8 else { continue }
            count -= 8
            bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
        }
        return bytes
    }

    private static func value(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte - UInt8(ascii: "a")) + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0")) + 52
        case ASCII.plus: 62
        case ASCII.slash: 63
        default: nil
        }
    }
}
