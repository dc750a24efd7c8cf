/// How much a story has to say, in characters, and how many lines of running text that comes to on a desk, as far as that
/// can be told without setting it.
///
/// The figures were fitted to the heights that a browser gives to 300 stories; four in five come within half a line.
struct StorySize: Sendable, Hashable {
    var headline: Int
    /// Whether its headline is set a size smaller.
    var isLong = false
    /// 0 where it has none.
    var excerpt = 0
    /// The line of outlet, time and figures.
    var label = 28
    /// The sentence of who else has it; 0 where nobody has.
    var coverage = 0
    /// Whether it has a picture, beside which there is less room for text.
    var hasThumbnail = false

    /// A line of labels, in lines of running text.
    private static let label = 0.75
    /// A picture beside the leader, with its margins.
    private static let thumbnail = 4.6

    private func lines(_ characters: Int, of perLine: Int) -> Double {
        Double((characters + perLine - 1) / perLine)
    }

    var linesOfLeader: Double {
        let (narrow, narrowLong, text) = hasThumbnail ? (28, 38, 50) : (40, 54, 70)
        let words =
            (isLong ? 0.9 * lines(headline, of: narrowLong) : 1.17 * lines(headline, of: narrow))
            + lines(excerpt, of: text)
        let labels = Self.label * (lines(label, of: 80) + lines(coverage, of: 80))
        return 0.9 + labels + (hasThumbnail ? max(Self.thumbnail, words) : words)
    }

    var linesOfFeature: Double {
        let (narrow, narrowLong) = hasThumbnail ? (17, 20) : (23, 27)
        return 1 + Self.label * (lines(label, of: 34) + lines(coverage, of: 38))
            + (isLong ? 0.85 * lines(headline, of: narrowLong) : 1.03 * lines(headline, of: narrow))
            + min(3, lines(excerpt, of: 33))
    }

    /// Of a headline alone, in the leader's column or in one half as wide.
    func linesOfBrief(isWide: Bool) -> Double {
        let (narrow, narrowLong, small) = isWide ? (64, 74, 76) : (30, 35, 36)
        return 0.5 + Self.label * (lines(label, of: small) + lines(coverage, of: small))
            + (isLong ? 0.72 * lines(headline, of: narrowLong) : 0.84 * lines(headline, of: narrow))
    }
}

extension StorySize {
    /// What parts two words of a line of labels: a dot or a comma, and its spaces.
    private static let separator = 3
    /// “Also in”, in whatever language.
    private static let alsoIn = 8

    init(_ story: StoryView) {
        let width = { (text: String) in text.unicodeScalars.reduce(0) { $0 + Script.width(of: $1) } }
        let figures = [story.outlet, story.time, story.points, story.comments, story.updateDate].compactMap(\.self)
        let others = story.named.map(\.outlet) + [story.othersLine].compactMap(\.self)
        let line = { (words: [String]) in words.reduce(0) { $0 + width($1) + Self.separator } }
        self.init(
            headline: width(story.headline), isLong: story.isLong, excerpt: story.excerpt.map { width($0.html) } ?? 0,
            label: line(figures), coverage: others.isEmpty ? 0 : Self.alsoIn + line(others),
            hasThumbnail: story.image != nil)
    }
}
