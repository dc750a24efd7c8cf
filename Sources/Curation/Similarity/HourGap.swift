/// How far two groups of documents lie apart in time.
enum HourGap {
    /// The hours of the dated members of a group; empty where none is.
    struct Range {
        private var first: Double
        private var last: Double

        /// The hours of one document; not a number where unknown.
        init(_ hours: Double, lasting duration: Double = 0) {
            (first, last) = hours.isNaN ? (.infinity, -.infinity) : (hours, hours + duration)
        }

        mutating func take(_ other: Range) {
            (first, last) = (min(first, other.first), max(last, other.last))
        }

        /// The hours between the end of the earlier and the beginning of the later; `nil` where one is unknown.
        func gap(to other: Range) -> Double? {
            guard first <= last, other.first <= other.last else { return nil }
            return max(0, other.first - last, first - other.last)
        }
    }
}
