import Dispatch

/// Loops on all cores at once, for functions that block until they are done.
///
/// What is done within a transaction of the store can't suspend: so it is Dispatch's loop and queue, and no task group.
package enum Parallel {
    /// How many elements of little work, such as a title to read, make a piece that is worth another core.
    package static let pieceSize = 512

    /// What `body` makes of each number below `count`, in order.
    package static func map<Result: Sendable>(_ count: Int, _ body: @Sendable (Int) -> Result) -> [Result] {
        let results = Guarded([Result?](repeating: nil, count: count))
        DispatchQueue.concurrentPerform(iterations: count) { index in
            let result = body(index)
            results.withLock { $0[index] = result }
        }
        return results.withLock { $0.compactMap { $0 } }
    }

    /// The same, in pieces of some size, where each is little work.
    package static func map<Result: Sendable>(
        _ count: Int, inPiecesOf size: Int, _ body: @Sendable (Int) -> Result
    ) -> [Result] {
        pieces(of: count, size: size) { $0.map(body) }.flatMap { $0 }
    }

    /// What `body` makes of each piece of the numbers below `count`, in order.
    package static func pieces<Result: Sendable>(
        of count: Int, size: Int, _ body: @Sendable (Range<Int>) -> Result
    ) -> [Result] {
        map((count + size - 1) / size) { piece in body(piece * size..<min((piece + 1) * size, count)) }
    }

    /// The results of `side`, computed on another core, and of `body`, computed here meanwhile.
    package static func both<Side: Sendable, Body>(
        _ side: @escaping @Sendable () -> Side, _ body: () throws -> Body
    ) rethrows -> (Side, Body) {
        let future = BlockingFuture(side)
        let here = try body()
        return (future.value, here)
    }
}

/// A blocking future: its value is computed on another thread. For code that can't suspend, and so a queue of Dispatch
/// and no task.
package final class BlockingFuture<Value: Sendable>: Sendable {
    private let group = DispatchGroup()
    private let result = Guarded<Value?>(nil)

    /// Starts the computation.
    package init(_ compute: @escaping @Sendable () -> Value) {
        DispatchQueue.global().async(group: group) {
            let value = compute()
            self.result.withLock { $0 = value }
        }
    }

    /// The value; blocks until it is there.
    package var value: Value {
        group.wait()
        guard let value = result.withLock({ $0 }) else { preconditionFailure("what was waited for is computed") }
        return value
    }
}
