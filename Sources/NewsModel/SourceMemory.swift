package import Foundation

/// What earlier runs left behind about one source.
package struct SourceMemory: Sendable, Hashable {
    /// How many runs of history are given.
    package static let historyLimit = 30

    /// What a conditional request may carry: those of the last answer that was read whole.
    package var validators: Validators?
    /// The hash of the last body that was read, for servers without validators.
    package var bodyHash: String?
    /// When a whole body was last read, and not only said to be the same.
    package var lastBody: Date?
    /// Whether its server names the same validators for different bodies: nothing can be asked by them.
    package var hasFalseValidators = false
    /// When it last answered, or failed by itself: who has waited longest since is asked first of its host.
    package var lastTurn: Date?
    /// Not to be asked before a time, and why.
    package var pause: Pause?
    /// What its feed said about when to ask again.
    package var hints = FeedHints()
    /// When it first gave an answer that was understood.
    package var firstAnswered: Date?
    /// When it last did.
    package var lastSuccess: Date?
    /// On how many dates in a row it has failed; runs that did not ask it do not count.
    package var consecutiveFailures = 0
    /// The last date on which it failed.
    package var failedOn: EditionDate?
    /// Where it says that it has moved for good, as long as it says the same.
    package var permanentRedirect: PermanentRedirect?
    /// What the feed called itself last time.
    package var title: String?
    /// The page that the feed said it belongs to, last time.
    package var site: String?
    /// How many of its stories stood on each host (with its port, where it is no usual one), over the nights.
    package var hosts: [String: Int] = [:]
    /// Entries in the last answer that was read.
    package var lastItems = 0
    /// How its newest runs ended, oldest first.
    package var history: [SourceHealth.RunOutcome] = []

    package init() {}
}

extension SourceMemory {
    /// Updates the memory with how the source ended in the run of `date` at `now`.
    ///
    /// Only a whole answer replaces validators, hash and title; a failure keeps them, so that the next run can still ask
    /// whether anything changed; a source that was not asked keeps everything.
    package mutating func record(_ visit: SourceVisit, on date: EditionDate, at now: Date) {
        let report = visit.report
        if visit.hadTurn { lastTurn = now }
        history.add(SourceHealth.RunOutcome(report, on: date, at: now))
        switch report.outcome {
        case .fresh, .empty:
            validators = visit.validators
            bodyHash = visit.bodyHash
            lastBody = now
            hasFalseValidators = visit.hasFalseValidators
            hints = visit.hints ?? FeedHints()
            lastItems = report.items
            recordAnswer(visit, at: now)
        case .unchanged:
            validators = visit.validators ?? validators
            // A body that is the same as last time has a hash, and one that did not come has none.
            lastBody = visit.bodyHash == nil ? lastBody ?? now : now
            bodyHash = visit.bodyHash ?? bodyHash
            hints = visit.hints ?? hints
            recordAnswer(visit, at: now)
        case .late, .unreachable, .tlsError, .httpError, .refused, .malformed:
            if failedOn != date || consecutiveFailures == 0 { consecutiveFailures += 1 }
            failedOn = date
            pause = visit.pause
        case .skipped: break
        }
    }

    private mutating func recordAnswer(_ visit: SourceVisit, at now: Date) {
        title = visit.title ?? title
        site = visit.site ?? site
        pause = visit.pause
        consecutiveFailures = 0
        firstAnswered = firstAnswered ?? now
        lastSuccess = now
        permanentRedirect = visit.permanentRedirect.map { url in
            let seen = permanentRedirect.flatMap { $0.url == url ? $0.timesSeen : nil } ?? 0
            return PermanentRedirect(url: url, timesSeen: seen + 1)
        }
    }
}

extension SourceMemory {
    /// How long a server is believed that nothing has changed: some answer 304 whatever happens.
    package static let validatorsLast = Duration.seconds(8 * 86_400)

    /// Since when no whole body has come, where that is too long ago for the validators to be believed; `nil` where they
    /// are. A twentieth early, since a timer never fires twice at the same second.
    package func unbelievedSince(at now: Date) -> Date? {
        guard validators != nil, let lastBody else { return nil }
        let age = now.timeIntervalSince(lastBody)
        // A body of the future was read by a clock that was wrong.
        return age < 0 || age >= Self.validatorsLast.seconds * 0.95 ? lastBody : nil
    }
}

/// What an answer says it can be recognised by (RFC 9110 §8.8), byte for byte.
package struct Validators: Sendable, Hashable {
    package var etag: String?
    package var lastModified: String?
    /// The address that gave them: they say nothing about another one.
    package var url: String

    package init(etag: String? = nil, lastModified: String? = nil, url: String) {
        self.etag = etag
        self.lastModified = lastModified
        self.url = url
    }
}

/// A source that is left alone for a while: `Retry-After`, its own cache rules, or gone.
package struct Pause: Sendable, Hashable {
    package var until: Date
    /// In words, for the report: "said 503, come back at …".
    package var reason: String
    /// The address that asked for it: a source that has moved in the configuration is asked again at once.
    package var url: String
    package var kind: Kind
    /// The host that asked to be left alone, with its port where that is not the usual one: the source's own. `nil` where
    /// another one asked, to which the source was redirected: that is this source's affair alone.
    package var host: String?

    /// Why a source is left alone.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Its server said so: 429 or 503 with `Retry-After`.
        case asked
        /// 410: it is looked for again now and then, in case that was a mistake.
        case gone
        /// What was read last still holds, by the rules of its server or its feed.
        case notDue

        /// How long such a pause lasts at the most, whatever anybody asks for.
        package var longest: Duration {
            switch self {
            case .asked: .seconds(3 * 86_400)
            case .gone: .seconds(7 * 86_400)
            case .notDue: .seconds(86_400)
            }
        }
    }

    package init(until: Date, reason: String, url: String, kind: Kind, host: String? = nil) {
        self.until = until
        self.reason = reason
        self.url = url
        self.kind = kind
        self.host = host
    }

    /// Whether it is in force. One that ends later than any can was remembered by a clock that was wrong, and would silence
    /// a source for as long.
    package func isInForce(at now: Date) -> Bool {
        let rest = until.timeIntervalSince(now)
        return rest > 0 && rest <= Double(kind.longest.components.seconds) + Self.clockError
    }

    /// By so much a clock may have been set back since.
    private static let clockError: TimeInterval = 3600
}

/// A permanent redirect (301 or 308) and how many answers in a row have held to it.
package struct PermanentRedirect: Sendable, Hashable {
    package var url: String
    package var timesSeen: Int

    package init(url: String, timesSeen: Int = 1) {
        self.url = url
        self.timesSeen = timesSeen
    }
}

extension [SourceHealth.RunOutcome] {
    /// Adds how a run ended: of several runs of one date the last one that asked the source counts.
    package mutating func add(_ run: SourceHealth.RunOutcome) {
        guard let last, last.date == run.date else { return append(run) }
        if run.outcome != .skipped || last.outcome == .skipped { self[count - 1] = run }
    }
}
