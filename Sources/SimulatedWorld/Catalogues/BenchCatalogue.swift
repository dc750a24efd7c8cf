/// The catalogues of `broadsheet bench`: latencies are fixed, so that their sum and the slowest are known beforehand.
extension Array<SimulatedSource> {
    /// The three-provider digest: Hacker News (a list and 20 items), the Guardian's and NewsAPI's search.
    package static var digest: [SimulatedSource] {
        [
            SimulatedSource(
                id: "hackernews", title: "Hacker News", section: .technology, kind: .hackerNews(limit: 20),
                latency: .fixed(.milliseconds(60))),
            SimulatedSource(
                id: "guardian", title: "The Guardian’s API", section: .world, kind: .guardian,
                latency: .fixed(.milliseconds(350))),
            SimulatedSource(
                id: "newsapi", title: "NewsAPI", section: .business, kind: .newsAPI,
                latency: .fixed(.milliseconds(480))),
        ]
    }

    /// So many feeds, in all forms and sections; one is the quickest, one the slowest, and most lie nearer to the
    /// quickest. With the default latencies fifty of them take 17 s one after the other.
    ///
    /// With `hosts` they share so many servers and are large, so that connections are used again and bodies fill them.
    package static func bench(
        count: Int, hosts: Int? = nil, quickest: Duration = .milliseconds(60), slowest: Duration = .milliseconds(900)
    ) -> [SimulatedSource] {
        (0..<count).map { index in
            let number = index < 9 ? "0\(index + 1)" : "\(index + 1)"
            return SimulatedSource(
                id: "bench-\(number)", title: "Bench \(number)",
                section: SimulatedSource.Section.allCases[index % SimulatedSource.Section.allCases.count],
                kind: .feed(SimulatedSource.FeedForm.allCases[index % SimulatedSource.FeedForm.allCases.count]),
                quirks: hosts == nil ? [] : [.large],
                latency: .fixed(latency(index, of: count, quickest, slowest)),
                host: hosts.map { "host-\(index % Swift.max(1, $0) + 1)" })
        }
    }

    /// Most are quick, few are slow: the square of an even spread, dealt out so that the list is not sorted by it.
    private static func latency(_ index: Int, of count: Int, _ quickest: Duration, _ slowest: Duration) -> Duration {
        guard count > 1 else { return slowest }
        let stride = count % 7 == 0 ? 5 : 7
        let share = Double(index * stride % count) / Double(count - 1)
        return quickest + (slowest - quickest) * (share * share)
    }
}
