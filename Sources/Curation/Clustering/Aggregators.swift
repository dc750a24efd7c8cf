/// The sources that mostly repeat what several others tell, or tell many times as much as is usual tonight.
///
/// Whichever one of the others is left out with what it alone tells too, more than three quarters of what the first kind
/// has is told by the rest, and that is half of all: so the papers that somebody copies are none for being copied. What they tell is led by others that tell it, where the user gives
/// both the same weight.
struct Aggregators {
    let sources: Set<Int>

    /// - Parameter stories: the sources that tell each story, once for each article.
    init(_ stories: [[Int]]) {
        var articles: [Int: Int] = [:]
        var shared: [Int: Int] = [:]
        /// By source: how many of its articles one other source alone tells too.
        var alone: [Int: [Int: Int]] = [:]
        for story in stories {
            let tellers = Set(story)
            for source in story { articles[source, default: 0] += 1 }
            guard tellers.count > 1 else { continue }
            for source in story {
                shared[source, default: 0] += 1
                if tellers.count == 2, let other = tellers.first(where: { $0 != source }) {
                    alone[source, default: [:]][other, default: 0] += 1
                }
            }
        }
        let counts = articles.values.sorted()
        let many = max(Self.mostArticles, counts.isEmpty ? 0 : Self.timesUsual * counts[counts.count / 2])
        sources = Set(
            articles.compactMap { source, count in
                let most = alone[source]?.values.max() ?? 0
                let left = shared[source, default: 0] - most
                let isEcho = left * 2 > count && left * 4 > (count - most) * 3
                return count > many || count >= Self.leastArticles && isEcho ? source : nil
            })
    }

    /// A paper that fills the page of its own accord has fewer.
    private static let mostArticles = 100
    private static let timesUsual = 10

    /// Of fewer nobody knows whether it is so each night.
    private static let leastArticles = 6
}
