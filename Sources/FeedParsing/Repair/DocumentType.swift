import WebText

/// A document type (XML 1.0 §2.8): where it ends, and the entities that its brackets declare as a text.
///
/// Nothing is ever loaded, and no entity stands for another one that is declared, so that none can grow.
struct DocumentType {
    /// Behind it; `nil` where it does not end.
    private(set) var end: Int?
    /// The text that a name stands for: the first that is declared counts (XML 1.0 §4.2).
    private(set) var entities: [String: [UInt8]] = [:]

    private let input: Bytes
    private var at: Int

    /// More names, and longer texts, are nobody's abbreviations.
    private static let mostEntities = 256
    private static let mostBytes = 256

    /// Reads the one that begins at `start`.
    init(in input: Bytes, at start: Int) {
        self.input = input
        at = start
        end = readToEnd()
    }

    private mutating func readToEnd() -> Int? {
        var isInBrackets = false
        while at < input.count {
            switch input[at] {
            case UInt8(ascii: "["): isInBrackets = true
            case UInt8(ascii: "]"): isInBrackets = false
            case ASCII.greaterThan where !isInBrackets: return at + 1
            case ASCII.quote where !isInBrackets, ASCII.apostrophe where !isInBrackets:
                at = input.index(of: input[at], from: at + 1) ?? at
            case ASCII.lessThan where isInBrackets:
                guard let next = endOfDeclaration() else { return nil }
                at = next
                continue
            default: break
            }
            at += 1
        }
        return nil
    }

    /// Behind the comment, the instruction or the declaration that begins here.
    private mutating func endOfDeclaration() -> Int? {
        if input.starts(withWord: "<!--", at: at) { return input.first("-->", from: at + 4).map { $0 + 3 } }
        if input.starts(withWord: "<?", at: at) { return input.first("?>", from: at + 2).map { $0 + 2 } }
        var literals: [Range<Int>] = []
        var end = at
        while end < input.count, input[end] != ASCII.greaterThan {
            if input[end] == ASCII.quote || input[end] == ASCII.apostrophe {
                guard let close = input.index(of: input[end], from: end + 1) else { return nil }
                literals.append(end + 1..<close)
                end = close
            }
            end += 1
        }
        guard end < input.count else { return nil }
        if literals.count == 1, input.starts(withWord: "<!entity", at: at) {
            declare(in: at + "<!ENTITY".utf8.count..<literals[0].lowerBound - 1, literals[0])
        }
        return end + 1
    }

    /// Takes `name "text"`. What is loaded (`SYSTEM`) and what is meant for declarations (`%`) is none.
    private mutating func declare(in head: Range<Int>, _ literal: Range<Int>) {
        let name = input.part(head).trimmed
        guard !name.isEmpty, entities.count < Self.mostEntities, literal.count <= Self.mostBytes,
            name.allSatisfy(Self.isNameByte), let text = Self.text(of: input.part(literal)),
            entities[name.string] == nil
        else { return }
        entities[name.string] = text
    }

    /// The bytes that names are made of (XML 1.0 §2.3).
    static func isNameByte(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte.isAlphanumeric || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":")
    }

    /// What a literal stands for: numbers count where it is declared, references where it is used (XML 1.0 §4.4), so that
    /// `&#38;lt;` is a `<`. `nil` where it refers to what is no character.
    private static func text(of literal: Bytes) -> [UInt8]? {
        decoded(literal) { literal[$0 + 1] == ASCII.hash }.flatMap { numbered in
            numbered.withUnsafeBufferPointer { decoded($0) { _ in true } }
        }
    }

    /// The text with those references decoded that are asked for.
    private static func decoded(_ text: Bytes, where isAskedFor: (Int) -> Bool) -> [UInt8]? {
        var result: [UInt8] = []
        var at = 0
        while at < text.count {
            guard text[at] == ASCII.ampersand, at + 1 < text.count, isAskedFor(at) else {
                result.append(text[at])
                at += 1
                continue
            }
            guard let entity = Entity(in: text, at: at, asHTML: false) else { return nil }
            entity.append(to: &result)
            at += entity.length
        }
        return result
    }
}
