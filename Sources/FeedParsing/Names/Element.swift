import WebText

/// An element that feeds are made of: whose vocabulary it belongs to, and its name there.
struct Element: Hashable {
    var module: Module
    var name: Name

    static let unknown = Element(module: .foreign, name: .other)

    /// A vocabulary, known by its namespace, or where that says nothing, by its prefix.
    enum Module: UInt8 {
        /// The feed's own: that of its root element, none, or a default namespace that nobody knows.
        case core
        case atom, content, dublinCore, terms, media, itunes, feedburner, syndication, slash, thread, rdf, xhtml
        /// Known to be of no use here, or unknown.
        case foreign
    }

    /// The names that mean something, in lowercase: feeds write them in every case.
    enum Name: String, CaseIterable {
        case author, body, category, channel, comments, content, contributor, copyright, created, creator, credit, date
        case day, description, docs, email, enclosure, encoded, entry, feed, fullitem, generator, group, guid, hour
        case icon, id, image, info, issued, item, items, keywords, language, link, logo, managingeditor, modified, name
        case origlink, owner, published, publisher, rating, rdf, rights, rss, skipdays, skiphours, source, subject
        case subtitle, summary, tagline, text, textinput, thumbnail, title, total, ttl, updated, updatefrequency
        case updateperiod, uri, url, webmaster, pubdate, lastbuilddate, homepage, div
        case other

        /// The name that a word is, in whatever case.
        static func named(_ word: String) -> Name {
            all[word] ?? all[word.lowercased()] ?? .other
        }

        /// Whether feeds have a root element of this name, with or without a prefix.
        static func isRoot(_ name: Bytes) -> Bool {
            let local = name.index(of: ASCII.colon, from: 0).map { $0 + 1 } ?? 0
            return roots.contains(named(name.part(local..<name.count).string))
        }

        private static let roots: Set<Name> = [.rss, .rdf, .feed, .channel, .entry]

        private static let all = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
    }
}
