import Curation

/// Reads, while a batch waits for its slowest, the texts that curation will ask for after it.
struct ReadingAhead: Sendable {
    private let texts: AsyncStream<[DocumentTerms]>
    private let pile: AsyncStream<[DocumentTerms]>.Continuation

    /// A batch of more sources than this has hardly any time to spare, and no memory.
    private static let mostSources = 1000

    /// How many stories' words are kept.
    private static let mostStories = 8192

    /// How many of one source's are.
    private static let mostOfSource = 500

    /// How many are read before others get a turn: about as much work as a small feed.
    private static let readAtOnce = 16

    init(sources: Int) {
        (texts, pile) = AsyncStream.makeStream()
        if sources > Self.mostSources { pile.finish() }
    }

    /// Lays the texts of a feed on the pile.
    func add(_ harvest: FeedPreparation) {
        guard case .ready(let crop) = harvest else { return }
        pile.yield(Array(crop.impressions.values.prefix(Self.mostOfSource)))
    }

    /// Reads what is on the pile and what comes, until it is cancelled.
    func read() async {
        var count = 0
        for await words in texts {
            for words in words where count < Self.mostStories {
                if count % Self.readAtOnce == 0 { await Task.yield() }
                guard !Task.isCancelled else { return }
                words.readAhead()
                count += 1
            }
        }
    }
}
