import Foundation
import GRDB
import NewsModel
import WebText

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

    private let run: Int64
    private let now: Date
    private let lookup: PreparedStatement
    private let insertion: PreparedStatement
    private let update: PreparedStatement
    private let listing: PreparedStatement
    private var naming: Naming
    /// What was put in and may stand in tonight's edition.
    private(set) var fresh = FreshStories()

    init(_ db: Database, run: Int64, now: Date) throws {
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
        naming = Naming(db)
    }

    /// Records the items of one answer, and gives those that were not known before. With `isFirst` nothing of the
    /// source is known, so that nothing need be looked up. Of the items for which `isRead` nobody needs the content
    /// before the edition is made.
    func record(
        _ answer: Answer, source: (id: SourceID, number: Int64), isFirst: Bool, isRead: (Int) -> Bool
    ) throws -> [NewArrival] {
        var taken: Set<Int64> = []
        var new: [NewArrival] = []
        for entry in answer.entries {
            guard !isFirst, let known = try find(entry, in: source.number) else {
                let (number, id) = try insert(entry, source: source.number)
                let arrival = NewArrival(number: id, place: entry.place)
                new.append(arrival)
                if isRead(entry.place) { keep(entry.item, of: source.id, as: arrival.id, number: number) }
                continue
            }
            // Two items of this answer may both be a story of old, by its id and by its address: the first one is.
            guard taken.insert(known.number).inserted else { continue }
            try refresh(known, with: entry, source: source.number)
        }
        try naming.write()
        return new
    }

    /// Puts a story in as it was, with the id that it had, unless that is known.
    func restore(_ story: Story, source: Int64) throws {
        guard let id = story.id.number else { return }
        let new = NewStory(story)
        let isNew = try insertion.run { binder in
            StoryColumns.bind(
                new, published: story.published, dated: story.dated, listed: now, fingerprint: 0, to: &binder)
            for value in [source, run, story.firstSeen.milliseconds, id] { binder.add(value) }
        }
        guard isNew > 0 else { return }
        for entry in Answer([new], from: "").entries { naming.add(entry.names, of: source, to: insertion.lastNumber) }
        try naming.write()
    }

    private func find(_ entry: Answer.Entry, in source: Int64) throws -> Known? {
        for name in entry.names {
            let known = try lookup.first {
                $0.add(source)
                $0.add(name)
            } _: { row in
                Known(
                    number: try row.integer(0), fingerprint: try row.integer(1), firstSeen: try row.instant(2),
                    published: try row.optionalInstant(3), listed: try row.instant(4))
            }
            if let known { return known }
        }
        return nil
    }

    private func insert(_ entry: Answer.Entry, source: Int64) throws -> (number: Int64, id: Int64) {
        let published = entry.item.item.published
        let dated = dated(published, firstSeen: now)
        var id = entry.seed
        // Two stories in sixty-four bits: once in a lifetime, or where a link was given up and taken up again.
        while true {
            let written = try insertion.run { binder in
                StoryColumns.bind(
                    entry.item, published: published, dated: dated, listed: now, fingerprint: entry.fingerprint,
                    to: &binder)
                for value in [source, run, now.milliseconds, id] { binder.add(value) }
            }
            if written > 0 { break }
            var next = StableHash()
            next.combine(id)
            id = next.finish()
        }
        let number = insertion.lastNumber
        naming.add(entry.names, of: source, to: number)
        return (number, id)
    }

    private func keep(_ new: NewStory, of source: SourceID, as id: StoryID, number: Int64) {
        let story = StoryColumns.storyWithoutContent(new, id: id, source: source, firstSeen: now)
        fresh.add(story, number: number, hasContent: new.item.content != nil)
    }

    private func refresh(_ known: Known, with entry: Answer.Entry, source: Int64) throws {
        guard known.fingerprint != entry.fingerprint else {
            guard abs(now.timeIntervalSince(known.listed)) > Self.listedEvery else { return }
            try listing.run([.of(now), .of(known.number)])
            return
        }
        // A date that a source no longer says is still the story's date.
        let published = entry.item.item.published ?? known.published
        let dated = dated(published, firstSeen: known.firstSeen)
        try update.run { binder in
            StoryColumns.bind(
                entry.item, published: published, dated: dated, listed: now, fingerprint: entry.fingerprint,
                to: &binder)
            binder.add(known.number)
        }
        fresh.noteChange(of: known.number)
        naming.add(entry.names, of: source, to: known.number)
    }

    /// What `Story.dated` says.
    private func dated(_ published: Date?, firstSeen: Date) -> Date {
        guard let published, published <= firstSeen else { return firstSeen }
        return published
    }
}
