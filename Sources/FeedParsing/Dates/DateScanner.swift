import WebText

/// A place in the text of a date.
struct DateScanner {
    let bytes: Bytes
    var at = 0

    init(_ bytes: Bytes) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { at >= bytes.count }

    /// The byte here, and 0 behind the end.
    var next: UInt8 { at < bytes.count ? bytes[at] : 0 }

    /// The letters of ASCII that follow.
    var word: Bytes {
        var end = at
        while end < bytes.count, bytes[end].isLetter { end += 1 }
        return bytes.part(at..<end)
    }

    mutating func skip(_ byte: UInt8) -> Bool {
        guard next == byte, !isAtEnd else { return false }
        at += 1
        return true
    }

    mutating func skipBlanks() {
        while next.isBlank { at += 1 }
    }

    /// How many digits stand here in a row.
    var digits: Int {
        var end = at
        while end < bytes.count, bytes[end].isDigit { end += 1 }
        return end - at
    }

    /// Exactly `count` digits; otherwise the scanner stays where it is.
    mutating func number(_ count: Int) -> Int? {
        guard at + count <= bytes.count else { return nil }
        var value = 0
        for index in at..<at + count {
            guard bytes[index].isDigit else { return nil }
            value = value * 10 + Int(bytes[index] - ASCII.zero)
        }
        at += count
        return value
    }

    /// Exactly `count` digits at a place that is known.
    mutating func number(_ count: Int, at place: Int) -> Int? {
        at = place
        return number(count)
    }

    /// All the digits that stand here, at most nine.
    mutating func number() -> Int? {
        let count = digits
        return count > 0 && count <= 9 ? number(count) : nil
    }

    /// A fraction of a second, which is left out.
    mutating func skipFraction() {
        guard next == ASCII.dot || next == ASCII.comma, at + 1 < bytes.count, bytes[at + 1].isDigit else { return }
        at += 1
        while next.isDigit { at += 1 }
    }

    /// `+hh:mm`, `+hhmm`, `+hmm`, `+hh` or `+h`, with seconds or without, in seconds; `nil` where none stands here.
    mutating func offset() -> Int? {
        let start = at
        let isWest = next == ASCII.minus
        guard isWest || next == ASCII.plus, !isAtEnd else { return nil }
        at += 1
        let count = digits
        guard let value = number() else {
            at = start
            return nil
        }
        var minutes = 0
        var hours = value
        if count > 2 {
            (hours, minutes) = (value / 100, value % 100)
        } else if skip(ASCII.colon) {
            minutes = number() ?? 0
            if skip(ASCII.colon) { _ = number() }
        }
        guard count <= 4, hours <= 18, minutes < 60 else {
            at = start
            return nil
        }
        return (hours * 3600 + minutes * 60) * (isWest ? -1 : 1)
    }
}
