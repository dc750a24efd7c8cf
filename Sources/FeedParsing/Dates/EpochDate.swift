import Foundation
import WebText

/// Numbers as dates: what has passed since 1970, in seconds below 10¹¹, milliseconds below 10¹⁴, microseconds below 10¹⁷,
/// else nanoseconds.
enum EpochDate {
    /// Seconds since 1970, where the text of a date is nothing but a number that dates one of the years since 1973, in
    /// decimals or with an exponent, or one in the brackets of `/Date(…)/`.
    static func seconds(_ bytes: Bytes) -> Double? {
        let bytes = inner(bytes)
        guard let first = bytes.first, first.isDigit, bytes.allSatisfy({ $0.isDigit || isNumeric($0) }),
            let number = Double(bytes.string.replacing(",", with: ".")), number.isFinite, number >= 1e8, number < 1e20
        else { return nil }
        // Twelve and fourteen digits may be a date without any mark, as 202611241805.
        return compactDate(bytes).map(Double.init) ?? seconds(number)
    }

    private static func seconds(_ number: Double) -> Double {
        switch number {
        case ..<1e11: number
        case ..<1e14: number / 1e3
        case ..<1e17: number / 1e6
        default: number / 1e9
        }
    }

    /// What stands in `/Date(…)/`, in which JSON of .NET has milliseconds; an offset there changes nothing.
    private static func inner(_ bytes: Bytes) -> Bytes {
        guard bytes.starts(withWord: "/date(", at: 0), bytes.ends(withWord: ")/") else { return bytes }
        let inner = bytes.part(6..<bytes.count - 2)
        let sign = inner.firstIndex { $0 == ASCII.plus || $0 == ASCII.minus } ?? inner.count
        return inner.part(0..<sign)
    }

    private static func isNumeric(_ byte: UInt8) -> Bool {
        byte == ASCII.dot || byte == ASCII.comma || byte == ASCII.plus || byte.lowercase == UInt8(ascii: "e")
    }

    /// `20261124180509` or `202611241805` of the years 1970 to 2099.
    private static func compactDate(_ bytes: Bytes) -> Int? {
        guard bytes.count == 14 || bytes.count == 12 else { return nil }
        var scanner = DateScanner(bytes)
        guard let year = scanner.number(4), (1970...2099).contains(year), let month = scanner.number(2),
            let day = scanner.number(2), let hour = scanner.number(2), let minute = scanner.number(2)
        else { return nil }
        let second = scanner.isAtEnd ? 0 : scanner.number(2)
        guard let second else { return nil }
        return CalendarTime(year: year, month: month, day: day, hour: hour, minute: minute, second: second).seconds
    }
}
