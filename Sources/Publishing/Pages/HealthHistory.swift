import NewsModel

/// The last runs of a source as a row of small cells, the newest at the end: a full cell is fine, a half one late, a low
/// one broken, a dot not asked.
struct HistoryView: TemplateView {
    /// It in a sentence.
    var label: String
    /// In pixels.
    var width: Int
    /// Its cells, each as `night.mustache` makes it: thousands of them stand on the page, and few are unlike.
    var nights: RawText

    static let fields: ViewFields<HistoryView> = [
        "label": .text { $0.label },
        "width": .text { String($0.width) },
        "nights": .raw { $0.nights },
    ]
}

/// One cell of a history.
struct NightView: TemplateView {
    var state: HealthState
    /// Its corner and its height, in pixels.
    var x: Int
    var y: Int
    var height: Int
    /// “22 Nov: answered”.
    var title: String

    static let fields: ViewFields<NightView> = [
        "state": .text { $0.state.rawValue },
        "x": .text { String($0.x) },
        "y": .text { String($0.y) },
        "height": .text { String($0.height) },
        "title": .text { $0.title },
    ]
}

/// Lays out the histories of all sources: each is as wide as the longest, so that the same night stands at the same place
/// in each.
struct HistoryChart: Sendable {
    private let context: SiteContext
    /// How many nights the longest shows.
    private let longest: Int
    /// Every cell that stands in one of them: those of one source are most often those of the next, and to render each
    /// where it stands would be a third of a run over 500 sources with 30 nights.
    private let cells: [Cell: RawText]

    private struct Cell: Hashable {
        var place: Int
        var night: EditionDate
        var outcome: Outcome
    }

    private static let mostNights = 30
    /// With the space behind it, in pixels.
    private static let cellWidth = 6
    private static let fullHeight = 18

    /// The chart of the `sources` whose histories are shown.
    init(_ context: SiteContext, _ sources: [SourceHealth]) {
        self.context = context
        let longest = sources.map { $0.history.suffix(Self.mostNights).count }.max() ?? 0
        self.longest = longest
        let cells = Set(sources.flatMap { Self.cells(of: $0, longest) })
        self.cells = Dictionary(
            uniqueKeysWithValues: cells.map {
                ($0, context.templates.text(of: Self.view(of: $0, context), with: "night"))
            })
    }

    private static func cells(of source: SourceHealth, _ longest: Int) -> [Cell] {
        let nights = source.history.suffix(mostNights)
        return nights.enumerated().map { place, night in
            Cell(place: longest - nights.count + place, night: night.date, outcome: night.outcome)
        }
    }

    private static func view(of cell: Cell, _ context: SiteContext) -> NightView {
        let state = HealthState(night: cell.outcome)
        let height = height(of: state)
        let day = context.dates.shortDate(cell.night)
        return NightView(
            state: state, x: cell.place * cellWidth, y: fullHeight - height, height: height,
            title: day + ": " + context.words["outcome.\(cell.outcome.rawValue)"])
    }

    func view(of source: SourceHealth) -> HistoryView {
        let nights = source.history.suffix(Self.mostNights)
        let (words, answered) = (context.words, nights.count { $0.outcome.isAnswer })
        return HistoryView(
            label: words.count("health.strip", nights.count, ["fine": words.numbers.whole(answered)]),
            width: max(longest, 1) * Self.cellWidth,
            nights: .joined(Self.cells(of: source, longest).compactMap { cells[$0] }))
    }

    private static func height(of state: HealthState) -> Int {
        switch state {
        case .fine: fullHeight
        case .failed: 11
        case .trouble: 6
        case .skipped: 2
        }
    }
}
