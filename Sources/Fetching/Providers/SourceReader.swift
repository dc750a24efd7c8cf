import NewsModel
import WebText

/// How one kind of source is asked and read. Every provider is one of these, in a file of its own, and a line of
/// ``Providers``.
protocol SourceReader: Sendable {
    /// What the configuration calls the provider, and the keys that it takes.
    static var definition: ProviderDefinition { get }

    /// Reads one configured source, whose keys were checked by the definition.
    init(_ provider: Provider)

    /// Asks the source and reads its answer; never throws: whatever happens is in the result.
    func gather(with context: ReadingContext) async -> FetchedFeed
}

/// What a provider needs to ask its source.
struct ReadingContext: Sendable {
    let source: Source
    let memory: SourceMemory
    let fetcher: HTTPFetcher
    let policy: FetchPolicy
    let userAgent: String
    let progress: FetchProgress
    /// The place of the source among those that have waited longest since their last turn.
    let rank: Int
    /// Whether a record holds another answer of an address, where one answers.
    var isRecordedAgain: @Sendable (String) -> Bool = { _ in false }

    /// A request to `url`, with everything that the source's own settings add.
    func request(
        _ url: String, accept: String, headers: [Source.Header] = [], isConditional: Bool = false, hostLimit: Int? = nil
    ) -> FetchRequest {
        FetchRequest(
            source: source.id, url: url, accept: accept, headers: headers + source.headers,
            userAgent: source.userAgent ?? userAgent, validators: isConditional ? validators : nil,
            timeout: source.timeout ?? policy.timeout, hostLimit: max(policy.perHost, hostLimit ?? 1),
            rank: rank)
    }

    /// Gets a JSON document and hands it over as a value, `null` for an answer that says nothing.
    func json(
        _ url: String, headers: [Source.Header] = [], isConditional: Bool = false, hostLimit: Int? = nil,
        progress: FetchProgress? = nil
    ) async throws(FetchFailure) -> ParsedResponse<JSONValue> {
        var request = request(
            url, accept: "application/json", headers: headers, isConditional: isConditional, hostLimit: hostLimit)
        request.readsErrors = true
        return try await get(request, progress: progress ?? self.progress) { head, body in
            if head.saysNothing { return (.null, bodyHash: "") }
            var bytes: [UInt8] = []
            let hash = try await body.hashedRead { bytes.append(contentsOf: $0) }
            return (try JSONValue(parsing: bytes), hash)
        }
    }

    /// A result with everything that its progress knows.
    func gathered(
        _ outcome: Outcome, detail: String? = nil, advice: String? = nil, feed: Feed? = nil,
        cacheUpdate: CacheUpdate = CacheUpdate(), sharedCause: SharedCause? = nil
    ) -> FetchedFeed {
        let entry = progress.current
        var times = entry.times
        times.total = fetcher.clock.elapsed
        let notes = [detail, cacheUpdate.note, outcome.isFailure ? entry.note : nil].compactMap { $0 }
        var report = SourceReport(
            source: source.id, outcome: outcome, detail: notes.isEmpty ? nil : notes.joined(separator: "; "),
            advice: advice, status: entry.status, attempts: entry.attempts, bytes: entry.bytes, times: times)
        report.items = feed?.items.count ?? (outcome == .unchanged ? memory.lastItems : 0)
        report.warnings = feed?.warnings.map(\.description) ?? []
        var visit = SourceVisit(
            report: report, validators: cacheUpdate.validators, bodyHash: cacheUpdate.bodyHash,
            pause: cacheUpdate.pause,
            hints: cacheUpdate.hints, permanentRedirect: cacheUpdate.permanentRedirect, title: feed?.title,
            site: feed?.link, redirects: entry.redirects, clock: entry.clock)
        visit.hasFalseValidators = cacheUpdate.hasFalseValidators
        visit.sharedCause = sharedCause
        visit.hadTurn = hadTurn(outcome, sharedCause)
        var feed = feed
        feed?.redirects = entry.redirects
        return FetchedFeed(visit: visit, feed: feed)
    }

    /// Whether a source answered or failed by itself: not where it had to wait for others until it was too late, or was
    /// cut off by the deadline.
    private func hadTurn(_ outcome: Outcome, _ sharedCause: SharedCause?) -> Bool {
        switch outcome {
        case .skipped: false
        case .late: sharedCause == nil && !fetcher.isOver
        case .fresh, .unchanged, .empty, .unreachable, .tlsError, .httpError, .refused, .malformed: true
        }
    }

    /// The result of an answer that was read: `fresh`, or `empty` if there is nothing in it.
    func gathered(_ feed: Feed, detail: String? = nil, cacheUpdate: CacheUpdate = CacheUpdate()) -> FetchedFeed {
        var feed = feed
        if let limit = source.limit { feed.leaveNewest(limit) }
        let advice =
            cacheUpdate.permanentRedirect.map(Advice.moved)
            ?? (cacheUpdate.hasFalseValidators ? Advice.falseValidators : nil)
        return gathered(
            feed.items.isEmpty ? .empty : .fresh, detail: detail, advice: advice, feed: feed, cacheUpdate: cacheUpdate)
    }
}

extension Feed {
    /// Leaves so many items: those at its head, where nearly every feed has the newest, or at its end where their dates say
    /// that it lists the oldest first.
    fileprivate mutating func leaveNewest(_ count: Int) {
        guard items.count > count else { return }
        let dates = items.compactMap { $0.published ?? $0.updated }
        let isOldestFirst =
            dates.count == items.count && dates.first != dates.last
            && zip(dates, dates.dropFirst()).allSatisfy { $0 <= $1 }
        if isOldestFirst { items.removeFirst(items.count - count) } else { items.removeSubrange(count...) }
    }
}
