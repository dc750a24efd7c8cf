import NewsModel
import WebText

/// How one kind of source is asked and read. Every provider is one of these.
protocol SourceReader: Sendable {
    /// Asks the source and reads its answer; never throws: whatever happens is in the result.
    func gather(with context: ReadingContext) async -> Gathered
}

/// What a provider needs to ask its source.
struct ReadingContext: Sendable {
    let source: Source
    let memory: SourceMemory
    let fetcher: HTTPFetcher
    let policy: FetchPolicy
    let userAgent: String
    let log: FetchLog
    /// The place of the source in the list.
    let rank: Int

    /// A request to `url`, with everything that the source's own settings add.
    func request(
        _ url: String, accept: String, headers: [Source.Header] = [], isConditional: Bool = false, hostLimit: Int? = nil
    ) -> FetchRequest {
        FetchRequest(
            source: source.id, url: url, accept: accept, headers: headers + source.headers,
            userAgent: source.userAgent ?? userAgent, validators: isConditional ? memory.validators : nil,
            timeout: source.timeout ?? policy.timeout, hostLimit: max(policy.perHost, hostLimit ?? 1),
            rank: rank)
    }

    /// Gets a JSON document and hands it over as a value, `null` for an answer that says nothing.
    func json(
        _ url: String, headers: [Source.Header] = [], isConditional: Bool = false, hostLimit: Int? = nil,
        log: FetchLog? = nil
    ) async throws(FetchFailure) -> Answer<JSONValue> {
        var request = request(
            url, accept: "application/json", headers: headers, isConditional: isConditional, hostLimit: hostLimit)
        request.readsErrors = true
        return try await fetcher.get(request, log: log ?? self.log) { head, body in
            if head.saysNothing { return (.null, bodyHash: "") }
            var bytes: [UInt8] = []
            let hash = try await body.read { bytes.append(contentsOf: $0) }
            return (try JSONValue(parsing: bytes), hash)
        }
    }

    /// A result with everything that the log knows.
    func gathered(
        _ outcome: Outcome, detail: String? = nil, advice: String? = nil, feed: Feed? = nil, lesson: Lesson = Lesson()
    ) -> Gathered {
        let entry = log.current
        var times = entry.times
        times.total = fetcher.clock.elapsed
        let notes = [detail, lesson.note, outcome.isFailure ? entry.note : nil].compactMap { $0 }
        var report = SourceReport(
            source: source.id, outcome: outcome, detail: notes.isEmpty ? nil : notes.joined(separator: "; "),
            advice: advice, status: entry.status, attempts: entry.attempts, bytes: entry.bytes, times: times)
        report.items = feed?.items.count ?? (outcome == .unchanged ? memory.lastItems : 0)
        report.warnings = feed?.warnings.map(\.description) ?? []
        let visit = SourceVisit(
            report: report, validators: lesson.validators, bodyHash: lesson.bodyHash, pause: lesson.pause,
            hints: lesson.hints, permanentRedirect: lesson.permanentRedirect, title: feed?.title,
            site: feed?.link, redirects: entry.redirects)
        var feed = feed
        feed?.redirects = entry.redirects
        return Gathered(visit: visit, feed: feed)
    }

    /// The result of an answer that was read: `fresh`, or `empty` if there is nothing in it.
    func gathered(_ feed: Feed, detail: String? = nil, lesson: Lesson = Lesson()) -> Gathered {
        var feed = feed
        if let limit = source.limit, feed.items.count > limit { feed.items.removeSubrange(limit...) }
        let advice = lesson.permanentRedirect.map(Advice.moved)
        return gathered(
            feed.items.isEmpty ? .empty : .fresh, detail: detail, advice: advice, feed: feed, lesson: lesson)
    }
}
