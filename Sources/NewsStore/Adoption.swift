import Foundation
import GRDB
import NewsModel
import WebText

/// Takes into the state what a published site remembers, as if the runs that were lost had been recorded: before a run
/// begins, so that whatever that brings is newer.
struct Adoption {
    private let db: Database
    private let sources: SourceRecords
    private let editions: EditionCache

    init(_ db: Database, sources: SourceRecords, editions: EditionCache) {
        self.db = db
        self.sources = sources
        self.editions = editions
    }

    /// - Parameter memory: what the state does not know.
    /// - Throws: what the database says.
    func adopt(_ memory: PublishedMemory) throws {
        let (runs, last) = try insertRuns(of: memory)
        for trace in memory.sources {
            let nights = trace.history.compactMap { night in runs[night.at.milliseconds].map { (run: $0, night) } }
            let isNews = trace.history.last.map { $0.at.milliseconds > last } ?? false
            try sources.adopt(trace, runs: nights, isNews: isNews)
        }
        for edition in memory.editions {
            guard let run = runs[edition.generated.milliseconds] else { continue }
            try adopt(edition, run: run)
        }
        try sources.flush()
        // To the second, as a report says its instant.
        if let report = memory.report, report.generated.milliseconds > last {
            try NewsStore.keep(report: report.document, db)
        }
    }

    /// Inserts a run for every instant at which one is known to have been and the state knows of none.
    /// - Returns: the numbers of all of them, by their instants in milliseconds, and the last that the state knew.
    private func insertRuns(of memory: PublishedMemory) throws -> (numbers: [Int64: Int64], last: Int64) {
        let rows = try PreparedStatement(db, "SELECT at, number FROM run").all { row in
            (try row.integer(0), try row.integer(1))
        }
        var runs = Dictionary(rows) { first, _ in first }
        let last = runs.keys.max() ?? .min
        // A run that made no edition is only worth knowing where it came after all that the state knows.
        let visits = memory.sources.flatMap { $0.history.map { ($0.at.milliseconds, $0.date) } }.filter { $0.0 > last }
        let dates = Dictionary(visits + memory.editions.map { ($0.generated.milliseconds, $0.date) }) { $1 }
        for (instant, date) in dates.sorted(by: { $0.key < $1.key }) where runs[instant] == nil {
            try db.execute(sql: "INSERT INTO run (date, at) VALUES (?, ?)", arguments: [date, instant])
            runs[instant] = db.lastInsertedRowID
        }
        return (runs, last)
    }

    private func adopt(_ edition: Edition, run: Int64) throws {
        let writer = try StoryWriter(db, run: run, now: edition.generated)
        let told = edition.clusters.flatMap(\.stories)
        let leftOut = (edition.leftOut + edition.omissions.flatMap(\.named)).map(\.story)
        var seen: Set<StoryID> = []
        let stories = (told + leftOut).filter { seen.insert($0.id).inserted }
        for (source, stories) in Dictionary(grouping: stories, by: \.source).sorted(by: { $0.key < $1.key }) {
            let number = try sources.adoptStories(of: source, keys: stories.map(\.key), at: edition.generated)
            for story in stories { try writer.restore(story, source: number) }
        }
        try editions.save(edition, run: run, numbers: [:])
    }
}
