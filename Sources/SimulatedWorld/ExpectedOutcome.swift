/// What a run should say about a simulated source; the words of Broadsheet's outcomes.
///
/// This room knows none of ours, so that it can judge them: the words are spelled out here once more.
package enum ExpectedOutcome: String, Sendable, Hashable, CaseIterable {
    case fresh, unchanged, empty, late, unreachable, tlsError, httpError, refused, malformed, skipped
}
