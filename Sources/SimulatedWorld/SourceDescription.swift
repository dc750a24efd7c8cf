/// What the world says about one of its sources: for tables, and for tests that know what should come of it.
package struct SourceDescription: Sendable, Hashable, Identifiable {
    package let id: String
    package let title: String
    /// The section's name in the configuration.
    package let section: String
    /// The provider's word in the configuration.
    package let kind: String
    /// What a person would call the form: `RSS 2.0`, `Atom`, `Guardian API`.
    package let form: String
    /// A feed's address, or the base of an API.
    package let address: String
    /// What is wrong with it; `nil` where nothing is.
    package let fault: String?
    package let expectedOutcome: ExpectedOutcome
    /// Words that the outcome's detail or advice should hold; empty where any will do.
    package let expectedWords: String
    /// Whether nothing but the clock ends it.
    package let endsByTime: Bool
    /// Whether a reader's clock has a part in it: a wait before it is asked again, or time that is up.
    package let takesTime: Bool
    /// Planned time from request to first byte, tonight, before the world's scale.
    package let latency: Duration
    /// How many requests a run makes to it when none is repeated.
    package let plannedRequests: Int

    package var isFaulty: Bool { fault != nil }

    init(_ source: SimulatedSource, address: String, latency: Duration, expected: ExpectedOutcome, words: String) {
        id = source.id
        title = source.title
        section = source.section.rawValue
        kind = source.kind.name
        form = source.kind.form
        self.address = address
        fault = source.fault
        expectedOutcome = expected
        expectedWords = words
        (endsByTime, takesTime) =
            switch source.behaviour {
            case .sound: (false, false)
            case .nobodyListening: (false, true)
            case .faulty(let fault): (fault.endsByTime, fault.takesTime)
            }
        self.latency = latency
        plannedRequests = source.kind.plannedRequests
    }
}

extension SimulatedSource {
    fileprivate var fault: String? {
        if quirks.contains(.wrongKey) { return "a key that the API does not know" }
        switch behaviour {
        case .sound: return nil
        case .faulty(let fault): return fault.summary
        case .nobodyListening: return "nobody listens at its port"
        }
    }
}

/// What a run should say about a simulated source; the words of Broadsheet's outcomes.
///
/// This room knows none of ours, so that it can judge them: the words are spelled out here once more.
package enum ExpectedOutcome: String, Sendable, Hashable, CaseIterable {
    case fresh, unchanged, empty, late, unreachable, tlsError, httpError, refused, malformed, skipped
}
