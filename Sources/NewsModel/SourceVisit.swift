/// How one source ended in this run, with what the next run should know.
package struct SourceVisit: Sendable, Hashable {
    package var report: SourceReport
    /// Those of this answer; none from a body that was cut.
    package var validators: Validators?
    package var bodyHash: String?
    /// Whether its server names the same validators for different bodies.
    package var hasFalseValidators = false
    /// Whether it answered or failed by itself, so that others come before it next time.
    package var hadTurn = false
    /// What it shares with other sources that ended in the same way.
    package var sharedCause: SharedCause?
    /// Not to be asked before a time; `nil` lifts an earlier pause, unless the source was skipped.
    package var pause: Pause?
    /// What its feed says about when to ask again; `nil` where no feed was read.
    package var hints: FeedHints?
    /// Where a permanent redirect led.
    package var permanentRedirect: String?
    /// What the feed calls itself.
    package var title: String?
    /// The page that it says it belongs to.
    package var site: String?
    /// The addresses that redirects named on the way, whatever it ended in; not for publishing.
    package var redirects: Set<String>
    /// What its server's clock showed.
    package var clock: ClockReading?

    package init(
        report: SourceReport, validators: Validators? = nil, bodyHash: String? = nil, pause: Pause? = nil,
        hints: FeedHints? = nil, permanentRedirect: String? = nil, title: String? = nil,
        site: String? = nil, redirects: Set<String> = [], clock: ClockReading? = nil
    ) {
        self.report = report
        self.validators = validators
        self.bodyHash = bodyHash
        self.pause = pause
        self.hints = hints
        self.permanentRedirect = permanentRedirect
        self.title = title
        self.site = site
        self.redirects = redirects
        self.clock = clock
    }
}

/// Why a source was not read, where the reason is not its own and is worth saying once for all that have it.
package enum SharedCause: Sendable, Hashable {
    /// So many requests go on at once, to its host or in all, that no turn was left for it before the deadline.
    case noTurn(host: String)
    /// The rate limit of its host left no time for it before the deadline.
    case rateLimit(host: String)
    /// The name of its host could not be looked up, or no route leads there.
    case noNetwork(host: String)
}

/// How far the clock of a host is ahead of the machine's own, in seconds; negative where it is behind.
package struct ClockReading: Sendable, Hashable {
    package var host: String
    package var ahead: Double

    package init(host: String, ahead: Double) {
        self.host = host
        self.ahead = ahead
    }
}
