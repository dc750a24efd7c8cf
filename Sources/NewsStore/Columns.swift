import Foundation
import GRDB
import NewsModel

extension Date {
    init(milliseconds: Int64) {
        self.init(timeIntervalSince1970: Double(milliseconds) / 1000)
    }

    /// Milliseconds since 1970, to the nearest, so that reading and writing again gives the same number. What lies
    /// outside a hundred thousand years, which only a broken feed says, is cut off there.
    var milliseconds: Int64 {
        let limit = 3.2e15
        return Int64(max(-limit, min(limit, (timeIntervalSince1970 * 1000).rounded())))
    }
}

/// Small numbers, 0 to 62, as the bits of one.
enum BitSet {
    static func number(_ members: Set<Int>) -> Int64 {
        members.reduce(0) { $0 | (0...62 ~= $1 ? 1 << Int64($1) : 0) }
    }

    static func members(_ number: Int64) -> Set<Int> {
        number == 0 ? [] : Set((0...62).filter { number >> Int64($0) & 1 == 1 })
    }
}

extension EditionDate {
    /// 20261123 for 2026-11-23.
    var number: Int64 { Int64(year * 10_000 + month * 100 + day) }

    init?(number: Int64) {
        let number = Int(number)
        self.init(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    }
}

extension StoryID {
    /// `nil` for what is no sixteen hexadecimal digits.
    var number: Int64? {
        guard rawValue.utf8.count == 16 else { return nil }
        return UInt64(rawValue, radix: 16).map(Int64.init(bitPattern:))
    }

    init(number: Int64) {
        self.init(
            rawValue: String(unsafeUninitializedCapacity: 16) { digits in
                for place in 0..<16 {
                    let digit = UInt8(truncatingIfNeeded: UInt64(bitPattern: number) >> (60 - 4 * UInt64(place)) & 0xF)
                    digits[place] = digit < 10 ? 0x30 + digit : 0x61 + digit - 10
                }
                return 16
            })
    }
}

extension DatabaseValue {
    static func of(_ value: Int64) -> DatabaseValue { value.databaseValue }
    static func of(_ value: Int) -> DatabaseValue { Int64(value).databaseValue }
    static func of(_ value: Int?) -> DatabaseValue { value.map { Int64($0).databaseValue } ?? .null }
    static func of(_ value: Int64?) -> DatabaseValue { value?.databaseValue ?? .null }
    static func of(_ value: String?) -> DatabaseValue { value?.databaseValue ?? .null }
    static func of(_ value: Date?) -> DatabaseValue { value.map { $0.milliseconds.databaseValue } ?? .null }
}
