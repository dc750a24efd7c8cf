import NewsModel

/// Sources of a run in a line each, for a terminal, a log, a mail or a step summary.
struct SummaryTable {
    private let rows: [[String]]
    private static let heading = ["source", "outcome", "items", "new", "time", "what happened"]

    init(_ health: HealthReport) {
        self.init(health.sources)
    }

    init(_ sources: some Sequence<SourceHealth>) {
        rows = sources.map { source in
            let report = source.report
            return [
                report.source.rawValue, report.outcome.label, String(report.items), String(report.newItems),
                report.times.total.label, [report.detail, report.advice].compactMap { $0 }.joined(separator: " → "),
            ]
        }
    }

    var text: String { TextTable(heading: Self.heading, rows: rows).text }

    var markdown: String {
        let lines = ["| \(Self.heading.joined(separator: " | ")) |", "| --- | --- | --: | --: | --: | --- |"]
        let body = rows.map { row in
            "| \(row.map { $0.replacing("|", with: "\\|").replacing("\n", with: " ") }.joined(separator: " | ")) |"
        }
        return (lines + body).joined(separator: "\n") + "\n"
    }
}

/// One source as it ends, for who is watching.
struct SourceLine {
    let text: String

    init(_ report: SourceReport) {
        let what = report.detail.map { " (\($0))" } ?? ""
        text = "\(report.outcome.label)  \(report.source)  \(report.items) items, \(report.times.total.label)\(what)"
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
}

extension Duration {
    /// "850 ms", "3.2 s".
    var label: String {
        let milliseconds = self.milliseconds
        if milliseconds < 1000 { return "\(milliseconds) ms" }
        return "\(milliseconds / 1000).\(milliseconds % 1000 / 100) s"
    }
}
