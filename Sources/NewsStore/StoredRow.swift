import Foundation
import GRDB
import GRDBSQLite

/// A row that a statement stands on, until it goes on. What is not of the kind that was written is an error and no
/// crash: only a damaged file has it.
struct StoredRow {
    private let handle: SQLiteStatement

    init(of handle: SQLiteStatement) {
        self.handle = handle
    }

    func integer(_ index: Int) throws -> Int64 {
        guard kind(index) == SQLITE_INTEGER else { throw Self.damage }
        return sqlite3_column_int64(handle, CInt(index))
    }

    func optionalInteger(_ index: Int) throws -> Int64? {
        isNull(index) ? nil : try integer(index)
    }

    func optionalReal(_ index: Int) throws -> Double? {
        guard !isNull(index) else { return nil }
        guard kind(index) == SQLITE_FLOAT else { throw Self.damage }
        return sqlite3_column_double(handle, CInt(index))
    }

    func text(_ index: Int) throws -> String {
        guard kind(index) == SQLITE_TEXT, let start = sqlite3_column_text(handle, CInt(index)) else {
            throw Self.damage
        }
        return String(decoding: UnsafeBufferPointer(start: start, count: size(index)), as: UTF8.self)
    }

    func optionalText(_ index: Int) throws -> String? {
        isNull(index) ? nil : try text(index)
    }

    func data(_ index: Int) throws -> Data {
        guard kind(index) == SQLITE_BLOB else { throw Self.damage }
        guard let start = sqlite3_column_blob(handle, CInt(index)) else { return Data() }
        return Data(bytes: start, count: size(index))
    }

    func instant(_ index: Int) throws -> Date { Date(milliseconds: try integer(index)) }

    func optionalInstant(_ index: Int) throws -> Date? { try optionalInteger(index).map(Date.init(milliseconds:)) }

    private func isNull(_ index: Int) -> Bool { kind(index) == SQLITE_NULL }

    private func kind(_ index: Int) -> CInt { sqlite3_column_type(handle, CInt(index)) }

    /// In bytes; to be asked after the text or blob itself.
    private func size(_ index: Int) -> Int { Int(sqlite3_column_bytes(handle, CInt(index))) }

    private static let damage = DatabaseError(
        resultCode: .SQLITE_MISMATCH, message: "what stands in it is not what was written")
}
