import NewsModel
import Newsroom
import Settings

/// A run in Markdown, for the summary of a job's step: date, headline and link, then what failed, then all sources.
struct StepSummary {
    let report: RunReport
    let request: RunRequest

    var markdown: String {
        let parts = [heading, headline, sentence, failures, notes, all]
        return parts.compactMap { $0 }.joined(separator: "\n\n") + "\n"
    }

    private var heading: String { "## \(Self.text(request.settings.site.title)), \(report.edition.date)" }

    private var headline: String? {
        guard let title = report.edition.clusters.first?.lead.title else { return nil }
        guard let site = request.settings.site.url else { return "**\(Self.text(title))**" }
        return "**[\(Self.text(title))](\(site)\(report.edition.date.path)/)**"
    }

    private var sentence: String? {
        let figures = report.health.figures + "."
        return switch report.publication {
        case .published: figures
        case .guarded(let reason), .quiet(let reason): Self.text(reason) + " " + figures
        case .dryRun(let obstacle):
            (obstacle.map { "Would publish no edition. " + Self.text($0) + " " } ?? "Would publish: ") + figures
        }
    }

    private var failures: String? {
        let failed = report.health.unnoticed.filter(\.report.outcome.isFailure)
            .sorted { $0.consecutiveFailures > $1.consecutiveFailures }
        guard !failed.isEmpty else { return nil }
        let clock = LocalClock(in: request.settings.site.timeZone)
        let rows = failed.map { source in
            [
                source.report.source.rawValue, source.report.outcome.label, String(source.consecutiveFailures),
                source.report.whatHappened(by: clock),
            ]
        }
        let title = failed.count.of("source") + " failed"
        return "### \(title)\n\n" + Self.table(["source", "outcome", "nights", "what happened"], rows)
    }

    private var notes: String? {
        let sentences = report.notes + report.health.notices.map(\.text)
        return sentences.isEmpty ? nil : sentences.map { "- \(Self.text($0))" }.joined(separator: "\n")
    }

    private var all: String {
        let rows = report.health.sources.map { source in
            let report = source.report
            return [
                report.source.rawValue, report.outcome.label, String(report.items), String(report.newItems),
                report.times.total.label,
            ]
        }
        let table = Self.table(["source", "outcome", "items", "new", "time"], rows)
        return "<details><summary>All sources</summary>\n\n\(table)\n\n</details>"
    }

    private static func table(_ heading: [String], _ rows: [[String]]) -> String {
        let lines = [heading, heading.map { _ in "---" }] + rows.map { $0.map(text) }
        return lines.map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n")
    }

    /// Text in which nothing is markup, on one line.
    private static func text(_ text: String) -> String {
        var escaped = ""
        for character in text {
            if character.isNewline {
                escaped += " "
            } else if "\\`*_[]<>|#".contains(character) {
                escaped += "\\\(character)"
            } else {
                escaped.append(character)
            }
        }
        return escaped
    }
}
