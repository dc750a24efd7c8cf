import Foundation
import NewsStore

/// The store as a run needs it: a file that turns out to be unreadable, whenever that shows, is set aside and named,
/// and the run begins again with a new one; every other error is a sentence.
struct RecoverableStore {
    private let path: String
    private let now: Date
    /// The one that is in use.
    private(set) var store: NewsStore
    /// What a person should know about the state.
    private(set) var notes: [String] = []

    /// - Parameters:
    ///   - path: the state file.
    ///   - now: gives the date in the name of one that is set aside.
    ///   - replacesNewer: whether one of a newer version is set aside too, since what it knows can be restored.
    /// - Throws: ``RunFailure`` where it can't be used.
    init(path: String, now: Date, replacesNewer: Bool) throws(RunFailure) {
        self.path = path
        self.now = now
        do {
            store = try Self.open(path, now: now, replacesNewer: replacesNewer, notes: &notes)
        } catch {
            throw .cannot("\(error)")
        }
    }

    func close() {
        // The night is committed: a file that does not close now closes with the process.
        try? store.close()
    }

    /// Damage in the middle of a file shows only when that part is read: the work then begins again on a new one.
    mutating func recovering<T>(_ work: (NewsStore) async throws -> T) async throws(RunFailure) -> T {
        do {
            do {
                return try await work(store)
            } catch let error as StoreError {
                guard case .unreadable = error else { throw error }
                close()
                store = try Self.renewed(path, now: now, because: error, notes: &notes)
                return try await work(store)
            }
        } catch {
            throw error as? RunFailure ?? .cannot("\(error)")
        }
    }

    private static func open(
        _ path: String, now: Date, replacesNewer: Bool, notes: inout [String]
    ) throws(StoreError) -> NewsStore {
        do {
            let store = try NewsStore(path: path)
            notes += store.notes
            return store
        } catch {
            switch error {
            case .unreadable: break
            case .newer where replacesNewer: break
            default: throw error
            }
            return try renewed(path, now: now, because: error, notes: &notes)
        }
    }

    private static func renewed(
        _ path: String, now: Date, because error: StoreError, notes: inout [String]
    ) throws(StoreError) -> NewsStore {
        let name = try NewsStore.setAside(path: path, now: now)
        notes.append("\(error.cause) It was set aside as \(name), and the run goes on with a new one.")
        return try NewsStore(path: path)
    }
}
