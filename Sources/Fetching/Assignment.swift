package import Foundation
package import NewsModel

/// One source to ask, with what earlier runs learned about asking it.
package struct Assignment: Sendable {
    package var source: Source
    package var recall: Recall

    package init(source: Source, recall: Recall = Recall()) {
        self.source = source
        self.recall = recall
    }
}

/// What earlier runs learned about asking a source.
package struct Recall: Sendable, Hashable {
    package var validators: Validators?
    /// The hash of the last body that was read in full.
    package var bodyHash: String?
    /// Not to be asked before this instant, and why.
    package var notBefore: Date?
    package var notBeforeReason: String?
    /// How many items the last answer held, for a source that has not changed.
    package var lastItems: Int

    package init(
        validators: Validators? = nil, bodyHash: String? = nil, notBefore: Date? = nil,
        notBeforeReason: String? = nil, lastItems: Int = 0
    ) {
        self.validators = validators
        self.bodyHash = bodyHash
        self.notBefore = notBefore
        self.notBeforeReason = notBeforeReason
        self.lastItems = lastItems
    }
}

/// What makes a request conditional (RFC 9110 §13): kept byte for byte as one answer gave them.
package struct Validators: Sendable, Hashable {
    /// The address that they belong to.
    package var url: String
    package var etag: String?
    package var lastModified: String?

    package init(url: String, etag: String?, lastModified: String?) {
        self.url = url
        self.etag = etag
        self.lastModified = lastModified
    }
}

/// What one source gave: how it ended, what it said, and what to remember for the next run.
package struct Gathered: Sendable {
    package var report: SourceReport
    /// `nil` where nothing new was read; what the source said before still counts.
    package var feed: Feed?
    package var lesson: Lesson

    package init(report: SourceReport, feed: Feed? = nil, lesson: Lesson = Lesson()) {
        self.report = report
        self.feed = feed
        self.lesson = lesson
    }
}

/// What a run learned about asking a source.
package struct Lesson: Sendable, Hashable {
    /// New validators; `nil` keeps the old ones, unless ``forgetsValidators`` is set.
    package var validators: Validators?
    /// The answer was new and carried no validators, or was not read in full.
    package var forgetsValidators: Bool
    package var bodyHash: String?
    package var notBefore: Date?
    package var notBeforeReason: String?
    /// Where a permanent redirect led.
    package var permanentRedirect: String?

    package init(
        validators: Validators? = nil, forgetsValidators: Bool = false, bodyHash: String? = nil,
        notBefore: Date? = nil, notBeforeReason: String? = nil, permanentRedirect: String? = nil
    ) {
        self.validators = validators
        self.forgetsValidators = forgetsValidators
        self.bodyHash = bodyHash
        self.notBefore = notBefore
        self.notBeforeReason = notBeforeReason
        self.permanentRedirect = permanentRedirect
    }
}
