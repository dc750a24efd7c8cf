import Testing

@testable import Publishing

@Suite struct SectionLayoutTests {
    private func layout(_ count: Int, excerpts: Bool = true, picture: Bool = false) -> SectionLayout {
        let size = StorySize(headline: 40, excerpt: excerpts ? 100 : 0)
        return SectionLayout(
            leader: StorySize(headline: 40, excerpt: 240), Array(repeating: size, count: count), hasPicture: picture)
    }

    /// A short leader beside long columns would leave a blank as large as a story.
    @Test(arguments: [(0, 4, 0), (60, 4, 0), (280, 1, 3)])
    func fillsTheSpaceBelowAShortLeader(excerpt: Int, below: Int, briefs: Int) {
        let sizes =
            [StorySize(headline: 110, excerpt: 150, coverage: 30)]
            + Array(
                repeating: StorySize(headline: 40, excerpt: 100), count: 6)
        let layout = SectionLayout(leader: StorySize(headline: 30, excerpt: excerpt), sizes, hasPicture: false)
        #expect(layout.columns == [1, 2] && layout.below == below && layout.briefs == briefs)
    }

    /// Else the columns would grow, and the blank below the leader with them.
    @Test(arguments: [(3, 1), (4, 2)])
    func putsWhatIsLeftBelowAShortLeader(count: Int, below: Int) {
        let sizes = Array(repeating: StorySize(headline: 40, excerpt: 100), count: count)
        let layout = SectionLayout(leader: StorySize(headline: 40), sizes, hasPicture: false)
        #expect(layout.columns == [1, 1] && layout.below == below && layout.briefs == 0)
    }

    @Test(arguments: [
        (0, [], 0), (1, [1], 0), (2, [1, 1], 0), (3, [1, 2], 0), (4, [2, 2], 0), (5, [1, 1], 3), (8, [1, 1], 6),
        (13, [1, 1], 11), (14, [1, 1, 1, 1, 1, 1], 8), (59, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1], 49),
    ])
    func setsColumnsBeforeHeadlines(count: Int, columns: [Int], briefs: Int) {
        let layout = layout(count)
        #expect(layout.columns == columns && layout.briefs == briefs)
    }

    /// A headline without a summary is half as high as one with it.
    @Test(arguments: [(1, [1]), (2, [1, 1]), (3, [2, 1]), (7, [2, 2])])
    func putsTwoHeadlinesInThePlaceOfASummary(count: Int, columns: [Int]) {
        #expect(layout(count, excerpts: false).columns == columns)
    }

    @Test(arguments: [(5, false, [1, 1]), (6, true, [3, 3]), (8, true, [4, 4]), (20, true, [5, 5])])
    func showsALargePictureWhereTheColumnsBesideItAreAsHigh(count: Int, isLarge: Bool, columns: [Int]) {
        let layout = layout(count, picture: true)
        #expect(layout.hasLargePicture == isLarge && layout.columns.prefix(2) == columns[...])
    }

    @Test func losesNoStory() {
        for count in 0..<120 {
            for hasExcerpts in [true, false] {
                for hasPicture in [true, false] {
                    let layout = layout(count, excerpts: hasExcerpts, picture: hasPicture)
                    #expect(layout.columns.reduce(0, +) + layout.below + layout.briefs == count)
                    #expect(layout.columns.allSatisfy { $0 > 0 })
                }
            }
        }
    }

    @Test(arguments: [(5, 3), (6, 3), (7, 4), (8, 4), (9, 3), (10, 4), (11, 4), (13, 3), (49, 3)])
    func leavesLittleEmptyBelowTheHeadlines(briefs: Int, columns: Int) {
        let layout = layout(briefs + 2)
        guard layout.briefs == briefs else { return }
        #expect(layout.briefColumns == columns)
    }

    /// A name of three lines makes a column higher, as a headline does.
    @Test(arguments: [(20, 0), (100, 1)])
    func countsTheLinesOfOutlets(label: Int, below: Int) {
        let feature = StorySize(headline: 60, excerpt: 60, label: label)
        let rest = Array(repeating: StorySize(headline: 50), count: 5)
        let leader = StorySize(headline: 60, excerpt: 60)
        #expect(SectionLayout(leader: leader, [feature, feature] + rest, hasPicture: false).below == below)
    }

    /// The lower of two columns takes headlines until it is about as high as the other.
    @Test(arguments: [
        ([0, 90, 90], [2, 1]), ([90, 0, 90], [1, 2]), ([90, 90, 90], [1, 1]), ([0, 0, 0], [2, 2]),
    ])
    func evensOutTheColumns(excerpts: [Int], columns: [Int]) {
        let sizes = excerpts.map { StorySize(headline: 40, excerpt: $0) }
        let rest = Array(repeating: StorySize(headline: 40), count: 8)
        let leader = StorySize(headline: 70, excerpt: 200, coverage: 40)
        #expect(SectionLayout(leader: leader, sizes + rest, hasPicture: false).columns == columns)
    }

    /// Beside a picture there is less room for text, so that the story is higher.
    @Test func countsPicturesBesideTheText() {
        var size = StorySize(headline: 55, excerpt: 120)
        let (feature, leader) = (size.linesOfFeature, size.linesOfLeader)
        size.hasThumbnail = true
        #expect(size.linesOfFeature > feature && size.linesOfLeader > leader)
    }

    /// Arabic, Hebrew and Eastern lines are higher, so that more of a column fills the space of a leader.
    @Test func countsHigherLines() {
        let latin = StorySize(headline: 60, excerpt: 100)
        var tall = latin
        tall.isTall = true
        #expect(tall.linesOfLeader > latin.linesOfLeader && tall.linesOfFeature > latin.linesOfFeature)
        #expect(tall.linesOfBrief(isWide: false) > latin.linesOfBrief(isWide: false))
    }
}
