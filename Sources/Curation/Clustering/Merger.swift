import NewsModel

/// Grows groups of tellings and keeps each within the longest span.
struct Merger {
    /// A group while it grows.
    struct Group {
        var members: [Int]
        var bonds: [Bond] = []
        /// The hours of its dated members.
        var hours: HourRange
    }

    private var groupOf: [Int]
    private var groupsByRoot: [Group?]

    /// - Parameter hours: of each telling, with what follows it.
    init(hours: [HourRange]) {
        groupOf = Array(hours.indices)
        groupsByRoot = hours.enumerated().map { Group(members: [$0], hours: $1) }
    }

    /// The root of the group that a telling is in.
    func root(of telling: Int) -> Int { groupOf[telling] }

    /// The tellings of the group of a root.
    func members(of root: Int) -> [Int] { groupsByRoot[root]?.members ?? [] }

    /// How many tellings the group of a root has; none where it is gone.
    func count(of root: Int) -> Int { groupsByRoot[root]?.members.count ?? 0 }

    /// The hours of the group of a root.
    func hours(of root: Int) -> HourRange { groupsByRoot[root]?.hours ?? HourRange(nil) }

    /// Whether the two groups together stay within the longest span.
    func fits(_ one: Int, _ other: Int) -> Bool {
        guard let one = groupsByRoot[one], let other = groupsByRoot[other] else { return false }
        return one.hours.joined(other.hours).isShort
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
            hours: kept.hours.joined(merged.hours))
        groupsByRoot[gone] = nil
        return true
    }

    /// All groups, in the order of their roots.
    func groups() -> [Group] { groupsByRoot.compactMap { $0 } }
}
