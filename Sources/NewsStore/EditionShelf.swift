import Foundation
import GRDB
import NewsModel
import Parallelism

/// The editions as one night has them: each is read once, and the text of one that is saved is made while the night
/// waits for something else.
final class EditionShelf {
    private let db: Database
    private var read: [EditionDate: Edition] = [:]
    private var texts: [EditionDate: Aside<Result<Data, any Error>>] = [:]

    init(_ db: Database) {
        self.db = db
    }

    /// Those of `dates` that exist, newest first, without what was left out of them.
    func editions(of dates: some Collection<EditionDate>) throws -> [Edition] {
        let dates = Set(dates)
        if !dates.isDisjoint(with: texts.keys) { try flush() }
        for edition in try EditionRecords.editions(db, of: dates.subtracting(read.keys)) {
            read[edition.date] = edition
        }
        return dates.sorted(by: >).compactMap { read[$0] }
    }

    /// Keeps an edition in place of the one of its date; ``flush()`` completes it.
    func save(_ edition: Edition, run: Int64, numbers: [StoryID: Int64]) throws {
        read[edition.date] = nil
        texts[edition.date] = Aside(begins: false) { Result { try EditionRecords.encode(edition) } }
        try EditionRecords.save(edition, db, run: run, numbers: numbers)
    }

    /// Forgets the editions before `date`.
    /// - Returns: the dates that were forgotten, oldest first.
    func remove(before date: EditionDate) throws -> [EditionDate] {
        read = read.filter { $0.key >= date }
        texts = texts.filter { $0.key >= date }
        return try EditionRecords.remove(before: date, db)
    }

    /// What begins to make the texts of the editions that were saved, on another core, whenever it is called.
    func preparing() -> @Sendable () -> Void {
        let texts = Array(texts.values)
        return { for text in texts { text.begin() } }
    }

    /// Writes the texts of the editions that were saved.
    func flush() throws {
        for (date, text) in texts { try EditionRecords.write(text.value.get(), of: date, db) }
        texts = [:]
    }
}
