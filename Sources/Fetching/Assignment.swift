package import NewsModel

/// One source to ask, with what earlier runs learned about asking it.
package struct Assignment: Sendable {
    package var source: Source
    package var memory: SourceMemory

    package init(source: Source, memory: SourceMemory = SourceMemory()) {
        self.source = source
        self.memory = memory
    }
}

/// What one source gave: how it ended, what it said, and what to remember for the next run.
package struct Gathered: Sendable {
    package var visit: SourceVisit
    /// `nil` where nothing new was read; what the source said before still counts.
    package var feed: Feed?

    package init(visit: SourceVisit, feed: Feed? = nil) {
        self.visit = visit
        self.feed = feed
    }

    package var report: SourceReport {
        get { visit.report }
        set { visit.report = newValue }
    }
}

/// What an answer taught about asking its source again.
struct Lesson: Sendable {
    var validators: Validators?
    var bodyHash: String?
    var pause: Pause?
    var hints: FeedHints?
    var permanentRedirect: String?
}
