import NewsModel

/// A health report for a terminal: a line a source, the worst first, and a sentence.
struct HealthTable {
    let report: HealthReport
    /// The date from which on failures are shown; `nil` for the last run alone.
    let since: EditionDate?
    let clock: LocalClock

    private static let heading = ["source", "state", "nights", "last answer", "what happened"]
    private static let headingSince = ["source", "state", "failed", "last answer", "what happened"]

    func lines(width: Int) -> [StyledText] {
        let rows = report.sources.enumerated()
            .sorted { ($1.element.escalation, $0.offset) < ($0.element.escalation, $1.offset) }.map(\.element)
        let table = FittedTable(
            heading: since == nil ? Self.heading : Self.headingSince, rows: rows.map(row))
        let lines = rows.isEmpty ? [] : table.lines(width: width)
        return lines + undelivered + [StyledText(closing)]
    }

    private func row(_ source: SourceHealth) -> FittedTable.Row {
        FittedTable.Row(
            cells: [
                source.report.source.rawValue, "\(source.shape) \(source.stateWords)", nights(of: source),
                source.lastSuccess.map(clock.text) ?? "never", source.report.whatHappened(by: clock),
            ], style: source.style)
    }

    /// On how many nights in a row it has failed; since a date, on how many of those that asked it.
    private func nights(of source: SourceHealth) -> String {
        guard since != nil else { return source.consecutiveFailures > 0 ? String(source.consecutiveFailures) : "–" }
        let asked = source.history.filter { $0.outcome != .skipped }
        return "\(asked.count(where: \.outcome.isFailure)) of \(asked.count)"
    }

    private var undelivered: [StyledText] {
        report.deliveries.filter { !$0.isDelivered }.map { delivery in
            let kept = delivery.pending == 1 ? "1 message waits" : "\(delivery.pending) messages wait"
            return StyledText(
                "\(delivery.receiver) was not reached: \(delivery.detail ?? "no answer")"
                    + (delivery.pending > 0 ? "; \(kept) for the next run." : "."), .doubtful)
        }
    }

    private var closing: String {
        let when = "on \(report.edition), run at \(clock.text(report.generated))"
        let needing = report.sources.count(where: \.needsSomeone)
        let need = needing == 0 ? "nothing needs anybody" : needing == 1 ? "1 needs someone" : "\(needing) need someone"
        if let since {
            let count = report.sources.count
            let failed = count == 0 ? "No source has" : count == 1 ? "1 source has" : "\(count) sources have"
            return "\(failed) failed since \(since); \(need)."
        }
        let answered = report.sources.count(where: \.report.outcome.isAnswer)
        let failed = report.sources.count(where: \.report.outcome.isFailure)
        return "\(answered) of \(report.sources.count) sources answered \(when), \(failed) failed; \(need)."
    }
}

extension SourceHealth {
    /// How it stands, in words.
    fileprivate var stateWords: String {
        switch escalation {
        case .none: report.outcome == .skipped ? "not asked" : "answers"
        case .note: report.outcome.rawValue
        case .attention: "needs someone"
        case .removal: "remove it"
        }
    }

    fileprivate var shape: String {
        switch escalation {
        case .none: report.outcome == .skipped ? "○" : "●"
        case .note: "◐"
        case .attention, .removal: "▲"
        }
    }

    fileprivate var style: StyledText.Style {
        switch escalation {
        case .none: report.outcome == .skipped ? .quiet : .good
        case .note: .doubtful
        case .attention, .removal: .bad
        }
    }
}
