/// A group and the neighbour that it could be joined with, by their roots.
struct CandidateMerge: Comparable {
    let average: Double
    private let group: Int32
    private let other: Int32

    init(of group: Int, with neighbour: Int, average: Double) {
        (self.group, other, self.average) = (Int32(group), Int32(neighbour), average)
    }

    /// Whose best merge it is.
    var owner: Int { Int(group) }
    var neighbour: Int { Int(other) }

    /// The lesser and the greater root.
    var one: Int { Int(min(group, other)) }
    var greater: Int { Int(max(group, other)) }

    static func < (one: CandidateMerge, other: CandidateMerge) -> Bool {
        one.average != other.average
            ? one.average < other.average : (other.one, other.greater) < (one.one, one.greater)
    }
}
