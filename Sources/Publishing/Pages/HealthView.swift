import Foundation
import NewsModel
import Parallelism
import WebText

/// The page that says how every source fared.
struct HealthView: TemplateView {
    var page: PageFrame
    /// The night in a sentence, fit to be a notification.
    var summary: [PhrasePart]
    /// When it ran and how long it took.
    var runLine: String
    var rows: [RowView]

    static let fields: ViewFields<HealthView> = [
        "page": .view { $0.page },
        "summary": .list { $0.summary },
        "runLine": .text { $0.runLine },
        "rows": .list { $0.rows },
    ]

    struct RowView: TemplateView {
        var anchor: String
        var state: HealthState
        var stateWord: String
        var source: String
        /// Its page on the site, if it has one, and its own address.
        var pageHref: String?
        var href: String?
        var provider: String
        var section: String
        var sectionHref: String?
        /// How it ended, in the words of the site.
        var outcome: String
        /// What happened, in the tool's own words.
        var detail: String?
        var advice: String?
        /// Where it says that it has moved to.
        var moved: [PhrasePart]
        var since: String?
        var lastSuccess: String
        var lastSuccessAt: String?
        var time: String
        var history: HistoryView

        static let fields: ViewFields<RowView> = [
            "anchor": .text { $0.anchor },
            "state": .text { $0.state.rawValue },
            "shape": .text { $0.state.shape },
            "stateWord": .text { $0.stateWord },
            "source": .text { $0.source },
            "href": .text { $0.href },
            "pageHref": .text { $0.pageHref },
            "provider": .text { $0.provider },
            "section": .text { $0.section },
            "sectionHref": .text { $0.sectionHref },
            "outcome": .text { $0.outcome },
            "detail": .text { $0.detail },
            "advice": .text { $0.advice },
            "moved": .list { $0.moved },
            "hasMoved": .flag { !$0.moved.isEmpty },
            "since": .text { $0.since },
            "lastSuccess": .text { $0.lastSuccess },
            "lastSuccessAt": .text { $0.lastSuccessAt },
            "time": .text { $0.time },
            "history": .view { $0.history },
        ]
    }
}

extension SiteContext {
    private static let mostNamedSources = 3

    /// The page that says how every source fared.
    func healthView() -> HealthView {
        let health = publication.health
        let summary = healthSummary()
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
            rows: site.health == .public ? healthRows() : [])
    }

    /// The night in one sentence: what came, then what did not.
    private func healthSummary() -> [PhrasePart] {
        let sources = publication.health.sources
        let failed = sources.filter(\.report.outcome.isFailure)
        let asked = sources.count { $0.report.outcome != .skipped }
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

    /// Every source: by state, the worst first, then by how long it has been so, then in the order of the configuration.
    private func healthRows() -> [HealthView.RowView] {
        let sources = publication.health.sources.enumerated().sorted { left, right in
            let states = (HealthState(left.element.report.outcome), HealthState(right.element.report.outcome))
            if states.0 != states.1 { return states.0 < states.1 }
            let failures = (left.element.consecutiveFailures, right.element.consecutiveFailures)
            return failures.0 != failures.1 ? failures.0 > failures.1 : left.offset < right.offset
        }.map(\.element)
        let chart = HistoryChart(self)
        return Parallel.map(sources.count, inPiecesOf: 16) { row(sources[$0], chart) }
    }

    private func row(_ source: SourceHealth, _ chart: HistoryChart) -> HealthView.RowView {
        let report = source.report
        let state = HealthState(report.outcome)
        return .init(
            anchor: SitePaths.anchor(of: report.source), state: state,
            stateWord: words["state.\(state.rawValue)"], source: PlainText.name(source.title),
            pageHref: page(of: report.source), href: WebAddress(link: source.url)?.text,
            provider: source.provider, section: PlainText.line(source.section),
            sectionHref: place(ofSection: source.section).map(\.page),
            outcome: outcome(of: report), detail: detail(of: report),
            advice: report.advice.map(PlainText.line), moved: moved(source),
            since: source.consecutiveFailures > 1 ? words.count("health.nights", source.consecutiveFailures) : nil,
            lastSuccess: source.lastSuccess.map { dates.short($0) } ?? words["health.never"],
            lastSuccessAt: source.lastSuccess.map { dates.rfc3339($0) },
            time: report.attempts == 0 ? "–" : dates.taken(report.times.total), history: chart.view(of: source))
    }

    /// How it ended, with the status where a server told of its failure by one.
    private func outcome(of report: SourceReport) -> String {
        guard let status = report.failureStatus else { return words["outcome.\(report.outcome.rawValue)"] }
        return words.phrase("outcome.httpError.status", ["status": String(status)])
    }

    /// What happened, without the status that the outcome names.
    private func detail(of report: SourceReport) -> String? {
        guard let detail = report.detail.map(PlainText.line) else { return nil }
        guard let status = report.failureStatus, detail.hasPrefix("\(status)") else { return detail }
        let rest = detail.dropFirst(String(status).count)
        if rest.isEmpty { return nil }
        return rest.first == " " ? String(rest.dropFirst()) : detail
    }

    /// Where it has moved, unless the advice says so already, in a language that the reader has.
    private func moved(_ source: SourceHealth) -> [PhrasePart] {
        guard let address = source.moved.map({ PlainText.line($0.to) }) else { return [] }
        if words.languageOfTheTool == nil, source.report.advice?.contains(address) == true { return [] }
        return words.parts("health.moved", names: ["address": [address]])
    }
}

extension SourceReport {
    /// The status by which a server told of its failure; `nil` where it did so in a success, as some APIs do.
    fileprivate var failureStatus: Int? {
        guard outcome == .httpError, let status, !(200..<300).contains(status) else { return nil }
        return status
    }
}
