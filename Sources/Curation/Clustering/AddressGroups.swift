import NewsModel
import OrderedCollections

/// Documents grouped by address: of those that stand under one address, one representative is compared for all.
///
/// The others follow it wherever it goes, and none of their words count: what another source puts under an address does not
/// change the story that stands there.
struct AddressGroups {
    /// The indices of those that are compared, in their order.
    private(set) var representatives: [Int] = []
    /// The index of the representative of each document: its own for a representative.
    private(set) var representative: [Int]
    /// By the index of a representative, in their order: what follows it.
    private(set) var followers: [Int: [Int]] = [:]

    private let crowded: [SourceID: Int]

    /// Groups documents in the order in which they are clustered. Sources with too many, the `crowded` ones, represent
    /// no article that others have.
    init(_ documents: [Document], crowded: [SourceID: Int]) {
        representative = Array(documents.indices)
        self.crowded = crowded
        for (key, members) in OrderedDictionary(grouping: documents.indices, by: { documents[$0].key })
        where members.count > 1 {
            gather(members, of: key, documents)
        }
        representatives = representative.indices.filter { representative[$0] == $0 }
        for index in representative.indices where representative[index] != index {
            followers[representative[index], default: []].append(index)
        }
    }

    private mutating func gather(_ members: [Int], of key: String, _ documents: [Document]) {
        let owned = members.filter { documents[$0].claim == .own }
        let others = members.filter { documents[$0].claim != .own }
        let articles = Self.ofOneArticle(others, key, documents)
        guard let owner = owned.first else {
            // An API that names publishers knows best what stands at an address.
            let ranked = articles.filter { !documents[$0].isBorrowed }.map { (rank($0, documents), $0) }
            return join(ranked.sorted { $0 < $1 }.map(\.1), documents)
        }
        join(Self.ofOneArticle(owned, key, documents), documents)
        // Where the owner has a document of it, all the others follow that, whatever they make of it.
        let claimed = others.filter { documents[$0].claim == .others }
        let hours = HourRange(documents[owner].hours)
        let near = articles.filter {
            documents[$0].claim != .others && hours.joined(HourRange(documents[$0].hours)).isShort
        }
        for index in claimed + near { representative[index] = representative[owner] }
    }

    /// Which document represents an address without an owner: the lowest first.
    private func rank(_ index: Int, _ documents: [Document]) -> Int {
        documents[index].claim == .named ? 0 : crowded[documents[index].source] == nil ? 1 : 2
    }

    /// The hours of a document with what follows it. Where it is its owner's, other sources' dates count for nothing.
    func hours(of index: Int, _ documents: [Document]) -> HourRange {
        let claim = documents[index].claim
        return (followers[index] ?? []).filter { claim != .own || documents[$0].claim != .others }
            .reduce(HourRange(documents[index].hours)) { $0.joined(HourRange(documents[$1].hours)) }
    }

    /// Each follows the first representative with whose followers it stays within the longest span.
    private mutating func join(_ members: [Int], _ documents: [Document]) {
        var articles: [(representative: Int, hours: HourRange)] = []
        for index in members {
            let hours = HourRange(documents[index].hours)
            if let article = articles.firstIndex(where: { $0.hours.joined(hours).isShort }) {
                representative[index] = articles[article].representative
                articles[article].hours = articles[article].hours.joined(hours)
            } else {
                articles.append((index, hours))
            }
        }
    }

    /// Those for which the address is an article's. A front page is none, nor is a page to which one source gives many
    /// different titles; that decides nothing for the other sources.
    private static func ofOneArticle(_ members: [Int], _ key: String, _ documents: [Document]) -> [Int] {
        guard !key.hasSuffix("/") else { return [] }
        guard members.count > mostTitlesOfAnArticle else { return members }
        let bySource = Dictionary(grouping: members) { documents[$0].source }
        let restless = bySource.filter { _, indices in
            indices.count > mostTitlesOfAnArticle
                && Set(indices.map { TitleIdentity.key(of: documents[$0].title) }).count > mostTitlesOfAnArticle
        }
        return restless.isEmpty ? members : members.filter { restless[documents[$0].source] == nil }
    }

    /// How many titles one article is given over time, at most.
    private static let mostTitlesOfAnArticle = 3
}
