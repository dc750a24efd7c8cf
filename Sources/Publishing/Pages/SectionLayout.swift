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
    private static let linesOfPicture = 11.0
    /// Fewer stories than these beside the leader leave a large picture alone.
    private static let leastBesidePicture = 6
    /// A blank of more lines than these below the leader takes a headline.
    private static let mostBlankLines = 4.5

    /// - Parameters:
    ///   - leader: how much the leader has to say.
    ///   - sizes: the same of each story after it, in order.
    ///   - hasPicture: whether the leader has a picture.
    init(leader: StorySize, _ sizes: [StorySize], hasPicture: Bool) {
        briefs = sizes.count
        hasLargePicture = hasPicture && sizes.count >= Self.leastBesidePicture
        guard briefs > 0 else { return }
        let height = leader.linesOfLeader + (hasLargePicture ? Self.linesOfPicture : 0)
        for _ in 0..<min(2, briefs) { addColumn(sizes, beside: height) }
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

    /// Adds a column beside a leader that is so many lines high.
    private mutating func addColumn(_ sizes: [StorySize], beside height: Double) {
        let next = sizes.count - briefs
        let isLast = columns.count == 1
        let share = isLast ? briefs : (briefs + 1) / 2
        let wanted =
            hasLargePicture ? Self.count(sizes.dropFirst(next), filling: height) : sizes[next].excerpt > 0 ? 1 : 2
        let count = max(1, min(wanted, share))
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
        for size in sizes.suffix(briefs) where blank > Self.mostBlankLines {
            below += 1
            briefs -= 1
            blank -= size.linesOfBrief(isWide: true)
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
    var briefColumns: Int {
        let empty = { (columns: Int) in (columns - briefs % columns) % columns }
        if briefs <= Self.fullRow { return max(1, briefs) }
        return empty(3) < empty(4) ? 3 : 4
    }
}

/// How much a story has to say, in characters, and how many lines of text that comes to on a desk, as far as that can be
/// told without setting it.
struct StorySize: Sendable, Hashable {
    var headline: Int
    /// 0 where it has none.
    var excerpt = 0
    var hasCoverage = false

    private func lines(_ characters: Int, of perLine: Int) -> Double {
        Double((characters + perLine - 1) / perLine)
    }

    private var linesOfCoverage: Double { hasCoverage ? 1 : 0 }

    var linesOfLeader: Double {
        1 + 1.4 * lines(headline, of: 42) + 1.05 * lines(excerpt, of: 68) + linesOfCoverage
    }

    var linesOfFeature: Double {
        1 + 1.1 * lines(headline, of: 24) + 1.05 * min(3, lines(excerpt, of: 36)) + 1.5 * linesOfCoverage
    }

    func linesOfBrief(isWide: Bool) -> Double {
        1.5 + 0.9 * lines(headline, of: isWide ? 60 : 30) + linesOfCoverage
    }
}

extension StorySize {
    init(_ story: StoryView) {
        let length = { (text: String) in text.unicodeScalars.reduce(0) { $0 + Script.width(of: $1) } }
        self.init(
            headline: length(story.headline), excerpt: story.excerpt.map { length($0.html) } ?? 0,
            hasCoverage: !story.alsoIn.isEmpty)
    }
}
