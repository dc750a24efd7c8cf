import WebText

/// Secrets by how their spellings begin, so that a text is searched for all of them at once.
///
/// A text that holds none, as nearly all, is read once: of its last eight letters a few bits are looked up at each step.
/// Only where they are known is it read again, with the place of each letter.
struct SecretIndex: Sendable {
    typealias Needle = SecretSpellings.Needle

    /// A value that counts at the bounds of a word alone.
    struct Word: Hashable {
        let text: [UInt8]
        /// Whether it counts behind a sign only.
        let needsSign: Bool
    }

    /// The longest first.
    private var needles: [UInt64: [Needle]] = [:]
    private var words: [UInt32: [Word]] = [:]
    private var filter = Filter()

    /// `nil` where there is nothing to search for.
    init?(_ secrets: some Collection<Secret>) {
        for secret in secrets { add(secret) }
        guard !needles.isEmpty || !words.isEmpty else { return nil }
        for key in needles.keys { needles[key]?.sort { Self.precedes($0, $1) } }
        for key in words.keys {
            words[key]?.sort { one, other in
                if one.text.count != other.text.count { return one.text.count > other.text.count }
                if one.text != other.text { return one.text.lexicographicallyPrecedes(other.text) }
                return !one.needsSign && other.needsSign
            }
        }
    }

    /// A set has no order of its own, and what is published had better be the same each time.
    private static func precedes(_ one: Needle, _ other: Needle) -> Bool {
        if one.text.count != other.text.count { return one.text.count > other.text.count }
        if one.offset != other.offset { return one.offset < other.offset }
        return one.whole.lexicographicallyPrecedes(other.whole)
    }

    private static let shortestWord = 4

    private mutating func add(_ secret: Secret) {
        let value = secret.reveal()
        let plain = SecretSpellings.plain(value)
        let isSought = secret.reach == .everywhere || secret.reach == .wholly
        guard plain.count >= SecretSpellings.shortest, isSought else {
            guard plain.count >= Self.shortestWord else { return }
            let word = Word(text: plain, needsSign: secret.reach == .values || SecretShape.isOrdinary(value))
            let key = Self.key32(plain)
            if words[key]?.contains(word) != true { words[key, default: []].append(word) }
            filter.add(short: key)
            return
        }
        for needle in SecretSpellings.needles(of: value, withHalves: secret.reach == .everywhere) {
            let key = Self.key64(needle.text)
            if needles[key]?.contains(needle) != true { needles[key, default: []].append(needle) }
            filter.add(long: key)
        }
    }

    private static func key32(_ text: [UInt8]) -> UInt32 { text.prefix(4).reduce(0) { $0 << 8 | UInt32($1) } }
    private static func key64(_ text: [UInt8]) -> UInt64 { text.prefix(8).reduce(0) { $0 << 8 | UInt64($1) } }

    /// Makes what stands in the place of a secret, of the bytes in which it was written.
    typealias Replacement = ([UInt8]) -> [UInt8]

    /// The text with a replacement in the place of each secret; `nil` where it holds none.
    func redacted(
        _ bytes: UnsafeBufferPointer<UInt8>, as form: Redactor.Form, with replacement: Replacement
    ) -> [UInt8]? {
        let read = redacted(bytes, as: form, .deep, replacement)
        // What could be an encoding and could be none is read both ways.
        guard PlainScalars(bytes).isAmbiguous else { return read }
        guard let read else { return redacted(bytes, as: form, .shallow(form), replacement) }
        return read.withUnsafeBufferPointer { redacted($0, as: form, .shallow(form), replacement) } ?? read
    }

    private func redacted(
        _ bytes: UnsafeBufferPointer<UInt8>, as form: Redactor.Form, _ reading: PlainScalars.Reading,
        _ replacement: Replacement
    ) -> [UInt8]? {
        guard filter.mayHoldOne(bytes, reading, isKnown) else { return nil }
        var units = TextUnits(bytes, as: form, reading)
        let found = [units.all, units.shown].map { mark(in: $0, &units) }
        return found.contains(true) ? units.redacted(bytes, replacement) : nil
    }

    private func isKnown(_ window: UInt64) -> Bool {
        needles[window] != nil || !words.isEmpty && words[UInt32(truncatingIfNeeded: window)] != nil
    }

    /// Marks the letters of every secret in a run of letters; false where there is none.
    private func mark(in letters: TextUnits.Letters, _ units: inout TextUnits) -> Bool {
        let text = letters.bytes
        var isFound = false
        var window: UInt64 = 0
        var end = 0
        var free = 0
        while end < text.count {
            window = window << 8 | UInt64(text[end])
            end += 1
            guard let match = match(window, endingAt: end, in: text, from: free) else { continue }
            isFound = true
            units.mark(match, of: letters)
            free = match.upperBound
            if match.upperBound > end {
                end = match.upperBound
                window = 0
            }
        }
        return isFound
    }

    /// The secret whose beginning has just been read.
    private func match(_ window: UInt64, endingAt end: Int, in text: [UInt8], from free: Int) -> Range<Int>? {
        guard filter.has(window) else { return nil }
        if let found = needles[window] {
            var range: Range<Int>?
            // Two secrets may have a half in common: as much goes as is there of either.
            for needle in found where text[(end - 8)...].starts(with: needle.text) {
                let more = whole(needle, at: end - 8, in: text, from: free)
                range = range.map { min($0.lowerBound, more.lowerBound)..<max($0.upperBound, more.upperBound) } ?? more
            }
            if let range { return range }
        }
        guard !words.isEmpty, let found = words[UInt32(truncatingIfNeeded: window)] else { return nil }
        for word in found where text[(end - 4)...].starts(with: word.text) {
            let range = (end - 4)..<(end - 4 + word.text.count)
            if Self.standsAlone(range, in: text, behindSign: word.needsSign) { return range }
        }
        return nil
    }

    /// A half, with what of the other half stands beside it.
    private func whole(_ needle: Needle, at start: Int, in text: [UInt8], from free: Int) -> Range<Int> {
        var (first, offset) = (start, needle.offset)
        while first > free, offset > 0, text[first - 1] == needle.whole[offset - 1] {
            first -= 1
            offset -= 1
        }
        var (end, next) = (start + needle.text.count, needle.offset + needle.text.count)
        while end < text.count, next < needle.whole.count, text[end] == needle.whole[next] {
            end += 1
            next += 1
        }
        return first..<end
    }

    private static func standsAlone(_ range: Range<Int>, in text: [UInt8], behindSign: Bool) -> Bool {
        let before = range.lowerBound > 0 ? text[range.lowerBound - 1] : 0x20
        let after = range.upperBound < text.count ? text[range.upperBound] : 0x20
        guard !isOfWord(before), !isOfWord(after) else { return false }
        return !behindSign || [UInt8(ascii: "="), UInt8(ascii: ":")].contains(before) || after == UInt8(ascii: "@")
    }

    private static func isOfWord(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte == UInt8(ascii: "_") || byte.isAlphanumeric
    }
}

extension SecretIndex {
    /// Whether a text may hold a secret, told by a few bits of its letters.
    struct Filter: Sendable {
        private var long = [UInt64](repeating: 0, count: Self.size)
        private var short = [UInt64](repeating: 0, count: Self.size)
        private var hasShort = false

        private static let size = 4096

        mutating func add(long key: UInt64) {
            let bit = Self.bit(key)
            long[bit >> 6] |= 1 << UInt64(bit & 63)
        }

        mutating func add(short key: UInt32) {
            let bit = Self.bit(UInt64(key))
            short[bit >> 6] |= 1 << UInt64(bit & 63)
            hasShort = true
        }

        /// Whether eight letters, or the last four of them, may begin a secret.
        func has(_ window: UInt64) -> Bool {
            let (bit, other) = (Self.bit(window), Self.bit(window & 0xFFFF_FFFF))
            return long[bit >> 6] & 1 << UInt64(bit & 63) != 0 || short[other >> 6] & 1 << UInt64(other & 63) != 0
        }

        private static func bit(_ key: UInt64) -> Int { Int((key &* 0x9E37_79B9_7F4A_7C15) >> 46) }

        /// Whether a text may hold a secret; `isKnown` says whether one begins with eight letters, or with the last four
        /// of them.
        func mayHoldOne(
            _ bytes: UnsafeBufferPointer<UInt8>, _ reading: PlainScalars.Reading, _ isKnown: (UInt64) -> Bool
        ) -> Bool {
            long.withUnsafeBufferPointer { long in
                short.withUnsafeBufferPointer { short in
                    Self.letters.withUnsafeBufferPointer { letters in
                        let seems = { (window: UInt64) -> Bool in
                            let bit = Self.bit(window)
                            if long[bit >> 6] & 1 << UInt64(bit & 63) != 0 { return true }
                            guard hasShort else { return false }
                            let other = Self.bit(window & 0xFFFF_FFFF)
                            return short[other >> 6] & 1 << UInt64(other & 63) != 0
                        }
                        return Self.search(PlainScalars(bytes, reading), bytes, letters) { seems($0) && isKnown($0) }
                    }
                }
            }
        }

        @inline(__always)
        private static func search(
            _ scalars: PlainScalars, _ bytes: UnsafeBufferPointer<UInt8>, _ letters: UnsafeBufferPointer<UInt8>,
            _ isHit: (UInt64) -> Bool
        ) -> Bool {
            var tag = MarkupTag.outside
            var (all, shown) = (UInt64(0), UInt64(0))
            var place = 0
            while place < bytes.count {
                let letter = letters[Int(bytes[place])]
                if letter != 0 {
                    all = all << 8 | UInt64(letter)
                    if isHit(all) { return true }
                    if tag == .outside {
                        shown = shown << 8 | UInt64(letter)
                        if shown != all, isHit(shown) { return true }
                    }
                    place += 1
                    continue
                }
                let unit = scalars.unit(at: place)
                place = unit.end
                guard !unit.isInvisible else { continue }
                let wasOutside = tag == .outside
                tag.read(unit, before: place < bytes.count ? scalars.unit(at: place).scalar : 0x20)
                var encoded: [UInt8] = []
                SecretSpellings.append(unit.scalar, to: &encoded)
                for byte in encoded {
                    all = all << 8 | UInt64(byte)
                    if isHit(all) { return true }
                    guard wasOutside, tag == .outside else { continue }
                    shown = shown << 8 | UInt64(byte)
                    if shown != all, isHit(shown) { return true }
                }
            }
            return false
        }

        /// The small letter of each byte that stands for itself wherever it is; 0 for what has to be looked at.
        static let letters: [UInt8] = (UInt8(0)...255).map { byte in
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
            case UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "\\"), UInt8(ascii: "<"), UInt8(ascii: ">"): 0
            case 0x09, 0x0A, 0x0D, 0x20..<0x7F: byte
            default: 0
            }
        }
    }
}

/// Where in markup a text is read.
enum MarkupTag {
    case outside
    /// In a tag, or in one of markup that is written as text, as in a feed.
    case inside, insideEscaped

    /// Takes notice of what is read next.
    mutating func read(_ unit: PlainScalars.Unit, before next: UInt32) {
        switch (unit.scalar, unit.isEncoded, self) {
        case (0x3C, false, _) where Self.beginsTag(next): self = .inside
        case (0x3C, true, .outside) where Self.beginsTag(next): self = .insideEscaped
        case (0x3E, false, _): self = .outside
        case (0x3E, true, .insideEscaped): self = .outside
        default: break
        }
    }

    private static func beginsTag(_ scalar: UInt32) -> Bool {
        (0x61...0x7A).contains(scalar) || scalar == 0x2F || scalar == 0x21 || scalar == 0x3F
    }
}
