import Foundation
import GRDB
import NewsStore
import TestSupport

/// What has to hold of a state file at every instant.
enum StateCheck {
    /// Nothing where the file, with the journal that a killed run left beside it, can be opened and is sound. A copy is
    /// looked at: the next run is to meet what the last one left.
    static func problems(_ project: Project) async throws -> [String] {
        guard FileManager.default.fileExists(atPath: project.state.path) else { return [] }
        let copy = try await project.copy()
        do {
            let store = try NewsStore(path: copy.state.path)
            _ = try store.archive()
            try store.close()
            let queue = try DatabaseQueue(path: copy.state.path)
            let verdict = try await queue.read { try String.fetchAll($0, sql: "PRAGMA integrity_check") }
            try queue.close()
            return verdict == ["ok"] ? [] : verdict
        } catch {
            return ["the state can't be opened: \(error)"]
        }
    }
}
