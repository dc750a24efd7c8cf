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

    /// The instant as reading gives it back.
    var stored: Date { Date(milliseconds: milliseconds) }
}

/// 20261123 for 2026-11-23.
extension EditionDate: DatabaseValueConvertible {
    var number: Int64 { Int64(year * 10_000 + month * 100 + day) }

    init?(number: Int64) {
        let number = Int(number)
        self.init(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    }

    /// The date of a column.
    /// - Throws: damage, where the number is no date.
    init(stored number: Int64) throws {
        guard let date = EditionDate(number: number) else { throw StoreError.damage("\(number) is no date") }
        self = date
    }

    var databaseValue: DatabaseValue { number.databaseValue }

    static func fromDatabaseValue(_ value: DatabaseValue) -> EditionDate? {
        Int64.fromDatabaseValue(value).flatMap(EditionDate.init(number:))
    }
}

/// The sixty-four bits that its hexadecimal digits stand for, as a signed integer.
extension StoryID: DatabaseValueConvertible {
    /// `nil` for what is no sixteen hexadecimal digits: no store gave it.
    var number: Int64? {
        guard rawValue.utf8.count == 16 else { return nil }
        return UInt64(rawValue, radix: 16).map(Int64.init(bitPattern:))
    }

    init(number: Int64) {
        self.init(
            rawValue: String(unsafeUninitializedCapacity: 16) { digits in
                for index in 0..<16 {
                    let digit = UInt8(truncatingIfNeeded: UInt64(bitPattern: number) >> (60 - 4 * UInt64(index)) & 0xF)
                    digits[index] = digit < 10 ? 0x30 + digit : 0x61 + digit - 10
                }
                return 16
            })
    }

    var databaseValue: DatabaseValue { (number ?? 0).databaseValue }

    static func fromDatabaseValue(_ value: DatabaseValue) -> StoryID? {
        Int64.fromDatabaseValue(value).map(StoryID.init(number:))
    }
}

/// Texts as the store keeps them.
enum StoredText {
    /// Where a text ends for SQLite: before its first NUL.
    static func end(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
        guard let start = bytes.baseAddress, let nul = memchr(start, 0, bytes.count) else { return bytes.count }
        return UnsafeRawPointer(start).distance(to: UnsafeRawPointer(nul))
    }

    /// A text as reading gives it back.
    static func stored(_ text: String) -> String {
        var text = text
        let end = text.withUTF8(end)
        return end == text.utf8.count ? text : String(decoding: text.utf8.prefix(end), as: UTF8.self)
    }

    static func stored(_ text: String?) -> String? {
        text.map { stored($0) }
    }
}

/// A list of texts in one column, separated by U+001F.
enum TextList {
    /// No text that is read from XML can hold it.
    private static let separator = "\u{1F}"
    private static let separatorByte: UInt8 = 0x1F

    /// `nil` for no text at all.
    static func joined(_ list: [String]) -> String? {
        guard !list.isEmpty else { return nil }
        guard list.contains(where: { $0.utf8.contains(separatorByte) }) else {
            return list.joined(separator: separator)
        }
        return list.map { $0.replacing(separator, with: " ") }.joined(separator: separator)
    }

    static func texts(_ column: String?) -> [String] {
        guard let column else { return [] }
        return column.utf8.split(separator: separatorByte, omittingEmptySubsequences: false).map { String($0) ?? "" }
    }

    /// A list as reading gives it back.
    static func stored(_ list: [String]) -> [String] {
        let isPlain = list.allSatisfy { !$0.utf8.contains { $0 == separatorByte || $0 == 0 } }
        return isPlain ? list : texts(joined(list).map { StoredText.stored($0) })
    }
}

/// A row of a table as GRDB reads and writes it: its properties are the columns, and instants are milliseconds.
protocol StoredRecord: Codable, FetchableRecord, PersistableRecord {}

extension StoredRecord {
    static func databaseDateEncodingStrategy(for column: String) -> DatabaseDateEncodingStrategy {
        .custom { $0.milliseconds }
    }

    static func databaseDateDecodingStrategy(for column: String) -> DatabaseDateDecodingStrategy {
        .millisecondsSince1970
    }

    static func databaseJSONEncoder(for column: String) -> JSONEncoder { StoredJSON.encoder }

    static func databaseJSONDecoder(for column: String) -> JSONDecoder { StoredJSON.decoder }
}

/// How a value is kept as JSON in one column. One encoder and one decoder: to make them costs as much as to use them once.
private enum StoredJSON {
    static let encoder: JSONEncoder = {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .millisecondsSince1970
        // The same values make the same file.
        encoder.outputFormatting = .sortedKeys
        return encoder
    }()

    static let decoder: JSONDecoder = {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .millisecondsSince1970
        return decoder
    }()
}
