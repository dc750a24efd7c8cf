/// IPv4 addresses in all the spellings that the URL standard §3.5 accepts.
enum IPv4Text {
    /// Whether the last label is a number, so that the name must be an address or nothing.
    static func looksLikeAddress(_ name: String) -> Bool {
        let start = name.utf8.lastIndex(of: UInt8(ascii: ".")).map(name.utf8.index(after:)) ?? name.startIndex
        let last = name[start...]
        guard let first = last.utf8.first, (48...57).contains(first) else { return false }
        return last.utf8.allSatisfy { (48...57).contains($0) } || number(last) != nil
    }

    /// Four decimal parts; `nil` for too many parts or too large a number.
    static func canonical(_ name: String) -> String? {
        let numbers = name.split(separator: ".", omittingEmptySubsequences: false).map(number)
        guard (1...4).contains(numbers.count), let last = numbers.last.flatMap({ $0 }) else { return nil }
        var address = last
        let room = UInt64(1) << (8 * UInt64(5 - numbers.count))
        guard last < room else { return nil }
        for (place, part) in numbers.dropLast().enumerated() {
            guard let part, part < 256 else { return nil }
            address += part << (8 * UInt64(3 - place))
        }
        return [24, 16, 8, 0].map { String(address >> $0 & 255) }.joined(separator: ".")
    }

    /// Decimal, octal with a leading zero, or hexadecimal with `0x`.
    private static func number(_ part: Substring) -> UInt64? {
        if part.hasPrefix("0x") { return part.count == 2 ? 0 : digits(part.dropFirst(2), radix: 16) }
        if part.count > 1, part.first == "0" { return digits(part.dropFirst(), radix: 8) }
        return digits(part, radix: 10)
    }

    private static func digits(_ text: Substring, radix: Int) -> UInt64? {
        guard text.utf8.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }) else { return nil }
        return UInt64(text, radix: radix)
    }
}
