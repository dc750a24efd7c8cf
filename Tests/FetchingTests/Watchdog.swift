import Dispatch
import Foundation
import Testing

/// Ends the whole run of tests where one goes on for long after its time limit: the limit cancels it, and code in which
/// just that is broken would go on for ever.
struct Watchdog: SuiteTrait, TestTrait, TestScoping {
    /// Twice the time limit of those that have one of a minute.
    private static let seconds = 120.0

    let isRecursive = true

    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        guard testCase != nil else { return try await function() }
        let timer = DispatchSource.makeTimerSource()
        timer.setEventHandler {
            FileHandle.standardError.write(
                Data("\(test.name) goes on though it was cancelled: the run of tests ends here.\n".utf8))
            exit(1)
        }
        timer.schedule(deadline: .now() + Self.seconds)
        timer.resume()
        defer { timer.cancel() }
        try await function()
    }
}

extension Trait where Self == Watchdog {
    /// For tests of what ends others: see ``Watchdog``.
    static var watched: Self { Self() }
}
