/// How much comparing may still cost a night: a budget of similarities to work out.
///
/// A step that would take a large part of what is left is not taken, so that the last of it goes into small groups, not
/// into a large one.
struct WorkBudget {
    private(set) var left: Int

    /// - Parameter left: how many similarities may be worked out.
    init(_ left: Int) {
        self.left = left
    }

    /// What a night of so many documents may cost: several times what is usual.
    init(documents: Int) {
        self.init(1_000_000 + 200 * documents)
    }

    /// Takes the cost of a step from the budget; whether there is room for it.
    mutating func allows(_ cost: Int) -> Bool {
        guard cost <= left / Self.largestPart else { return false }
        left -= cost
        return true
    }

    private static let largestPart = 16
}
