/// The groups that are near one group, each with the sum of similarities between the two and what it makes on average.
///
/// Two lists, in the order of the groups' roots: most have a dozen neighbours, which are found in it faster than hashed.
struct Neighbours {
    /// How near a group is.
    struct Nearness: Equatable {
        /// Of the likenesses of all pairs of members.
        var sum: Double
        /// What time leaves of them, for each pair.
        var average: Double
    }

    /// By themselves: for each that is read a dozen are searched.
    private var roots: [Int32] = []
    private var nearnesses: [Nearness] = []

    /// The group of the greatest average, the first of several.
    var nearest: (group: Int, average: Double)? {
        var nearest: (index: Int, average: Double)?
        for (index, nearness) in nearnesses.enumerated() where nearness.average > nearest?.average ?? -.infinity {
            nearest = (index, nearness.average)
        }
        return nearest.map { (Int(roots[$0.index]), $0.average) }
    }

    mutating func reserveCapacity(_ count: Int) {
        roots.reserveCapacity(count)
        nearnesses.reserveCapacity(count)
    }

    /// How near a group is; `nil` where it is no neighbour, or shall be none.
    subscript(group: Int) -> Nearness? {
        get {
            let index = position(of: group)
            return holds(group, at: index) ? nearnesses[index] : nil
        }
        set {
            let index = position(of: group)
            set(newValue, of: group, at: index, isThere: holds(group, at: index))
        }
    }

    private mutating func set(_ nearness: Nearness?, of group: Int, at index: Int, isThere: Bool) {
        switch (nearness, isThere) {
        case (let nearness?, true): nearnesses[index] = nearness
        case (let nearness?, false):
            roots.insert(Int32(group), at: index)
            nearnesses.insert(nearness, at: index)
        case (nil, true): remove(at: index)
        case (nil, false): break
        }
    }

    private mutating func remove(at index: Int) {
        roots.remove(at: index)
        nearnesses.remove(at: index)
    }

    /// Puts how near two groups that are one now are in the place of what is known of both; `nil` where that is no
    /// neighbour. The root of the one that is left is the lesser.
    mutating func join(_ root: Int, _ gone: Int, _ nearness: Nearness?) {
        let kept = position(of: root)
        let last = position(of: gone, from: kept)
        let (holdsRoot, holdsGone) = (holds(root, at: kept), holds(gone, at: last))
        if let nearness, !holdsRoot, holdsGone {
            // What lies between the two moves up by one.
            for index in stride(from: last, to: kept, by: -1) {
                roots[index] = roots[index - 1]
                nearnesses[index] = nearnesses[index - 1]
            }
            roots[kept] = Int32(root)
            nearnesses[kept] = nearness
            return
        }
        if holdsGone { remove(at: last) }
        set(nearness, of: root, at: kept, isThere: holdsRoot)
    }

    /// A group that is near one of two, or both, with the sums for the one and the other.
    typealias Shared = (group: Int, mine: Double?, theirs: Double?)

    /// All groups that are neighbours here or there, in the order of their roots.
    func groups(and others: Neighbours) -> [Shared] {
        var groups: [Shared] = []
        groups.reserveCapacity(roots.count + others.roots.count)
        var (mine, theirs) = (0, 0)
        while mine < roots.count || theirs < others.roots.count {
            let one = mine < roots.count ? roots[mine] : .max
            let other = theirs < others.roots.count ? others.roots[theirs] : .max
            groups.append(
                (
                    Int(min(one, other)), one <= other ? nearnesses[mine].sum : nil,
                    other <= one ? others.nearnesses[theirs].sum : nil
                ))
            if one <= other { mine += 1 }
            if other <= one { theirs += 1 }
        }
        return groups
    }

    private func holds(_ group: Int, at index: Int) -> Bool { index < roots.count && roots[index] == group }

    /// Where a group stands, or would have to; not before `start`.
    private func position(of group: Int, from start: Int = 0) -> Int {
        // Most are met in their order.
        guard let last = roots.last, group <= last else { return roots.count }
        return roots.withUnsafeBufferPointer { roots in
            var (low, count) = (start, roots.count - start)
            while count > 0 {
                let half = count / 2
                // As a sum and not as a jump, which would be guessed wrongly every other time.
                let isBelow = roots[low + half] < group
                low += isBelow ? half + 1 : 0
                count = isBelow ? count - half - 1 : half
            }
            return low
        }
    }
}
