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

    /// Whether its script has higher lines than Latin: Arabic, Hebrew, and those of the East.
    var isTall = false

    /// A line of labels, in lines of running text.
    private static let label = 0.75
    /// A picture beside the leader, with its margins.
    private static let thumbnail = 4.6

    private func lines(_ characters: Int, of perLine: Int) -> Double {
        Double((characters + perLine - 1) / perLine)
    }

    /// The lines of the headline, by how many characters go into one and how high that is: set as usual, or smaller.
    private func headlineLines(_ usual: (perLine: Int, height: Double), _ long: (perLine: Int, height: Double))
        -> Double
    {
        let type = isLong ? long : usual
        return type.height * (isTall ? 1.2 : 1) * lines(headline, of: type.perLine)
    }

    private func excerptLines(of perLine: Int, atMost most: Double = .infinity) -> Double {
        min(most, lines(excerpt, of: perLine)) * (isTall ? 1.13 : 1)
    }

    private func labelLines(of perLine: Int) -> Double {
        Self.label * (lines(label, of: perLine) + lines(coverage, of: perLine))
    }

    var linesOfLeader: Double {
        let words =
            hasThumbnail
            ? max(Self.thumbnail, headlineLines((28, 1.17), (38, 0.9)) + excerptLines(of: 50))
            : headlineLines((40, 1.17), (54, 0.9)) + excerptLines(of: 70)
        return 0.9 + labelLines(of: 80) + words
    }

    var linesOfFeature: Double {
        let headline = hasThumbnail ? headlineLines((17, 1.03), (20, 0.85)) : headlineLines((23, 1.03), (27, 0.85))
        return 1 + labelLines(of: 35) + headline + excerptLines(of: 33, atMost: 3)
    }

    /// Of a headline alone, in the leader's column or in one half as wide.
    func linesOfBrief(isWide: Bool) -> Double {
        isWide
            ? 0.5 + labelLines(of: 76) + headlineLines((64, 0.84), (74, 0.72))
            : 0.5 + labelLines(of: 36) + headlineLines((30, 0.84), (35, 0.72))
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
            hasThumbnail: story.image != nil, isTall: story.script != nil)
    }
}
