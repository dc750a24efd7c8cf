internal import Foundation
internal import NewsModel
internal import Parallelism
import WebText

extension SiteContext {
    static let healthPath = "health.html"

    /// Where the page of health has a source.
    static func healthAnchor(of source: SourceID) -> String { "source-" + SiteIdentity.safe(source.rawValue) }

    /// The page that says how every source fared.
    func healthView() -> HealthView {
        let health = publication.health
        let (key, places, names) = healthSummary
        return HealthView(
            page: .init(
                frame(
                    path: Self.healthPath, title: words["health.title"],
                    description: words.phrase(key, places.merging(["names": words.list(names)]) { _, new in new }))),
            words: words.forTemplates, summary: words.markup(key, places, names: ["names": words.markupList(names)]),
            runLine: words.phrase(
                "health.run",
                [
                    "time": clock.exact(health.generated),
                    "elapsed": clock.taken(health.elapsed),
                    "deadline": clock.taken(health.deadline),
                ]),
            rows: healthRows())
    }

    /// The night in one sentence: what came, then what did not.
    private var healthSummary: (key: String, places: [String: String], names: [String]) {
        let sources = publication.health.sources
        let failed = sources.filter(\.report.outcome.isFailure)
        var places = places(sources.count { $0.report.outcome.isAnswer }, of: sources.count)
        places["n"] = words.figures.whole(sources.count)
        guard !failed.isEmpty else { return (words.form(of: "health.all-fine", sources.count), places, []) }
        let names = failed.prefix(Self.mostNamedSources).map { PlainText.name($0.title) }
        let rest = failed.count - names.count
        return (
            words.form(of: "health.some-failed", sources.count), places,
            names + (rest > 0 ? [words.count("health.more", rest)] : [])
        )
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

    /// Every source, worst first.
    private func healthRows() -> [HealthView.RowView] {
        let strips = HistoryStrips(self)
        let sources = rankedSources
        return Parallel.map(sources.count, inPiecesOf: 16) { row(sources[$0], strips) }
    }

    private func row(_ source: SourceHealth, _ strips: HistoryStrips) -> HealthView.RowView {
        let report = source.report
        let outcome = words["outcome.\(report.outcome.rawValue)"]
        let state = HealthState(report.outcome)
        let (detail, advice) = (report.detail.map(PlainText.line), report.advice.map(PlainText.line))
        let moved = moved(source)
        return .init(
            anchor: Self.healthAnchor(of: report.source), state: state,
            stateWord: words["state.\(state.rawValue)"], source: PlainText.name(source.title),
            pageHref: page(of: report.source), href: WebAddress(source.url)?.text,
            provider: source.provider, section: PlainText.line(source.section),
            sectionHref: place(ofSection: source.section).map(\.page),
            outcome: outcome, detail: detail, advice: advice, moved: moved, said: said(detail, moved, advice),
            since: source.consecutiveFailures > 1 ? words.count("health.nights", source.consecutiveFailures) : nil,
            lastSuccess: source.lastSuccess.map { clock.short($0) } ?? words["health.never"],
            lastSuccessAt: source.lastSuccess.map { clock.rfc3339($0) },
            time: report.attempts == 0 ? "–" : clock.taken(report.times.total),
            strip: strips.strip(of: source))
    }

    /// What stands behind the outcome: what happened, where it has moved, what to do.
    private func said(_ detail: String?, _ moved: RawText?, _ advice: String?) -> RawText {
        let language = words.languageOfTheTool
        var text = ""
        if let detail { text += ": \(RawText.isolated(detail, language: language).text)" }
        if let moved { text += " <span class=\"moved\">\(moved.text)</span>" }
        if let advice {
            let label = Escape.markup(words["health.advice"])
            let advice = RawText.isolated(advice, language: language).text
            text += " <span class=\"advice\"><b>\(label)</b> \(advice)</span>"
        }
        return .made(of: text)
    }

    /// Where it has moved, unless the advice says so already, in a language that the reader has.
    private func moved(_ source: SourceHealth) -> RawText? {
        guard let address = source.moved.map({ PlainText.line($0.to) }) else { return nil }
        if words.languageOfTheTool == nil, source.report.advice?.contains(address) == true { return nil }
        return words.markup("health.moved", names: ["address": .isolated(address)])
    }
}
