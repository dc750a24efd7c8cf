import NewsModel
import Synchronization

/// What a progress closure was told.
final class Told: Sendable {
    private let sources = Mutex<[SourceID]>([])

    func add(_ source: SourceID) { sources.withLock { $0.append(source) } }
    var all: [SourceID] { sources.withLock { $0 } }
}
