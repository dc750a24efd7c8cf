import WebText

/// Numeric character references to the C1 controls, which mean characters of windows-1252 (WHATWG HTML §13.2.5.80) to
/// browsers, and controls to libxml2.
enum ControlReferences {
    /// The text with the characters in the place of such references; all others stay.
    static func replaced(in text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard text.contains(ASCII.ampersand) else { return text }
        return text.withUnsafeBufferPointer { replaced(in: $0) } ?? text
    }

    /// `nil` where there is none.
    private static func replaced(in text: Bytes) -> ArraySlice<UInt8>? {
        var result: [UInt8] = []
        var copied = 0
        var at = 0
        while let found = text.index(of: ASCII.ampersand, from: at) {
            at = found + 1
            guard let entity = Entity(in: text, at: found, asHTML: true), entity.isNumberOfControl else { continue }
            result += text[copied..<found]
            entity.append(to: &result)
            copied = found + entity.length
            at = copied
        }
        guard copied > 0 else { return nil }
        return result[...] + text[copied...]
    }
}
