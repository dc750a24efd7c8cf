import Foundation
import GRDB

extension NewsStore {
    /// Copies a state as it was last committed, also while a run works on it; the original is only read.
    /// - Throws: ``StoreError`` where it can't be read, or the copy can't be written.
    package static func copy(_ path: String, to copy: String) throws(StoreError) {
        do {
            try backUp(path, to: copy)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CANTOPEN || error.isReadOnly {
            // A killed run left a journal, which only a writer rolls back: the copy is made sound when it is opened.
            do {
                for suffix in ["", "-journal"] where FileManager.default.fileExists(atPath: path + suffix) {
                    try? FileManager.default.removeItem(atPath: copy + suffix)
                    try FileManager.default.copyItem(atPath: path + suffix, toPath: copy + suffix)
                }
            } catch {
                throw StoreError(error, path: path)
            }
        } catch {
            throw StoreError(error, path: path)
        }
    }

    private static func backUp(_ path: String, to copy: String) throws {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(5)
        let original = try DatabaseQueue(path: path, configuration: configuration)
        let target = try DatabaseQueue(path: copy)
        try original.backup(to: target)
        try target.close()
        try original.close()
    }
}

extension DatabaseError {
    fileprivate var isReadOnly: Bool { resultCode == .SQLITE_READONLY }
}
