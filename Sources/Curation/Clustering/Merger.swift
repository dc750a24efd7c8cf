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

    /// Whether the two groups together stay within the longest span.
    func fits(_ one: Int, _ other: Int) -> Bool {
        guard let one = groupsByRoot[one], let other = groupsByRoot[other] else { return false }
        return max(one.last, other.last) - min(one.first, other.first) <= Clustering.longestSpan
    }

    /// Joins the groups of two tellings, if they fit; returns whether they are one now.
    @discardableResult
    mutating func join(_ one: Int, _ other: Int, by evidence: Evidence) -> Bool {
        let (left, right) = (groupOf[one], groupOf[other])
        guard left != right else { return true }
        guard fits(left, right) else { return false }
        let (root, gone) = (min(left, right), max(left, right))
        guard let kept = groupsByRoot[root], let merged = groupsByRoot[gone] else { return false }
        for member in merged.members { groupOf[member] = root }
        groupsByRoot[root] = Group(
            members: kept.members + merged.members,
            bonds: kept.bonds + merged.bonds + [Bond(one: one, other: other, evidence: evidence)],
            first: min(kept.first, merged.first), last: max(kept.last, merged.last)
        )
        groupsByRoot[gone] = nil
        return true
    }

    /// Joins tellings that are all alike: each to the earliest one that it fits.
    mutating func join(_ tellings: [Int], by evidence: Evidence) {
        var heads: [Int] = []
        for telling in tellings where !heads.contains(where: { join($0, telling, by: evidence) }) {
            heads.append(telling)
        }
    }

    /// All groups, in the order of their roots.
    func groups() -> [Group] { groupsByRoot.compactMap { $0 } }
}
