import Synchronization

/// Files that wait to be written while others are made. Who brings some writes all that wait, unless somebody does so
/// already: nobody stands in line for the disk, where the system makes one name of a folder after the other anyway.
///
/// It is a lock and no actor, since those who make files wait for each other and can't suspend.
final class WritingQueue<File: Sendable>: Sendable {
    private struct State {
        var waiting: [File] = []
        var isWriting = false
        var failure: DiskError?
    }

    private let state = Mutex(State())
    private let write: @Sendable ([File]) throws(DiskError) -> Void

    /// - Parameter write: Called by one at a time.
    init(_ write: @escaping @Sendable ([File]) throws(DiskError) -> Void) {
        self.write = write
    }

    /// Brings files to be written, now or by whoever is writing. After a failure none are.
    func add(_ files: [File]) {
        state.withLock { $0.waiting += files }
        while let files = begin() {
            do throws(DiskError) {
                try write(files)
                end(nil)
            } catch {
                end(error)
            }
        }
    }

    /// Once all who bring files are done, and so everything is written.
    ///
    /// - Throws: The first failure.
    func finish() throws(DiskError) {
        if let failure = state.withLock({ $0.failure }) { throw failure }
    }

    /// What waits, if nobody else sees to it.
    private func begin() -> [File]? {
        state.withLock { state in
            guard !state.isWriting, state.failure == nil, !state.waiting.isEmpty else { return nil }
            state.isWriting = true
            defer { state.waiting = [] }
            return state.waiting
        }
    }

    private func end(_ failure: DiskError?) {
        state.withLock { state in
            state.isWriting = false
            state.failure = failure
        }
    }
}
