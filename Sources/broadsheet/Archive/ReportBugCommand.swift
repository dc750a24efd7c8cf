import ArgumentParser
import Fetching
import Files
import Foundation
import NewsModel
import Settings

/// `broadsheet report-bug`: packs a night for whoever looks for the fault.
struct ReportBugCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report-bug",
        abstract: "Pack a recorded night, the configuration and the last report into one file.",
        discussion: """
            Says what is inside, without secrets, and writes only after a yes, or with --yes. What sources answered is in \
            it: look with `broadsheet inspect warc`. Whoever gets it replays it: `broadsheet run --replay FILE`.

            Examples:
              broadsheet report-bug
              broadsheet report-bug --record night.warc.gz -o bug.warc.gz --yes
            """)

    @Option(name: [.customShort("c"), .customLong("config")], help: "The configuration.")
    var file = "broadsheet.yml"

    @Option(name: .long, help: "The record of the night, as `run --record` made it.")
    var record: String?

    @Option(name: [.customShort("o"), .customLong("output")], help: "The file to write.")
    var output = "broadsheet-bug.warc.gz"

    @Flag(name: .long, help: "Write it without asking.")
    var yes = false

    func run() throws {
        let settings = try ConfigurationOptions.settings(in: file)
        do throws(RecordFailure) {
            let report = try BugReport(
                record: record, parts: parts(settings), secrets: settings.namedSecrets, id: .random(in: 0 ... .max))
            Console.note("\(output) will hold:")
            for line in report.contents { Console.note("  \(line)") }
            guard yes || isWanted() else { throw RecordFailure("Nothing was written; with --yes it is.") }
            try report.write(to: output, at: Date())
            Console.note("Written: \(output).")
        } catch {
            throw CommandFailure(sentence: error.description, code: ExitCodes.failed)
        }
    }

    private func parts(_ settings: Settings) -> [BugReport.Part] {
        let health = URL(filePath: settings.output).appending(path: "health.json").path(percentEncoded: false)
        return [
            part("broadsheet.yml", "application/yaml", file) { CommentFreeText($0).text },
            part("health.json", "application/json", health),
            BugReport.Part(name: "versions.txt", contentType: "text/plain; charset=utf-8", bytes: Array(versions.utf8)),
        ].compactMap { $0 }
    }

    /// What `said` makes of a file; `nil` for one that is not there: the report says what there is.
    private func part(
        _ name: String, _ contentType: String, _ path: String, _ said: (String) -> String = { $0 }
    ) -> BugReport.Part? {
        guard let data = try? RegularFile.contents(of: path, mostBytes: 64 << 20) else { return nil }
        let text = said(String(decoding: data, as: UTF8.self))
        return BugReport.Part(name: name, contentType: contentType, bytes: Array(text.utf8))
    }

    private var versions: String {
        let process = ProcessInfo.processInfo
        #if arch(x86_64)
            let machine = "x86_64"
        #elseif arch(arm64)
            let machine = "arm64"
        #else
            let machine = "another architecture"
        #endif
        return """
            \(Product.name) \(Product.version)
            \(process.operatingSystemVersionString), \(machine), \(process.activeProcessorCount) cores
            time zone \(TimeZone.current.identifier), locale \(Locale.current.identifier)

            """
    }

    /// Asks whoever is watching; nobody there is a no.
    private func isWanted() -> Bool {
        guard isatty(STDIN_FILENO) == 1, Console.isWatched else { return false }
        Console.note("Write it? [y/N]")
        return readLine().map { ["y", "yes"].contains($0.lowercased()) } ?? false
    }
}
