import NewsModel
import OrderedCollections

/// The articles of documents: those that stand under one address, led by the one that is compared for all of them.
///
/// The others follow it wherever it goes, and none of their words count: whoever gives somebody else's address tells
/// that one's story.
struct AddressGroups {
    /// The places of those that are compared, in their order.
    private(set) var heads: [Int] = []
    /// The place of the head of each document: its own for a head.
    private(set) var headOf: [Int]
    /// By the place of a head, in their order: what follows it.
    private(set) var followers: [Int: [Int]] = [:]

    private let crowded: [String: Int]

    /// - Parameters:
    ///   - documents: in the order in which they are looked at.
    ///   - crowded: the sources that tell too much, which lead no article that others tell.
    init(_ documents: [Document], crowded: [String: Int]) {
        headOf = Array(documents.indices)
        self.crowded = crowded
        for (key, members) in OrderedDictionary(grouping: documents.indices, by: { documents[$0].key })
        where members.count > 1 {
            gather(members, of: key, documents)
        }
        heads = headOf.indices.filter { headOf[$0] == $0 }
        for place in headOf.indices where headOf[place] != place { followers[headOf[place], default: []].append(place) }
    }

    private mutating func gather(_ members: [Int], of key: String, _ documents: [Document]) {
        let owned = members.filter { documents[$0].claim == .own }
        let others = members.filter { documents[$0].claim != .own }
        let articles = Self.ofOneArticle(others, key, documents)
        guard let owner = owned.first else {
            // Who names its publishers has the better word for what stands at an address.
            let ranked = articles.filter { !documents[$0].isBorrowed }.map { (rank($0, documents), $0) }
            return join(ranked.sorted { $0 < $1 }.map(\.1), documents)
        }
        join(Self.ofOneArticle(owned, key, documents), documents)
        // Where the owner tells it, all the others do so after it, whatever they make of it.
        let claimed = others.filter { documents[$0].claim == .others }
        let hours = HourRange(documents[owner].hours)
        let near = articles.filter {
            documents[$0].claim != .others && hours.joined(HourRange(documents[$0].hours)).isShort
        }
        for place in claimed + near { headOf[place] = headOf[owner] }
    }

    /// Whom to ask first what stands at an address that nobody owns.
    private func rank(_ place: Int, _ documents: [Document]) -> Int {
        documents[place].claim == .named ? 0 : crowded[documents[place].source] == nil ? 1 : 2
    }

    /// The hours of a document with what follows it; where it is its owner's, nobody else's dates say anything of it.
    func hours(of head: Int, _ documents: [Document]) -> HourRange {
        let claim = documents[head].claim
        return (followers[head] ?? []).filter { claim != .own || documents[$0].claim != .others }
            .reduce(HourRange(documents[head].hours)) { $0.joined(HourRange(documents[$1].hours)) }
    }

    /// Each follows the first head with whose followers it stays within the longest span.
    private mutating func join(_ members: [Int], _ documents: [Document]) {
        var articles: [(head: Int, hours: HourRange)] = []
        for place in members {
            let hours = HourRange(documents[place].hours)
            if let article = articles.firstIndex(where: { $0.hours.joined(hours).isShort }) {
                headOf[place] = articles[article].head
                articles[article].hours = articles[article].hours.joined(hours)
            } else {
                articles.append((place, hours))
            }
        }
    }

    /// Those for which the address is an article's. A front page is none, nor is a page under which one source tells
    /// many different things; what such a source does says nothing of the others.
    private static func ofOneArticle(_ members: [Int], _ key: String, _ documents: [Document]) -> [Int] {
        guard !key.hasSuffix("/") else { return [] }
        guard members.count > mostTitlesOfAnArticle else { return members }
        let bySource = Dictionary(grouping: members) { documents[$0].source }
        let restless = bySource.filter { _, places in
            places.count > mostTitlesOfAnArticle
                && Set(places.map { TitleIdentity.key(of: documents[$0].title) }).count > mostTitlesOfAnArticle
        }
        return restless.isEmpty ? members : members.filter { restless[documents[$0].source] == nil }
    }

    /// How often one article is given another title, at most.
    private static let mostTitlesOfAnArticle = 3
}
