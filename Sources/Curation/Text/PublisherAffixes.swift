import NewsModel

/// What sources hang behind their titles: the name of a section, of a sister paper, of a genre. It is learned from the
/// night's titles.
struct PublisherAffixes: Sendable {
    private var bySource: [SourceID: [String]] = [:]

    /// None.
    init() {}

    /// What stands behind a bar or dash at the end of several titles of one source that are different before it.
    init(_ documents: [Document]) {
        var heads: [SourceID: [String: Set<String>]] = [:]
        for document in documents {
            guard let affix = TitleIdentity.affix(of: document.title), affix.utf8.count <= Self.mostBytes else {
                continue
            }
            heads[document.source, default: [:]][affix, default: []].insert(document.title)
        }
        bySource = heads.compactMapValues { affixes in
            let repeated = affixes.filter { $0.value.count >= Self.leastTitles }.keys.sorted()
            return repeated.isEmpty ? nil : repeated
        }
    }

    /// Those of a source.
    func of(_ source: SourceID) -> [String] { bySource[source] ?? [] }

    private static let leastTitles = 3
    /// More is no name.
    private static let mostBytes = 40
}
