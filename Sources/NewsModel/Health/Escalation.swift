/// How urgent a row of failures is: it grows with the dates on which a source has failed.
package enum Escalation: String, Sendable, Hashable, Comparable, CaseIterable {
    /// The source has not failed since it last answered.
    case none
    /// It has failed on one or two dates: most often that passes by itself.
    case note
    /// It has failed on three dates in a row: somebody should look.
    case attention
    /// It has failed for two weeks: it had better be removed.
    case removal

    /// On how many dates in a row a source has to fail before somebody should look.
    package static let datesUntilAttention = 3
    /// How many dates, or days since the first failure, make it time to remove a source.
    package static let daysUntilRemoval = 14

    package static func < (left: Escalation, right: Escalation) -> Bool {
        allCases.prefix { $0 != right }.contains(left)
    }

    /// Of a source that has failed on so many dates in a row, the first and the last of which are known or not.
    package init(failures: Int, from first: EditionDate?, to last: EditionDate?) {
        let days = first.flatMap { first in last.map { $0.daysSince1970 - first.daysSince1970 } } ?? 0
        switch failures {
        case ..<1: self = .none
        case ..<Self.datesUntilAttention: self = .note
        case Self.daysUntilRemoval...: self = .removal
        default: self = days >= Self.daysUntilRemoval ? .removal : .attention
        }
    }
}

extension SourceHealth {
    /// How urgent its row of failures is.
    package var escalation: Escalation {
        let dates = failedDates
        return Escalation(failures: consecutiveFailures, from: dates.first, to: dates.last)
    }

    /// Whether a person should look at it.
    package var needsSomeone: Bool { escalation >= .attention }

    /// The dates of its row of failures, oldest first, as far back as the history reaches.
    package var failedDates: [EditionDate] {
        guard consecutiveFailures > 0 else { return [] }
        let row = history.reversed().prefix { !$0.outcome.isAnswer }.filter(\.outcome.isFailure)
        return row.map(\.date).reversed()
    }

    /// Whether this run is the one by which its row of failures became so long.
    package func hasReached(failures: Int) -> Bool {
        failuresBefore < failures && consecutiveFailures >= failures
    }

    /// Whether this run ended a row of failures of which a person was to be told. Who has never answered can't answer again.
    package var hasRecovered: Bool {
        report.outcome.isAnswer && failuresBefore >= Escalation.datesUntilAttention && !isFirstAnswer
    }

    /// Whether all that is remembered before this run are the failures in a row that it ended.
    private var isFirstAnswer: Bool {
        let past = history.dropLast().filter { $0.outcome != .skipped }
        return !past.contains { $0.outcome.isAnswer } && Set(past.map(\.date)).count >= failuresBefore
    }

    /// Whether this run is one to say that the source has failed on `limit` dates in a row: that by which it did so, and
    /// the first of each week after it. Another run of the same date says it no more.
    package func isReminderDue(afterFailures limit: Int) -> Bool {
        guard report.outcome.isFailure, consecutiveFailures > failuresBefore, consecutiveFailures >= limit else {
            return false
        }
        let dates = failedDates
        guard consecutiveFailures > limit, let tonight = dates.last, let before = dates.dropLast().last,
            let reached = date(ofFailure: limit, among: dates)
        else { return consecutiveFailures == limit }
        return Self.weeks(from: reached, to: tonight) > Self.weeks(from: reached, to: before)
    }

    /// The date of a failure of the row, counted from 1; one that lies further back than the history is reckoned from the
    /// oldest that is known, a date for each failure.
    private func date(ofFailure number: Int, among dates: [EditionDate]) -> EditionDate? {
        let index = number - 1 - (consecutiveFailures - dates.count)
        return dates.indices.contains(index) ? dates[index] : dates.first?.adding(days: min(index, 0))
    }

    private static func weeks(from first: EditionDate, to last: EditionDate) -> Int {
        max(0, last.daysSince1970 - first.daysSince1970) / 7
    }
}
