package import Curation
import Foundation
package import NewsModel
import NewsStore
package import Settings

/// Says of a story where it stands and why, or why it is absent: from the state alone, which stays as it is.
package struct Explainer {
    private let settings: Settings
    private let store: NewsStore

    /// - Throws: a sentence, where there is no state or it can't be read.
    package init(settings: Settings) throws(RunFailure) {
        self.settings = settings
        guard FileManager.default.fileExists(atPath: settings.state) else {
            throw .cannot("There is no state at \(settings.state) yet; `broadsheet run` makes it.")
        }
        do {
            store = try NewsStore(path: settings.state)
        } catch {
            throw .cannot(error.description)
        }
    }

    /// Looks for what was asked in the edition of a date, the newest unless given. Throws a sentence, where there is no
    /// such edition or the state can't be read.
    package func answer(_ query: StoryQuery, date: EditionDate? = nil) throws(RunFailure) -> StoryAnswer {
        do {
            // Nothing was written: a file that does not close now closes with the process.
            defer { try? store.close() }
            let edition = try edition(of: date)
            var search = StorySearch(query)
            try store.visitStoryNames { search.look(at: $0) }
            let found = try store.histories(of: search.found, policy: settings.edition)
            guard !found.isEmpty else { return .none(try unknown(query, nearest: search.nearest)) }
            return try AnswerBuilder(settings: settings, store: store, edition: edition).answer(found)
        } catch {
            throw error as? RunFailure ?? .cannot("\(error)")
        }
    }

    private func edition(of date: EditionDate?) throws -> Edition {
        let dates = try store.archive().map(\.date)
        guard let newest = dates.first, let oldest = dates.last else {
            throw RunFailure.cannot("No edition was built yet; `broadsheet run` builds the first.")
        }
        guard let edition = try store.edition(of: date ?? newest) else {
            throw RunFailure.cannot(
                "There is no edition of \(date ?? newest); there are editions from \(oldest) to \(newest).")
        }
        return edition
    }

    private func unknown(_ query: StoryQuery, nearest: [StoryName]) throws -> StoryUnknown {
        let memories = try store.memories(of: settings.sources.map(\.id))
        let failed = settings.sources.compactMap { source -> StoryUnknown.SourceTrouble? in
            guard let last = memories[source.id]?.history.last, last.outcome.isFailure else { return nil }
            return .init(source: source.id, outcome: last.outcome)
        }
        return StoryUnknown(nearest: nearest, failed: failed, source: source(of: query)?.id)
    }

    /// The source that is read from where the asked address is.
    private func source(of query: StoryQuery) -> Source? {
        guard let publisher = query.key.map({ CanonicalURL.publisher(ofKey: $0) }) else { return nil }
        return settings.sources.first { source in
            let key = CanonicalURL.key(of: source.provider.address)
            return key.map { CanonicalURL.publisher(ofKey: $0) } == publisher
        }
    }
}

/// Goes through the names of all stories once, for those that were asked for and for those that come near.
struct StorySearch {
    private let query: StoryQuery
    private(set) var found: [StoryID] = []
    /// The titles with the most of the words, those that were seen last first.
    private(set) var nearest: [StoryName] = []
    private var wordsFound = 1

    /// More than this are better asked for with another word.
    static let mostFound = 200
    static let mostNear = 3

    init(_ query: StoryQuery) {
        self.query = query
    }

    mutating func look(at name: StoryName) {
        if query.matches(id: name.id, key: name.key, title: name.title) {
            if found.count < Self.mostFound { found.append(name.id) }
        } else if found.isEmpty, query.key == nil {
            compare(name)
        }
    }

    private mutating func compare(_ name: StoryName) {
        let count = query.wordsFound(in: name.title)
        guard count >= wordsFound else { return }
        if count > wordsFound { nearest = [] }
        wordsFound = count
        if nearest.count < Self.mostNear { nearest.append(name) }
    }
}
