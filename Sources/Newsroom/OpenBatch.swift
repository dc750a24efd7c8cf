import Fetching
import HTTPTransport
import NewsModel
import Settings

/// A batch as a run asks for it, with the client that it sends through.
struct OpenBatch: Sendable {
    let batch: Batch
    /// What a person should know of it.
    let notes: [String]
    private let client: HTTPClient
    private let clock: BatchClock
    private let recorder: BatchRecorder?
    /// Of the sources and of the pictures after them.
    private let deadline: Duration

    /// Opens the batch of a run, which begins with the clock. Throws a sentence, where its client can't be made.
    init(
        _ request: RunRequest, clock: BatchClock, jitter: @escaping @Sendable () -> Double, recorder: BatchRecorder?
    ) throws(RunFailure) {
        let settings = request.settings
        var (policy, notes) = Self.withinOpenFiles(settings.fetch)
        deadline = policy.deadline
        if request.copiesPictures { policy.deadline -= Self.timeForPictures(of: policy.deadline) }
        do {
            client = try HTTPClient(fetch: settings.fetch, network: settings.network)
        } catch {
            throw .cannot(error.description)
        }
        self.notes = notes
        self.clock = clock
        self.recorder = recorder
        batch = Batch(
            policy: policy, network: settings.network, send: client.send, clock: clock, now: request.now,
            jitter: jitter, failsFast: request.failsFast, userAgent: UserAgent.standard(site: settings.site.url),
            recorder: recorder)
    }

    /// How long it has taken up to now.
    var elapsed: Duration { clock.elapsed }

    /// Ends what the batch needed, and its record, in which it took so long.
    func close(elapsed: Duration) {
        client.close()
        recorder?.end(elapsed: elapsed, notes: notes)
    }

    /// Fetches pictures in the time that is left, and records them.
    func pictures(at addresses: [String]) async -> [FetchedPicture] {
        let pictures = await batch.pictureFetcher(until: deadline).pictures(at: addresses)
        for picture in pictures { recorder?.add(picture) }
        return pictures
    }

    /// What is kept of the deadline for pictures, however slow the sources are: a fifth, but no more than 5 s.
    private static func timeForPictures(of deadline: Duration) -> Duration { min(deadline / 5, .seconds(5)) }

    /// As many requests at once as the system has room for.
    private static func withinOpenFiles(_ wanted: FetchPolicy) -> (FetchPolicy, notes: [String]) {
        var policy = wanted
        policy.concurrency = OpenFileLimit.makeRoom(forConnections: wanted.concurrency)
        guard policy.concurrency < wanted.concurrency else { return (policy, []) }
        let note =
            "This system lets only so many files be open that at most \(policy.concurrency) requests are under way at "
            + "once, not \(wanted.concurrency); raise its limit (ulimit -n) or lower fetch.concurrency."
        return (policy, [note])
    }
}

extension RunRequest {
    /// The sources that are asked, if anybody is.
    var asked: [Source] { settings.sources.filter { only.isEmpty || only.contains($0.id) } }

    /// How sources are asked that are remembered like this.
    func jobs(for sources: [Source], _ memories: [SourceID: SourceMemory]) -> [FetchJob] {
        sources.map { source in
            var memory = memories[source.id] ?? SourceMemory()
            if isForced { memory.pause = nil }
            return FetchJob(source: source, memory: memory)
        }
    }
}
