import Dispatch
import Synchronization

/// Work on all cores at once, for functions that wait for it.
///
/// Curation is a pure function that runs within the night's transaction, where nothing can suspend: so it is Dispatch's
/// loop and no task group.
enum Parallel {
    /// What `body` makes of each place, in order.
    static func map<Result: Sendable>(_ count: Int, _ body: @Sendable (Int) -> Result) -> [Result] {
        let results = Mutex([Result?](repeating: nil, count: count))
        DispatchQueue.concurrentPerform(iterations: count) { place in
            let result = body(place)
            results.withLock { $0[place] = result }
        }
        return results.withLock { $0.compactMap { $0 } }
    }

    /// Places cut into pieces of a size that keeps every core busy to the end.
    static func pieces(of count: Int, size: Int) -> [Range<Int>] {
        stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
    }
}
