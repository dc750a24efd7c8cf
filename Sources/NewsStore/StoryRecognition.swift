import Foundation
import GRDB
import NewsModel
import WebText

/// The columns of a stored story that recognising and updating it need.
struct KnownStory {
    let number: Int64
    let fingerprint: Int64
    let firstSeen: Date
    let published: Date?
    let listed: Date
    let key: String
    let link: String
    let title: String
}

/// The stored story that an item was recognised as, if it was.
struct RecognisedStory {
    /// The story that it is; `nil` where it is a new one.
    var known: KnownStory?
    /// The identities by which it looks like other stories that it is not.
    var borrowed: [Int64] = []
}

/// Recognises items of feeds as stories that are known: one identifier agrees, and at least one other trait does.
///
/// Traits are id, address, title, date and text. An id that changed, a link that changed its tracking and an edited title
/// leave the others as they were. Where one identifier stays while all else has changed, as in a feed that holds one item
/// at a time under one link (the word of the day), the item is a new one. So it is where only its title stayed beside the
/// link, under a new id, date and text (“Evening news”), as readers that go by the id have it.
final class StoryRecognition {
    private let lookup: PreparedStatement
    private let texts: PreparedStatement
    private let identities: IdentityRecords

    init(_ db: Database, _ identities: IdentityRecords) throws {
        lookup = try PreparedStatement(
            db,
            """
            SELECT number, fingerprint, firstSeen, published, listed, key, link, title FROM story
            WHERE number = \(IdentityRecords.story)
            """)
        texts = try PreparedStatement(db, "SELECT summary, content FROM story WHERE number = ?")
        self.identities = identities
    }

    /// The story that an item of a source is, given whether the source lists no other.
    func recognise(_ entry: DistinctItems.Entry, in source: Int64, isOnlyItem: Bool) throws -> RecognisedStory {
        var candidates: [(story: KnownStory, hashes: [Int64])] = []
        for hash in entry.identities {
            guard let known = try find(hash, in: source) else { continue }
            // Nearly always: nothing changed.
            if known.fingerprint == entry.fingerprint { return RecognisedStory(known: known) }
            if let index = candidates.firstIndex(where: { $0.story.number == known.number }) {
                candidates[index].hashes.append(hash)
            } else {
                candidates.append((known, [hash]))
            }
        }
        guard !candidates.isEmpty else { return RecognisedStory() }
        let identity = ItemIdentity(entry.item)
        let match = try candidates.first { story, hashes in
            try isSame(story, entry.item, identity, agreeing: hashes, isOnlyItem: isOnlyItem)
        }
        return RecognisedStory(
            known: match?.story,
            borrowed: candidates.filter { $0.story.number != match?.story.number }.flatMap(\.hashes))
    }

    private func find(_ hash: Int64, in source: Int64) throws -> KnownStory? {
        try lookup.first(source, hash) { row in
            KnownStory(
                number: try row.integer(0), fingerprint: try row.integer(1), firstSeen: try row.instant(2),
                published: try row.optionalInstant(3), listed: try row.instant(4), key: try row.text(5),
                link: try row.text(6), title: try row.text(7))
        }
    }

    private func isSame(
        _ known: KnownStory, _ item: PreparedItem, _ identity: ItemIdentity, agreeing hashes: [Int64],
        isOnlyItem: Bool
    ) throws -> Bool {
        // That hash is of a title and a date or address.
        if hashes.contains(identity.title) { return true }
        // An id that is the link is no second identifier where the feed may well hold whatever is current.
        let isOneIdentifier = isOnlyItem && item.idIsLink
        if hashes.count > 1, !isOneIdentifier { return true }
        let hasSameTitle = item.title == known.title
        let apart = item.item.published.flatMap { date in known.published.map { abs(date.timeIntervalSince($0)) } }
        let sharesText = try self.sharesText(item, known)
        if hashes == [identity.key], let apart, apart > 0, let sharesText,
            Self.isAnotherIssue(hasSameTitle, sharesText, apart: apart, isOnlyItem: isOnlyItem),
            try hasAnotherID(item, identity, than: known)
        {
            return false
        }
        let traits = [
            hasSameTitle, apart.map { $0 == 0 }, hashes.contains(identity.key) ? nil : Self.agree(item.key, known.key),
            sharesText,
        ].compactMap { $0 }
        if traits.contains(true) { return true }
        // Only titles could be compared: in a list of items it is the title that was edited.
        let hasOtherIdentifier = item.item.id != nil && !isOneIdentifier && hashes.contains(identity.key)
        return !isOnlyItem && traits.count == 1 && !hasOtherIdentifier
    }

    /// Whether what stands under one link at another date is another issue, if it has another id too: where both title and
    /// text are others, and where only the title is the same. In a feed of one item a text that stayed under a new title is
    /// a formula, too. In a list the link is the item's own, and a date that moves by hours is that of an update.
    private static func isAnotherIssue(
        _ hasSameTitle: Bool, _ sharesText: Bool, apart: TimeInterval, isOnlyItem: Bool
    ) -> Bool {
        isOnlyItem ? !(hasSameTitle && sharesText) : hasSameTitle && !sharesText && apart >= timeBetweenIssues
    }

    /// What is told daily keeps its hour, give or take a few.
    private static let timeBetweenIssues: TimeInterval = 16 * 3600

    /// Whether an item has an id that a known story has not, which has one, too. One that is the link with a mark of its
    /// version behind it (`…/news/7#2`) says no more than the link.
    private func hasAnotherID(
        _ item: PreparedItem, _ identity: ItemIdentity, than known: KnownStory
    ) throws -> Bool {
        guard let id = identity.id, !item.idIsFormOfLink else { return false }
        var usual = Set(ItemIdentity.withoutID(key: known.key, title: known.title, published: known.published))
        usual.insert(identity.key)
        let hashes = try identities.hashes(of: known.number)
        return !hashes.contains(id) && hashes.contains { !usual.contains($0) }
    }

    /// Whether two keys of addresses are equal; `nil` where one of them is none.
    private static func agree(_ one: String, _ other: String) -> Bool? {
        one.contains("#") || other.contains("#") ? (one == other ? true : nil) : one == other
    }

    /// Whether one of its texts is as it was; `nil` where none stands on both sides.
    private func sharesText(_ item: PreparedItem, _ known: KnownStory) throws -> Bool? {
        let said = [item.item.summary?.source, item.item.content?.source].map(StoredText.stored)
        guard said.contains(where: { $0?.isEmpty == false }) else { return nil }
        let stored = try texts.first(known.number) { [try $0.optionalText(0), try $0.optionalText(1)] } ?? []
        let pairs = zip(said, stored).compactMap { said, stored in
            said.flatMap { said in stored.map { (said, $0) } }
        }.filter { !$0.0.isEmpty && !$0.1.isEmpty }
        return pairs.isEmpty ? nil : pairs.contains { $0.0 == $0.1 }
    }
}

extension PreparedItem {
    /// Whether its id says no more than its link.
    fileprivate var idIsLink: Bool {
        guard let id = item.id, let link = item.link else { return false }
        return id == link || WebAddress(id)?.text == link
    }

    /// Whether its id is its link, whatever parameters and fragment they have.
    fileprivate var idIsFormOfLink: Bool {
        guard let id = item.id, let link = item.link else { return false }
        func page(_ address: String) -> Substring? {
            address.firstRange(of: "://").map { address[$0.upperBound...].prefix { $0 != "?" && $0 != "#" } }
        }
        return page(id).map { $0 == page(link) } ?? false
    }

    /// The same under a key of its own, where its address is that of another item of the source.
    func withOwnKey(of source: SourceID) -> PreparedItem {
        var own = self
        let date = item.published.map { " " + RFC3339.text($0) } ?? ""
        own.key = Story.ownKey(title + date, of: source)
        return own
    }
}
