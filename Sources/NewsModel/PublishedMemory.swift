package import Foundation

/// What a published site remembers and a state does not: editions, and how sources fared.
package struct PublishedMemory: Sendable, Hashable {
    /// Oldest first. What was not published of their stories is not there.
    package var editions: [Edition]
    package var sources: [SourceTrace]
    /// The last health report, as the state keeps it, and its instant.
    package var report: Report?

    package struct Report: Sendable, Hashable {
        package var generated: Date
        package var document: [UInt8]

        package init(generated: Date, document: [UInt8]) {
            self.generated = generated
            self.document = document
        }
    }

    package init(editions: [Edition] = [], sources: [SourceTrace] = []) {
        self.editions = editions
        self.sources = sources
    }

    package var isEmpty: Bool { editions.isEmpty && sources.isEmpty }
}

/// What a health report says of a source's past.
package struct SourceTrace: Sendable, Hashable {
    package var source: SourceID
    package var title: String
    package var lastSuccess: Date?
    package var consecutiveFailures: Int
    /// Entries in its last answer.
    package var items: Int
    /// Its last runs, oldest first.
    package var history: [SourceHealth.RunOutcome]

    package init(
        source: SourceID, title: String, lastSuccess: Date?, consecutiveFailures: Int, items: Int,
        history: [SourceHealth.RunOutcome]
    ) {
        self.source = source
        self.title = title
        self.lastSuccess = lastSuccess
        self.consecutiveFailures = consecutiveFailures
        self.items = items
        self.history = history
    }
}
