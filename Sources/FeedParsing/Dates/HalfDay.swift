import WebText

/// The half of the day that a time on a twelve-hour clock lies in.
enum HalfDay {
    /// Reads `am`, `PM`, `a.m.`, `P. M.`, or another language's words for them; says whether the time is after noon.
    /// Otherwise the scanner stays where it is.
    static func read(_ scanner: inout DateScanner) -> Bool? { latin(&scanner) ?? word(&scanner) }

    private static func latin(_ scanner: inout DateScanner) -> Bool? {
        var probe = scanner
        let first = probe.next.lowercase
        guard first == UInt8(ascii: "a") || first == UInt8(ascii: "p"), !probe.isAtEnd else { return nil }
        probe.at += 1
        if probe.skip(ASCII.dot) { probe.skipBlanks() }
        guard probe.next.lowercase == UInt8(ascii: "m") else { return nil }
        probe.at += 1
        guard !probe.next.isLetter, probe.next < 0x80 else { return nil }
        _ = probe.skip(ASCII.dot)
        scanner = probe
        return first == UInt8(ascii: "p")
    }

    private static func word(_ scanner: inout DateScanner) -> Bool? {
        var probe = scanner
        var letters: [UInt8] = []
        while probe.next.isLetter || probe.next >= 0x80 || probe.next == ASCII.dot {
            if probe.next != ASCII.dot { letters.append(probe.next) }
            probe.at += 1
        }
        guard let isAfternoon = names[String(decoding: letters, as: UTF8.self).lowercased()] else { return nil }
        scanner = probe
        return isAfternoon
    }

    private static let names: [String: Bool] = {
        var names: [String: Bool] = [:]
        for row in WordList.rows(PackageResources.half_days_txt) where row.count == 2 {
            names[row[0]] = false
            names[row[1]] = true
        }
        return names
    }()
}
