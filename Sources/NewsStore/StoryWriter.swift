import Foundation
import GRDB
import NewsModel
import WebText

/// Writes items into the table `story`, and what they are recognised by, during one run: nothing at all for what is
/// unchanged.
final class StoryWriter {
    /// How exact `story.listed` is: writing every listed story every night would cost as much as reading it anew.
    static let listedEvery: TimeInterval = 30 * 86_400

    private let run: Int64
    private let now: Date
    private let recognition: StoryRecognition
    private let identityRecords: IdentityRecords
    private let insertion: PreparedStatement
    private let update: PreparedStatement
    private let listing: PreparedStatement
    private let contentReading: PreparedStatement
    /// Those of the feed that is being recorded.
    private var identities: [IdentityRecords.Identity] = []
    /// The stories of this run that were inserted and may stand in its edition.
    private(set) var added = AddedStories()

    /// What only the store says about a story, and what changes when its source says something else.
    private static let kept = ["dated", "listed", "fingerprint"]
    private static let inserted = ["run"] + kept + StoryColumn.allCases.map { "\($0)" }
    private static let changing = kept + StoryColumn.said.map { "\($0)" }

    init(_ db: Database, run: Int64, now: Date) throws {
        self.run = run
        self.now = now
        identityRecords = try IdentityRecords(db)
        recognition = try StoryRecognition(db, identityRecords)
        insertion = try PreparedStatement(
            db,
            """
            INSERT OR IGNORE INTO story (\(Self.inserted.joined(separator: ", ")))
            VALUES (\(Self.inserted.map { _ in "?" }.joined(separator: ", ")))
            """)
        let changes = Self.changing.map { "\($0) = ?" }.joined(separator: ", ")
        update = try PreparedStatement(db, "UPDATE story SET \(changes) WHERE number = ?")
        listing = try PreparedStatement(db, "UPDATE story SET listed = ? WHERE number = ?")
        contentReading = try PreparedStatement(db, "SELECT forms, contentBase, content FROM story WHERE number = ?")
    }

    /// Records the items of one feed.
    ///
    /// - Parameters:
    ///   - items: those of the feed.
    ///   - source: its id, and the number of its row.
    ///   - isFirst: whether nothing of the source is known, so that nothing need be looked up.
    ///   - isRead: holds for the index of an item whose content nobody needs before the edition is made.
    /// - Returns: those that were not known before.
    /// - Throws: what the database says.
    func record(
        _ items: DistinctItems, of source: (id: SourceID, number: Int64), isFirst: Bool, isRead: (Int) -> Bool
    ) throws -> [AddedStory] {
        var seen: Set<Int64> = []
        var new: [AddedStory] = []
        for entry in items.entries {
            let recognised =
                isFirst
                ? RecognisedStory()
                : try recognition.recognise(entry, in: source.number, isOnlyItem: items.entries.count == 1)
            guard let known = recognised.known else {
                let (number, values) = try insert(entry, of: source, borrowed: recognised.borrowed)
                new.append(AddedStory(number: values.id, index: entry.index))
                if isRead(entry.index) {
                    added.add(
                        values.storyWithoutContent(of: source.id), number: number,
                        hasContent: entry.item.item.content != nil)
                }
                continue
            }
            // Two items of this feed may both be a story of old, by its id and by its address: the first one is.
            guard seen.insert(known.number).inserted else { continue }
            try refresh(known, with: entry, of: source)
        }
        try writeIdentities(areOfNewSource: isFirst)
        return new
    }

    /// Puts a story in as it was, with the id that it had, unless that is known.
    func restore(_ story: Story, source: Int64) throws {
        guard let id = story.id.number else { return }
        let item = PreparedItem(story)
        let values = StoryValues(id: id, source: .number(source), firstSeen: story.firstSeen, item: item)
        guard try insert(values, dated: story.dated, fingerprint: 0) else { return }
        identify(insertion.lastNumber, by: ItemIdentity(item).all, of: source)
        try writeIdentities(areOfNewSource: true)
    }

    /// The contents of those of the stories that were added without the content they have.
    func contents(of ids: Set<StoryID>) throws -> [StoryID: Markup] {
        var contents: [StoryID: Markup] = [:]
        for (id, number) in added.withoutContent(ids) {
            contents[id] = try contentReading.first(number) { row in
                Markup(
                    StoryColumn.contentKind(try row.integer(0)), try row.text(2), base: try row.optionalText(1))
            }
        }
        return contents
    }

    /// Inserts a new story. The identities that it has borrowed from an earlier one name it from now on, and an address
    /// among them is not its own.
    private func insert(
        _ entry: DistinctItems.Entry, of source: (id: SourceID, number: Int64), borrowed: [Int64]
    ) throws -> (number: Int64, StoryValues) {
        let dated = Story.dated(entry.item.item.published, firstSeen: now)
        let sharesAddress = !borrowed.isEmpty && borrowed.contains(ItemIdentity(entry.item).key)
        let item = sharesAddress ? entry.item.withOwnKey(of: source.id) : entry.item
        var id = entry.seed
        // Two stories in sixty-four bits: once in a lifetime, or where a link was given up and taken up again.
        while true {
            let values = StoryValues(id: id, source: .number(source.number), firstSeen: now, item: item)
            if try insert(values, dated: dated, fingerprint: entry.fingerprint) {
                let number = insertion.lastNumber
                for hash in borrowed { try identityRecords.claim(hash, of: source.number, for: number) }
                identify(number, by: entry.identities, of: source.number)
                return (number, values)
            }
            var next = StableHash()
            next.combine(id)
            id = next.finish()
        }
    }

    /// Whether the row was new.
    private func insert(_ values: StoryValues, dated: Date, fingerprint: Int64) throws -> Bool {
        try insertion.run { binder in
            binder.add([run, dated.milliseconds, now.milliseconds, fingerprint])
            values.bind(StoryColumn.allCases, to: &binder)
        } > 0
    }

    private func refresh(
        _ known: KnownStory, with entry: DistinctItems.Entry, of source: (id: SourceID, number: Int64)
    ) throws {
        guard known.fingerprint != entry.fingerprint else {
            guard abs(now.timeIntervalSince(known.listed)) > Self.listedEvery else { return }
            try listing.run { $0.add([now.milliseconds, known.number]) }
            return
        }
        var item = entry.item
        // A date that a source no longer says is still the story's date.
        item.item.published = item.item.published ?? known.published
        // Its address is still that of another item.
        if known.link == item.link, Story.isOwnKey(known.key, of: source.id) { item.key = known.key }
        let dated = Story.dated(item.item.published, firstSeen: known.firstSeen)
        let values = StoryValues(id: 0, source: .number(source.number), firstSeen: known.firstSeen, item: item)
        try update.run { binder in
            binder.add([dated.milliseconds, now.milliseconds, entry.fingerprint])
            values.bind(StoryColumn.said, to: &binder)
            binder.add(known.number)
        }
        added.noteChange(of: known.number)
        identify(known.number, by: entry.identities, of: source.number)
    }

    private func identify(_ story: Int64, by hashes: [Int64], of source: Int64) {
        identities += hashes.map { IdentityRecords.Identity(source: source, hash: $0, story: story) }
    }

    private func writeIdentities(areOfNewSource: Bool) throws {
        try identityRecords.insert(identities, areOfNewSource: areOfNewSource)
        identities.removeAll(keepingCapacity: true)
    }
}

/// The stories that a run has added and that may stand in its edition, as reading them back would give them, but for
/// their content: that is most of what they say, and only of what is told anybody wants it.
struct AddedStories {
    private struct Added {
        let number: Int64
        let story: Story
        let hasContent: Bool
    }

    /// By their numbers, which only grow.
    private var stories: [Added] = []
    /// The numbers of those whose row says something else by now.
    private var changed: Set<Int64> = []

    mutating func add(_ story: Story, number: Int64, hasContent: Bool) {
        stories.append(Added(number: number, story: story, hasContent: hasContent))
    }

    /// Notes that a story has to be read after all.
    mutating func noteChange(of number: Int64) {
        guard let first = stories.first, number >= first.number else { return }
        changed.insert(number)
    }

    /// The story of each of `numbers`, which grow; those that are not at hand by `read`.
    func stories(_ numbers: [Int64], else read: (Int64) throws -> Story?) rethrows -> [Story] {
        var index = 0
        return try numbers.compactMap { number in
            while index < stories.count, stories[index].number < number { index += 1 }
            guard index < stories.count, stories[index].number == number, !changed.contains(number) else {
                return try read(number)
            }
            return stories[index].story
        }
    }

    /// The number of each, by its id.
    var numbers: [StoryID: Int64] {
        Dictionary(stories.lazy.map { ($0.story.id, $0.number) }) { first, _ in first }
    }

    /// The numbers of those of `ids` that came without the content they have.
    func withoutContent(_ ids: Set<StoryID>) -> [(id: StoryID, number: Int64)] {
        stories.filter { $0.hasContent && ids.contains($0.story.id) && !changed.contains($0.number) }
            .map { ($0.story.id, $0.number) }
    }
}
