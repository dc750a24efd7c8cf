import NewsModel

/// What to do about a source, by how long it has failed: what the failure itself asks for, and after three dates and after
/// two weeks what its length asks for besides.
struct EscalationAdvice {
    /// `nil` where nothing is to be done.
    let text: String?

    init(_ health: SourceHealth) {
        let own = health.report.advice
        switch health.escalation {
        case .none, .note: text = own
        case .attention: text = own ?? Self.look(health)
        case .removal: text = [own.map(Self.clause), Self.remove(health)].compactMap { $0 }.joined(separator: "; ")
        }
    }

    private static func look(_ health: SourceHealth) -> String {
        "it has failed on \(health.consecutiveFailures) nights in a row: open its address, and correct or remove it"
    }

    private static func remove(_ health: SourceHealth) -> String {
        let since = health.failedDates.first.map { " since \($0)" } ?? ""
        return
            "it has failed on \(health.consecutiveFailures) nights in a row\(since): remove it from `sources`, or set "
            + "`paused: true`"
    }

    /// An advice without the stop at its end, so that more can follow.
    private static func clause(_ advice: String) -> String {
        advice.last == "." ? String(advice.dropLast()) : advice
    }
}
