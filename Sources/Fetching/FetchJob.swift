package import NewsModel

/// One source to fetch, with what earlier runs learned about it.
package struct FetchJob: Sendable {
    package var source: Source
    package var memory: SourceMemory

    package init(source: Source, memory: SourceMemory = SourceMemory()) {
        self.source = source
        self.memory = memory
    }

    /// The host that is asked, as a pause names it.
    var authority: String { HTTPFetcher.authority(of: source.provider.address) }
}

/// How the fetch of one source ended: what was made of its feed, and what to remember for the next run.
package struct FetchResult<Payload: Sendable>: Sendable {
    package var visit: SourceVisit
    /// `nil` where nothing new was read; what the source said before still counts.
    package var payload: Payload?

    package init(visit: SourceVisit, payload: Payload? = nil) {
        self.visit = visit
        self.payload = payload
    }

    package var report: SourceReport {
        get { visit.report }
        set { visit.report = newValue }
    }
}

/// The result of a fetch with the feed as it was read.
package typealias FetchedFeed = FetchResult<Feed>

extension FetchResult<Feed> {
    package init(visit: SourceVisit, feed: Feed?) {
        self.init(visit: visit, payload: feed)
    }

    package var feed: Feed? { payload }
}

/// What a response says about fetching its source again.
struct CacheUpdate: Sendable {
    var validators: Validators?
    var bodyHash: String?
    var pause: Pause?
    var hints: FeedHints?
    var permanentRedirect: String?
    /// Whether the server names the same validators for different bodies.
    var hasFalseValidators = false
    /// What else to say of it.
    var note: String?
}
