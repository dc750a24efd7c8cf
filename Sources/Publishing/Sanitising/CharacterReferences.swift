import WebText

/// Character references that mean something else to browsers than to libxml2: numbers of the C1 controls, which are
/// characters of windows-1252 (WHATWG HTML §13.2.5.80), the names that HTML has learned since its fourth version
/// (§13.5), and the old ones without their semicolon (§13.2.5.73).
enum CharacterReferences {
    /// Where a reference stands. In an attribute `&copy=1` and `&copying` are parts of an address.
    enum Place {
        case text, attribute
    }

    /// The text with the characters in the place of such references; what markup is made of stays referred to.
    static func replaced(in text: ArraySlice<UInt8>, of place: Place) -> ArraySlice<UInt8> {
        guard text.contains(ASCII.ampersand) else { return text }
        return text.withUnsafeBufferPointer { replaced(in: $0, of: place) } ?? text
    }

    /// `nil` where there is none.
    private static func replaced(in text: Bytes, of place: Place) -> ArraySlice<UInt8>? {
        var result: [UInt8] = []
        var copied = 0
        var at = 0
        while let found = text.index(of: ASCII.ampersand, from: at) {
            at = found + 1
            guard let entity = entity(in: text, at: found, of: place) else { continue }
            result += text[copied..<found]
            entity.append(escapedTo: &result)
            copied = found + entity.length
            at = copied
        }
        guard copied > 0 else { return nil }
        return result[...] + text[copied...]
    }

    private static func entity(in text: Bytes, at offset: Int, of place: Place) -> Entity? {
        if let entity = Entity(in: text, at: offset, asHTML: true) {
            return entity.isNumberOfControl || entity.isName ? entity : nil
        }
        switch place {
        case .text: return Entity(oldNameIn: text, at: offset)
        case .attribute: return nil
        }
    }
}
