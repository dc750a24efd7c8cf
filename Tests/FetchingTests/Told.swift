import NewsModel
import Parallelism

/// What a progress closure was told.
final class Told: Sendable {
    private let sources = Guarded<[SourceID]>([])

    func add(_ source: SourceID) { sources.withLock { $0.append(source) } }
    var all: [SourceID] { sources.withLock { $0 } }
}
