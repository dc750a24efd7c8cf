import GRDB

/// A statement that is run many thousand times a night: values go straight to SQLite's own statement.
///
/// On the way through GRDB's `StatementArguments` each value is copied three times and looked up through a key path,
/// which was two thirds of the time of a night with 69,000 items. SQLite takes values only between a reset and the next
/// step: GRDB's cursors reset their statement when they go, and all use of a statement here is through cursors.
final class PreparedStatement {
    private let statement: Statement

    init(_ db: Database, _ sql: String) throws {
        statement = try db.makeStatement(sql: sql)
        // From now on GRDB takes the statement's arguments as settled, and leaves alone what is bound here.
        statement.setUncheckedArguments(StatementArguments())
    }

    /// Runs it once. The values are as many as its parameters.
    func run(_ values: [DatabaseValue] = []) throws {
        try bind(values)
        let rows = try Int64.fetchCursor(statement)
        while try rows.next() != nil {}
    }

    /// What `read` makes of its first row, `nil` where there is none.
    func first<T>(_ values: [DatabaseValue] = [], _ read: (Row) throws -> T) throws -> T? {
        try bind(values)
        let rows = try Row.fetchCursor(statement)
        return try rows.next().map(read)
    }

    /// What `read` makes of each row, in order.
    func all<T>(_ values: [DatabaseValue] = [], _ read: (Row) throws -> T) throws -> [T] {
        try bind(values)
        let rows = try Row.fetchCursor(statement)
        var found: [T] = []
        while let row = try rows.next() { found.append(try read(row)) }
        return found
    }

    private func bind(_ values: [DatabaseValue]) throws {
        let target = statement.sqliteStatement
        for index in values.indices {
            let code = values[index].bind(to: target, at: CInt(index + 1))
            guard code == 0 else { throw DatabaseError(resultCode: ResultCode(rawValue: code), sql: statement.sql) }
        }
    }
}
