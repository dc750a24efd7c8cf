import ArgumentParser
import Fetching
import Foundation
import NewsModel
import Newsroom
import Settings

/// `broadsheet fetch`: asks a part of the sources for an edition that is made elsewhere.
struct FetchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fetch",
        abstract: "Ask a part of the sources and record what they answer, on one of many machines.",
        discussion: """
            Reads the state and never writes it, so that a batch engine may start it again anywhere. The edition is made \
            out of all records: `broadsheet run --replay FOLDER`. Exit codes: 0 the record is whole, whatever the sources \
            said · 1 it is not · 2 wrong usage or configuration.

            Examples:
              broadsheet fetch --record night.warc.gz
              broadsheet fetch --shard 3/16 --record records/3.warc.gz --now 2026-11-23T03:00:00Z
            """)

    @Option(name: [.customShort("c"), .customLong("config")], help: "The configuration.")
    var file = "broadsheet.yml"

    @Option(
        name: .long, help: "Which part of how many, such as 3/16 (default: all sources).",
        transform: RecordDescription.Shard.read)
    var shard: RecordDescription.Shard?

    @Option(name: .long, help: "The file to write (WARC), without secrets.")
    var record: String

    @Option(
        name: .long, help: "The instant to take for now, such as 2026-11-23T03:00:00Z; give all parts the same.",
        transform: InstantArgument.read)
    var now: InstantArgument?

    @Flag(name: .long, help: "Ask also sources that are not yet due.")
    var force = false

    @Flag(name: .shortAndLong, help: "Say more: every source, even when nobody is watching.")
    var verbose = false

    @Flag(name: .shortAndLong, help: "Say nothing but what went wrong.")
    var quiet = false

    func run() async throws {
        var request = RunRequest(
            settings: try ConfigurationOptions.settings(in: file), now: now?.date ?? Date(), isForced: force)
        request.record = RecordFile.request(record, configuration: file, shard: shard)
        let clock = LocalClock(in: request.settings.site.timeZone)
        let showsProgress = !quiet && (verbose || Console.isWatched)
        let report: ShardFetching.Report
        do {
            report = try await ShardFetching(request: request).run { source in
                if showsProgress { Console.note(SourceLine(source, clock).text) }
            }
        } catch {
            throw CommandFailure(error)
        }
        report.notes.forEach(Console.complain)
        if showsProgress {
            Console.note("Recorded \(report.asked) sources, of which \(report.answered) answered, in \(record).")
        }
    }
}

extension RecordDescription.Shard: WrittenArgument {
    static var expects: String { "a part of how many such as 3/16, from 1/16 to 16/16" }

    init?(written: String) { self.init(written) }
}
