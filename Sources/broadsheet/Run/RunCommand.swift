import ArgumentParser
import Fetching
import Foundation
import NewsModel
import Newsroom
import Settings

/// `broadsheet run`: the nightly job.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Fetch every source and publish the edition (the default).",
        discussion: """
            Exit codes: 0 published · 1 failed, the site is as it was · 2 wrong usage or configuration · \
            3 published, but with failures that --fail-on minds · 4 the site stays as it was, since the night was too poor.

            Examples:
              broadsheet run -c ~/news/broadsheet.yml
              broadsheet run --preview --only harbour-post,lobsters-hottest
            """)

    @OptionGroup var config: ConfigurationOptions

    @Option(
        name: .long, help: "The edition to build, such as 2026-11-23 (default: today in the configured time zone).",
        transform: EditionDate.read)
    var date: EditionDate?

    @Flag(name: .long, help: "Let --date lie more than a day ahead.")
    var future = false

    @Option(
        name: .long, help: "The instant to take for now, such as 2026-11-23T03:00:00Z.", transform: InstantArgument.read
    )
    var now: InstantArgument?

    @Flag(name: .long, help: "Ask nobody: build the edition from what is remembered.")
    var noFetch = false

    @Flag(name: .long, help: "Say what would be published; change neither site nor state.")
    var dryRun = false

    @Flag(name: .long, help: "Ask also sources that are not yet due, and publish below the publish guard.")
    var force = false

    @Flag(
        name: .long,
        help: "Take over what stands in the output and Broadsheet did not make, or made for another project.")
    var adopt = false

    @Option(
        name: .long,
        help: """
            Which failures end with 3, with commas between them: any, all, quorum:50%, dead:3 or none \
            (default: `fail-on` of the configuration, else quorum:50%,dead:3).
            """, transform: FailurePolicy.init(argument:))
    var failOn: FailurePolicy?

    @Flag(
        name: .long,
        help: "Run into a temporary folder, to look at with `serve`: state and site stay as they are, nobody is told.")
    var preview = false

    @Flag(name: .long, help: "Make the edition as if for the first time, holding to nothing that it told before.")
    var fresh = false

    @Flag(name: .long, help: "Stop at the first source that fails, and publish nothing.")
    var failFast = false

    @Option(
        name: .long, parsing: .upToNextOption, help: "Ask only these sources, by their ids, with commas between them.",
        transform: SourceSelection.init(argument:))
    var only: [SourceSelection] = []

    @Option(
        name: .long,
        help: "Add the paths of what changes in the site to this file, those of removed files too, a line each.")
    var changedList: String?

    @OptionGroup var records: RecordOptions

    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard !noFetch || records.record == nil && records.replay.isEmpty else {
            throw ValidationError("--no-fetch asks nobody: there is nothing to record or replay.")
        }
        if preview, dryRun { throw ValidationError("--preview and --dry-run are two ways; choose one.") }
        if changedList != nil, preview || dryRun {
            throw ValidationError("--changed-list names what changes in the site, which stays as it is here.")
        }
        if preview, config.isElsewhere {
            throw ValidationError("--preview goes into a folder of its own; leave out -o.")
        }
    }

    func run() async throws {
        var settings = try config.read()
        let replayed = try records.recordSet()
        let notices = try await refreshLists(of: settings, replayed)
        if !settings.lists.isEmpty { settings = try config.readWithSources(after: notices) }
        try settings.checkNotificationTemplates()
        let list = try changedList.map(ChangedList.init)
        let folder = preview ? try previewFolder(of: settings) : nil
        if let folder { settings = folder.settings }
        var request = RunRequest(
            settings: settings, now: now?.date ?? Date(), date: date, fetches: !noFetch, isDryRun: dryRun,
            isForced: force, adopts: adopt, failsFast: failFast, only: Set(only.flatMap(\.ids)),
            isFresh: fresh, isElsewhere: config.isElsewhere || preview)
        request.notices = notices
        if let list { request.willReplace = list.add }
        request.allowsFuture = future
        request.isClockOfMachine = now == nil
        if let failOn { request.failOn = failOn }
        request.record = records.request(configuration: config.file)
        if let replayed { request = request.replaying(replayed, at: now?.date) }
        let report: RunReport
        do {
            report = try await ConsoleRun(request: request, output: output, configuration: config.file).run()
        } catch {
            folder?.remove()
            throw error
        }
        if let folder { try tell(of: folder) }
        try list?.check()
        // Ending here rather than by returning spares letting go of thousands of stories, one by one.
        withExtendedLifetime(report) { Self.exit(withError: report.exitCode(by: request.failOn)) }
    }

    /// Reads the lists of feeds anew, or takes those that were recorded.
    /// - Returns: what is to be said of them.
    private func refreshLists(of settings: Settings, _ replayed: RecordSet?) async throws -> [HealthNotice] {
        guard !noFetch, !dryRun else { return [] }
        if let replayed { return ListRefresh.replay(replayed, of: settings) }
        return try await settings.refreshLists(on: date, now: now?.date ?? Date())
    }

    private func previewFolder(of settings: Settings) throws -> PreviewFolder {
        do {
            return try PreviewFolder(of: settings, in: FileManager.default.temporaryDirectory)
        } catch {
            throw CommandFailure(error)
        }
    }

    private func tell(of folder: PreviewFolder) throws {
        let site = folder.settings.output
        let sentence = "The preview is in \(site); look at it with `broadsheet serve \(site)`. Nobody was told of it."
        // Standard output may be a document already.
        if output.json || output.events { Console.note(sentence) } else { try Console.say(sentence) }
    }
}

extension RunReport {
    /// 4 for a site that the guard kept as it was, 3 for failures that a policy minds.
    func exitCode(by policy: FailurePolicy) -> ExitCode {
        if case .guarded = publication { return ExitCodes.heldBack }
        return policy.minded(in: health).isEmpty ? .success : ExitCodes.publishedWithFailures
    }
}

extension Settings {
    /// - Throws: a ``CommandFailure`` that lists what is wrong with the templates of notifications.
    func checkNotificationTemplates() throws(CommandFailure) {
        let mistakes = notificationTemplateMistakes
        guard mistakes.isEmpty else {
            throw CommandFailure(sentence: mistakes.joined(separator: "\n"), code: ExitCodes.usage)
        }
    }
}
