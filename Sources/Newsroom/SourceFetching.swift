import Curation
import Fetching
import Foundation
import HTTPTransport
import NewsModel
import Settings
import WebText

/// Asks the sources of a run, and prepares what each gives while others are waited for.
struct SourceFetching: Sendable {
    let request: RunRequest
    let memories: [SourceID: SourceMemory]
    let preparation: ItemPreparation
    let redactor: Redactor
    /// 0 ..< 1, for the waits before retries.
    let jitter: @Sendable () -> Double
    /// Records what is asked and answered.
    var recorder: BatchRecorder?

    /// What there is to say of a batch: how long it took, what a person should know, and who has the pictures of its night.
    typealias Summary = (elapsed: Duration, notes: [String], pictures: PictureSupply)

    /// Sends the result of each source as it ends, and tells `progress` of it.
    /// - Returns: how long the batch took, and what else a person should know.
    func run(
        clock: BatchClock, sending continuation: AsyncStream<SourceResult>.Continuation,
        progress: @Sendable (SourceReport) -> Void
    ) async throws(RunFailure) -> Summary {
        defer { continuation.finish() }
        guard request.fetches else { return (.zero, [], .nobody) }
        if let records = request.replay { return try await replay(records, sending: continuation, progress: progress) }
        let opened = try OpenBatch(request, clock: clock, jitter: jitter, recorder: recorder)
        let sources = sources
        var firstFailure: SourceReport?
        let assignments = assignments
        let termReading = TermReading(sources: assignments.count)
        await opened.batch.run(assignments) { feed, assignment in
            preparation.prepare(feed, of: assignment.source, assignment.memory)
        } meanwhile: {
            await termReading.run()
        } handingOver: { _, delivery in
            guard let source = sources[delivery.report.source] else { return }
            let result = result(of: delivery, source, redactor)
            if case .done(let feed)? = result.feed { termReading.add(feed) }
            progress(result.report)
            if result.report.outcome.isFailure { firstFailure = firstFailure ?? result.report }
            continuation.yield(result)
        }
        let elapsed = opened.elapsed
        guard request.copiesPictures, !(request.failsFast && firstFailure != nil) else {
            opened.close(elapsed: elapsed)
            if request.failsFast, let failed = firstFailure {
                throw .failedFast(failed.source, detail: failed.detail ?? "")
            }
            return (elapsed, opened.notes, .nobody)
        }
        return (elapsed, opened.notes, .batch(opened, elapsed: elapsed))
    }

    /// The same out of records, in their order.
    private func replay(
        _ records: RecordSet, sending continuation: AsyncStream<SourceResult>.Continuation,
        progress: @Sendable (SourceReport) -> Void
    ) async throws(RunFailure) -> Summary {
        let settings = request.settings
        let replay = Replay(
            records, policy: settings.fetch, network: settings.network, secrets: settings.namedSecrets, now: request.now
        )
        let sources = sources
        // What has no way back shows as what it stands for.
        let (preparation, redactor) = (
            preparation.learning(replay.irreversible), redactor.learning(replay.irreversible)
        )
        do {
            let summary = try await replay.run(assignments) { feed, assignment in
                preparation.prepare(feed, of: assignment.source, assignment.memory)
            } handingOver: { delivery in
                guard let source = sources[delivery.report.source] else { return }
                let result = result(of: delivery, source, redactor)
                progress(result.report)
                continuation.yield(result)
            }
            let pictures = RecordedPictures(
                records, secrets: settings.namedSecrets, mostBodyBytes: settings.fetch.maxBodyBytes)
            return (summary.elapsed, records.notes + summary.notes, .records(pictures))
        } catch {
            throw .cannot(error.description)
        }
    }

    private func result(
        of delivery: FetchResult<FeedPreparation>, _ source: Source, _ redactor: Redactor
    ) -> SourceResult {
        SourceResult(
            source, visit: delivery.visit, feed: delivery.payload, memory: memories[source.id], request: request,
            redactor: redactor)
    }

    private var sources: [SourceID: Source] {
        Dictionary(request.settings.sources.map { ($0.id, $0) }) { first, _ in first }
    }

    private var assignments: [FetchJob] { request.jobs(for: request.asked, memories) }
}

/// How one source of a run ended and what it gave, without secrets in what is said of it.
struct SourceResult: Sendable {
    let source: Source
    var visit: SourceVisit
    /// `nil` where nothing new was read.
    var feed: FeedPreparation?
    /// What is remembered of the source with this visit.
    let memory: SourceMemory
    /// On how many dates in a row it had failed before this run.
    let failuresBefore: Int
    /// What servers put into the addresses that they redirected to.
    let learned: [Secret]

    /// The result of a visit, in the words of its servers, to a source of which earlier runs left the memory. The redactor
    /// knows the secrets of the configuration.
    init(
        _ source: Source, visit: SourceVisit, feed: FeedPreparation? = nil, memory: SourceMemory?, request: RunRequest,
        redactor: Redactor
    ) {
        self.source = source
        self.feed = feed
        learned = LearnedSecrets.all(of: visit, memory, source) + (feed?.learned ?? [])
        let redactor = redactor.learning(learned)
        var visit = visit
        visit.report = visit.report.redacted(by: redactor, of: source)
        // What a source calls itself goes into the state, onto pages and terminals.
        visit.title = visit.title.map { PlainText.name(redactor.redact($0)) }
            .flatMap { PlainText.isVisible($0) ? $0 : nil }
        self.visit = visit
        failuresBefore = memory?.consecutiveFailures ?? 0
        var memory = memory ?? SourceMemory()
        memory.record(visit, on: request.editionDate, at: request.now)
        self.memory = memory
    }

    var report: SourceReport { visit.report }

    /// What it is called on the pages: by the user, by itself now or earlier, or by its id.
    var title: String { source.title ?? memory.title ?? source.id.rawValue }
}

/// Reads, while a batch waits for its slowest, the words that curation will ask for after it.
private struct TermReading: Sendable {
    private let feeds: AsyncStream<[DocumentTerms]>
    private let continuation: AsyncStream<[DocumentTerms]>.Continuation

    /// A batch of more sources than this has hardly any time to spare, and no memory.
    private static let mostSources = 1000

    /// How many stories' words are kept.
    private static let mostStories = 8192

    /// How many of one source's are.
    private static let mostOfSource = 500

    /// How many are read before others get a turn: about as much work as a small feed.
    private static let readAtOnce = 16

    init(sources: Int) {
        (feeds, continuation) = AsyncStream.makeStream()
        if sources > Self.mostSources { continuation.finish() }
    }

    /// Adds the texts of a feed to what is to be read.
    func add(_ feed: PreparedFeed) {
        continuation.yield(Array(feed.terms.values.prefix(Self.mostOfSource)))
    }

    /// Reads what was added and what comes, until it is cancelled.
    func run() async {
        var count = 0
        for await feed in feeds {
            for terms in feed where count < Self.mostStories {
                if count % Self.readAtOnce == 0 { await Task.yield() }
                guard !Task.isCancelled else { return }
                terms.readAhead()
                count += 1
            }
        }
    }
}
