/// How the stories of a section are set: a leader, columns beside and below it, and a list of headlines.
///
/// It goes by counts alone, so that rows come out even at every width: one column on a phone, two on a tablet, four on a
/// desk, of which the leader takes two.
struct SectionLayout: Sendable, Hashable {
    /// How many stories stand in each column after the leader: the first with its summary, those below it as headlines.
    private(set) var columns: [Int] = []
    /// How many headlines stand in the list below.
    private(set) var briefs: Int
    /// Whether the leader's picture is as wide as the leader: beside a short column it would leave a blank.
    let hasLargePicture: Bool

    /// More columns with summaries than the first two come in rows of so many.
    private static let fullRow = 4
    private static let mostFullRows = 2
    /// With fewer headlines left, a further row with summaries is not worth its space.
    private static let leastBriefsBelowRow = 8
    /// So many headlines fill a column beside a large picture, or take the place of a summary.
    private static let besidePicture = 4
    /// Fewer stories than these beside the leader leave a large picture alone.
    private static let leastBesidePicture = 6

    /// - Parameters:
    ///   - excerpts: whether each story after the leader has a summary, in order.
    ///   - hasPicture: whether the leader has a picture.
    init(excerpts: [Bool], hasPicture: Bool) {
        briefs = excerpts.count
        hasLargePicture = hasPicture && excerpts.count >= Self.leastBesidePicture
        guard briefs > 0 else { return }
        for _ in 0..<min(2, briefs) { addColumn(excerpts) }
        spreadFewLeft()
        var rows = 0
        while rows < Self.mostFullRows, briefs >= Self.fullRow + Self.leastBriefsBelowRow,
            excerpts.dropFirst(excerpts.count - briefs).prefix(Self.fullRow).allSatisfy(\.self)
        {
            columns += Array(repeating: 1, count: Self.fullRow)
            briefs -= Self.fullRow
            rows += 1
        }
        if rows > 0 { spreadFewLeft() }
    }

    private mutating func addColumn(_ excerpts: [Bool]) {
        let next = excerpts.count - briefs
        let isLast = columns.count == 1
        let share = isLast ? briefs : (briefs + 1) / 2
        let wanted = hasLargePicture ? Self.besidePicture : excerpts[next] ? 1 : 2
        let count = max(1, min(wanted, share))
        columns.append(count)
        briefs -= count
    }

    /// One or two headlines make no list of their own: they go below the last columns.
    private mutating func spreadFewLeft() {
        guard briefs > 0, briefs <= columns.count, briefs <= 2 else { return }
        for index in columns.indices.suffix(briefs) { columns[index] += 1 }
        briefs = 0
    }

    /// In how many columns, four at most, the list leaves least empty at its end.
    var briefColumns: Int {
        let empty = { (columns: Int) in (columns - briefs % columns) % columns }
        if briefs <= Self.fullRow { return max(1, briefs) }
        return empty(3) < empty(4) ? 3 : 4
    }
}
