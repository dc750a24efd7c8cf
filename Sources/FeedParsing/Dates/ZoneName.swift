import Foundation
import WebText

/// The zones that stand in dates by name.
enum ZoneName {
    /// The zone of a name without blanks: an abbreviation, a military letter, or a name of the IANA database.
    static func zone(_ name: String, isUpperCase: Bool) -> Zone? {
        if name.utf8.count == 1, let letter = name.utf8.first {
            // A small letter is the abbreviation of a word, as the `h` of hours, but for the `z` of UTC.
            let isZone = isUpperCase || letter | 0x20 == UInt8(ascii: "z")
            return isZone ? military(letter.lowercase).map(Zone.offset) : nil
        }
        if let zone = abbreviations[name.uppercased()] { return zone }
        return name.contains("/") ? place(name) : nil
    }

    /// Letters and the marks of the IANA database's names, from the scanner on.
    static func shortName(_ scanner: inout DateScanner) -> String {
        let start = scanner.at
        while scanner.next.isLetter || scanner.next >= 0x80 || scanner.next == UInt8(ascii: "_") { scanner.at += 1 }
        if let rest = posixRest(scanner, from: start) { scanner.at = rest }
        // Digits and signs belong to a name only behind a slash, as in `Etc/GMT+5`.
        while scanner.next == ASCII.slash, scanner.at + 1 < scanner.bytes.count, scanner.bytes[scanner.at + 1].isLetter
        {
            scanner.at += 1
            while scanner.next.isAlphanumeric || marks.contains(scanner.next) { scanner.at += 1 }
        }
        return scanner.bytes.part(start..<scanner.at).string
    }

    /// The end of a zone's name with its hours and its summer time, as `EST5EDT`, whose first letters end here.
    private static func posixRest(_ scanner: DateScanner, from start: Int) -> Int? {
        guard scanner.at - start == 3, scanner.digits == 1 else { return nil }
        var probe = scanner
        probe.at += 1
        let summer = probe.at
        while probe.next.isLetter { probe.at += 1 }
        return probe.at - summer == 3 ? probe.at : nil
    }

    private static let marks: [UInt8] = [UInt8(ascii: "_"), ASCII.minus, ASCII.plus]

    /// The zone of a name of several words, from the scanner on: the longest that is known.
    static func longName(_ scanner: inout DateScanner) -> Zone? {
        var probe = scanner
        var name = ""
        var found: (zone: Zone, end: Int)?
        for _ in 0..<mostWords {
            let start = probe.at
            while probe.next.isLetter || probe.next >= 0x80 || longNameMarks.contains(probe.next) { probe.at += 1 }
            guard probe.at > start else { break }
            name += (name.isEmpty ? "" : " ") + probe.bytes.part(start..<probe.at).string.lowercased()
            // `Pacific/Auckland` is a place, and not the time of the Pacific coast.
            if probe.next != ASCII.slash, let zone = longNames[name] { found = (zone, probe.at) }
            guard probe.next == ASCII.space else { break }
            probe.skipBlanks()
        }
        guard let found else { return nil }
        scanner.at = found.end
        return found.zone
    }

    private static let longNameMarks: [UInt8] = [ASCII.dot, ASCII.apostrophe, ASCII.minus]
    private static let mostWords = 6

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

    /// A zone of the IANA database, in any case.
    private static func place(_ name: String) -> Zone? {
        guard name.utf8.count <= 40 else { return nil }
        return (placesByLowercase[name.lowercased()] ?? TimeZone(identifier: name)).map(Zone.place)
    }

    private static let placesByLowercase: [String: TimeZone] = {
        let names = TimeZone.knownTimeZoneIdentifiers
        return Dictionary(
            names.compactMap { name in TimeZone(identifier: name).map { (name.lowercased(), $0) } },
            uniquingKeysWith: { first, _ in first })
    }()

    /// Where a name is used in several parts of the world, the one that feeds use it for.
    private static let abbreviations = Dictionary(
        uniqueKeysWithValues: WordList.rows(PackageResources.zones_txt).compactMap { row in
            zone(ofCell: row[1]).map { (row[0], $0) }
        })

    private static let longNames = Dictionary(
        uniqueKeysWithValues: WordList.rows(PackageResources.zone_long_names_txt).compactMap { row in
            let name = row.dropFirst().joined(separator: " ").replacing("’", with: "'")
            return zone(ofCell: row[0]).map { (name, $0) }
        })

    /// `+05:30`, or a name of the IANA database.
    private static func zone(ofCell cell: String) -> Zone? {
        var text = cell
        let offset = text.withUTF8 { bytes in
            var scanner = DateScanner(bytes)
            return scanner.offset()
        }
        return offset.map(Zone.offset) ?? TimeZone(identifier: cell).map(Zone.place)
    }
}
