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
    private let lookup: PreparedStatement
    private let insertion: PreparedStatement
    private let update: PreparedStatement
    private let listing: PreparedStatement
    private let naming: PreparedStatement
    private let namingThree: PreparedStatement

    init(_ db: Database, run: Int64, now: Date) throws {
        self.db = db
        self.run = run
        self.now = now
        lookup = try PreparedStatement(
            db,
            """
            SELECT number, fingerprint, first_seen, published, listed FROM story
            WHERE number = (SELECT story FROM identity WHERE source = ? AND hash = ?)
            """)
        let columns = StoryColumns.changing + ["source", "run", "first_seen", "id"]
        insertion = try PreparedStatement(
            db,
            """
            INSERT OR IGNORE INTO story (\(columns.joined(separator: ", ")))
            VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
            """)
        let changes = StoryColumns.changing.map { "\($0) = ?" }.joined(separator: ", ")
        update = try PreparedStatement(db, "UPDATE story SET \(changes) WHERE number = ?")
        listing = try PreparedStatement(db, "UPDATE story SET listed = ? WHERE number = ?")
        // A name that is another story's stays so: two stories that seem to become one are left as they are.
        let start = "INSERT OR IGNORE INTO identity (source, hash, story) VALUES"
        naming = try PreparedStatement(db, "\(start) (?, ?, ?)")
        namingThree = try PreparedStatement(db, "\(start) (?, ?, ?), (?, ?, ?), (?, ?, ?)")
    }

    /// Records the items of one answer, and gives those that were not known before. With `isFirst` nothing of the
    /// source is known, so that nothing need be looked up.
    func record(_ answer: Answer, source number: Int64, isFirst: Bool) throws -> [NewArrival] {
        var taken: Set<Int64> = []
        var new: [NewArrival] = []
        for entry in answer.entries {
            guard !isFirst, let known = try find(entry, in: number) else {
                new.append(NewArrival(id: try insert(entry, source: number), place: entry.place))
                continue
            }
            // Two items of this answer may both be a story of old, by its id and by its address: the first one is.
            guard taken.insert(known.number).inserted else { continue }
            try refresh(known, with: entry, source: number)
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
        let values = StoryColumns.values(
            of: new, published: story.published, dated: story.dated, listed: now, fingerprint: 0)
        try insertion.run(values + [.of(source), .of(run), .of(story.firstSeen), .of(id)])
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

    private func insert(_ entry: Answer.Entry, source: Int64) throws -> StoryID {
        let published = entry.item.item.published
        var values = StoryColumns.values(
            of: entry.item, published: published, dated: dated(published, firstSeen: now), listed: now,
            fingerprint: entry.fingerprint)
        var id = entry.seed
        values += [.of(source), .of(run), .of(now), .of(id)]
        // Two stories in sixty-four bits: once in a lifetime, or where a link was given up and taken up again.
        while true {
            try insertion.run(values)
            if db.changesCount > 0 { break }
            var next = StableHash()
            next.combine(id)
            id = next.finish()
            values[values.count - 1] = .of(id)
        }
        try name(entry.names, source: source, story: db.lastInsertedRowID)
        return StoryID(number: id)
    }

    private func refresh(_ known: Known, with entry: Answer.Entry, source: Int64) throws {
        guard known.fingerprint != entry.fingerprint else {
            guard abs(now.timeIntervalSince(known.listed)) > Self.listedEvery else { return }
            return try listing.run([.of(now), .of(known.number)])
        }
        // A date that a source no longer says is still the story's date.
        let published = entry.item.item.published ?? known.published
        let values = StoryColumns.values(
            of: entry.item, published: published, dated: dated(published, firstSeen: known.firstSeen), listed: now,
            fingerprint: entry.fingerprint)
        try update.run(values + [.of(known.number)])
        try name(entry.names, source: source, story: known.number)
    }

    private func name(_ names: [Int64], source: Int64, story: Int64) throws {
        // Nearly every item has an id, a key and a dated title.
        if names.count == 3 {
            return try namingThree.run([
                .of(source), .of(names[0]), .of(story), .of(source), .of(names[1]), .of(story), .of(source),
                .of(names[2]), .of(story),
            ])
        }
        for name in names { try naming.run([.of(source), .of(name), .of(story)]) }
    }

    /// What `Story.dated` says.
    private func dated(_ published: Date?, firstSeen: Date) -> Date {
        guard let published, published <= firstSeen else { return firstSeen }
        return published
    }
}
