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
        let now = now?.date ?? Date()
        let (settings, notices) = try await settings(now)
        notices.forEach { Console.complain($0.text) }
        var request = RunRequest(settings: settings, now: now, isForced: force)
        request.notices = notices
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

    /// The configuration, with its lists of feeds as they are now. No copy of them is kept: that is the state's.
    private func settings(_ now: Date) async throws -> (Settings, [HealthNotice]) {
        let settings = try ConfigurationOptions.settings(in: file)
        guard !settings.lists.isEmpty else { return (settings, []) }
        let (lists, notices): ([String: [UInt8]], [HealthNotice])
        do {
            (lists, notices) = try await ListRefresh(settings: settings, now: now).gather()
        } catch {
            throw CommandFailure(error)
        }
        let whole = try ConfigurationOptions.settings(in: file, lists: lists)
        try whole.checkHasSources(in: file, after: notices)
        return (whole, notices)
    }
}

extension RecordDescription.Shard: WrittenArgument {
    static var expects: String { "a part of how many such as 3/16, from 1/16 to 16/16" }

    init?(written: String) { self.init(written) }
}
