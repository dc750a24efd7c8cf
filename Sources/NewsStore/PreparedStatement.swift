import Foundation
import GRDB
import GRDBSQLite

/// A statement that is run many thousand times a night, by SQLite's own calls.
///
/// Through GRDB a lookup of one row takes 9 µs and an insertion of ten columns 8 µs, several times of what SQLite takes:
/// the 20,000 lookups of a night in which little is new would take as long as everything else that is done to record
/// its items. GRDB compiles the statement and gives it back; it must be used within a transaction of GRDB's.
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
        try bound(by: bind) {
            while try step() {}
        }
        return Int(sqlite3_changes(sqlite3_db_handle(handle)))
    }

    /// The number of the row that was inserted last.
    var lastNumber: Int64 { sqlite3_last_insert_rowid(sqlite3_db_handle(handle)) }

    /// What `read` makes of its first row, `nil` where there is none.
    func first<T>(_ values: Int64..., read: (StoredRow) throws -> T) throws -> T? {
        try bound {
            $0.add(values)
        } while: {
            try step() ? read(StoredRow(of: handle)) : nil
        }
    }

    /// What `read` makes of each row, in order.
    func all<T>(_ values: Int64..., read: (StoredRow) throws -> T) throws -> [T] {
        try all(values, read: read)
    }

    func all<T>(_ values: [Int64], read: (StoredRow) throws -> T) throws -> [T] {
        try bound {
            $0.add(values)
        } while: {
            var found: [T] = []
            while try step() { found.append(try read(StoredRow(of: handle))) }
            return found
        }
    }

    /// SQLite takes values only between a reset and the next step.
    private func bound<T>(by bind: (inout Binder) -> Void, while body: () throws -> T) throws -> T {
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

/// The values of a prepared statement's parameters, given one after the other.
struct Binder {
    private let handle: SQLiteStatement
    private var index: CInt = 0
    /// The first code by which SQLite refused a value.
    private(set) var code = SQLITE_OK

    init(_ handle: SQLiteStatement) {
        self.handle = handle
    }

    mutating func add(_ numbers: [Int64]) {
        for number in numbers { add(number) }
    }

    mutating func add(_ number: Int64) {
        bind { sqlite3_bind_int64($0, $1, number) }
    }

    mutating func add(_ number: Int64?) {
        guard let number else { return bind { sqlite3_bind_null($0, $1) } }
        add(number)
    }

    /// NaN becomes NULL.
    mutating func add(_ number: Double) {
        bind { sqlite3_bind_double($0, $1, number) }
    }

    /// The part of a text before its first NUL, as SQLite's own functions see it.
    mutating func add(_ text: String?) {
        guard var text else { return bind { sqlite3_bind_null($0, $1) } }
        text.withUTF8 { bytes in
            let size = CInt(StoredText.end(of: bytes))
            // The bytes live as long as this closure, so that SQLite has to copy them: -1 is its SQLITE_TRANSIENT.
            let copies = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
            // No address at all would be NULL rather than an empty text.
            guard let start = bytes.baseAddress else { return bind { sqlite3_bind_text($0, $1, "", 0, copies) } }
            start.withMemoryRebound(to: CChar.self, capacity: bytes.count) { start in
                bind { sqlite3_bind_text($0, $1, start, size, copies) }
            }
        }
    }

    private mutating func bind(_ bind: (SQLiteStatement, CInt) -> CInt) {
        index += 1
        let result = bind(handle, index)
        if code == SQLITE_OK { code = result }
    }
}

/// The row that a prepared statement stands on. A value of another kind than was written is an error and no crash: only
/// a damaged file has one.
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

    /// A number that may be NaN, which SQLite keeps as NULL.
    func real(_ index: Int) throws -> Double {
        guard !isNull(index) else { return .nan }
        guard kind(index) == SQLITE_FLOAT else { throw Self.damage }
        return sqlite3_column_double(handle, CInt(index))
    }

    func text(_ index: Int) throws -> String {
        guard kind(index) == SQLITE_TEXT, let start = sqlite3_column_text(handle, CInt(index)) else {
            throw Self.damage
        }
        // In bytes; to be asked after the text itself.
        let size = Int(sqlite3_column_bytes(handle, CInt(index)))
        return String(decoding: UnsafeBufferPointer(start: start, count: size), as: UTF8.self)
    }

    func optionalText(_ index: Int) throws -> String? {
        isNull(index) ? nil : try text(index)
    }

    func instant(_ index: Int) throws -> Date { Date(milliseconds: try integer(index)) }

    func optionalInstant(_ index: Int) throws -> Date? { try optionalInteger(index).map(Date.init(milliseconds:)) }

    private func isNull(_ index: Int) -> Bool { kind(index) == SQLITE_NULL }

    private func kind(_ index: Int) -> CInt { sqlite3_column_type(handle, CInt(index)) }

    private static let damage = DatabaseError(
        resultCode: .SQLITE_MISMATCH, message: "what stands in it is not what was written")
}

/// Inserts rows, many by one statement: SQLite finds the page of each beside the one before, which is most of the work
/// where they come in the order of the table's key.
final class RowInsertion<Row> {
    private static var rowsAtOnce: Int { 24 }

    private let db: Database
    private let start: String
    private let row: String
    private let condition: String?
    /// By how many rows they insert; made when first needed.
    private var statements: [Int: PreparedStatement] = [:]
    private let bind: (Row, inout Binder) -> Void

    /// - Parameters:
    ///   - db: the database.
    ///   - start: the statement up to its columns: `INSERT INTO table`.
    ///   - columns: their names.
    ///   - condition: what holds for rows that are left out, in terms of `column1`, `column2` …; `nil` where none are.
    ///   - bind: gives the values of a row, one for each of the columns.
    init(
        _ db: Database, _ start: String, columns: [String], unless condition: String? = nil,
        bind: @escaping (Row, inout Binder) -> Void
    ) {
        self.db = db
        self.start = "\(start) (\(columns.joined(separator: ", ")))"
        row = "(" + columns.map { _ in "?" }.joined(separator: ", ") + ")"
        self.condition = condition
        self.bind = bind
    }

    func write(_ rows: some Collection<Row>) throws {
        var rest = rows[...]
        while rest.count >= Self.rowsAtOnce {
            try statement(of: Self.rowsAtOnce).run { binder in
                for row in rest.prefix(Self.rowsAtOnce) { bind(row, &binder) }
            }
            rest = rest.dropFirst(Self.rowsAtOnce)
        }
        for row in rest { try statement(of: 1).run { binder in bind(row, &binder) } }
    }

    private func statement(of count: Int) throws -> PreparedStatement {
        if let made = statements[count] { return made }
        let rows = [String](repeating: row, count: count).joined(separator: ", ")
        let statement = try PreparedStatement(
            db, condition.map { "\(start) SELECT * FROM (VALUES \(rows)) WHERE NOT \($0)" } ?? "\(start) VALUES \(rows)"
        )
        statements[count] = statement
        return statement
    }
}
