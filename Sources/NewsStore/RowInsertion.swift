import GRDB

/// Puts rows into a table, many by one statement: SQLite finds the place of each beside the one before, which is most
/// of the work where they come in the order of the table's key.
final class RowInsertion<Row> {
    private static var together: Int { 24 }

    private let db: Database
    private let start: String
    private let row: String
    /// By how many rows they write; made for the first that are so many.
    private var statements: [Int: PreparedStatement] = [:]
    private let bind: (Row, inout Binder) -> Void

    /// `start` is the statement up to its `VALUES`, and `bind` gives the values of a row, one for each of the columns.
    init(_ db: Database, _ start: String, columns: Int, bind: @escaping (Row, inout Binder) -> Void) {
        self.db = db
        self.start = start
        row = "(" + [String](repeating: "?", count: columns).joined(separator: ", ") + ")"
        self.bind = bind
    }

    private func statement(of count: Int) throws -> PreparedStatement {
        if let made = statements[count] { return made }
        let rows = [String](repeating: row, count: count).joined(separator: ", ")
        let statement = try PreparedStatement(db, "\(start) VALUES \(rows)")
        statements[count] = statement
        return statement
    }

    func write(_ rows: [Row]) throws {
        var rest = rows[...]
        while rest.count >= Self.together {
            let some = rest.prefix(Self.together)
            try statement(of: Self.together).run { binder in for row in some { bind(row, &binder) } }
            rest = rest.dropFirst(Self.together)
        }
        for row in rest { try statement(of: 1).run { binder in bind(row, &binder) } }
    }
}
