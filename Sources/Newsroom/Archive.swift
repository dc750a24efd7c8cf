import Foundation
import NewsModel
import NewsStore

/// The store as a run needs it: an unreadable file is set aside and named, and every error is a sentence.
struct Archive {
    private let store: NewsStore
    /// What a person should know about how it was opened.
    let notes: [String]

    init(state path: String, now: Date) throws(RunFailure) {
        do {
            do throws(StoreError) {
                store = try NewsStore(path: path)
                notes = []
            } catch {
                guard case .unreadable = error else { throw error }
                let name = try NewsStore.setAside(path: path, now: now)
                store = try NewsStore(path: path)
                notes = ["\(error) It was set aside as \(name), and the run goes on with a new one."]
            }
        } catch {
            throw .cannot("\(error)")
        }
    }

    func memories(of sources: [SourceID]) throws(RunFailure) -> [SourceID: SourceMemory] {
        do {
            return try store.memories(of: sources)
        } catch {
            throw .cannot("\(error)")
        }
    }

    /// One transaction for the whole night; a dry run keeps nothing of it.
    func night(
        of request: RunRequest, _ work: (Night) throws -> RunReport
    ) throws(RunFailure) -> RunReport {
        do {
            return try store.night(
                of: request.editionDate, now: request.now, isRehearsal: request.isDryRun, work)
        } catch {
            throw error as? RunFailure ?? .cannot("\(error)")
        }
    }

    func close() {
        // The night is committed: a file that does not close now closes with the process.
        try? store.close()
    }
}
