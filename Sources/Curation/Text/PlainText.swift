import Foundation
import NewsModel

/// The words of a source's markup, for searching and comparing only: nothing of it is ever shown.
enum PlainText {
    /// The text without tags, comments, scripts and the commonest character references.
    static func of(_ markup: Markup) -> String {
        switch markup.kind {
        case .text: markup.source
        case .html: withoutTags(markup.source)
        }
    }

    private static func withoutTags(_ html: String) -> String {
        guard html.utf8.contains(where: isMark) else { return html }
        let bytes = Array(html.utf8)
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var rest = bytes[...]
        while let mark = rest.firstIndex(where: isMark) {
            output += rest[..<mark]
            if bytes[mark] == UInt8(ascii: "<") {
                output.append(UInt8(ascii: " "))
                rest = afterTag(rest[mark...])
            } else {
                rest = bytes[appendReference(at: mark, of: bytes, to: &output)...]
            }
        }
        output += rest
        return String(decoding: output, as: UTF8.self)
    }

    private static func isMark(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&")
    }

    /// What follows the tag, comment or unreadable element at the start; nothing where it never ends.
    private static func afterTag(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let second = text.dropFirst().first ?? 0
        let mayBeUnread = second == UInt8(ascii: "!") || second | 0x20 == UInt8(ascii: "s")
        for (start, end) in mayBeUnread ? unread : [] where begins(text, with: start) {
            guard let found = text.indices.first(where: { begins(text[$0...], with: end) }) else {
                return text.suffix(0)
            }
            return end == commentEnd ? text[(found + end.count)...] : afterTag(text[found...])
        }
        guard let close = text.firstIndex(of: UInt8(ascii: ">")) else { return text.suffix(0) }
        return text[(close + 1)...]
    }

    /// Letters in either case.
    private static func begins(_ text: ArraySlice<UInt8>, with start: [UInt8]) -> Bool {
        text.starts(with: start) { $0 | 0x20 == $1 | 0x20 }
    }

    private static let commentEnd = Array("-->".utf8)
    private static let unread = [("<!--", "-->"), ("<script", "</script"), ("<style", "</style")].map {
        (Array($0.0.utf8), Array($0.1.utf8))
    }

    /// Appends what the reference at a place stands for, or the ampersand alone where it is none; the place behind it.
    private static func appendReference(at start: Int, of bytes: [UInt8], to output: inout [UInt8]) -> Int {
        let name = bytes[(start + 1)...].prefix(longestReference)
        guard let end = name.firstIndex(of: UInt8(ascii: ";")),
            let character = character(String(decoding: name[..<end], as: UTF8.self))
        else {
            output.append(bytes[start])
            return start + 1
        }
        output += character.utf8
        return end + 1
    }

    private static let longestReference = 9

    private static func character(_ reference: String) -> String? {
        if reference.hasPrefix("#") {
            let digits = reference.dropFirst()
            let isHex = digits.first == "x" || digits.first == "X"
            let value = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
            return value.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
        }
        return named[reference]
    }

    private static let named = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "ndash": "–", "mdash": "—",
        "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "hellip": "…", "shy": "", "eacute": "é",
        "egrave": "è", "agrave": "à", "ccedil": "ç", "auml": "ä", "ouml": "ö", "uuml": "ü", "Auml": "Ä", "Ouml": "Ö",
        "Uuml": "Ü", "szlig": "ß", "ntilde": "ñ", "aacute": "á", "iacute": "í", "oacute": "ó", "uacute": "ú",
    ]
}
