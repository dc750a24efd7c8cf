/// How one source ended. A closed set: every source of a run has exactly one.
package enum Outcome: String, Sendable, Hashable, Codable, CaseIterable {
    /// An answer was read and holds at least one entry, repaired or not.
    case fresh
    /// 304 to a conditional request, or the same content as last time.
    case unchanged
    /// A sound document without entries, or 204.
    case empty
    /// The time ran out, its own timeout or the deadline, wherever it stood.
    case late
    /// No HTTP answer: no such name, connection refused or reset, or broken off in the middle.
    case unreachable
    /// Handshake or certificate.
    case tlsError
    /// The final status is no success; also an API's own error, in whatever status it comes.
    case httpError
    /// By us: address, scheme, redirects, size, ratio, headers, entries.
    case refused
    /// A success whose content is no feed, or not what the provider promises.
    case malformed
    /// Not asked: paused, told to come back later, not yet due, gone, or left out by `--only`.
    case skipped

    /// Whether the source failed: something went wrong that it, its server or the user can mend.
    package var isFailure: Bool {
        switch self {
        case .fresh, .unchanged, .empty, .skipped: false
        case .late, .unreachable, .tlsError, .httpError, .refused, .malformed: true
        }
    }

    /// Whether the source answered with something that was understood.
    package var isAnswer: Bool {
        switch self {
        case .fresh, .unchanged, .empty: true
        case .skipped, .late, .unreachable, .tlsError, .httpError, .refused, .malformed: false
        }
    }
}
