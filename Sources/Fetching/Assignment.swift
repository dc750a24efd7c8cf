package import NewsModel

/// One source to ask, with what earlier runs learned about asking it.
package struct Assignment: Sendable {
    package var source: Source
    package var memory: SourceMemory

    package init(source: Source, memory: SourceMemory = SourceMemory()) {
        self.source = source
        self.memory = memory
    }

    /// Whom it asks, as a pause names it.
    var authority: String { HTTPFetcher.authority(of: source.provider.address) }
}

/// What one source gave: how it ended, what was made of what it said, and what to remember for the next run.
package struct Delivery<Matter: Sendable>: Sendable {
    package var visit: SourceVisit
    /// `nil` where nothing new was read; what the source said before still counts.
    package var matter: Matter?

    package init(visit: SourceVisit, matter: Matter? = nil) {
        self.visit = visit
        self.matter = matter
    }

    package var report: SourceReport {
        get { visit.report }
        set { visit.report = newValue }
    }
}

/// What one source gave, with what it said as it was read.
package typealias Gathered = Delivery<Feed>

extension Delivery<Feed> {
    package init(visit: SourceVisit, feed: Feed?) {
        self.init(visit: visit, matter: feed)
    }

    package var feed: Feed? { matter }
}

/// What an answer taught about asking its source again.
struct Lesson: Sendable {
    var validators: Validators?
    var bodyHash: String?
    var pause: Pause?
    var hints: FeedHints?
    var permanentRedirect: String?
    /// What else to say of it.
    var note: String?
}
