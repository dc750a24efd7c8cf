internal import Foundation
internal import NewsModel

extension SiteContext {
    static let healthPath = "health.html"

    /// Every source, worst first.
    func healthView() -> HealthView {
        let health = publication.health
        let summary = healthSummary
        return HealthView(
            page: frame(path: Self.healthPath, title: words["health.title"], description: summary),
            words: words.forTemplates, summary: summary,
            runLine: words.phrase(
                "health.run",
                [
                    "time": clock.exact(health.generated),
                    "elapsed": Figure.duration(milliseconds: health.elapsed.milliseconds),
                    "deadline": Figure.duration(milliseconds: health.deadline.milliseconds),
                ]),
            rows: rankedSources.map(row))
    }

    /// The night in one sentence: what came, then what did not.
    var healthSummary: String {
        let sources = publication.health.sources
        let failed = sources.filter(\.report.outcome.isFailure)
        let answered = sources.count { $0.report.outcome.isAnswer }
        let places = ["answered": String(answered), "asked": String(sources.count)]
        guard !failed.isEmpty else { return words.count("health.all-fine", sources.count, places) }
        let names = failed.prefix(Self.mostNamedSources).map { PlainText.line($0.title) }
        let rest = failed.count - names.count
        let listed = words.list(names + (rest > 0 ? [words.count("health.more", rest)] : []))
        return words.count("health.some-failed", sources.count, places.merging(["names": listed]) { _, new in new })
    }

    private static let mostNamedSources = 3

    /// By state, then by how long it has been so, then in the order of the configuration.
    private var rankedSources: [SourceHealth] {
        publication.health.sources.enumerated().sorted { left, right in
            let states = (HealthState(left.element.report.outcome), HealthState(right.element.report.outcome))
            if states.0 != states.1 { return states.0 < states.1 }
            let failures = (left.element.consecutiveFailures, right.element.consecutiveFailures)
            return failures.0 != failures.1 ? failures.0 > failures.1 : left.offset < right.offset
        }.map(\.element)
    }

    private func row(_ source: SourceHealth) -> HealthView.RowView {
        let report = source.report
        let outcome = words["outcome.\(report.outcome.rawValue)"]
        return .init(
            anchor: "source-" + SiteIdentity.safe(report.source.rawValue), state: HealthState(report.outcome),
            stateWord: words["state.\(HealthState(report.outcome).rawValue)"], source: PlainText.line(source.title),
            href: WebAddress(source.url)?.text, provider: source.provider, section: PlainText.line(source.section),
            detail: report.detail.map { "\(outcome): \(PlainText.line($0))" } ?? outcome,
            advice: report.advice.map(PlainText.line),
            since: source.consecutiveFailures > 1 ? words.count("health.nights", source.consecutiveFailures) : nil,
            lastSuccess: source.lastSuccess.map { clock.short($0) } ?? words["health.never"],
            lastSuccessAt: source.lastSuccess.map { clock.rfc3339($0) },
            time: report.attempts == 0 ? "–" : Figure.duration(milliseconds: report.times.total.milliseconds),
            strip: strip(source))
    }

    /// The last 30 runs: a full cell is fine, a half one late, a low one broken, a dot not asked.
    private func strip(_ source: SourceHealth) -> HealthView.StripView {
        let nights = source.history.suffix(30)
        let cells = nights.enumerated().map { index, night in
            let state = HealthState(night.outcome)
            let height = Self.height(of: state)
            return HealthView.CellView(
                x: index * 6, y: 18 - height, height: height, state: state,
                label: "\(clock.shortDate(EditionDate(night.at, in: site.timeZone))): "
                    + words["outcome.\(night.outcome.rawValue)"])
        }
        let fine = nights.count { $0.outcome.isAnswer }
        return .init(
            width: max(cells.count * 6, 6),
            label: words.count("health.strip", nights.count, ["fine": String(fine)]), cells: cells)
    }

    private static func height(of state: HealthState) -> Int {
        switch state {
        case .fine: 18
        case .late: 11
        case .trouble: 6
        case .skipped: 2
        }
    }
}
