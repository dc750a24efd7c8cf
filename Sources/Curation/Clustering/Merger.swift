import NewsModel

/// Disjoint groups of documents that are joined two by two, each within the longest span.
struct Merger {
    /// A group while it grows.
    struct Group {
        var members: [Int]
        var links: [EvidenceLink<Int>] = []
        /// The hours of its dated members.
        var hours: HourRange
        /// Whether it holds documents whose groups are found: it still takes in others, but joins no group of that kind.
        var isSettled = false
    }

    private var groupOf: [Int]
    /// What looked alike and was kept apart.
    private(set) var separations: [Separation] = []
    private var groupsByRoot: [Group?]

    /// Groups of one document each; `hours` are those of each document with what follows it.
    init(hours: [HourRange]) {
        groupOf = Array(hours.indices)
        groupsByRoot = hours.enumerated().map { Group(members: [$0], hours: $1) }
    }

    /// The root of the group that a document is in.
    func root(of document: Int) -> Int { groupOf[document] }

    /// The documents of the group of a root.
    func members(of root: Int) -> [Int] { groupsByRoot[root]?.members ?? [] }

    /// How many documents the group of a root has; none where it is gone.
    func count(of root: Int) -> Int { groupsByRoot[root]?.members.count ?? 0 }

    /// The hours of the group of a root.
    func hours(of root: Int) -> HourRange { groupsByRoot[root]?.hours ?? HourRange(nil) }

    /// Whether the two groups together stay within the longest span, and one of them is open to that.
    func fits(_ one: Int, _ other: Int) -> Bool {
        guard let one = groupsByRoot[one], let other = groupsByRoot[other], !(one.isSettled && other.isSettled) else {
            return false
        }
        return one.hours.joined(other.hours).isShort
    }

    /// Joins the groups of two documents, if they fit; returns whether they are one now.
    @discardableResult
    mutating func join(_ one: Int, _ other: Int, by evidence: Evidence) -> Bool {
        let (left, right) = (groupOf[one], groupOf[other])
        guard left != right else { return true }
        guard fits(left, right) else { return false }
        let (root, gone) = (min(left, right), max(left, right))
        guard let merged = groupsByRoot[gone] else { return false }
        for member in merged.members { groupOf[member] = root }
        groupsByRoot[gone] = nil
        groupsByRoot[root]?.take(merged, by: EvidenceLink(one: one, other: other, evidence: evidence))
        return true
    }

    /// Marks the groups of some documents as settled: no two of them are joined, whatever evidence others bring.
    mutating func settle(_ documents: [Int]) {
        for document in documents { groupsByRoot[groupOf[document]]?.isSettled = true }
    }

    /// Notes what kept look-alikes apart.
    mutating func note(_ found: [Separation]) { separations += found }

    /// All groups, in the order of their roots.
    func groups() -> [Group] { groupsByRoot.compactMap { $0 } }
}

extension Merger.Group {
    /// Takes in another group. It grows in place: copied for each of thousands, it would take their square.
    fileprivate mutating func take(_ other: Self, by link: EvidenceLink<Int>) {
        members += other.members
        links += other.links
        links.append(link)
        hours = hours.joined(other.hours)
        isSettled = isSettled || other.isSettled
    }
}

/// Two documents, by their indices, that look alike and are kept apart.
struct Separation: Sendable {
    let one: Int
    let other: Int
    /// What stands in the one title, and what in its place in the other.
    let words: [String]
    /// Whether the later one tells a next step of what the earlier one told.
    var isFollowUp = false
}
