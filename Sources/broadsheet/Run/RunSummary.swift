import Foundation
import NewsModel
import Newsroom
import Publishing
import Settings

/// How a run ended, for who is watching: the sources that failed, or all, and one sentence.
struct RunSummary {
    let report: RunReport
    let request: RunRequest
    /// Whether all sources are named, and not only those that failed.
    let isWhole: Bool

    var lines: [StyledText] {
        let sources = isWhole ? report.health.sources : report.health.unnoticed.filter(\.report.outcome.isFailure)
        let clock = LocalClock(in: request.settings.site.timeZone)
        let table = sources.isEmpty ? [] : SourceTable(sources, clock).lines(width: Terminal(STDERR_FILENO).width)
        return table + [StyledText(closing)]
    }

    /// What was published of how much, and where it is.
    var closing: String {
        let figures = report.health.figures
        return switch report.publication {
        case .published: "Published the edition of \(report.edition.date): \(figures); see \(editionPage)."
        case .guarded: "The site stays as it was: \(figures)."
        case .quiet(let reason): "\(reason) \(figures); see \(page)."
        case .dryRun(let obstacle?): "Would publish no edition. \(obstacle) \(figures)."
        case .dryRun(nil): "Would publish the edition of \(report.edition.date): \(figures)."
        }
    }

    private var page: String { place("index.html") }

    /// Where the edition is read: in front, or, where it may be an older one, on its own page.
    private var editionPage: String {
        report.edition.date == request.today ? page : place(SitePaths.edition(report.edition.date))
    }

    private func place(_ path: String) -> String {
        URL(filePath: request.settings.output).appending(path: path).path(percentEncoded: false)
    }
}

extension HealthReport {
    /// How many stories came, from how many of the sources that were asked.
    var figures: String {
        let answered = sources.count(where: \.report.outcome.isAnswer)
        return "\(stories.of("story", "stories")), \(newStories) new, "
            + (asked == 0 ? "and no source was asked" : "from \(answered) of \(asked.of("source"))")
    }
}

/// Sources of a run in a line each, for a terminal, a log or a mail.
struct SourceTable {
    private let sources: [SourceHealth]
    private let clock: LocalClock
    private static let heading = ["source", "outcome", "items", "new", "time", "what happened"]

    /// The clock says the times in what happened.
    init(_ sources: [SourceHealth], _ clock: LocalClock) {
        self.sources = sources
        self.clock = clock
    }

    func lines(width: Int) -> [StyledText] {
        FittedTable(
            heading: Self.heading,
            rows: sources.map { source in
                let report = source.report
                return .init(
                    cells: [
                        report.source.rawValue, report.outcome.label, String(report.items), String(report.newItems),
                        report.times.total.label, report.whatHappened(by: clock),
                    ], style: report.outcome.style)
            }
        ).lines(width: width)
    }
}

extension SourceReport {
    /// What happened and what to do about it, in one line, with its times as a clock says them.
    func whatHappened(by clock: LocalClock) -> String {
        clock.local([detail, advice].compactMap { $0 }.joined(separator: " → "))
    }
}

/// One source as it ends, for who is watching.
struct SourceLine {
    let text: String

    init(_ report: SourceReport, _ clock: LocalClock) {
        let what = report.detail.map { " (\(clock.local($0)))" } ?? ""
        text =
            "\(report.outcome.label)  \(report.source)  \(report.items.of("item")), \(report.times.total.label)\(what)"
    }
}

extension Outcome {
    /// A shape and the word: state is never told by colour alone.
    var label: String {
        let shape =
            switch self {
            case .fresh, .unchanged, .empty: "●"
            case .late: "◐"
            case .unreachable, .tlsError, .httpError, .refused, .malformed: "▲"
            case .skipped: "○"
            }
        return "\(shape) \(rawValue)"
    }

    var style: StyledText.Style {
        switch self {
        case .fresh, .unchanged, .empty: .good
        case .late: .doubtful
        case .unreachable, .tlsError, .httpError, .refused, .malformed: .bad
        case .skipped: .quiet
        }
    }
}

extension Duration {
    /// "0.8 s", "30 s": in one unit, for what changes while one looks at it.
    var inTenths: String {
        let (whole, tenth) = (milliseconds / 1000, milliseconds % 1000 / 100)
        return tenth == 0 && whole > 9 ? "\(whole) s" : "\(whole).\(tenth) s"
    }

    /// "850 ms", "3.2 s".
    var label: String {
        let milliseconds = self.milliseconds
        if milliseconds < 1000 { return "\(milliseconds) ms" }
        return "\(milliseconds / 1000).\(milliseconds % 1000 / 100) s"
    }
}
