import Foundation
import GRDB
import NewsModel

/// Writes what sources say into the store: prepared statements, one pass, and nothing at all for what is unchanged.
final class StoryWriter {
    /// How exact `story.listed` is: writing every listed story every night would cost as much as reading it anew.
    static let listedEvery: TimeInterval = 30 * 86_400

    /// What is needed of a story that is known.
    private struct Known {
        let number: Int64
        let fingerprint: Int64
        let firstSeen: Date
        let published: Date?
        let listed: Date
    }

    private let db: Database
    private let run: Int64
    private let now: Date
    private let lookup: Statement
    private let insertion: Statement
    private let update: Statement
    private let listing: Statement
    private let naming: Statement

    init(_ db: Database, run: Int64, now: Date) throws {
        self.db = db
        self.run = run
        self.now = now
        lookup = try db.makeStatement(
            sql: """
                SELECT number, fingerprint, first_seen, published, listed FROM story
                WHERE number = (SELECT story FROM identity WHERE source = ? AND hash = ?)
                """)
        let columns = ["id", "source", "run", "first_seen"] + StoryColumns.changing
        insertion = try db.makeStatement(
            sql: """
                INSERT OR IGNORE INTO story (\(columns.joined(separator: ", ")))
                VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
                """)
        let changes = StoryColumns.changing.map { "\($0) = ?" }.joined(separator: ", ")
        update = try db.makeStatement(sql: "UPDATE story SET \(changes) WHERE number = ?")
        listing = try db.makeStatement(sql: "UPDATE story SET listed = ? WHERE number = ?")
        // A name that is another story's stays so: two stories that seem to become one are left as they are.
        naming = try db.makeStatement(
            sql: "INSERT OR IGNORE INTO identity (source, hash, story) VALUES (?, ?, ?)")
    }

    /// Records the items of one answer.
    /// - Parameter isFirst: whether nothing of the source is known, so that nothing need be looked up.
    /// - Returns: how many were not known before.
    func record(_ items: [NewStory], from source: SourceID, number: Int64, isFirst: Bool) throws -> Int {
        var taken: Set<Int64> = []
        var new = 0
        for entry in Answer(items, from: source).entries {
            let fingerprint = entry.item.fingerprint
            guard !isFirst, let known = try find(entry, in: number) else {
                try insert(entry, source: number, fingerprint: fingerprint)
                new += 1
                continue
            }
            // Two items of this answer may both be a story of old, by its id and by its address: the first one is.
            guard taken.insert(known.number).inserted else { continue }
            try refresh(known, with: entry, source: number, fingerprint: fingerprint)
        }
        return new
    }

    /// Puts a story in as it was, with the id that it had, unless that is known.
    func restore(_ story: Story, source: Int64) throws {
        guard let id = story.id.number else { return }
        let item = FeedItem(
            published: story.published, updated: story.updated, authors: story.authors, summary: story.summary,
            content: story.content, categories: story.categories, image: story.image, language: story.language,
            discussion: story.discussion, points: story.points, comments: story.comments, rank: story.rank,
            publisher: story.publisher)
        let new = NewStory(item: item, key: story.key, link: story.link, title: story.title)
        try insertion.run(
            [.of(id), .of(source), .of(run), .of(story.firstSeen)]
                + StoryColumns.values(
                    of: new, published: story.published, dated: story.dated, listed: now, fingerprint: 0))
        guard db.changesCount > 0 else { return }
        let number = db.lastInsertedRowID
        for entry in Answer([new], from: "").entries { try name(entry.names, source: source, story: number) }
    }

    private func find(_ entry: Answer.Entry, in source: Int64) throws -> Known? {
        for name in entry.names {
            let known = try lookup.first([.of(source), .of(name)]) { row in
                Known(
                    number: try row.integer(0), fingerprint: try row.integer(1), firstSeen: try row.instant(2),
                    published: try row.optionalInstant(3), listed: try row.instant(4))
            }
            if let known { return known }
        }
        return nil
    }

    private func insert(_ entry: Answer.Entry, source: Int64, fingerprint: Int64) throws {
        let published = entry.item.item.published
        let values = StoryColumns.values(
            of: entry.item, published: published, dated: dated(published, firstSeen: now), listed: now,
            fingerprint: fingerprint)
        var id = entry.seed
        // Two stories in sixty-four bits: once in a lifetime, or where a link was given up and taken up again.
        while true {
            try insertion.run([.of(id), .of(source), .of(run), .of(now)] + values)
            if db.changesCount > 0 { break }
            var next = StableHash()
            next.combine(id)
            id = next.finish()
        }
        try name(entry.names, source: source, story: db.lastInsertedRowID)
    }

    private func refresh(_ known: Known, with entry: Answer.Entry, source: Int64, fingerprint: Int64) throws {
        guard known.fingerprint != fingerprint else {
            guard abs(now.timeIntervalSince(known.listed)) > Self.listedEvery else { return }
            return try listing.run([.of(now), .of(known.number)])
        }
        // A date that a source no longer says is still the story's date.
        let published = entry.item.item.published ?? known.published
        let values = StoryColumns.values(
            of: entry.item, published: published, dated: dated(published, firstSeen: known.firstSeen), listed: now,
            fingerprint: fingerprint)
        try update.run(values + [.of(known.number)])
        try name(entry.names, source: source, story: known.number)
    }

    private func name(_ names: [Int64], source: Int64, story: Int64) throws {
        for name in names { try naming.run([.of(source), .of(name), .of(story)]) }
    }

    /// What `Story.dated` says.
    private func dated(_ published: Date?, firstSeen: Date) -> Date {
        guard let published, published <= firstSeen else { return firstSeen }
        return published
    }
}
