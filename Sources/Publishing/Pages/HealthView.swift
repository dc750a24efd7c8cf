import NewsModel
import Parallelism
import WebText

/// The page that says how every source fared: counts first, then what is wrong, then the rest, folded.
struct HealthView: TemplateView {
    var page: PageFrame
    /// The night in a sentence, fit to be a notification.
    var summary: [PhrasePart]
    /// When it ran and how long it took.
    var runLine: String
    /// What several sources have in common, a sentence or two each.
    var notices: [String]
    /// Who could not be told of the edition, why, and how many messages wait for them, a sentence or two each.
    var undelivered: [String]
    /// How many sources are in each state, the worst first.
    var counts: [CountView]
    /// What is wrong, and further below where it is much.
    var rows: [HealthRowView]
    var moreRows: [HealthRowView]
    /// “60 more”, above those, and “500 more are in health.json”, below them.
    var moreLine: String?
    var restLine: String?
    /// Those that were not asked, and those that are fine.
    var folds: [HealthFoldView]

    static let fields: ViewFields<HealthView> = [
        "page": .view { $0.page },
        "summary": .list { $0.summary },
        "runLine": .text { $0.runLine },
        "notices": .texts { $0.notices },
        "undelivered": .texts { $0.undelivered },
        "counts": .list { $0.counts },
        "rows": .list { $0.rows },
        "hasRows": .flag { !$0.rows.isEmpty },
        "moreRows": .list { $0.moreRows },
        "moreLine": .text { $0.moreLine },
        "restLine": .text { $0.restLine },
        "dataHref": .text { _ in SitePaths.healthData },
        "folds": .list { $0.folds },
    ]

    /// “▲ 8 need you”, which leads to them where the page names them.
    struct CountView: TemplateView {
        var state: HealthState
        var line: String
        var anchor: String?

        static let fields: ViewFields<CountView> = [
            "state": .text { $0.state.rawValue },
            "shape": .text { $0.state.shape },
            "line": .text { $0.line },
            "anchor": .text { $0.anchor },
        ]
    }
}

extension SiteContext {
    private static let mostNamedSources = 3
    /// More rows than these are folded, and have no history.
    private static let mostRows = 40
    /// Where there are more sources than the page lists, no more rows of failures either.
    private static let mostFoldedRows = 200

    /// The page that says how every source fared.
    func healthView() -> HealthView {
        let health = publication.health
        let summary = healthSummary()
        let sources = HealthOrder(health.sources)
        let failures = FailureGroup.all(of: sources.failed, in: self)
        let chart = HistoryChart(
            self, failures.prefix(Self.mostRows).compactMap(\.single) + sources.imperfect(in: listsAllSources))
        let rows = HealthRows(context: self, chart: chart)
        let folded = failures.dropFirst(Self.mostRows)
        let kept = Array(folded.prefix(listsAllSources ? folded.count : Self.mostFoldedRows))
        let rest = folded.dropFirst(kept.count).reduce(0) { $0 + $1.sources.count }
        // A summary counts them and names none.
        let isNamed = site.health == .public
        let shown = Parallel.map(isNamed ? min(failures.count, Self.mostRows) : 0, inPiecesOf: 8) {
            rows.row(failures[$0])
        }
        let more = Parallel.map(isNamed ? kept.count : 0, inPiecesOf: 16) { rows.row(kept[$0], isShort: true) }
        let folds = isNamed ? [sources.skipped, sources.fine].compactMap(rows.fold) : []
        let anchors = Set((shown + more).compactMap(\.stateAnchor) + folds.map(\.state.rawValue))
        return HealthView(
            page: frame(
                path: SitePaths.health, title: words["health.title"], description: summary.map(\.text).joined()),
            summary: summary,
            runLine: words.phrase(
                "health.run",
                [
                    "time": dates.exact(health.generated),
                    "elapsed": dates.taken(health.elapsed),
                    "deadline": dates.taken(health.deadline),
                ]),
            notices: isNamed ? health.notices.map { PlainText.line($0.text) } : [],
            undelivered: isNamed ? health.deliveries.filter { !$0.isDelivered }.map(sentence) : [],
            counts: healthCounts(
                sources, leadingTo: anchors, else: more.isEmpty && rest == 0 || !isNamed ? nil : "rest"),
            rows: shown, moreRows: more,
            moreLine: more.isEmpty ? nil : words.count("health.more", kept.reduce(0) { $0 + $1.sources.count }),
            restLine: rest == 0 || !isNamed ? nil : words.count("health.rest", rest),
            folds: folds)
    }

    /// Whether the health page lists every source; of more it counts those that are fine.
    var listsAllSources: Bool { publication.health.sources.count <= Self.mostListedSources }

    private static let mostListedSources = 600

    /// Where the health page tells of a source.
    func healthPlace(of source: SourceID) -> String {
        listsAllSources && site.health == .public ? SitePaths.health(of: source) : SitePaths.health
    }

    /// The night in one sentence: what came, then what did not.
    private func healthSummary() -> [PhrasePart] {
        let sources = publication.health.sources
        let failed = sources.filter(\.report.outcome.isFailure)
        let asked = publication.health.asked
        guard asked > 0 else { return words.parts("health.none-asked", names: [:]) }
        var places = places(sources.count { $0.report.outcome.isAnswer }, of: asked)
        places["n"] = words.numbers.whole(asked)
        let mostNamed = site.health == .public ? Self.mostNamedSources : 0
        let names = failed.prefix(mostNamed).map { PlainText.name($0.title) }
        let rest = failed.count - names.count
        let key =
            failed.isEmpty
            ? words.form(of: "health.all-fine", asked) : words.form(of: "health.some-failed", asked)
        return words.parts(
            key, places, names: ["names": names + (rest > 0 ? [words.count("health.more", rest)] : [])])
    }

    private func sentence(on delivery: DeliveryReport) -> String {
        let reason = delivery.detail.map { dates.local(PlainText.line($0)) }
        let failure = words.phrase(
            reason == nil ? "health.untold" : "health.untold-why",
            ["receiver": delivery.receiver, "reason": reason ?? ""])
        return delivery.pending == 0 ? failure : "\(failure) \(words.count("health.waiting", delivery.pending))"
    }

    private func healthCounts(
        _ sources: HealthOrder, leadingTo anchors: Set<String>, else restAnchor: String?
    ) -> [HealthView.CountView] {
        HealthState.allCases.compactMap { state in
            let count = sources.count(of: state)
            guard count > 0 else { return nil }
            return .init(
                state: state, line: words.count("state.\(state.rawValue).count", count),
                anchor: anchors.contains(state.rawValue) ? state.rawValue : restAnchor)
        }
    }
}

/// The sources of a report by how they stand.
struct HealthOrder: Sendable {
    private let byState: [HealthState: [SourceHealth]]

    /// Each state's sources by how long they have been so, then in the order of the configuration.
    init(_ sources: [SourceHealth]) {
        byState = Dictionary(grouping: sources) { HealthState(of: $0) }.mapValues { sources in
            sources.enumerated().sorted { left, right in
                let failures = (left.element.consecutiveFailures, right.element.consecutiveFailures)
                return failures.0 != failures.1 ? failures.0 > failures.1 : left.offset < right.offset
            }.map(\.element)
        }
    }

    /// Those that need somebody, then others that failed.
    var failed: [SourceHealth] { (byState[.trouble] ?? []) + (byState[.failed] ?? []) }
    var skipped: [SourceHealth] { byState[.skipped] ?? [] }
    var fine: [SourceHealth] { byState[.fine] ?? [] }

    func count(of state: HealthState) -> Int { byState[state]?.count ?? 0 }

    /// Those that are fine tonight and were not always; none where the page does not list them.
    func imperfect(in isListed: Bool) -> [SourceHealth] { isListed ? fine.filter(\.hasFailedLately) : [] }
}

extension SourceHealth {
    /// Whether the nights that are remembered of it saw it fail.
    var hasFailedLately: Bool { history.contains(where: \.outcome.isFailure) }
}
