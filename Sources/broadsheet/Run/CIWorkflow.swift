import Foundation
import NewsModel
import Settings

/// The service that runs a job, as its environment tells: whether it is one, and what of GitHub's it understands.
struct CIWorkflow {
    let isCI: Bool
    /// Whether commands such as `::warning` in the log are understood.
    let takesCommands: Bool
    /// Where a step's summary is read from.
    let summaryFile: String?

    init(environment: [String: String]) {
        isCI = environment["CI"].map { !$0.isEmpty && $0 != "false" } ?? false
        takesCommands = environment["GITHUB_ACTIONS"] == "true"
        summaryFile = environment["GITHUB_STEP_SUMMARY"].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Says of each source that needs someone where it stands in the configuration.
    func annotate(_ health: HealthReport, _ settings: Settings, in file: String?) {
        guard takesCommands else { return }
        let clock = LocalClock(in: settings.site.timeZone)
        let lines = Dictionary(settings.sources.map { ($0.id, $0.line) }) { first, _ in first }
        for source in health.sources where source.needsSomeone {
            let line = lines[source.report.source] ?? nil
            Console.note(Self.warning(about: source, file: file, line: line, clock))
        }
    }

    /// A command of the workflow (`::warning file=…,line=…::…`).
    static func warning(about source: SourceHealth, file: String?, line: Int?, _ clock: LocalClock) -> String {
        let properties = [
            file.map { "file=\(property($0))" }, line.map { "line=\($0)" }, "title=\(property(title(source)))",
        ]
        let message =
            "\(source.report.source) has failed on \(source.consecutiveFailures) nights in a row: "
            + source.report.whatHappened(by: clock)
        return "::warning \(properties.compactMap { $0 }.joined(separator: ","))::\(data(message))"
    }

    private static func title(_ source: SourceHealth) -> String { "\(source.report.source) needs someone" }

    private static func data(_ text: String) -> String {
        // By scalars, since a carriage return and a line feed are one character.
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "%": "%25"
            case "\r": "%0D"
            case "\n": "%0A"
            default: String(scalar)
            }
        }.joined()
    }

    private static func property(_ text: String) -> String {
        data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
    }

    /// Adds to the summary of the step, where one is wanted.
    func append(_ markdown: String) {
        guard let path = summaryFile else { return }
        guard let handle = FileHandle(forWritingAtPath: path) else {
            return Console.complain("The summary can't be written to \(path), which GITHUB_STEP_SUMMARY names.")
        }
        // The summary is a courtesy: the run is over and well without it.
        _ = try? handle.seekToEnd()
        try? handle.write(contentsOf: Data(TerminalText.safe(Console.redacted(markdown)).utf8))
        try? handle.close()
    }
}
