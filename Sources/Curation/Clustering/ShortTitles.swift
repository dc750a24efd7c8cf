import NewsModel

/// Titles that are too short to be evidence by themselves: “Road closed”, “Spring concert”, “Dark mode arrives”.
///
/// Under the addresses of two hosts such a title is one story's only with a second piece of evidence: words that the texts
/// have in common besides the title, or a link. What has no text has said all that it has to say in its title.
struct ShortTitles {
    /// A document with a short title that others have.
    private struct Entry {
        let title: String
        let host: String
        let words: Set<String>
        let links: Set<String>
    }

    private var entries: [Int: Entry] = [:]

    init(_ documents: [Document], titles: [RecurringColumns.Title]) {
        let short = documents.indices.filter { titles[$0].isShort }
        for (title, members) in Dictionary(grouping: short, by: { titles[$0].evidence }) where members.count > 1 {
            guard let title, Set(members.map { documents[$0].host }).count > 1 else { continue }
            for index in members { entries[index] = Self.entry(documents[index], title) }
        }
    }

    private static func entry(_ document: Document, _ title: String) -> Entry {
        let ofTitle = Set(title.split(separator: " ").map { Stemmer.stem(String($0)) })
        return Entry(
            title: title, host: document.host, words: document.terms.openingStems.subtracting(ofTitle),
            links: Set(document.terms.links))
    }

    /// Whether some documents and others have nothing but a short title in common.
    func keepApart(_ ones: [Int], _ others: [Int]) -> Bool {
        guard !entries.isEmpty else { return false }
        var isTitleAll = false
        for one in ones.lazy.compactMap({ entries[$0] }) {
            for other in others.lazy.compactMap({ entries[$0] }) where one.title == other.title {
                if isSupported(one, other) { return false }
                isTitleAll = true
            }
        }
        return isTitleAll
    }

    private func isSupported(_ one: Entry, _ other: Entry) -> Bool {
        if one.host == other.host || !one.links.isDisjoint(with: other.links) { return true }
        let shorter = min(one.words.count, other.words.count)
        guard shorter >= Self.leastWords else { return true }
        let shared = one.words.intersection(other.words).count
        return shared >= Self.mostNeeded || shared > 0 && shared * Self.longestShare >= shorter
    }

    /// With fewer words a text says nothing beside its title.
    private static let leastWords = 3
    /// So many words in common are enough in any text.
    private static let mostNeeded = 2
    /// One word in common is enough where the shorter text has no more than this.
    private static let longestShare = 8
}

extension Document {
    /// The host of its address; its source where it has no address.
    fileprivate var host: String {
        let host = CanonicalURL.host(ofKey: key)
        return host.isEmpty ? source.rawValue : host
    }
}
