/// How the stories of a section are set: a leader, columns beside and below it, and lists of headlines.
///
/// It goes by counts and lengths alone, so that rows come out even at every width: one column on a phone, two on a tablet,
/// four on a desk, of which the leader takes two.
struct SectionLayout: Sendable, Hashable {
    /// How many stories stand in each column after the leader: the first with its summary, those below it as headlines.
    private(set) var columns: [Int] = []
    /// How many headlines, the next after the first two columns, stand below the leader where it is shorter than those.
    private(set) var below = 0
    /// How many headlines stand in the list at the end.
    private(set) var briefs: Int
    /// Whether the leader's picture is as wide as the leader: beside a short column it would leave a blank.
    let hasLargePicture: Bool

    /// More columns with summaries than the first two come in rows of so many.
    private static let fullRow = 4
    private static let mostFullRows = 2
    /// With fewer headlines left, a further row with summaries is not worth its space.
    private static let leastBriefsBelowRow = 8
    /// How many lines are as high as a large picture.
    private static let linesOfPicture = 12.0
    /// How many lines may be blank below a column beside a large picture: where there are too few stories to fill more, the
    /// picture is small.
    private static let mostBlankBesidePicture = 6.5
    private static let mostInColumn = 8
    /// A blank below the leader takes a headline that leaves at least so many of its lines.
    private static let leastLinesLeft = 0.4

    /// - Parameters:
    ///   - leader: how much the leader has to say.
    ///   - sizes: the same of each story after it, in order.
    ///   - hasPicture: whether the leader has a picture.
    init(leader: StorySize, _ sizes: [StorySize], hasPicture: Bool) {
        briefs = sizes.count
        var withoutThumbnail = leader
        withoutThumbnail.hasThumbnail = false
        let heightWithPicture = withoutThumbnail.linesOfLeader + Self.linesOfPicture
        hasLargePicture = hasPicture && Self.canFill(heightWithPicture - Self.mostBlankBesidePicture, sizes)
        guard briefs > 0 else { return }
        let height = hasLargePicture ? heightWithPicture : leader.linesOfLeader
        addFirstColumn(sizes, beside: height)
        addSecondColumn(sizes, beside: height)
        fillBelow(height, sizes)
        spreadFewLeft()
        var rows = 0
        while rows < Self.mostFullRows, briefs >= Self.fullRow + Self.leastBriefsBelowRow,
            sizes.suffix(briefs).prefix(Self.fullRow).allSatisfy({ $0.excerpt > 0 })
        {
            columns += Array(repeating: 1, count: Self.fullRow)
            briefs -= Self.fullRow
            rows += 1
        }
        if rows > 0 { spreadFewLeft() }
    }

    /// Whether stories are enough for two columns of so many lines.
    private static func canFill(_ height: Double, _ sizes: [StorySize]) -> Bool {
        let features = sizes.prefix(2).reduce(0) { $0 + $1.linesOfFeature }
        return sizes.dropFirst(2).reduce(features) { $0 + $1.linesOfBrief(isWide: false) } >= 2 * height
    }

    /// Adds the first column beside a leader that is so many lines high: as many stories as bring it nearest to the higher
    /// of leader and next column.
    private mutating func addFirstColumn(_ sizes: [StorySize], beside height: Double) {
        let counts = 1...min((briefs + 1) / 2, Self.mostInColumn)
        let differences = counts.map { count in
            let next = count < sizes.count ? sizes[count].linesOfFeature : 0
            return abs(Self.lines(sizes.prefix(count)) - max(height, next))
        }
        let least = differences.min()
        add(zip(counts, differences).first { $0.1 == least }?.0 ?? 1)
    }

    /// Adds the second, of as many stories as come nearest to what stands beside it.
    private mutating func addSecondColumn(_ sizes: [StorySize], beside height: Double) {
        guard briefs > 0 else { return }
        let (first, rest) = (sizes.prefix(sizes.count - briefs), sizes.suffix(briefs))
        add(Self.count(rest, filling: max(height, Self.lines(first))))
    }

    private mutating func add(_ count: Int) {
        columns.append(count)
        briefs -= count
    }

    /// How many stories come nearest to so many lines in one column.
    private static func count(_ sizes: ArraySlice<StorySize>, filling height: Double) -> Int {
        var lines = sizes.first?.linesOfFeature ?? 0
        let fitting = sizes.dropFirst().prefix { size in
            let brief = size.linesOfBrief(isWide: false)
            lines += brief
            return lines - brief / 2 <= height
        }
        return 1 + fitting.count
    }

    /// One or two headlines make no list of their own: they go below the leader or the last columns.
    private mutating func spreadFewLeft() {
        guard briefs > 0, briefs <= columns.count, briefs <= 2 else { return }
        // What follows those below the leader cannot stand before them.
        if below > 0, columns.count == 2 {
            below += briefs
        } else {
            for index in columns.indices.suffix(briefs) { columns[index] += 1 }
        }
        briefs = 0
    }

    private mutating func fillBelow(_ height: Double, _ sizes: [StorySize]) {
        guard columns.count == 2 else { return }
        let first = sizes.prefix(columns[0])
        let second = sizes.dropFirst(columns[0]).prefix(columns[1])
        var blank = max(Self.lines(first), Self.lines(second)) - height
        for size in sizes.suffix(briefs) {
            let lines = size.linesOfBrief(isWide: true)
            guard blank >= lines + Self.leastLinesLeft else { break }
            below += 1
            briefs -= 1
            blank -= lines
        }
        // What is too little for a list of its own had better fill that space than make a column longer still.
        guard (1...2).contains(briefs), blank > 0 else { return }
        below += briefs
        briefs = 0
    }

    private static func lines(_ column: ArraySlice<StorySize>) -> Double {
        column.dropFirst().reduce(column.first?.linesOfFeature ?? 0) { $0 + $1.linesOfBrief(isWide: false) }
    }

    /// In how many columns, four at most, the list leaves least empty at its end.
    var briefColumns: Int { Self.columns(ofBriefs: briefs) }

    /// In how many columns, four at most, a list of so many headlines leaves least empty at its end.
    static func columns(ofBriefs briefs: Int) -> Int {
        let empty = { (columns: Int) in (columns - briefs % columns) % columns }
        if briefs <= fullRow { return max(1, briefs) }
        return empty(3) < empty(4) ? 3 : 4
    }
}
