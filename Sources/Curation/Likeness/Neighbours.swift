/// The groups that are near one group, each with the sum of similarities between the two.
///
/// A list, in the order of the groups' roots: most have a dozen neighbours, which are found in it faster than hashed.
struct Neighbours {
    private var list: [(group: Int, sum: Double)] = []

    mutating func reserveCapacity(_ count: Int) { list.reserveCapacity(count) }

    /// The sum for a group; `nil` where it is no neighbour, or shall be none.
    subscript(group: Int) -> Double? {
        get {
            let place = place(of: group)
            return holds(group, at: place) ? list[place].sum : nil
        }
        set {
            let place = place(of: group)
            switch (newValue, holds(group, at: place)) {
            case (let sum?, true): list[place].sum = sum
            case (let sum?, false): list.insert((group, sum), at: place)
            case (nil, true): list.remove(at: place)
            case (nil, false): break
            }
        }
    }

    /// All groups that are neighbours here or there, in the order of their roots.
    func groups(and others: Neighbours) -> [Int] {
        var groups: [Int] = []
        groups.reserveCapacity(list.count + others.list.count)
        var rest = others.list[...]
        for (group, _) in list {
            while let first = rest.first, first.group <= group {
                if first.group < group { groups.append(first.group) }
                rest.removeFirst()
            }
            groups.append(group)
        }
        return groups + rest.map(\.group)
    }

    private func holds(_ group: Int, at place: Int) -> Bool { place < list.count && list[place].group == group }

    /// Where a group stands, or would have to.
    private func place(of group: Int) -> Int {
        var (low, high) = (0, list.count)
        while low < high {
            let middle = (low + high) / 2
            if list[middle].group < group { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
