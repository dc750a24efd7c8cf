/// How long a source takes until the first byte of an answer.
package enum LatencyPlan: Sendable, Hashable {
    /// The same for every request.
    case fixed(Duration)
    /// Drawn anew for each night, log-normal around a median, within 50–900 ms: what measured news servers look like.
    case logNormal(median: Duration, sigma: Double)

    private static let shortest = 0.05
    private static let longest = 0.9

    /// The latency of one source on one night; the same seed gives the same latency.
    func latency(of source: String, on night: Night) -> Duration {
        switch self {
        case .fixed(let duration):
            return duration
        case .logNormal(let median, let sigma):
            var generator = SeededGenerator(night.seed, "latency", source, "\(night.day)")
            let seconds = median.inSeconds * generator.logNormal(sigma: sigma)
            return .milliseconds(Int(min(max(seconds, Self.shortest), Self.longest) * 1000))
        }
    }
}

extension Duration {
    /// The duration as a number of seconds, exact enough for latencies.
    var inSeconds: Double {
        Double(components.seconds) + Double(components.attoseconds) * 1e-18
    }
}
