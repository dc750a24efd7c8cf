import NewsModel
import WebText

/// A source that failed on the health page, or several that failed in the same way.
struct HealthRowView: TemplateView {
    /// The first of its state, to which the count of that leads.
    var stateAnchor: String?
    var state: HealthState
    var stateWord: String
    /// The source, or each of several.
    var source: HealthSourceView?
    var sources: [HealthSourceView]
    /// “12 sources”, and “400 more”, who are not named.
    var groupLine: String
    var moreLine: String?
    /// How it ended, in the words of the site.
    var outcome: String
    /// What happened, in the tool's own words.
    var detail: String?
    var advice: String?
    /// Whether the advice is in the tool's own words.
    var isAdviceOfTool: Bool
    /// Where it says that it has moved to.
    var moved: [PhrasePart]
    var since: String?
    var lastSuccess: String?
    var lastSuccessAt: String?
    var time: String?
    var history: HistoryView?

    static let fields: ViewFields<HealthRowView> = [
        "stateAnchor": .text { $0.stateAnchor },
        "state": .text { $0.state.rawValue },
        "shape": .text { $0.state.shape },
        "stateWord": .text { $0.stateWord },
        "source": .view { $0.source },
        "sources": .list { $0.sources },
        "groupLine": .text { $0.groupLine },
        "moreLine": .text { $0.moreLine },
        "outcome": .text { $0.outcome },
        "detail": .text { $0.detail },
        "advice": .text { $0.advice },
        "isAdviceOfTool": .flag { $0.isAdviceOfTool },
        "moved": .list { $0.moved },
        "hasMoved": .flag { !$0.moved.isEmpty },
        "since": .text { $0.since },
        "lastSuccess": .text { $0.lastSuccess },
        "lastSuccessAt": .text { $0.lastSuccessAt },
        "time": .text { $0.time },
        "history": .view { $0.history },
    ]
}

/// A source by name on the health page.
struct HealthSourceView: TemplateView {
    var anchor: String
    var name: String
    /// Its page on the site, if it has one, and its own address.
    var pageHref: String?
    var href: String?
    /// `nil` where it stands in a list.
    var provider: String?
    var section: String?
    var sectionHref: String?
    /// “answered · 23 items”, of one that is fine.
    var outcome: String?
    /// Why it was not asked, in the tool's own words.
    var detail: String?
    var moved: [PhrasePart] = []
    var history: HistoryView?

    static let fields: ViewFields<HealthSourceView> = [
        "anchor": .text { $0.anchor },
        "name": .text { $0.name },
        "pageHref": .text { $0.pageHref },
        "href": .text { $0.href },
        "provider": .text { $0.provider },
        "section": .text { $0.section },
        "sectionHref": .text { $0.sectionHref },
        "outcome": .text { $0.outcome },
        "detail": .text { $0.detail },
        "moved": .list { $0.moved },
        "hasMoved": .flag { !$0.moved.isEmpty },
        "history": .view { $0.history },
    ]
}

/// The sources of a state in which nothing is wrong, folded.
struct HealthFoldView: TemplateView {
    var state: HealthState
    var line: String
    /// None where the page only counts them.
    var sources: [HealthSourceView]

    static let fields: ViewFields<HealthFoldView> = [
        "state": .text { $0.state.rawValue },
        "shape": .text { $0.state.shape },
        "line": .text { $0.line },
        "sources": .list { $0.sources },
        "isListed": .flag { !$0.sources.isEmpty },
    ]
}

/// Sources that failed in the same way.
struct FailureGroup: Sendable {
    let sources: [SourceHealth]
    /// Whether the one before is in another state.
    var isFirstOfState = false

    /// Two that happen to say the same are told one by one.
    private static let fewest = 3

    /// The one source, where it is one.
    var single: SourceHealth? { sources.count == 1 ? sources[0] : nil }

    /// What tells failures apart.
    private struct Failure: Hashable {
        let state: HealthState
        let outcome: Outcome
        let detail: String?
        let advice: String?
    }

    /// All sources in the order of the first of each group.
    static func all(of sources: [SourceHealth], in context: SiteContext) -> [FailureGroup] {
        let failure = { (source: SourceHealth) in
            Failure(
                state: HealthState(of: source), outcome: source.report.outcome, detail: source.report.detail,
                advice: source.report.advice)
        }
        // One that has moved has a row of its own, which says where to.
        let alike = Dictionary(grouping: sources.filter { $0.moved == nil }, by: failure)
        var seen: Set<Failure> = []
        var state: HealthState?
        return sources.compactMap { source in
            let key = failure(source)
            var group = FailureGroup(sources: [source])
            if source.moved == nil, let members = alike[key], members.count >= fewest {
                guard seen.insert(key).inserted else { return nil }
                group = FailureGroup(sources: members)
            }
            let own = HealthState(of: source)
            group.isFirstOfState = own != state
            state = own
            return group
        }
    }
}

/// Makes what the health page says of sources.
struct HealthRows: Sendable {
    let context: SiteContext
    let chart: HistoryChart

    /// More names than these are counted.
    private static let mostNamed = 300

    /// One source that failed, or several; a short row has no history.
    func row(_ group: FailureGroup, isShort: Bool = false) -> HealthRowView {
        let (words, dates, source) = (context.words, context.dates, group.sources[0])
        let report = source.report
        let state = HealthState(of: source)
        let named = group.sources.prefix(context.listsAllSources ? group.sources.count : Self.mostNamed)
        var row = HealthRowView(
            stateAnchor: group.isFirstOfState ? state.rawValue : nil, state: state,
            stateWord: words["state.\(state.rawValue)"], source: nil, sources: [],
            groupLine: words.count("health.sources", group.sources.count), outcome: outcome(of: report),
            detail: detail(of: report), advice: advice(for: source),
            isAdviceOfTool: words.languageOfTheTool == nil, moved: [])
        guard let single = group.single else {
            row.sources = named.map { view(of: $0) }
            if named.count < group.sources.count {
                row.moreLine = words.count("also-in.more", group.sources.count - named.count)
            }
            return row
        }
        var shown = self.view(of: single)
        shown.provider = single.provider
        shown.section = PlainText.line(single.section)
        shown.sectionHref = context.place(ofSection: single.section).map(\.page)
        row.source = shown
        row.moved = moved(single)
        row.since =
            single.consecutiveFailures > 1 ? words.count("health.nights", single.consecutiveFailures) : nil
        row.lastSuccess =
            single.lastSuccess.map { dates.time(of: $0, on: context.publication.health.edition) }
            ?? words["health.never"]
        row.lastSuccessAt = single.lastSuccess.map { dates.rfc3339($0) }
        row.time = report.attempts == 0 ? nil : dates.taken(report.times.total)
        row.history = isShort ? nil : chart.view(of: single)
        return row
    }

    /// Sources in which nothing is wrong; `nil` where there are none.
    func fold(_ sources: [SourceHealth]) -> HealthFoldView? {
        guard let first = sources.first else { return nil }
        let state = HealthState(of: first)
        return HealthFoldView(
            state: state, line: context.words.count("state.\(state.rawValue).count", sources.count),
            sources: context.listsAllSources ? sources.map(sound) : [])
    }

    private func sound(_ source: SourceHealth) -> HealthSourceView {
        var view = self.view(of: source)
        view.outcome = outcome(of: source.report)
        view.detail = source.report.outcome == .skipped ? detail(of: source.report) : nil
        view.moved = moved(source)
        view.history = source.report.outcome.isAnswer && source.hasFailedLately ? chart.view(of: source) : nil
        return view
    }

    private func view(of source: SourceHealth) -> HealthSourceView {
        HealthSourceView(
            anchor: SitePaths.anchor(of: source.report.source), name: PlainText.name(source.title),
            pageHref: context.page(of: source.report.source), href: WebAddress(link: source.url)?.text)
    }

    /// How it ended, with the status where a server told of its failure by one, and with the number of its items.
    private func outcome(of report: SourceReport) -> String {
        let words = context.words
        if let status = report.failureStatus {
            return words.phrase("outcome.httpError.status", ["status": String(status)])
        }
        let outcome = words["outcome.\(report.outcome.rawValue)"]
        guard report.outcome == .fresh, report.items > 0 else { return outcome }
        return outcome + " · " + words.count("items", report.items)
    }

    /// What happened, without the status that the outcome names, with instants in the site's zone.
    private func detail(of report: SourceReport) -> String? {
        guard let detail = report.detail.map({ context.dates.local(PlainText.line($0)) }) else { return nil }
        guard let status = report.failureStatus, detail.hasPrefix("\(status)") else { return detail }
        let rest = detail.dropFirst(String(status).count)
        if rest.isEmpty { return nil }
        return rest.first == " " ? String(rest.dropFirst()) : detail
    }

    /// What to do: in the tool's own words on an English page, elsewhere what the site's language says of such failures.
    private func advice(for source: SourceHealth) -> String? {
        let report = source.report
        guard let advice = report.advice.map(PlainText.line) else { return nil }
        guard context.words.languageOfTheTool != nil else { return context.dates.local(advice) }
        let keys = [report.status.map { "advice.status-\($0)" }, "advice.\(report.outcome.rawValue)"]
        return keys.compactMap { $0.flatMap(context.words.ifAny) }.first
    }

    /// Where it has moved, unless the advice says so already, in a language that the reader has.
    private func moved(_ source: SourceHealth) -> [PhrasePart] {
        guard let address = source.moved.map({ PlainText.line($0) }) else { return [] }
        if source.report.outcome.isFailure, context.words.languageOfTheTool == nil,
            source.report.advice?.contains(address) == true
        {
            return []
        }
        return context.words.parts("health.moved", names: ["address": [address]])
    }
}

extension SourceReport {
    /// The status by which a server told of its failure; `nil` where it did so in a success, as some APIs do.
    fileprivate var failureStatus: Int? {
        guard outcome == .httpError, let status, !(200..<300).contains(status) else { return nil }
        return status
    }
}
