/// The catalogue of `broadsheet demo`: a press of invented outlets, in all the forms that providers have.
extension Array<SimulatedSource> {
    /// Sound sources and, at the end of the list, those in which something is wrong.
    package static var demo: [SimulatedSource] {
        soundPress + soundFeatures + troubled
    }

    private static var soundPress: [SimulatedSource] {
        [
            .press(
                "harbour-post", "The Harbour Post", .world, .feed(.rss20), also: [.business],
                [.morningColumn, .fullText, .pictures, .gzip], weight: 1.2),
            .press(
                "meridian-courier", "Meridian Courier", .world, .feed(.atom), also: [.science],
                [.liveStories, .fullText]),
            .press(
                "northern-ledger", "The Northern Ledger", .world, .feed(.rss20), also: [.business, .culture],
                [.advertising]),
            .press("sentinel", "The Beacon Sentinel", .world, .guardian, also: [.culture], [.pictures, .liveStories]),
            .press("wire-varnholt", "Varnholt Wire", .world, .feed(.rss10), also: [.sport], [.noETag]),
            SimulatedSource(
                id: "harbour-hackers", title: "Harbour Hackers", section: .technology, kind: .hackerNews(limit: 24),
                latency: .logNormal(median: .milliseconds(90), sigma: 0.2)),
            .press(
                "circuit-and-switch", "Circuit & Switch", .technology, .feed(.atom), also: [.science],
                [.fullText, .weakETag]),
            .press("loop-letter", "Loop Letter", .technology, .feed(.jsonFeed), [.morningColumn, .fullText, .gzip]),
            .press(
                "byte-bulletin", "The Byte Bulletin", .technology, .feed(.rss20), also: [.business],
                [.trackingParameters]),
            .press("lanternboard", "Lanternboard", .technology, .json),
            SimulatedSource(
                id: "rock-pool", title: "The Rock Pool", section: .technology, kind: .lobsters,
                latency: .logNormal(median: .milliseconds(140), sigma: 0.3)),
            .press("market-headlines", "Market Headlines", .business, .newsAPI, [.pictures]),
            .press(
                "exchange-observer", "Exchange Observer", .business, .feed(.rss20), also: [.technology],
                [.morningColumn, .undated]),
            .press("merchant-daily", "Merchant Daily", .business, .feed(.rss092), also: [.world]),
            .press("quay-and-market", "Quay & Market", .business, .feed(.atom), [.chunked, .fullText]),
        ]
    }

    private static var soundFeatures: [SimulatedSource] {
        [
            .press(
                "orbit-review", "Orbit Review", .science, .feed(.atom), also: [.technology],
                [.morningColumn, .fullText, .pictures]),
            .press("field-notes", "Field & Burrow", .science, .feed(.rss10), [.fullText, .gzip]),
            .press("the-specimen", "The Specimen", .science, .feed(.jsonFeed), also: [.culture]),
            .press("institute-notices", "Institute Notices", .science, .feed(.rss091), [.noValidators]),
            .press("stage-door", "Stage Door", .culture, .feed(.rss20), [.trackingParameters, .fullText]),
            .press("long-shelf", "The Long Shelf", .culture, .feed(.atom), [.morningColumn]),
            .press("gallery-row", "Gallery Row", .culture, .feed(.jsonFeed), [.pictures, .fullText]),
            .press("late-reel", "Late Reel", .culture, .feed(.rss20), [.future, .noValidators]),
            .press("touchline", "Touchline", .sport, .feed(.rss20), [.morningColumn, .fullText]),
            .press("pace-notes", "Pace Notes", .sport, .feed(.atom), [.liveStories]),
            .press("terrace", "The Saturday Terrace", .sport, .feed(.rss20), also: [.business], [.undated, .chunked]),
            .press("oar-and-sail", "Oar & Sail", .sport, .feed(.rss092)),
            SimulatedSource(
                id: "sunday-almanac", title: "The Sunday Almanac", section: .science, content: .weekly,
                quirks: [.fullText], latency: .logNormal(median: .milliseconds(200), sigma: 0.4)),
        ]
    }

    private static var troubled: [SimulatedSource] {
        [
            .press("hillside-tribune", "Hillside Tribune", .world, .feed(.rss20), behaviour: .failsFirst(status: 500)),
            .press(
                "moved-mercury", "The Quicksilver", .business, .feed(.atom), behaviour: .faulty(.moved(status: 301))),
            .press(
                "smudged-standard", "The Smudge Lane Standard", .culture, .feed(.rss20), behaviour: .faulty(.smudgedXML)
            ),
            .press(
                "patient-review", "The Patient Review", .science, .feed(.atom), [.fullText],
                latency: .fixed(.milliseconds(1900))),
            SimulatedSource(id: "tidewater-gazette", title: "Tidewater Gazette", section: .world, behaviour: .silent),
            SimulatedSource(
                id: "canal-echo", title: "Canal Street Echo", section: .culture,
                behaviour: .drip(interval: .milliseconds(250))),
            SimulatedSource(
                id: "quota-quarterly", title: "Data & Quota", section: .technology,
                behaviour: .throttled(retryAfterSeconds: 3600)),
            SimulatedSource(
                id: "vanished-voice", title: "Voice of the Valley", section: .sport, behaviour: .status(404)),
            SimulatedSource(
                id: "guarded-globe", title: "The Evening Lamp", section: .business, behaviour: .faulty(.challengePage)),
            SimulatedSource(id: "torn-times", title: "The Upland Times", section: .sport, behaviour: .faulty(.tornXML)),
            SimulatedSource(id: "quiet-corner", title: "The Quiet Corner", section: .culture, content: .empty),
            SimulatedSource(
                id: "half-column", title: "Column & Half", section: .science, behaviour: .faulty(.brokenOff)),
            SimulatedSource(
                id: "closed-counter", title: "The Counter", section: .business, behaviour: .nobodyListening),
            SimulatedSource(
                id: "sentinel-archive", title: "The Beacon Sentinel, archive", section: .world, kind: .guardian,
                quirks: [.wrongKey]),
            SimulatedSource(
                id: "world-headlines", title: "World Headlines", section: .world, kind: .newsAPI, quirks: [.wrongKey]),
        ]
    }
}

extension SimulatedSource {
    /// An outlet that reports, with the latency of a usual news server.
    fileprivate static func press(
        _ id: String, _ title: String, _ section: Section, _ kind: Kind, also: [Section] = [],
        _ quirks: Set<Quirk> = [],
        behaviour: Behaviour = .sound, latency: LatencyPlan = .logNormal(median: .milliseconds(220), sigma: 0.55),
        weight: Double? = nil
    ) -> SimulatedSource {
        SimulatedSource(
            id: id, title: title, section: section, kind: kind, content: .reported(also: also), behaviour: behaviour,
            quirks: quirks, latency: latency, weight: weight)
    }
}

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
