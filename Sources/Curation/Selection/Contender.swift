import NewsModel

/// A draft that waits for a place, with what is worked out for it only once.
struct Contender {
    let draft: RankedCluster
    /// The section in which each of its members would lead it, as far as anybody asked.
    var sections: [Int: String] = [:]
    /// What its lead is about, once anybody asked.
    var topic: TopicVector?
    var glance = Variety.Glance()

    init(_ draft: RankedCluster) {
        self.draft = draft
    }

    /// The drafts in the order in which they stand in ties: the newer first, and then by address.
    static func all(of drafts: [RankedCluster]) -> [Contender] {
        let leads = drafts.map(\.members.first)
        let order = drafts.indices.filter { leads[$0] != nil }.sorted { place, other in
            guard let one = leads[place], let two = leads[other] else { return false }
            return one.dated != two.dated ? one.dated > two.dated : one.precedesByAddress(two)
        }
        return order.map { Contender(drafts[$0]) }
    }
}
