import Foundation
import NewsModel
import WebText

/// An entry while it is read: what was said so far, and how good the source of each value was.
struct EntryDraft {
    var item = FeedItem()
    var titleRank = Rank.none
    var summaryRank = Rank.none
    var contentRank = Rank.none
    var publishedRank = Rank.none
    var updatedRank = Rank.none
    var linkRank = Rank.none
    var authorRank = Rank.none
    /// The address that stands in for a link where none is said: that of an enclosure, say.
    var spareLink: String?
    /// The address of a content that stands elsewhere.
    var contentSource: String?
    /// Whether an id that is an address is that of the entry: as a rule in Atom and JSON Feed, where RSS says so itself.
    var isIDLink = false
    /// The people of the feed that an entry was taken from; its own where it names none (RFC 4287 §4.2.1).
    var sourceAuthors: [String] = []
    var mediaFiles: [Enclosure] = []
    var picture = EntryPicture()
    /// Whether the item that was finished last was resolved against its own link, so that nothing in it is relative.
    private(set) var isResolved = false

    /// How many names of categories were looked at, new ones or not: each is compared with those before it.
    private var categoriesSeen = 0
    private var authorsSeen = 0

    /// Nobody has more categories, people or files in one entry; what has is no news.
    static let maxValues = 500

    /// Begins anew; the item is blank already.
    mutating func start() {
        titleRank = .none
        summaryRank = .none
        contentRank = .none
        publishedRank = .none
        updatedRank = .none
        linkRank = .none
        authorRank = .none
        spareLink = nil
        contentSource = nil
        picture = EntryPicture()
        categoriesSeen = 0
        authorsSeen = 0
        if !sourceAuthors.isEmpty { sourceAuthors.removeAll() }
        if !mediaFiles.isEmpty { mediaFiles.removeAll() }
    }

    /// Whether a value of this rank replaces one of `current`; if so, `current` is raised.
    static func takes(_ rank: Rank, over current: inout Rank) -> Bool {
        guard rank > current else { return false }
        current = rank
        return true
    }

    mutating func addAuthor(_ name: String, _ rank: Rank) {
        authorsSeen += 1
        guard !name.isEmpty, rank >= authorRank, authorsSeen <= Self.maxValues, !item.authors.contains(name) else {
            return
        }
        authorRank = rank
        item.authors.append(name)
    }

    mutating func addCategory(_ name: String) {
        categoriesSeen += 1
        guard !name.isEmpty, categoriesSeen <= Self.maxValues, !item.categories.contains(name) else { return }
        if item.categories.isEmpty { item.categories.reserveCapacity(4) }
        item.categories.append(name)
    }

    mutating func addEnclosure(_ file: Enclosure) {
        if item.enclosures.count < Self.maxValues { item.enclosures.append(file) }
    }

    mutating func addMediaFile(_ file: Enclosure) {
        if mediaFiles.count < Self.maxValues { mediaFiles.append(file) }
    }

    mutating func setLink(_ address: String, _ rank: Rank) {
        guard Self.takes(rank, over: &linkRank) else { return }
        item.link = address
    }

    /// The item, with what can be known from the rest of it put in the place of what nobody said.
    mutating func finish() -> FeedItem {
        // Links of an entry that is its own are what its texts are relative to; a file of its is not.
        let own = item.link ?? (contentSource == nil && spareLink == nil ? idLink : nil)
        if item.link == nil { item.link = contentSource ?? spareLink ?? idLink ?? item.enclosures.first?.url }
        if item.title == nil { item.title = titleFromText() }
        if item.authors.isEmpty { sourceAuthors.forEach { addAuthor($0, .spare) } }
        item.image =
            item.image ?? picture.address
            ?? item.enclosures.first { EntryPicture.isPicture($0.url, type: $0.type) }?.url
        for file in mediaFiles where !item.enclosures.contains(where: { $0.url == file.url }) {
            item.enclosures.append(file)
        }
        isResolved = own.map(Reference.isWeb) ?? false
        if let own, isResolved { item.resolve(against: Reference.entryBase(own)) }
        var finished = FeedItem()
        swap(&finished, &item)
        return finished
    }

    private var idLink: String? {
        guard isIDLink, let id = item.id, Reference.isWeb(id) else { return nil }
        return Reference.resolve(id, base: nil)
    }

    private func titleFromText() -> String? {
        guard let markup = item.summary ?? item.content else { return nil }
        // A title takes a line: the rest of a long text need not be read.
        var source = String(markup.source.prefix(2000))
        let reading: PlainText.Reading = markup.kind == .html ? .html : .literal
        return PlainText.title(from: source.withUTF8 { PlainText.of($0, as: reading) })
    }
}
