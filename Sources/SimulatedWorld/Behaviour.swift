/// How a source's server treats whoever asks.
package enum Behaviour: Sendable, Hashable {
    /// Answers as its kind does.
    case sound
    /// Follows a fault's script, byte by byte.
    case faulty(Fault)
    /// The port is taken, but nobody listens: connections are refused.
    case nobodyListening

    package static var silent: Behaviour { .faulty(.silent) }
    package static func drip(interval: Duration) -> Behaviour { .faulty(.drip(every: interval)) }
    package static func failsFirst(status: Int) -> Behaviour { .faulty(.failsFirst(status: status)) }
    package static func throttled(retryAfterSeconds: Int) -> Behaviour {
        .faulty(.throttled(retryAfterSeconds: retryAfterSeconds))
    }
    package static func status(_ status: Int) -> Behaviour { .faulty(.status(status)) }

    /// What a run should make of it, where the content does not say otherwise.
    var expectedOutcome: ExpectedOutcome {
        switch self {
        case .sound: .fresh
        case .faulty(let fault): fault.expected
        case .nobodyListening: .unreachable
        }
    }
}

extension SimulatedSource {
    /// What its connections are made of.
    var transport: Fault.Transport {
        if case .faulty(let fault) = behaviour { fault.transport } else { .plain }
    }

    /// Whether its connections are deaf: what is asked there is not understood.
    var isDeaf: Bool {
        if case .faulty(let fault) = behaviour { fault.begins != .onRequest } else { false }
    }
}
