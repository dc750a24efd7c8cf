package import Foundation

/// Every source's outcome of one run, with its recent history.
package struct HealthReport: Sendable, Hashable {
    package var generated: Date
    package var edition: EditionDate
    /// The longest that the batch was allowed to take.
    package var deadline: Duration
    /// How long it took.
    package var elapsed: Duration
    /// Clusters in the edition.
    package var stories: Int
    /// Items that no earlier run had read.
    package var newStories: Int
    /// In the order of the configuration.
    package var sources: [SourceHealth]
    /// How those who are notified were reached, in the order of the configuration; published where not all were.
    package var deliveries: [DeliveryReport] = []
    /// What several sources have in common, said once.
    package var notices: [HealthNotice]
    /// The last changes of sources' states, newest first.
    package var changes: [HealthChange] = []

    /// How many sources were asked: not those that are paused or were left out.
    package var asked: Int { sources.count { $0.report.outcome != .skipped } }

    package init(
        generated: Date, edition: EditionDate, deadline: Duration, elapsed: Duration, stories: Int, newStories: Int,
        sources: [SourceHealth], notices: [HealthNotice] = []
    ) {
        self.generated = generated
        self.edition = edition
        self.deadline = deadline
        self.elapsed = elapsed
        self.stories = stories
        self.newStories = newStories
        self.sources = sources
        self.notices = notices
    }

    /// The sources of which no notice tells why they failed.
    package var unnoticed: [SourceHealth] {
        let noticed = Set(notices.flatMap(\.sources))
        return sources.filter { !noticed.contains($0.report.source) }
    }

    /// How many sources ended in each way; every outcome is named, 0 included.
    package var countByOutcome: [Outcome: Int] {
        var counts = Dictionary(uniqueKeysWithValues: Outcome.allCases.map { ($0, 0) })
        for source in sources { counts[source.report.outcome, default: 0] += 1 }
        return counts
    }
}

/// What several sources of a run have in common, and what to do about it.
package struct HealthNotice: Sendable, Hashable {
    /// Whole sentences.
    package var text: String
    /// Those that it is about; none for what is no source.
    package var sources: [SourceID]
    /// Whether it was said on an earlier night, and only pages repeat it.
    package var isKnown = false

    package init(_ text: String, sources: [SourceID]) {
        self.text = text
        self.sources = sources
    }
}

/// One source in the health report.
package struct SourceHealth: Sendable, Hashable {
    package var report: SourceReport
    /// What it is called on the pages.
    package var title: String
    /// What may be published of its address: all of it, a part, or its host; empty for a private source.
    package var url: String
    /// Whether that is all of it, so that it can be subscribed to.
    package var hasWholeAddress: Bool
    /// The provider's word in the configuration.
    package var provider: String
    package var section: String
    /// When it last gave an answer that was understood, this run included.
    package var lastSuccess: Date?
    /// On how many dates in a row it has failed, this one included; runs that did not ask it do not count.
    package var consecutiveFailures: Int
    /// On how many it had failed before this run.
    package var failuresBefore = 0
    /// How it ended on the last dates, oldest first, this one included.
    package var history: [RunOutcome]
    /// The address at which it says that it is for good, while it says so.
    package var moved: String?

    package init(
        report: SourceReport, title: String, url: String, hasWholeAddress: Bool = true, provider: String,
        section: String,
        lastSuccess: Date? = nil, consecutiveFailures: Int = 0, history: [RunOutcome] = [],
        moved: String? = nil
    ) {
        self.report = report
        self.title = title
        self.url = url
        self.hasWholeAddress = hasWholeAddress
        self.provider = provider
        self.section = section
        self.lastSuccess = lastSuccess
        self.consecutiveFailures = consecutiveFailures
        self.history = history
        self.moved = moved
    }

    /// How it ended on one date: in the last run that asked it.
    package struct RunOutcome: Sendable, Hashable {
        package var date: EditionDate
        package var at: Date
        package var outcome: Outcome
        package var items: Int
        package var elapsedMilliseconds: Int

        package init(date: EditionDate, at: Date, outcome: Outcome, items: Int, elapsedMilliseconds: Int) {
            self.date = date
            self.at = at
            self.outcome = outcome
            self.items = items
            self.elapsedMilliseconds = elapsedMilliseconds
        }

        package init(_ report: SourceReport, on date: EditionDate, at now: Date) {
            self.init(
                date: date, at: now, outcome: report.outcome, items: report.items,
                elapsedMilliseconds: report.times.total.milliseconds)
        }
    }
}
