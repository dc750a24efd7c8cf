import NewsModel
import OrderedCollections

/// Joins the tellings that are the same without looking at their words one by one.
enum Identity {
    static func joinByAddress(_ tellings: [Telling], _ byKey: Addresses.Places, in merger: inout Merger) {
        for (key, members) in byKey where members.count > 1 && namesAnArticle(key, members, tellings) {
            merger.join(members, by: .sameAddress)
        }
    }

    /// A front page is no article, nor is a page under which one source tells many different things.
    private static func namesAnArticle(_ key: String, _ members: [Int], _ tellings: [Telling]) -> Bool {
        guard !key.hasSuffix("/") else { return false }
        guard members.count > mostTitlesOfAnArticle else { return true }
        return Dictionary(grouping: members) { tellings[$0].source }.values.allSatisfy { places in
            places.count <= mostTitlesOfAnArticle
                || Set(places.map { TitleIdentity.key(of: tellings[$0].title) }).count <= mostTitlesOfAnArticle
        }
    }

    /// How often one article is given another title, at most.
    private static let mostTitlesOfAnArticle = 3

    static func joinByTitle(_ places: [Int], columns: Columns, in merger: inout Merger) {
        let byTitle = OrderedDictionary(grouping: places) { columns.titleEvidence(of: $0) }
        for (title, members) in byTitle where title != nil && members.count > 1 {
            merger.join(members, by: .sameTitle)
        }
    }

    static func joinByLink(_ addresses: Addresses, in merger: inout Merger) {
        for (link, members) in addresses.sharedLinks {
            let article = addresses.places[link] ?? []
            merger.join((article + members).sorted(), by: .sameLink(link))
        }
    }
}
