import Foundation
import GRDB
import NewsModel

/// One night's write transaction, held open while answers come in: kept whole by ``end(isRehearsal:)``, or, if it goes
/// away before, or a piece of its work throws, or the process ends, not at all.
///
/// Others can read meanwhile, but not write. It belongs to one task, and each piece of work blocks its thread.
package final class RunTransaction {
    private let store: NewsStore
    private let night: Night
    private var isOpen = true

    init(in store: NewsStore, of date: EditionDate, now: Date) throws {
        self.store = store
        night = try store.use { db in
            try db.beginTransaction(.immediate)
            do {
                return try Night(db, date: date, now: now)
            } catch {
                try? db.rollback()
                throw error
            }
        }
    }

    /// Does a piece of the night's work; the ``Night`` is valid inside of `body` only.
    package func work<T>(_ body: (Night) throws -> T) throws -> T {
        guard isOpen else { throw StoreError.notWritable(path: store.path, reason: "its night is over") }
        do {
            return try store.use { _ in try body(night) }
        } catch {
            rollBack()
            throw error
        }
    }

    /// Keeps what was done; with `isRehearsal` nothing of it.
    package func end(isRehearsal: Bool = false) throws {
        try work { try $0.end() }
        guard !isRehearsal else { return rollBack() }
        do {
            try store.use { try $0.commit() }
            isOpen = false
        } catch {
            rollBack()
            throw error
        }
    }

    private func rollBack() {
        guard isOpen else { return }
        isOpen = false
        // Where even that fails, the journal that is left makes the next opening do it.
        try? store.use { db in if db.isInsideTransaction { try db.rollback() } }
    }

    deinit {
        rollBack()
    }
}
