import GRDB
import NewsModel

/// The editions as one night has them: each is read once.
final class EditionCache {
    private let db: Database
    private var read: [EditionDate: Edition] = [:]

    init(_ db: Database) {
        self.db = db
    }

    /// Those of `dates` that exist, newest first, without what was left out of them.
    func editions(of dates: some Collection<EditionDate>) throws -> [Edition] {
        let dates = Set(dates)
        for edition in try EditionRecords.editions(db, of: dates.subtracting(read.keys)) {
            read[edition.date] = edition
        }
        return dates.sorted(by: >).compactMap { read[$0] }
    }

    /// Keeps an edition in place of the one of its date.
    func save(_ edition: Edition, run: Int64, numbers: [StoryID: Int64]) throws {
        read[edition.date] = nil
        try EditionRecords.save(edition, db, run: run, numbers: numbers)
    }

    /// Forgets the editions before `date`.
    /// - Returns: the dates that were forgotten, oldest first.
    func remove(before date: EditionDate) throws -> [EditionDate] {
        read = read.filter { $0.key >= date }
        return try EditionRecords.remove(before: date, db)
    }
}
