import WebText

/// How much in bytes that are valid UTF-8 speaks for UTF-8, where another encoding was declared: a few characters of the
/// other may look like it by chance, as `Её` does in windows-1251.
struct UTF8Evidence {
    /// Characters of more than one byte.
    private var characters = 0
    /// Of these the ones that no text in another encoding holds by chance: quotation marks, dashes and emoji.
    private var certain = 0
    /// Signs such as © and », which would be a letter and a sign in an encoding of single bytes.
    private var signs = 0
    /// Letters of Western Europe, whose bytes are `Ã` and a sign in windows-1252: nobody writes that.
    private var western = 0
    /// All bytes beyond ASCII.
    private var bytes: Set<UInt8> = []

    /// More characters than so many don't come about by chance.
    private static let fewCharacters = 3

    init(in bytes: Bytes) {
        var at = bytes.endOfASCII(from: 0)
        while at < bytes.count, characters <= Self.fewCharacters {
            let length = UTF8Validity.length(bytes, at: at) ?? 1
            count(bytes.part(at..<min(bytes.count, at + length)))
            at = bytes.endOfASCII(from: at + length)
        }
    }

    private mutating func count(_ character: Bytes) {
        characters += 1
        bytes.formUnion(character)
        switch (character[0], character.count) {
        case (0xC2, _): signs += 1
        case (_, 4): certain += 1
        case (0xE2, 3) where character[1] <= 0x84: certain += 1
        case (0xC3, _): western += 1
        default: break
        }
    }

    /// Whether nothing depends on the encoding, if it is one of single bytes.
    var isASCII: Bool { characters == 0 }

    /// Whether the bytes are UTF-8 rather than what was declared. Without a character of more than one byte they are both,
    /// but for encodings that switch between alphabets by control characters.
    func outweighs(_ declared: TextEncoding) -> Bool {
        if characters > Self.fewCharacters || !bytes.isDisjoint(with: declared.unusedBytes) { return true }
        let likely = certain + (declared.isSingleByte ? signs : 0) + (declared.isWestern ? western : 0)
        return likely > 0 && likely * 2 >= characters
    }
}

extension TextEncoding {
    fileprivate var isSingleByte: Bool {
        switch self {
        case .windows1252, .other(_, isSingleByte: true): true
        case .utf8, .utf16, .utf32, .other(_, isSingleByte: false): false
        }
    }

    /// Bytes that no text in it holds: those of no character, and of controls.
    fileprivate var unusedBytes: Set<UInt8> {
        guard case .other(let name, isSingleByte: true) = self else { return [] }
        if name.hasPrefix("ISO-8859-") { return Self.controls }
        return Self.unassigned[name] ?? []
    }

    private static let controls = Set(UInt8(0x80)...0x9F)
    /// Of Windows' code pages; Microsoft's tables, of which iconv's are copies.
    private static let unassigned: [String: Set<UInt8>] = [
        "CP1250": [0x81, 0x83, 0x88, 0x90, 0x98], "CP1251": [0x98],
        "CP1253": [0x81, 0x88, 0x8A, 0x8C, 0x8D, 0x8E, 0x8F, 0x90, 0x98, 0x9A, 0x9C, 0x9D, 0x9E, 0x9F],
        "CP1254": [0x81, 0x8D, 0x8E, 0x8F, 0x90, 0x9D, 0x9E],
        "CP1257": [0x81, 0x83, 0x88, 0x8A, 0x8C, 0x90, 0x98, 0x9A, 0x9C, 0x9F],
    ]

    /// Whether its upper half has the letters of Western Europe where windows-1252 has them.
    fileprivate var isWestern: Bool {
        switch self {
        case .windows1252: true
        case .other(let name, _): ["CP1254", "ISO-8859-15", "ISO-8859-3", "ISO-8859-10"].contains(name)
        case .utf8, .utf16, .utf32: false
        }
    }
}
