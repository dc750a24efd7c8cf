import ArgumentParser
import Foundation
import NewsModel
import Newsroom
import Publishing
import Settings

/// `broadsheet health`: how the sources fared, and whether anything needs a person.
struct HealthCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "health", abstract: "Show how the sources fared, and say whether anything needs someone.",
        discussion: """
            Looks at the report of the last run; asks nobody and changes nothing. Exit codes: 0 all is well · 1 there is \
            no report · 2 wrong usage or configuration · 3 a source needs someone (it has failed on three nights in a \
            row), or the report is older than --max-age.

            Examples:
              broadsheet health --since 7d
              broadsheet health --json --max-age 26h
            """)

    @OptionGroup var config: ConfigurationOptions

    @Option(
        name: .long, help: "Show which sources failed in this time before the last run, such as 7d.",
        transform: DurationArgument.read)
    var since: DurationArgument?

    @Option(
        name: .long, help: "End with 3 also where the last run is longer ago than this, such as 26h.",
        transform: DurationArgument.read)
    var maxAge: DurationArgument?

    @Flag(name: .long, help: "Print the report as JSON, as health.json has it.")
    var json = false

    func run() throws {
        let settings = try config.read()
        var report: HealthReport
        do {
            report = try HealthArchive(settings: settings).latest()
        } catch {
            throw CommandFailure(error)
        }
        let now = Date()
        let clock = LocalClock(in: settings.site.timeZone)
        let first = since.map {
            EditionDate(report.generated.addingTimeInterval(-$0.duration.seconds), in: settings.site.timeZone)
        }
        if let first { report.keepFailures(from: first) }
        if json {
            try Console.say(String(decoding: HealthDocument.bytes(of: report), as: UTF8.self), as: .json)
        } else {
            let terminal = Terminal(STDOUT_FILENO)
            try Console.say(HealthTable(report: report, since: first, clock: clock).lines(width: terminal.width))
        }
        let isStale = maxAge.map { now.timeIntervalSince(report.generated) > $0.duration.seconds } ?? false
        if isStale { Console.complain(Self.staleness(of: report, clock)) }
        if isStale || report.needsSomeone { throw ExitCodes.publishedWithFailures }
    }

    private static func staleness(of report: HealthReport, _ clock: LocalClock) -> String {
        "The last run was at \(clock.text(report.generated)), longer ago than --max-age allows; look at the job "
            + "that runs it."
    }
}

extension HealthReport {
    /// Whether a person should look at a source, or at a receiver that has taken no message for two days.
    var needsSomeone: Bool {
        sources.contains(where: \.needsSomeone) || deliveries.contains { isForgotten($0) }
    }

    private func isForgotten(_ delivery: DeliveryReport) -> Bool {
        delivery.since.map { generated.timeIntervalSince($0) >= 2 * 86_400 } ?? false
    }

    /// Keeps the sources that failed on a date from `first` on, with their histories from then.
    mutating func keepFailures(from first: EditionDate) {
        for index in sources.indices { sources[index].history.removeAll { $0.date < first } }
        sources.removeAll { source in !source.history.contains(where: \.outcome.isFailure) && !source.needsSomeone }
    }
}
