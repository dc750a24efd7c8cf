import OrderedCollections

/// Where documents stand on the web, and what they link to.
struct Addresses: Sendable {
    /// The places of documents, by the identity of an address.
    typealias Places = OrderedDictionary<String, [Int]>

    /// By their own address.
    let places: Places
    /// ``OutgoingLinks/shared(by:_:)`` of them.
    let sharedLinks: [(link: String, members: [Int])]

    /// Those of some documents, by their places.
    init(of documents: [Document], at members: [Int]) {
        places = Places(grouping: members) { documents[$0].key }
        sharedLinks = OutgoingLinks.shared(by: documents, at: members, places)
    }
}
