import Foundation
import GRDB
package import NewsModel

extension NewsStore {
    /// What a state remembers of sources, read without changing anything: neither the file nor what lies beside it.
    ///
    /// - Returns: nothing where there is no state yet.
    /// - Throws: a ``StoreError``, also where the file is another version's, or a run is at work on it.
    package static func memories(
        of sources: [SourceID], readingOnly path: String
    ) throws(StoreError) -> [SourceID: SourceMemory] {
        guard FileManager.default.fileExists(atPath: path) else { return [:] }
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(patienceOfReaders)
        do {
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            return try queue.read { db in
                guard try StateSchema.isCurrent(db, path: path) else { return [:] }
                return try SourceRecords(db).memories(of: sources)
            }
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// In seconds.
    private static let patienceOfReaders: TimeInterval = 5
}
