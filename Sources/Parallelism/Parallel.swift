import Dispatch
import Synchronization

/// Work on all cores at once, for functions that wait for it.
///
/// What is done within the night's transaction can't suspend: so it is Dispatch's loop and queue, and no task group.
package enum Parallel {
    /// How many things that are little work, such as reading a title, make a piece that is worth another core.
    package static let pieceSize = 512

    /// What `body` makes of each number below `count`, in order.
    package static func map<Result: Sendable>(_ count: Int, _ body: @Sendable (Int) -> Result) -> [Result] {
        let results = Mutex([Result?](repeating: nil, count: count))
        DispatchQueue.concurrentPerform(iterations: count) { place in
            let result = body(place)
            results.withLock { $0[place] = result }
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

    /// What `side` makes on another core while `body` is done here, and what that makes.
    package static func both<Side: Sendable, Body>(
        _ side: @escaping @Sendable () -> Side, _ body: () throws -> Body
    ) rethrows -> (Side, Body) {
        let aside = Aside(side)
        let here = try body()
        return (aside.value, here)
    }
}
