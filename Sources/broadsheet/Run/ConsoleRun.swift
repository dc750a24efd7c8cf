import ArgumentParser
import Foundation
import NewsModel
import Newsroom
import Settings

/// One run of the newsroom with its output on the console: progress while it works, then what went wrong and a summary.
struct ConsoleRun {
    let request: RunRequest
    let output: OutputOptions
    /// The configuration as it was named, for annotations; `nil` where the run has none of the user's.
    var configuration: String?

    /// - Throws: a ``CommandFailure`` with one sentence.
    func run() async throws -> RunReport {
        let events = output.events ? RunEvents() : nil
        let progress = RunProgress(request: request, output: output, events: events)
        let report: RunReport
        do {
            progress.begin()
            report = try await Newsroom(request: request).run { progress.add($0) }
            progress.end()
        } catch {
            progress.end()
            let failure = CommandFailure(error)
            try events?.failed(failure)
            throw failure
        }
        try tell(report, events)
        return report
    }

    private func tell(_ report: RunReport, _ events: RunEvents?) throws {
        report.notes.forEach(Console.complain)
        report.health.notices.filter { !$0.isKnown }.forEach { Console.complain($0.text) }
        if case .guarded(let reason) = report.publication { Console.complain(reason) }
        let workflow = CIWorkflow(environment: ProcessInfo.processInfo.environment)
        if !output.quiet, output.verbose || request.isDryRun || workflow.isCI || Console.isWatched {
            Console.note(RunSummary(report: report, request: request, isWhole: output.verbose).lines)
        } else {
            complain(of: report.health)
        }
        workflow.annotate(report.health, request.settings, in: configuration)
        workflow.append(StepSummary(report: report, request: request).markdown)
        // At the end: where it can't be written, all else has been said.
        if output.json { try Console.say(String(decoding: report.healthDocument, as: UTF8.self), as: .json) }
        try events?.ended(report, exitCode: report.exitCode(by: request.failOn))
    }

    /// What cron puts into its mail: an exit code alone would go unnoticed.
    private func complain(of health: HealthReport) {
        let noticed = Set(health.notices.flatMap(\.sources))
        let minded = request.failOn.minded(in: health).filter { !noticed.contains($0.report.source) }
        guard !minded.isEmpty else { return }
        let tonight = request.failOn.withoutRows.minded(in: health)
        let what = tonight.isEmpty ? "failed on several nights in a row" : "failed"
        Console.complain("\(minded.count) of \(health.asked.of("source")) \(what):")
        let terminal = Terminal(STDERR_FILENO)
        let clock = LocalClock(in: request.settings.site.timeZone)
        Console.note(SourceTable(Array(minded.prefix(Self.mostFailuresNamed)), clock).lines(width: terminal.width))
        guard minded.count > Self.mostFailuresNamed else { return }
        Console.note("and \(minded.count - Self.mostFailuresNamed) more, which the health page names.")
    }

    private static let mostFailuresNamed = 20
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
