/// The groups that are near one group, each with the sum of similarities between the two.
///
/// A list, in the order of the groups' roots: most have a dozen neighbours, which are found in it faster than hashed.
struct Neighbours {
    private var list: [(group: Int, sum: Double)] = []

    mutating func reserveCapacity(_ count: Int) { list.reserveCapacity(count) }

    /// The sum for a group; `nil` where it is no neighbour, or shall be none.
    subscript(group: Int) -> Double? {
        get {
            let index = position(of: group)
            return holds(group, at: index) ? list[index].sum : nil
        }
        set {
            let index = position(of: group)
            switch (newValue, holds(group, at: index)) {
            case (let sum?, true): list[index].sum = sum
            case (let sum?, false): list.insert((group, sum), at: index)
            case (nil, true): list.remove(at: index)
            case (nil, false): break
            }
        }
    }

    /// Puts the sum for two groups that are one now in the place of what is known of both; `nil` where it is no
    /// neighbour.
    mutating func join(_ root: Int, _ gone: Int, sum: Double?) {
        let (kept, last) = (position(of: root), position(of: gone))
        let (holdsRoot, holdsGone) = (holds(root, at: kept), holds(gone, at: last))
        switch (sum, holdsRoot, holdsGone) {
        case (let sum?, false, true):
            // What lies between the two moves up by one.
            for index in stride(from: last, to: kept, by: -1) { list[index] = list[index - 1] }
            list[kept] = (root, sum)
        default:
            if holdsGone { list.remove(at: last) }
            self[root] = sum
        }
    }

    /// A group that is near one of two, or both, with the sums for the one and the other.
    typealias Shared = (group: Int, mine: Double?, theirs: Double?)

    /// All groups that are neighbours here or there, in the order of their roots.
    func groups(and others: Neighbours) -> [Shared] {
        var groups: [Shared] = []
        groups.reserveCapacity(list.count + others.list.count)
        var rest = others.list[...]
        for (group, sum) in list {
            while let first = rest.first, first.group < group {
                groups.append((first.group, nil, first.sum))
                rest.removeFirst()
            }
            let isShared = rest.first?.group == group
            groups.append((group, sum, isShared ? rest.removeFirst().sum : nil))
        }
        return groups + rest.map { ($0.group, nil, $0.sum) }
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
