import WebText

/// What an ampersand begins.
enum EntityReference {
    /// A name that the document declares, with its text and the bytes of the reference.
    case declared([UInt8], length: Int)
    /// A number, or a name that XML or HTML has.
    case known(Entity)

    /// Reads the reference at `offset`; `nil` where none is, or none that stands for anything.
    init?(in input: Bytes, at offset: Int, declared: [String: [UInt8]]) {
        if !declared.isEmpty, let (text, length) = Self.declared(in: input, at: offset, declared) {
            self = .declared(text, length: length)
        } else if let entity = Entity(in: input, at: offset, asHTML: false) {
            self = .known(entity)
        } else {
            return nil
        }
    }

    var length: Int {
        switch self {
        case .declared(_, let length): length
        case .known(let entity): entity.length
        }
    }

    private static func declared(
        in input: Bytes, at offset: Int, _ declared: [String: [UInt8]]
    ) -> (text: [UInt8], length: Int)? {
        var end = offset + 1
        while end < input.count, end - offset <= longestName, DocumentType.isNameByte(input[end]) { end += 1 }
        guard end < input.count, input[end] == ASCII.semicolon, end > offset + 1 else { return nil }
        let name = input.part(offset + 1..<end)
        guard !Repair.isXML(name), let text = declared[name.string] else { return nil }
        return (text, end + 1 - offset)
    }

    private static let longestName = 64
}
