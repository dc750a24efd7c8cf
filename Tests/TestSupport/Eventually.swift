/// What did not come true in time.
package struct NeverHappened: Error, CustomStringConvertible {
    package let description: String
}

/// Waits until a condition holds that other tasks bring about, and gives up after half a minute, so that code that is
/// broken fails a test and does not hang it.
package func eventually(
    _ what: String = "the condition", within limit: Duration = .seconds(30), _ holds: () async -> Bool
) async throws {
    let clock = ContinuousClock()
    let end = clock.now.advanced(by: limit)
    var attempts = 0
    while await !holds() {
        guard clock.now < end else { throw NeverHappened(description: "\(what) did not come true") }
        attempts += 1
        if attempts < 100 { await Task.yield() } else { try await clock.sleep(for: .milliseconds(1)) }
    }
}
