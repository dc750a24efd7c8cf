import GRDB

/// Writes down what stories are recognised by, for one answer at a time.
struct IdentityWriter {
    private struct Name {
        let source: Int64
        let hash: Int64
        let story: Int64
    }

    private var names: [Name] = []
    private let insertion: RowInsertion<Name>

    init(_ db: Database) {
        // A name that is another story's stays so: two stories that seem to become one are left as they are.
        insertion = RowInsertion(
            db, "INSERT OR IGNORE INTO identity (source, hash, story)", columns: 3
        ) { name, binder in
            for value in [name.source, name.hash, name.story] { binder.add(value) }
        }
    }

    /// Notes names, of which no two of one answer are the same.
    mutating func add(_ names: [Int64], of source: Int64, to story: Int64) {
        for name in names { self.names.append(Name(source: source, hash: name, story: story)) }
    }

    /// Writes what was noted.
    mutating func write() throws {
        names.sort { ($0.source, $0.hash) < ($1.source, $1.hash) }
        try insertion.write(names)
        names.removeAll(keepingCapacity: true)
    }
}
