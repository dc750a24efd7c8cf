internal import Foundation
internal import NewsModel
import WebText

/// Draws the last runs of sources as strips of small cells, the newest at the end: a full cell is fine, a half one late,
/// a low one broken, a dot not asked.
///
/// All strips are as wide as the longest, so that the same night stands at the same place in each.
struct HistoryStrips: Sendable {
    private let context: SiteContext
    /// How many nights the longest shows.
    private let longest: Int
    /// The nights' days in words: those of one source are those of the next.
    private let days: [Date: String]

    private static let mostNights = 30
    /// With the space behind it, in pixels.
    private static let cellWidth = 6
    private static let fullHeight = 18

    init(_ context: SiteContext) {
        self.context = context
        let histories = context.publication.health.sources.map { $0.history.suffix(Self.mostNights) }
        longest = histories.map(\.count).max() ?? 0
        let nights = Set(histories.joined().map(\.at))
        days = Dictionary(
            uniqueKeysWithValues: nights.map { night in
                (night, context.clock.shortDate(EditionDate(night, in: context.site.timeZone)))
            })
    }

    func strip(of source: SourceHealth) -> RawText {
        let nights = source.history.suffix(Self.mostNights)
        let fine = nights.count { $0.outcome.isAnswer }
        let words = context.words
        let label = words.count("health.strip", nights.count, ["fine": words.figures.whole(fine)])
        let width = max(longest, 1) * Self.cellWidth
        var svg: [UInt8] = []
        svg.reserveCapacity(100 * (nights.count + 2))
        svg += #"<svg class="strip" role="img" aria-label=""#.utf8
        Escape.markup(label, into: &svg)
        svg += #"" width="\#(width)" height="18" viewBox="0 0 \#(width) 18">"#.utf8
        for (place, night) in nights.enumerated() { draw(night, at: longest - nights.count + place, into: &svg) }
        svg += "</svg>".utf8
        return .drawing(svg)
    }

    private func draw(_ night: SourceHealth.Night, at place: Int, into svg: inout [UInt8]) {
        let state = HealthState(night.outcome)
        let height = Self.height(of: state)
        let (x, y) = (place * Self.cellWidth, Self.fullHeight - height)
        svg += #"<rect class="\#(state.rawValue)" x="\#(x)" y="\#(y)" width="4" height="\#(height)"><title>"#.utf8
        Escape.markup(days[night.at] ?? "", into: &svg)
        svg += ": ".utf8
        Escape.markup(context.words["outcome.\(night.outcome.rawValue)"], into: &svg)
        svg += "</title></rect>".utf8
    }

    private static func height(of state: HealthState) -> Int {
        switch state {
        case .fine: fullHeight
        case .late: 11
        case .trouble: 6
        case .skipped: 2
        }
    }
}
