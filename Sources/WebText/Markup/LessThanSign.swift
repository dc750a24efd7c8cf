/// Tells a `<` that is meant as such, in a formula or around an address, from one that begins a start tag of an element
/// that HTML knows: `a<b, c`, `a<b and c>d`, `<https://a.example>`, `<b@a.example>`.
package enum LessThanSign {
    /// Whether it is so with the `<` before a name. No byte behind the next `<` or `>` is looked at.
    package static func isMeant(in bytes: Bytes, beforeName name: Range<Int>) -> Bool {
        let end = name.upperBound
        guard end < bytes.count else { return false }
        if isPunctuation(bytes[end]) || bytes[end - 1] == ASCII.colon { return true }
        // A variable is a letter, and so are the elements that it could be taken for.
        return name.count == 1 && bytes[end].isBlank && holdsOnlyWords(bytes, from: end)
    }

    /// What neither stands in a tag behind its name nor, as quotes do, is left there by mistake.
    private static func isPunctuation(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "@"), ASCII.dot, ASCII.comma, ASCII.semicolon, ASCII.equals, ASCII.plus, ASCII.exclamation,
            ASCII.question, ASCII.ampersand, UInt8(ascii: "*"), UInt8(ascii: "("), UInt8(ascii: ")"),
            UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "|"),
            UInt8(ascii: "%"), UInt8(ascii: "$"), UInt8(ascii: "^"), UInt8(ascii: "~"):
            true
        default: false
        }
    }

    /// Whether there are words up to the next `<` or `>`, and neither a value nor the name of an attribute.
    private static func holdsOnlyWords(_ bytes: Bytes, from start: Int) -> Bool {
        var end = start
        while end < bytes.count, bytes[end] != ASCII.lessThan, bytes[end] != ASCII.greaterThan {
            if bytes[end] == ASCII.equals || bytes[end] == ASCII.quote { return false }
            end += 1
        }
        let words = bytes.part(start..<end).split(whereSeparator: { $0.isBlank || $0 == ASCII.slash })
        return !words.isEmpty && !words.prefix(mostWords).contains { isAttribute(Bytes(rebasing: $0)) }
    }

    private static let mostWords = 8

    private static func isAttribute(_ word: Bytes) -> Bool { attributes.contains { word.isWord($0) } }

    /// Attributes that are written without a value, or whose value somebody forgot.
    private static let attributes: [StaticString] = [
        "hidden", "class", "style", "id", "href", "name", "title", "dir", "lang", "align", "download", "itemscope",
    ]
}
