/// Whether bytes are UTF-8, and what to make of those that are not.
package enum UTF8Validity {
    package static func isValid(_ bytes: Bytes) -> Bool { validCount(bytes) == bytes.count }

    /// How many bytes there are before the first that is none.
    package static func validCount(_ bytes: Bytes) -> Int {
        var at = bytes.endOfASCII(from: 0)
        while at < bytes.count {
            guard let length = length(bytes, at: at) else { return at }
            at = bytes.endOfASCII(from: at + length)
        }
        return at
    }

    /// Text of bytes that are not UTF-8, and that nobody has a better name for.
    ///
    /// Most such documents are made of pieces: what is UTF-8 is kept, and each other byte is read as windows-1252. Where
    /// hardly anything is UTF-8, all of it is windows-1252, and what looks otherwise does so by chance, as `é\u{A0}»` does.
    package static func mended(_ bytes: Bytes) -> [UInt8] {
        isMadeOfPieces(bytes) ? mendedInPieces(bytes) : Windows1252.utf8(bytes)
    }

    /// Whether there is a character of UTF-8 for at least every fourth byte that is none.
    private static func isMadeOfPieces(_ bytes: Bytes) -> Bool {
        var characters = 0
        var others = 0
        var at = bytes.endOfASCII(from: 0)
        while at < bytes.count {
            let length = length(bytes, at: at)
            if length == nil { others += 1 } else { characters += 1 }
            at = bytes.endOfASCII(from: at + (length ?? 1))
        }
        return characters * 4 >= others
    }

    private static func mendedInPieces(_ bytes: Bytes) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + 64)
        var at = 0
        while at < bytes.count {
            let end = bytes.endOfASCII(from: at)
            text.append(contentsOf: bytes.part(at..<end))
            at = end
            guard at < bytes.count else { break }
            if let length = length(bytes, at: at) {
                text.append(contentsOf: bytes.part(at..<at + length))
                at += length
            } else {
                text.append(scalar: Windows1252.scalar(control: UInt32(bytes[at])))
                at += 1
            }
        }
        return text
    }

    /// The length of the character that begins at `offset`; `nil` where none does (RFC 3629 §4).
    package static func length(_ bytes: Bytes, at offset: Int) -> Int? {
        let first = bytes[offset]
        let left = bytes.count - offset
        func isTail(_ index: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
            index < left && range.contains(bytes[offset + index])
        }
        switch first {
        case 0x00...0x7F: return 1
        case 0xC2...0xDF: return isTail(1) ? 2 : nil
        case 0xE0: return isTail(1, 0xA0...0xBF) && isTail(2) ? 3 : nil
        case 0xED: return isTail(1, 0x80...0x9F) && isTail(2) ? 3 : nil
        case 0xE1...0xEF: return isTail(1) && isTail(2) ? 3 : nil
        case 0xF0: return isTail(1, 0x90...0xBF) && isTail(2) && isTail(3) ? 4 : nil
        case 0xF1...0xF3: return isTail(1) && isTail(2) && isTail(3) ? 4 : nil
        case 0xF4: return isTail(1, 0x80...0x8F) && isTail(2) && isTail(3) ? 4 : nil
        default: return nil
        }
    }
}
