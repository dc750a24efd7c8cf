import NewsModel

/// How a source stands, as the health page shows it: by shape and word, never by colour alone.
enum HealthState: String, Sendable, Hashable, Comparable, CaseIterable {
    case trouble, failed, skipped, fine

    /// How a source stands: a failure needs somebody once it has gone on (``Escalation``), and not on its first night.
    init(of source: SourceHealth) {
        if source.report.outcome.isAnswer {
            self = .fine
        } else if source.needsSomeone {
            self = .trouble
        } else {
            self = source.report.outcome == .skipped ? .skipped : .failed
        }
    }

    /// How bad a night was that ended so.
    init(night outcome: Outcome) {
        switch outcome {
        case .fresh, .unchanged, .empty: self = .fine
        case .late: self = .failed
        case .skipped: self = .skipped
        case .unreachable, .tlsError, .httpError, .refused, .malformed: self = .trouble
        }
    }

    var shape: String {
        switch self {
        case .fine: "●"
        case .failed: "◐"
        case .trouble: "▲"
        case .skipped: "○"
        }
    }

    /// Worst first, as they are listed.
    static func < (left: HealthState, right: HealthState) -> Bool {
        allCases.prefix { $0 != right }.contains(left)
    }
}
