package import Foundation

/// How one source ended in one run, with everything that explains it.
package struct SourceReport: Sendable, Hashable {
    package var source: SourceID
    package var outcome: Outcome
    /// What happened, in words: "404 Not Found", "no answer within 10 s", "27 of 30 items".
    package var detail: String?
    /// One line that says what to do, where something can be done.
    package var advice: String?
    /// The status of the last HTTP answer.
    package var status: Int?
    /// How often it was asked; 0 for a source that was not.
    package var attempts: Int
    /// Bytes of bodies read, as they came over the wire or decompressed, whichever the client shows.
    package var bytes: Int
    package var times: FetchTimes
    /// Entries in the answer; for `unchanged`, those of the last one where known.
    package var items: Int
    /// How many of them were not known before.
    package var newItems: Int
    /// Repairs and doubts: "line 12: undeclared entity &nbsp;".
    package var warnings: [String]

    package init(
        source: SourceID, outcome: Outcome, detail: String? = nil, advice: String? = nil, status: Int? = nil,
        attempts: Int = 0, bytes: Int = 0, times: FetchTimes = FetchTimes(), items: Int = 0, newItems: Int = 0,
        warnings: [String] = []
    ) {
        self.source = source
        self.outcome = outcome
        self.detail = detail
        self.advice = advice
        self.status = status
        self.attempts = attempts
        self.bytes = bytes
        self.times = times
        self.items = items
        self.newItems = newItems
        self.warnings = warnings
    }
}

/// Where the time of a source went. Each is measured from the start of the batch or of its last attempt, as named.
package struct FetchTimes: Sendable, Hashable {
    /// Waiting for a turn, over all attempts.
    package var queue: Duration = .zero
    /// From the last attempt's start to a connection, where the client tells.
    package var connect: Duration?
    /// From the last attempt's start to the head of the answer.
    package var firstByte: Duration?
    /// From the start of the batch to the outcome.
    package var total: Duration = .zero

    package init() {}
}

extension Duration {
    /// Whole milliseconds, rounded to the nearest.
    package var milliseconds: Int {
        let (seconds, attoseconds) = components
        return Int(seconds) * 1000 + Int((Double(attoseconds) / 1e15).rounded())
    }

    package var seconds: TimeInterval {
        let (seconds, attoseconds) = components
        return Double(seconds) + Double(attoseconds) / 1e18
    }
}
