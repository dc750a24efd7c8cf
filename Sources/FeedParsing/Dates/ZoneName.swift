import WebText

/// The zones that stand in dates by name, in seconds east of Greenwich.
enum ZoneName {
    /// An offset, or a name with or without one behind it; `nil` where neither stands here.
    ///
    /// A name that nobody knows counts as UTC: the day is right then, and mostly more.
    static func offset(_ scanner: inout DateScanner) -> Int? {
        if let offset = scanner.offset() { return offset }
        let start = scanner.at
        while scanner.next.isLetter || scanner.next == ASCII.slash || scanner.next == UInt8(ascii: "_") {
            scanner.at += 1
        }
        guard scanner.at > start else { return nil }
        let name = scanner.bytes.part(start..<scanner.at)
        // `GMT+02:00` means two hours east, whatever POSIX makes of it.
        return scanner.offset() ?? offset(named: name) ?? 0
    }

    static func offset(named name: Bytes) -> Int? {
        if name.count == 1 { return military(name[0].lowercase) }
        return halfHours[name.string.uppercased()].map { $0 * 1800 }
    }

    /// The letters as RFC 822 §5 has them, which is what RSS refers to, though the sign was a mistake (RFC 2822 §4.3).
    private static func military(_ letter: UInt8) -> Int? {
        let place = Int(letter) - Int(UInt8(ascii: "a"))
        switch letter {
        case UInt8(ascii: "a")...UInt8(ascii: "i"): return -(place + 1) * 3600
        case UInt8(ascii: "k")...UInt8(ascii: "m"): return -place * 3600
        case UInt8(ascii: "n")...UInt8(ascii: "y"): return (place - 12) * 3600
        case UInt8(ascii: "z"): return 0
        default: return nil
        }
    }

    /// Where a name is used in several parts of the world, the one that feeds use it for.
    private static let halfHours = Dictionary(
        uniqueKeysWithValues: WordList.rows(PackageResources.zones_txt).map { ($0[0], Int($0[1]) ?? 0) })
}
