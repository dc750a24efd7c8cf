/// Asks now and then whether anybody still waits for what is read.
struct Patience {
    private var steps = 0
    private static let stepsBetween = 512

    /// To be called at each step of a long way.
    ///
    /// - Throws: ``FeedError/cancelled`` once the task was cancelled, if there is one.
    mutating func check() throws(FeedError) {
        steps += 1
        guard steps >= Self.stepsBetween else { return }
        steps = 0
        if Task.isCancelled { throw .cancelled }
    }
}
