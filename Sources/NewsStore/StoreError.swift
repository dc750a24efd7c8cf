import Foundation
import GRDB

/// Why the state file can't be used: a closed set, each case with what a person can do about it.
package enum StoreError: Error, Sendable, Hashable, CustomStringConvertible {
    /// It is there, but nobody can read it: not SQLite, or damaged. ``NewsStore/setAside(path:now:)`` makes way for a
    /// new one.
    case unreadable(path: String, reason: String)
    /// It is sound, and a newer version of this program wrote it: to begin a new one would be to forget.
    case newer(path: String)
    /// It is the database of another program, which still needs it where it stands.
    case foreign(path: String)
    /// It can't be written: a folder stands there, it or its folder is read-only, or the disk fails.
    case notWritable(path: String, reason: String)
    /// The disk is full. The state is as it was before.
    case noSpace(path: String)
    /// Another run holds it.
    case busy(path: String)

    /// What is the matter, and what to do about it.
    package var description: String { "\(cause) \(advice)" }

    /// What is the matter, in one sentence; for a caller that does something about it itself.
    package var cause: String {
        switch self {
        case .unreadable(let path, let reason): "The state file “\(path)” can't be read: \(reason)."
        case .newer(let path): "The state file “\(path)” was written by a newer version of Broadsheet."
        case .foreign(let path): "The state file “\(path)” is the SQLite file of another program."
        case .notWritable(let path, let reason): "The state file “\(path)” can't be written: \(reason)."
        case .noSpace(let path): "There is no space left for the state file “\(path)”."
        case .busy(let path): "Another run is using the state file “\(path)”."
        }
    }

    private var advice: String {
        switch self {
        case .unreadable: "Move it away, and the next run begins a new one."
        case .newer: "Run that version, or move the file away to begin a new one."
        case .foreign: "Name another file in `state:`."
        case .notWritable: "Check `state:` and the permissions there."
        case .noSpace: "Make room on its disk and run again."
        case .busy: "Wait until it has ended and run again."
        }
    }
}

extension StoreError {
    /// What any error that SQLite, GRDB or a decoder threw means for the state file at `path`.
    init(_ error: any Error, path: String) {
        switch error {
        case let error as StoreError: self = error
        case let error as DatabaseError:
            self.init(code: error.resultCode.primaryResultCode.rawValue, message: error.message, path: path)
        default: self = .unreadable(path: path, reason: "what stands in it is not what was written")
        }
    }

    /// What a primary result code of SQLite means (https://www.sqlite.org/rescode.html).
    init(code: Int32, message: String?, path: String) {
        let said = message ?? "SQLite error \(code)"
        switch ResultCode(rawValue: code) {
        case .SQLITE_FULL: self = .noSpace(path: path)
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
        case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH, .SQLITE_IOERR, .SQLITE_NOMEM:
            self = .notWritable(path: path, reason: said)
        case .SQLITE_NOTADB: self = .unreadable(path: path, reason: "it is not an SQLite file")
        case .SQLITE_CORRUPT: self = .unreadable(path: path, reason: "it is damaged")
        default: self = .unreadable(path: path, reason: said)
        }
    }

    /// What a column says that no version of this program wrote: only a damaged file has it.
    static func damage(_ message: String) -> DatabaseError {
        DatabaseError(resultCode: .SQLITE_CORRUPT, message: message)
    }

    /// Runs `body`, and turns what SQLite or a decoder throws in it into a ``StoreError``; other errors pass as they are.
    static func wrapping<T>(_ path: String, _ body: () throws -> T) throws -> T {
        do { return try body() } catch {
            switch error {
            case is DatabaseError, is RowDecodingError, is DecodingError: throw StoreError(error, path: path)
            default: throw error
            }
        }
    }
}
