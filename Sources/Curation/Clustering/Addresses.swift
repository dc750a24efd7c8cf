import OrderedCollections

/// Where tellings stand on the web, and what they link to.
struct Addresses: Sendable {
    /// The places of tellings, by the identity of an address.
    typealias Places = OrderedDictionary<String, [Int]>

    /// By their own address.
    let places: Places
    /// ``OutgoingLinks/shared(by:_:)`` of them.
    let sharedLinks: [(link: String, members: [Int])]

    /// Those of some tellings, by their places.
    init(of tellings: [Telling], at members: [Int]) {
        places = Places(grouping: members) { tellings[$0].key }
        sharedLinks = OutgoingLinks.shared(by: tellings, at: members, places)
    }
}
