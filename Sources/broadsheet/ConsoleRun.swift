import ArgumentParser
import Foundation
import NewsModel
import Newsroom
import Settings

/// One run of the newsroom with its output on the console: progress on standard error, then a summary.
struct ConsoleRun {
    let request: RunRequest
    let output: OutputOptions
    /// Which failures have to be told even where nobody is watching.
    var failOn = FailurePolicy.none

    /// - Throws: a ``CommandFailure`` with one sentence.
    func run() async throws -> RunReport {
        let showsProgress = !output.quiet && (output.verbose || Console.isWatched)
        let report: RunReport
        do {
            report = try await Newsroom(request: request).run { source in
                if showsProgress { Console.note(SourceLine(source).text) }
            }
        } catch {
            throw CommandFailure(error)
        }
        try tell(report)
        return report
    }

    private func tell(_ report: RunReport) throws {
        report.notes.forEach(Console.complain)
        report.health.notices.forEach { Console.complain($0.text) }
        if case .guarded(let reason) = report.publication { Console.complain(reason) }
        let environment = ProcessInfo.processInfo.environment
        let isInCI = environment["CI"].map { !$0.isEmpty && $0 != "false" } ?? false
        if !output.quiet, output.verbose || isInCI || Console.isWatched {
            Console.note(SummaryTable(report.health).text)
            Console.note(closing(report))
        } else if failOn.exitCode(for: report) != .success {
            complain(of: report.health)
        }
        if let path = environment["GITHUB_STEP_SUMMARY"], !path.isEmpty {
            let notices = report.health.notices.map { "\($0.text)\n\n" }.joined()
            StepSummary(path: path).append(notices + SummaryTable(report.health).markdown)
        }
        // At the end: where it can't be written, all else has been said.
        if output.json {
            try Console.say(String(decoding: report.healthDocument, as: UTF8.self), as: .json)
        }
    }

    /// What cron puts into its mail: an exit code alone would go unnoticed.
    private func complain(of health: HealthReport) {
        let failed = health.unnoticed.filter(\.report.outcome.isFailure)
        guard !failed.isEmpty else { return }
        Console.complain("\(failed.count) of \(health.sources.count) sources failed:")
        Console.note(SummaryTable(failed.prefix(Self.mostFailuresNamed)).text)
        guard failed.count > Self.mostFailuresNamed else { return }
        Console.note("and \(failed.count - Self.mostFailuresNamed) more, which the health page names.")
    }

    private static let mostFailuresNamed = 20

    private func closing(_ report: RunReport) -> String {
        let answered = report.health.sources.count { $0.report.outcome.isAnswer }
        let figures =
            "\(report.health.stories) stories, \(report.health.newStories) new, "
            + "from \(answered) of \(report.health.sources.count) sources"
        return switch report.publication {
        case .published: "Published the edition of \(report.edition.date): \(figures); see \(page)."
        case .guarded: "The site stays as it was: \(figures)."
        case .quiet(let reason): "\(reason) \(figures); see \(page)."
        case .dryRun: "Would publish the edition of \(report.edition.date): \(figures)."
        }
    }

    private var page: String {
        URL(filePath: request.settings.output).appending(path: "index.html").path(percentEncoded: false)
    }
}

extension CommandFailure {
    /// A run that failed: wrong usage, a site that was kept as it was, or a failure.
    init(_ failure: RunFailure) {
        let code =
            switch failure {
            case .unknownSources, .inTheFuture: ExitCodes.usage
            case .clockIsWrong: ExitCodes.heldBack
            case .alreadyRunning, .failedFast, .cannot: ExitCodes.failed
            }
        self.init(sentence: failure.description, code: code)
    }
}

/// Where GitHub's runner reads a step's summary from.
struct StepSummary {
    let path: String

    func append(_ markdown: String) {
        guard let handle = FileHandle(forWritingAtPath: path) else {
            return Console.complain("The summary can't be written to \(path), which GITHUB_STEP_SUMMARY names.")
        }
        // The summary is a courtesy: the run is over and well without it.
        _ = try? handle.seekToEnd()
        try? handle.write(contentsOf: Data(TerminalText.safe(Console.redacted(markdown)).utf8))
        try? handle.close()
    }
}

/// Sources of a run in a line each, for a terminal, a log, a mail or a step summary.
struct SummaryTable {
    private let rows: [[String]]
    private static let heading = ["source", "outcome", "items", "new", "time", "what happened"]

    init(_ health: HealthReport) {
        self.init(health.unnoticed)
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

extension HealthReport {
    /// The sources of which no notice tells why they failed.
    fileprivate var unnoticed: [SourceHealth] {
        let noticed = Set(notices.flatMap(\.sources))
        return sources.filter { !noticed.contains($0.report.source) }
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
