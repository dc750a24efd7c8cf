import Foundation
import WebText

/// How far a date's clock is ahead of UTC: a number, or the clocks of a place, which change with the season.
enum Zone {
    /// Seconds east of Greenwich.
    case offset(Int)
    case place(TimeZone)

    /// Seconds east of Greenwich at a time by the zone's clocks.
    func offset(at time: CalendarTime) -> Int {
        switch self {
        case .offset(let seconds): return seconds
        case .place(let zone):
            guard let local = time.seconds else { return 0 }
            let clock = Double(local + time.offset)
            let near = zone.secondsFromGMT(for: Date(timeIntervalSince1970: clock))
            return zone.secondsFromGMT(for: Date(timeIntervalSince1970: clock - Double(near)))
        }
    }

    /// Reads an offset, or a name that is known, with or without an offset behind it; otherwise the scanner stays where
    /// it is.
    static func read(_ scanner: inout DateScanner) -> Zone? {
        if let offset = scanner.offset() { return .offset(offset) }
        guard scanner.next.isLetter || scanner.next >= 0x80 else { return nil }
        if let zone = ZoneName.longName(&scanner) { return zone }
        let start = scanner.at
        let name = ZoneName.shortName(&scanner)
        let end = scanner.at
        guard let zone = ZoneName.zone(name, isUpperCase: scanner.bytes[start] < UInt8(ascii: "a")) else {
            scanner.at = start
            return nil
        }
        // `GMT+02:00` and `UTC -5` mean two hours east and five west, whatever POSIX makes of it; behind another name the
        // offset only says the same in figures.
        if !name.contains("/") {
            scanner.skipBlanks()
            if let offset = scanner.offset() { return .offset(offset) }
            scanner.at = end
        }
        return zone
    }
}
