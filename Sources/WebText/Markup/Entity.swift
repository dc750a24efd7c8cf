/// One character reference, `&name;` or `&#…;`, as it stands in XML or HTML.
package struct Entity {
    /// Bytes from the ampersand to the end of the reference.
    package let length: Int
    /// Whether it is the number of a C1 control, which means a character of windows-1252 to browsers and to us.
    package private(set) var isNumberOfControl = false
    /// Whether it is a name.
    package private(set) var isName = false
    private let first: UInt32
    private let second: UInt32?

    /// Reads the reference that begins at the ampersand at `offset`; `nil` where none does, or none that is known.
    ///
    /// In HTML the semicolon may be missing behind a number or one of the old names, as browsers have it.
    package init?(in bytes: Bytes, at offset: Int, asHTML: Bool) {
        guard offset + 2 < bytes.count else { return nil }
        let entity =
            bytes[offset + 1] == ASCII.hash
            ? Entity(numberIn: bytes, at: offset, asHTML: asHTML) : Entity(nameIn: bytes, at: offset, asHTML: asHTML)
        guard let entity else { return nil }
        self = entity
    }

    package func append(to text: inout [UInt8]) {
        text.append(scalar: first)
        if let second { text.append(scalar: second) }
    }

    /// Appends it, with a number in the place of what markup is made of.
    package func append(escapedTo text: inout [UInt8]) {
        for scalar in [first, second].compactMap({ $0 }) {
            if Self.markup.contains(scalar) { text += "&#\(scalar);".utf8 } else { text.append(scalar: scalar) }
        }
    }

    /// What markup is made of.
    private static let markup: Set<UInt32> = [0x22, 0x26, 0x27, 0x3C, 0x3E]

    /// Whether it stands for a blank, so that white space around it collapses.
    var isBlank: Bool { first == 0xA0 || (first < 0x80 && UInt8(first).isBlank) }

    /// Whether it stands for a control, which says nothing to anybody.
    var isControl: Bool { first < 0x20 || first == 0x7F }

    private init(length: Int, first: UInt32, second: UInt32? = nil) {
        self.length = length
        self.first = first
        self.second = second
    }

    private init?(numberIn bytes: Bytes, at offset: Int, asHTML: Bool) {
        guard let (value, at) = Self.number(in: bytes, at: offset) else { return nil }
        let isEnded = at < bytes.count && bytes[at] == ASCII.semicolon
        guard isEnded || asHTML else { return nil }
        if isEnded, let (low, end) = Self.lowSurrogate(behind: value, in: bytes, at: at + 1) {
            self.init(length: end - offset, first: 0x10000 + (value - 0xD800) << 10 + low - 0xDC00)
            return
        }
        // Numbers of the C1 controls are meant as windows-1252 (WHATWG HTML §13.2.5.80); NUL and the like as nothing.
        self.init(
            length: at + (isEnded ? 1 : 0) - offset, first: value == 0 ? 0xFFFD : Windows1252.scalar(control: value))
        isNumberOfControl = (0x80..<0xA0).contains(value)
    }

    /// The number behind the ampersand and the hash at `offset`, at most 0x110000, and where its digits end.
    private static func number(in bytes: Bytes, at offset: Int) -> (value: UInt32, end: Int)? {
        let isHex = bytes[offset + 2] | 0x20 == UInt8(ascii: "x")
        let start = offset + (isHex ? 3 : 2)
        var (at, value) = (start, UInt32(0))
        while at < bytes.count, let digit = bytes[at].hexValue, isHex || digit < 10 {
            value = min(value * (isHex ? 16 : 10) + digit, 0x11_0000)
            at += 1
        }
        return at > start ? (value, at) : nil
    }

    /// The second half of a character that a program of UTF-16 wrote as two numbers, `&#55357;&#56832;`, and where it ends.
    private static func lowSurrogate(
        behind high: UInt32, in bytes: Bytes, at start: Int
    ) -> (value: UInt32, end: Int)? {
        guard (0xD800..<0xDC00).contains(high), start + 2 < bytes.count, bytes[start] == ASCII.ampersand,
            bytes[start + 1] == ASCII.hash, let (low, end) = number(in: bytes, at: start),
            (0xDC00..<0xE000).contains(low), end < bytes.count, bytes[end] == ASCII.semicolon
        else { return nil }
        return (low, end + 1)
    }

    private init?(nameIn bytes: Bytes, at offset: Int, asHTML: Bool) {
        var end = offset + 1
        while end < bytes.count, end - offset <= Self.longestName, bytes[end].isLetter || bytes[end].isDigit {
            end += 1
        }
        let name = bytes.part(offset + 1..<end)
        guard !name.isEmpty else { return nil }
        let isEnded = end < bytes.count && bytes[end] == ASCII.semicolon
        if !isEnded {
            // `&copy=1` in an address is no ©.
            let isInAddress = end < bytes.count && bytes[end] == ASCII.equals
            guard asHTML, !isInAddress, Self.withoutSemicolon.contains(name.string) else { return nil }
        }
        guard let (first, second) = Self.scalars(named: name) else { return nil }
        self.init(length: end + (isEnded ? 1 : 0) - offset, first: first, second: second)
        isName = true
    }

    /// Reads the longest of the old names with which a text begins at the ampersand at `offset`, whatever letters follow it,
    /// as browsers do outside of attributes: `AT&ampT`. `nil` where `=` follows the letters, as in addresses.
    package init?(oldNameIn bytes: Bytes, at offset: Int) {
        let start = offset + 1
        var end = start
        while end < bytes.count, bytes[end].isAlphanumeric { end += 1 }
        guard end == bytes.count || bytes[end] != ASCII.equals, end - start >= Self.oldNames.lowerBound else {
            return nil
        }
        for length in Self.oldNames.reversed() where length <= end - start {
            let name = bytes.part(start..<start + length)
            guard Self.withoutSemicolon.contains(name.string), let (first, second) = Self.scalars(named: name) else {
                continue
            }
            self.init(length: length + 1, first: first, second: second)
            isName = true
            return
        }
        return nil
    }

    /// How long they are.
    private static let oldNames = 2...6

    private static let longestName = 32

    /// The characters of a name, found by bisection in the table.
    private static func scalars(named name: Bytes) -> (UInt32, UInt32?)? {
        table.withUnsafeBufferPointer { table in
            var low = 0
            var high = starts.count
            while low < high {
                let middle = (low + high) / 2
                let start = starts[middle]
                switch order(of: name, and: table, at: start) {
                case 0: return codePoints(in: table, from: start + name.count + 1)
                case ..<0: high = middle
                default: low = middle + 1
                }
            }
            return nil
        }
    }

    /// Negative where `name` stands before the table's entry at `start`, 0 where it is that entry.
    private static func order(of name: Bytes, and table: Bytes, at start: Int) -> Int {
        for (index, byte) in name.enumerated() {
            let other = table[start + index]
            if other == ASCII.colon { return 1 }
            if byte != other { return Int(byte) - Int(other) }
        }
        return table[start + name.count] == ASCII.colon ? 0 : -1
    }

    private static func codePoints(in table: Bytes, from start: Int) -> (UInt32, UInt32?) {
        var values: [UInt32] = [0]
        for byte in table[start...] {
            if let digit = byte.hexValue {
                values[values.count - 1] = values[values.count - 1] * 16 + digit
            } else if byte == ASCII.plus {
                values.append(0)
            } else {
                break
            }
        }
        return (values[0], values.count > 1 ? values[1] : nil)
    }

    /// The named characters of HTML (WHATWG HTML §13.5), without the semicolon that ends them: `name:codepoint`, or
    /// `name:codepoint+codepoint`, sorted by the bytes of the name.
    private static let table = PackageResources.entities_txt

    /// Where each entry of the table begins.
    private static let starts = table.indices.filter {
        !table[$0].isBlank && ($0 == 0 || table[$0 - 1].isBlank)
    }

    /// The names that old pages use without a semicolon, and that browsers still read so.
    private static let withoutSemicolon = Set(WordList.words(PackageResources.entities_without_semicolon_txt))
}
