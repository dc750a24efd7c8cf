import NewsModel

/// Titles that are too short to be evidence by themselves: “Road closed”, “Spring concert”, “Dark mode arrives”.
///
/// Under the addresses of two sites such a title is one story's only with a second piece of evidence: words that the texts
/// have in common besides the title, or a link; where there are no texts, a title that tells by itself.
struct ShortTitles {
    /// A document with a short title that others have.
    private struct Entry {
        let title: String
        /// `nil` where no other page is of its site.
        let site: String?
        let terms: TextTerms
        let links: Set<String>
        let isTelling: Bool
    }

    private var entries: [Int: Entry] = [:]

    init(_ documents: [Document], titles: [RecurringColumns.Title]) {
        for (title, members) in Dictionary(grouping: documents.indices, by: { titles[$0].shortKey }) {
            guard let title, members.count > 1 else { continue }
            let sites = members.map { SharedHosts.site(ofKey: documents[$0].key, source: documents[$0].source) }
            guard Set(sites).count > 1 || sites.contains(nil) else { continue }
            for (index, site) in zip(members, sites) { entries[index] = Self.entry(documents[index], title, site) }
        }
    }

    private static func entry(_ document: Document, _ title: String, _ site: String?) -> Entry {
        let headline = Headline(document)
        return Entry(
            title: title, site: site, terms: document.terms.openingTerms, links: Set(document.terms.links),
            isTelling: TellingTitles.isTelling(headline.words))
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
        if let site = one.site, site == other.site { return true }
        if !one.links.isDisjoint(with: other.links) { return true }
        // What has no text has said all that it has to say in its title.
        if one.terms.isBrief || other.terms.isBrief { return one.isTelling && other.isTelling }
        return one.terms.supports(other.terms)
    }
}
