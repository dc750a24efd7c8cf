import GRDB

/// Writes down what stories are recognised by, for one answer at a time.
///
/// A name that is another story's stays so: two stories that seem to become one are left as they are.
final class Naming {
    private typealias Name = (hash: Int64, story: Int64)

    /// How many rows go in by one statement: SQLite finds the place of each beside the one before, as they are sorted.
    private static let together = 24

    private var names: [Name] = []
    private let one: PreparedStatement
    private let many: PreparedStatement

    init(_ db: Database) throws {
        one = try PreparedStatement(db, Self.insertion(of: 1))
        many = try PreparedStatement(db, Self.insertion(of: Self.together))
    }

    /// Notes names, of which no two of one answer are the same.
    func add(_ names: [Int64], to story: Int64) {
        for name in names { self.names.append((name, story)) }
    }

    /// Writes what was noted, all of it of one source.
    func write(source: Int64) throws {
        names.sort { $0.hash < $1.hash }
        var rest = names[...]
        while rest.count >= Self.together {
            try write(rest.prefix(Self.together), by: many, source)
            rest = rest.dropFirst(Self.together)
        }
        for name in rest { try write(CollectionOfOne(name), by: one, source) }
        names.removeAll(keepingCapacity: true)
    }

    private func write(_ names: some Collection<Name>, by statement: PreparedStatement, _ source: Int64) throws {
        try statement.run { binder in
            binder.add(source)
            for name in names {
                binder.add(name.hash)
                binder.add(name.story)
            }
        }
    }

    private static func insertion(of count: Int) -> String {
        let rows = (0..<count).map { "(?1, ?\(2 * $0 + 2), ?\(2 * $0 + 3))" }.joined(separator: ", ")
        return "INSERT OR IGNORE INTO identity (source, hash, story) VALUES \(rows)"
    }
}
