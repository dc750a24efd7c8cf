import NewsModel

/// Grows groups of tellings and keeps each within the longest span.
struct Merger {
    /// A group while it grows.
    struct Group {
        var members: [Int]
        var bonds: [Bond] = []
        /// The hours of its first and last dated member; empty (`first > last`) while none is dated.
        var first: Double
        var last: Double
        /// Whether it holds tellings whose groups are found: it still takes in others, but joins no group of that kind.
        var isSettled = false
    }

    private var groupOf: [Int]
    private var groupsByRoot: [Group?]

    /// - Parameter hours: of each telling; `nil` where unknown.
    init(hours: [Double?]) {
        groupOf = Array(hours.indices)
        groupsByRoot = hours.enumerated().map { place, hours in
            Group(members: [place], first: hours ?? .infinity, last: hours ?? -.infinity)
        }
    }

    /// The root of the group that a telling is in.
    func root(of telling: Int) -> Int { groupOf[telling] }

    /// The tellings of the group of a root.
    func members(of root: Int) -> [Int] { groupsByRoot[root]?.members ?? [] }

    /// How many tellings the group of a root has; none where it is gone.
    func count(of root: Int) -> Int { groupsByRoot[root]?.members.count ?? 0 }

    /// Whether the two groups together stay within the longest span, and one of them is open to that.
    func fits(_ one: Int, _ other: Int) -> Bool {
        guard let one = groupsByRoot[one], let other = groupsByRoot[other], !(one.isSettled && other.isSettled) else {
            return false
        }
        return max(one.last, other.last) - min(one.first, other.first) <= Clustering.longestSpan
    }

    /// Joins the groups of two tellings, if they fit; returns whether they are one now.
    @discardableResult
    mutating func join(_ one: Int, _ other: Int, by evidence: Evidence) -> Bool {
        let (left, right) = (groupOf[one], groupOf[other])
        guard left != right else { return true }
        guard fits(left, right) else { return false }
        let (root, gone) = (min(left, right), max(left, right))
        guard let merged = groupsByRoot[gone] else { return false }
        for member in merged.members { groupOf[member] = root }
        groupsByRoot[gone] = nil
        groupsByRoot[root]?.take(merged, by: Bond(one: one, other: other, evidence: evidence))
        return true
    }

    /// Joins tellings that are all alike: each to the earliest one that it fits.
    mutating func join(_ tellings: [Int], by evidence: Evidence) {
        var heads: [Int] = []
        for telling in tellings where !heads.contains(where: { join($0, telling, by: evidence) }) {
            if heads.count < Self.mostHeads { heads.append(telling) }
        }
    }

    /// How many groups of tellings that are all alike, but too far apart to be one, are looked at: the window of an
    /// edition holds a few of the longest span.
    private static let mostHeads = 32

    /// Lets the groups of some tellings stand as they are, whatever evidence others bring.
    mutating func settle(_ tellings: [Int]) {
        for telling in tellings { groupsByRoot[groupOf[telling]]?.isSettled = true }
    }

    /// All groups, in the order of their roots.
    func groups() -> [Group] { groupsByRoot.compactMap { $0 } }
}

extension Merger.Group {
    /// Takes in another group. It grows in place: copied for each of thousands, it would take their square.
    fileprivate mutating func take(_ other: Self, by bond: Bond) {
        members += other.members
        bonds += other.bonds
        bonds.append(bond)
        first = min(first, other.first)
        last = max(last, other.last)
        isSettled = isSettled || other.isSettled
    }
}
