import NewsModel

/// How a source stands, as the health page shows it: by shape and word, never by colour alone.
enum HealthState: String, Sendable, Hashable, Comparable, CaseIterable {
    case trouble, late, skipped, fine

    init(_ outcome: Outcome) {
        switch outcome {
        case .fresh, .unchanged, .empty: self = .fine
        case .late: self = .late
        case .skipped: self = .skipped
        case .unreachable, .tlsError, .httpError, .refused, .malformed: self = .trouble
        }
    }

    var shape: String {
        switch self {
        case .fine: "●"
        case .late: "◐"
        case .trouble: "▲"
        case .skipped: "○"
        }
    }

    /// Worst first, as they are listed.
    static func < (left: HealthState, right: HealthState) -> Bool {
        allCases.prefix { $0 != right }.contains(left)
    }
}
