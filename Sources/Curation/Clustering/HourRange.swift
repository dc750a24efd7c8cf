/// The hours between the first and the last of some documents; empty while none of them is dated.
struct HourRange: Sendable, Hashable {
    private var first: Double
    private var last: Double

    /// - Parameter hours: of one document; `nil` where unknown.
    init(_ hours: Double?) {
        first = hours ?? .infinity
        last = hours ?? -.infinity
    }

    /// Whether no more time lies between them than between documents of one story.
    var isShort: Bool { last - first <= Clustering.longestSpan }

    func joined(_ other: HourRange) -> HourRange {
        var span = self
        span.first = min(first, other.first)
        span.last = max(last, other.last)
        return span
    }
}
