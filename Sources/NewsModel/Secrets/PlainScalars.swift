import WebText

/// Reads UTF-8 as it is meant in the end: `%41`, `&#65;`, `&amp;#65;`, `\u0041` and `Ａ` are all an `a`.
///
/// Whatever a text is embedded in, address, markup or JSON, once or several times, its letters come out the same, in
/// small letters.
struct PlainScalars {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let reading: Reading

    /// How much of what may be an encoding is read as one: `100%deadbeef` is a key behind a sign as well.
    enum Reading: Hashable {
        /// Every one, inside of others too.
        case deep
        /// That of the file alone, once.
        case shallow(Redactor.Form)
    }

    /// What stands at a place.
    struct Unit {
        /// Of Unicode, in small letters; a byte alone where percent-encoding gives no more.
        var scalar: UInt32
        /// The place behind it.
        var end: Int
        /// Whether it is written otherwise than as itself.
        var isEncoded = false
        /// Whether its letters may be meant as themselves.
        var isAmbiguous = false

        var isInvisible: Bool { scalar >= 0xAD ? PlainScalars.isInvisible(scalar) : scalar < 0x20 && !isSpace }
        private var isSpace: Bool { scalar == 0x09 || scalar == 0x0A || scalar == 0x0D }
    }

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ reading: Reading = .deep) {
        self.bytes = bytes
        self.reading = reading
    }

    /// How often an encoding is looked for inside of another.
    private static let mostLayers = 6

    func unit(at start: Int) -> Unit {
        var unit = raw(at: start)
        var layers = 0
        let most = reading == .deep ? Self.mostLayers : 1
        while layers < most, let inner = inner(of: unit) {
            let isAmbiguous = unit.isAmbiguous || inner.isAmbiguous
            unit = inner
            unit.isEncoded = true
            unit.isAmbiguous = isAmbiguous
            layers += 1
        }
        unit.scalar = Self.folded(unit.scalar)
        return unit
    }

    /// What a sign and that behind it encode.
    private func inner(of unit: Unit) -> Unit? {
        switch (unit.scalar, reading) {
        case (0x25, .deep): percent(at: unit.end)
        case (0x26, .deep), (0x26, .shallow(.markup)): entity(at: unit.end)
        case (0x5C, .deep), (0x5C, .shallow(.json)): escape(at: unit.end)
        default: nil
        }
    }

    /// Whether anything in it may be read as an encoding and as itself.
    var isAmbiguous: Bool {
        bytes.indices.contains { place in
            switch bytes[place] {
            case UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "\\"): unit(at: place).isAmbiguous
            default: false
            }
        }
    }

    private func raw(at place: Int) -> Unit {
        let first = bytes[place]
        let length = first < 0xC2 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 1
        guard length > 1, place + length <= bytes.count else { return Unit(scalar: UInt32(first), end: place + 1) }
        var scalar = UInt32(first) & (0xFF >> UInt32(length + 1))
        for next in bytes[(place + 1)..<(place + length)] {
            guard next & 0xC0 == 0x80 else { return Unit(scalar: UInt32(first), end: place + 1) }
            scalar = scalar << 6 | UInt32(next & 0x3F)
        }
        return Unit(scalar: scalar, end: place + length)
    }

    /// What stands behind a `%`. A scalar beyond ASCII takes several of them.
    private func percent(at place: Int) -> Unit? {
        guard let first = number(at: place, digits: 2) else { return nil }
        let length = first < 0xC2 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 1
        guard length > 1 else { return Unit(scalar: first, end: place + 2, isAmbiguous: true) }
        var scalar = first & (0xFF >> UInt32(length + 1))
        var end = place + 2
        for _ in 1..<length {
            guard end < bytes.count, bytes[end] == UInt8(ascii: "%"), let next = number(at: end + 1, digits: 2),
                next & 0xC0 == 0x80
            else { return Unit(scalar: first, end: place + 2, isAmbiguous: true) }
            scalar = scalar << 6 | (next & 0x3F)
            end += 3
        }
        return Unit(scalar: scalar, end: end, isAmbiguous: true)
    }

    /// What stands behind a `\`: of JSON (RFC 8259 §7).
    private func escape(at place: Int) -> Unit? {
        guard place < bytes.count else { return nil }
        switch bytes[place] {
        case UInt8(ascii: "/"), UInt8(ascii: "\""), UInt8(ascii: "\\"):
            return Unit(scalar: UInt32(bytes[place]), end: place + 1)
        case UInt8(ascii: "u"): return utf16(at: place + 1)
        case UInt8(ascii: "n"): return Unit(scalar: 0x0A, end: place + 1, isAmbiguous: true)
        case UInt8(ascii: "t"): return Unit(scalar: 0x09, end: place + 1, isAmbiguous: true)
        case UInt8(ascii: "r"): return Unit(scalar: 0x0D, end: place + 1, isAmbiguous: true)
        default: return nil
        }
    }

    private func utf16(at place: Int) -> Unit? {
        guard let high = number(at: place, digits: 4) else { return nil }
        let next = place + 4
        guard high & 0xFC00 == 0xD800, next + 1 < bytes.count, bytes[next] == UInt8(ascii: "\\"),
            bytes[next + 1] == UInt8(ascii: "u"), let low = number(at: next + 2, digits: 4), low & 0xFC00 == 0xDC00
        else { return Unit(scalar: high, end: next, isAmbiguous: true) }
        return Unit(scalar: 0x10000 + (high & 0x3FF) << 10 + (low & 0x3FF), end: next + 6)
    }

    /// What stands behind an `&` (HTML §13.5).
    private func entity(at place: Int) -> Unit? {
        guard place < bytes.count else { return nil }
        if let behind = behindHash(at: place) { return numericEntity(at: behind) }
        guard let end = bytes[place...].prefix(Self.longestName + 1).firstIndex(of: UInt8(ascii: ";")),
            bytes[place..<end].allSatisfy(\.isAlphanumeric), end > place
        else { return nil }
        let name = String(decoding: bytes[place..<end], as: UTF8.self)
        // Of what has no such name the letters are letters: it may be a key.
        return Self.names[name].map { Unit(scalar: $0, end: end + 1) }
    }

    /// The place behind a `#`, be it written as `%23`, `%2523` or `\u0023`.
    private func behindHash(at place: Int) -> Int? {
        if bytes[place] == UInt8(ascii: "#") { return place + 1 }
        guard reading == .deep else { return nil }
        if bytes[place] == UInt8(ascii: "\\") {
            return escape(at: place + 1).flatMap { $0.scalar == 0x23 ? $0.end : nil }
        }
        guard bytes[place] == UInt8(ascii: "%") else { return nil }
        var next = place + 1
        for _ in 0..<Self.mostLayers {
            guard let scalar = number(at: next, digits: 2) else { return nil }
            next += 2
            if scalar != 0x25 { return scalar == 0x23 ? next : nil }
        }
        return nil
    }

    private func numericEntity(at place: Int) -> Unit? {
        guard place < bytes.count else { return nil }
        let isHexadecimal = bytes[place] | 0x20 == UInt8(ascii: "x")
        let start = isHexadecimal ? place + 1 : place
        var (scalar, end) = (UInt32(0), start)
        while end < bytes.count, let digit = bytes[end].hexValue, isHexadecimal || digit < 10 {
            scalar = scalar &* (isHexadecimal ? 16 : 10) &+ digit
            guard scalar <= 0x10FFFF else { return nil }
            end += 1
        }
        guard end > start else { return nil }
        let isClosed = end < bytes.count && bytes[end] == UInt8(ascii: ";")
        return Unit(scalar: scalar, end: isClosed ? end + 1 : end, isAmbiguous: !isClosed || isHexadecimal)
    }

    private func number(at place: Int, digits: Int) -> UInt32? {
        guard place + digits <= bytes.count else { return nil }
        var value: UInt32 = 0
        for byte in bytes[place..<(place + digits)] {
            guard let digit = byte.hexValue else { return nil }
            value = value << 4 | digit
        }
        return value
    }

    /// Small letters; forms as wide as a character of Han are those of ASCII.
    private static func folded(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0x41...0x5A: scalar + 0x20
        case 0xFF21...0xFF3A: scalar - 0xFEE0 + 0x20
        case 0xFF01...0xFF5E: scalar - 0xFEE0
        default: scalar
        }
    }

    /// What a reader does not see, or sees on top of another letter: it may stand within a word and leave it the same.
    private static func isInvisible(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0xAD, 0x300...0x36F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x200B...0x200F,
            0x2028...0x202E, 0x2060...0x206F, 0x20D0...0x20FF, 0x3164, 0xFE00...0xFE0F, 0xFE20...0xFE2F, 0xFEFF, 0xFFA0,
            0xFFF9...0xFFFB, 0x1D173...0x1D17A, 0xE0000...0xE0FFF:
            true
        default: false
        }
    }

    private static let longestName = 31

    /// Names of what stands in keys, and of what is not seen.
    private static let names = Dictionary(
        uniqueKeysWithValues: WordList.rows(PackageResources.entities_in_keys_txt).map {
            ($0[0], UInt32($0[1], radix: 16) ?? 0)
        })
}
