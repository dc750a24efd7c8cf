import GRDB
import GRDBSQLite

/// A statement that is run many thousand times a night, by SQLite's own calls.
///
/// On the way through GRDB each run makes a cursor, each value is copied several times and each text becomes an array:
/// that was two thirds of the time of a night with 69,000 items, and a row read so costs twice of what SQLite takes
/// for it. GRDB still compiles the statement and gives it back; it must be used within a transaction of GRDB's.
final class PreparedStatement {
    private let statement: Statement
    private let handle: SQLiteStatement

    init(_ db: Database, _ sql: String) throws {
        statement = try db.makeStatement(sql: sql)
        handle = statement.sqliteStatement
    }

    /// Runs it once, with the values that `bind` gives; they are as many as its parameters.
    /// - Returns: how many rows it wrote.
    @discardableResult
    func run(_ bind: (inout Binder) -> Void) throws -> Int {
        try setting(bind) {
            while try step() {}
        }
        return Int(sqlite3_changes(sqlite3_db_handle(handle)))
    }

    /// The same where there are few values.
    @discardableResult
    func run(_ values: [DatabaseValue] = []) throws -> Int {
        try run { $0.add(values) }
    }

    /// The number of the row that was put in last.
    var lastNumber: Int64 { sqlite3_last_insert_rowid(sqlite3_db_handle(handle)) }

    /// What `read` makes of its first row, `nil` where there is none.
    func first<T>(_ values: [DatabaseValue] = [], _ read: (StoredRow) throws -> T) throws -> T? {
        try first({ $0.add(values) }, read)
    }

    func first<T>(_ bind: (inout Binder) -> Void, _ read: (StoredRow) throws -> T) throws -> T? {
        try setting(bind) { try step() ? read(StoredRow(of: handle)) : nil }
    }

    /// What `read` makes of each row, in order.
    func all<T>(_ values: [DatabaseValue] = [], _ read: (StoredRow) throws -> T) throws -> [T] {
        try setting {
            $0.add(values)
        } reading: {
            var found: [T] = []
            while try step() { found.append(try read(StoredRow(of: handle))) }
            return found
        }
    }

    /// SQLite takes values only between a reset and the next step.
    private func setting<T>(_ bind: (inout Binder) -> Void, reading body: () throws -> T) throws -> T {
        var binder = Binder(handle)
        bind(&binder)
        guard binder.code == SQLITE_OK else { throw failure(binder.code) }
        // What a reset says is what the last step said already.
        defer { sqlite3_reset(handle) }
        return try body()
    }

    /// Whether there is a row.
    private func step() throws -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: true
        case SQLITE_DONE: false
        case let code: throw failure(code)
        }
    }

    private func failure(_ code: CInt) -> DatabaseError {
        let message = String(cString: sqlite3_errmsg(sqlite3_db_handle(handle)))
        return DatabaseError(resultCode: ResultCode(rawValue: code), message: message, sql: statement.sql)
    }
}

/// Gives a statement its values, one after the other.
struct Binder {
    private let handle: SQLiteStatement
    private var place: CInt = 0
    /// What SQLite said to the first value that it did not take.
    private(set) var code = SQLITE_OK

    init(_ handle: SQLiteStatement) {
        self.handle = handle
    }

    mutating func add(_ values: [DatabaseValue]) {
        for value in values { note { value.bind(to: $0, at: $1) } }
    }

    mutating func add(_ number: Int64) {
        note { sqlite3_bind_int64($0, $1, number) }
    }

    mutating func add(_ number: Int64?) {
        note { handle, place in
            number.map { sqlite3_bind_int64(handle, place, $0) } ?? sqlite3_bind_null(handle, place)
        }
    }

    /// What is no number becomes NULL.
    mutating func add(_ number: Double) {
        note { sqlite3_bind_double($0, $1, number) }
    }

    /// What of it stands before a NUL, as SQLite's own functions see a text.
    mutating func add(_ text: String?) {
        guard var text else { return note { sqlite3_bind_null($0, $1) } }
        text.withUTF8 { bytes in
            let size = CInt(StoredText.end(of: bytes))
            // The bytes live as long as this closure, so that SQLite has to copy them: -1 is its SQLITE_TRANSIENT.
            let copies = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
            // No address at all would be NULL rather than an empty text.
            guard let start = bytes.baseAddress else { return note { sqlite3_bind_text($0, $1, "", 0, copies) } }
            start.withMemoryRebound(to: CChar.self, capacity: bytes.count) { start in
                note { sqlite3_bind_text($0, $1, start, size, copies) }
            }
        }
    }

    private mutating func note(_ bind: (SQLiteStatement, CInt) -> CInt) {
        place += 1
        let said = bind(handle, place)
        if code == SQLITE_OK { code = said }
    }
}
