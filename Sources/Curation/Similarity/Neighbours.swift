/// The groups that are near one group, each with the sum of similarities between the two and what it makes on average.
///
/// A list, in the order of the groups' roots: most have a dozen neighbours, which are found in it faster than hashed.
struct Neighbours {
    /// How near a group is.
    struct Nearness: Equatable {
        /// Of the likenesses of all pairs of members.
        var sum: Double
        /// What time leaves of them, for each pair.
        var average: Double
    }

    private var list: [(group: Int, nearness: Nearness)] = []

    /// The group of the greatest average, the first of several.
    var nearest: (group: Int, average: Double)? {
        var nearest: (group: Int, average: Double)?
        for (group, nearness) in list where nearness.average > nearest?.average ?? -.infinity {
            nearest = (group, nearness.average)
        }
        return nearest
    }

    mutating func reserveCapacity(_ count: Int) { list.reserveCapacity(count) }

    /// How near a group is; `nil` where it is no neighbour, or shall be none.
    subscript(group: Int) -> Nearness? {
        get {
            let index = position(of: group)
            return holds(group, at: index) ? list[index].nearness : nil
        }
        set {
            let index = position(of: group)
            switch (newValue, holds(group, at: index)) {
            case (let nearness?, true): list[index].nearness = nearness
            case (let nearness?, false): list.insert((group, nearness), at: index)
            case (nil, true): list.remove(at: index)
            case (nil, false): break
            }
        }
    }

    /// Puts how near two groups that are one now are in the place of what is known of both; `nil` where that is no
    /// neighbour.
    mutating func join(_ root: Int, _ gone: Int, _ nearness: Nearness?) {
        let (kept, last) = (position(of: root), position(of: gone))
        let (holdsRoot, holdsGone) = (holds(root, at: kept), holds(gone, at: last))
        switch (nearness, holdsRoot, holdsGone) {
        case (let nearness?, false, true):
            // What lies between the two moves up by one.
            for index in stride(from: last, to: kept, by: -1) { list[index] = list[index - 1] }
            list[kept] = (root, nearness)
        default:
            if holdsGone { list.remove(at: last) }
            self[root] = nearness
        }
    }

    /// A group that is near one of two, or both, with the sums for the one and the other.
    typealias Shared = (group: Int, mine: Double?, theirs: Double?)

    /// All groups that are neighbours here or there, in the order of their roots.
    func groups(and others: Neighbours) -> [Shared] {
        var groups: [Shared] = []
        groups.reserveCapacity(list.count + others.list.count)
        var rest = others.list[...]
        for (group, nearness) in list {
            while let first = rest.first, first.group < group {
                groups.append((first.group, nil, first.nearness.sum))
                rest.removeFirst()
            }
            let isShared = rest.first?.group == group
            groups.append((group, nearness.sum, isShared ? rest.removeFirst().nearness.sum : nil))
        }
        return groups + rest.map { ($0.group, nil, $0.nearness.sum) }
    }

    private func holds(_ group: Int, at index: Int) -> Bool { index < list.count && list[index].group == group }

    /// Where a group stands, or would have to.
    private func position(of group: Int) -> Int {
        // Most are met in their order.
        guard let last = list.last, group <= last.group else { return list.count }
        var (low, high) = (0, list.count)
        while low < high {
            let middle = (low + high) / 2
            if list[middle].group < group { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
