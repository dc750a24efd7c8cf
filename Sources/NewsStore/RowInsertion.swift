import GRDB

/// Puts rows into a table, many by one statement: SQLite finds the place of each beside the one before, which is most
/// of the work where they come in the order of the table's key.
final class RowInsertion<Row> {
    private static var together: Int { 24 }

    private let one: PreparedStatement
    private let many: PreparedStatement
    private let bind: (Row, inout Binder) -> Void

    /// `start` is the statement up to its `VALUES`, and `bind` gives the values of a row, one for each of the columns.
    init(_ db: Database, _ start: String, columns: Int, bind: @escaping (Row, inout Binder) -> Void) throws {
        let row = "(" + [String](repeating: "?", count: columns).joined(separator: ", ") + ")"
        func statement(of count: Int) throws -> PreparedStatement {
            let rows = [String](repeating: row, count: count).joined(separator: ", ")
            return try PreparedStatement(db, "\(start) VALUES \(rows)")
        }
        one = try statement(of: 1)
        many = try statement(of: Self.together)
        self.bind = bind
    }

    func write(_ rows: [Row]) throws {
        var rest = rows[...]
        while rest.count >= Self.together {
            let some = rest.prefix(Self.together)
            try many.run { binder in for row in some { bind(row, &binder) } }
            rest = rest.dropFirst(Self.together)
        }
        for row in rest { try one.run { binder in bind(row, &binder) } }
    }
}
