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
            """)

    @OptionGroup var config: ConfigurationOptions

    @Option(name: .long, help: "The edition to build, such as 2026-11-23 (default: today in the configured time zone).")
    var date: EditionDate?

    @Flag(name: .long, help: "Let --date lie more than a day ahead.")
    var future = false

    @Option(name: .long, help: "The instant to take for now, such as 2026-11-23T03:00:00Z.")
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

    @Option(name: .long, help: "When failures matter: any, all, quorum:N% or none.")
    var failOn: FailurePolicy = .quorum(0.5)

    @Flag(name: .long, help: "Make the edition as if for the first time, holding to nothing that it told before.")
    var fresh = false

    @Flag(name: .long, help: "Stop at the first source that fails, and publish nothing.")
    var failFast = false

    @Option(name: .long, parsing: .upToNextOption, help: "Ask only these sources.")
    var only: [String] = []

    @OptionGroup var records: RecordOptions

    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard !noFetch || records.record == nil && records.replay.isEmpty else {
            throw ValidationError("--no-fetch asks nobody: there is nothing to record or replay.")
        }
    }

    func run() async throws {
        let settings = try config.read()
        var request = RunRequest(
            settings: settings, now: now?.date ?? Date(), date: date, fetches: !noFetch, isDryRun: dryRun,
            isForced: force, adopts: adopt, failsFast: failFast, only: Set(only.map(SourceID.init(rawValue:))),
            isFresh: fresh, isElsewhere: config.isElsewhere)
        request.allowsFuture = future
        request.isClockOfMachine = now == nil
        try records.apply(to: &request, configuration: config.file, now: now?.date)
        let report = try await ConsoleRun(request: request, output: output, failOn: failOn).run()
        // Ending here rather than by returning spares letting go of thousands of stories, one by one.
        withExtendedLifetime(report) { Self.exit(withError: failOn.exitCode(for: report)) }
    }
}

/// Which configuration, and where to.
struct ConfigurationOptions: ParsableArguments {
    @Option(name: [.customShort("c"), .customLong("config")], help: "The configuration.")
    var file = "broadsheet.yml"

    @Option(
        name: [.customShort("o"), .customLong("output")], help: "The folder to publish into, in place of `output`.")
    var directory: String?

    /// Whether the site goes elsewhere than the configuration says.
    var isElsewhere: Bool { directory != nil }

    /// - Throws: a ``CommandFailure`` that lists every mistake.
    func read() throws -> Settings {
        var settings = try Self.settings(in: file)
        if let directory { settings.output = URL(filePath: directory).standardizedFileURL.path }
        return settings
    }

    /// What a configuration says.
    /// - Throws: a ``CommandFailure`` that lists every mistake.
    static func settings(in file: String) throws -> Settings {
        do {
            let settings = try SettingsReader.read(
                file: file, environment: ProcessInfo.processInfo.environment, providers: Providers.definitions)
            Console.keep(settings.secrets)
            return settings
        } catch {
            let list = error.diagnostics.map(\.description).joined(separator: "\n")
            throw CommandFailure(sentence: list, code: ExitCodes.usage)
        }
    }
}

/// How much is said.
struct OutputOptions: ParsableArguments {
    @Flag(name: .shortAndLong, help: "Say more: every source, even when nobody is watching.")
    var verbose = false

    @Flag(name: .shortAndLong, help: "Say nothing but what went wrong.")
    var quiet = false

    @Flag(name: .long, help: "Print the health report as JSON on standard output.")
    var json = false
}

extension EditionDate: ExpressibleByArgument {
    package init?(argument: String) {
        self.init(argument)
    }
}

/// An instant on the command line: RFC 3339.
struct InstantArgument: ExpressibleByArgument {
    let date: Date

    init?(argument: String) {
        guard let date = try? Date(argument, strategy: .iso8601) else { return nil }  // nil says that it is none
        self.date = date
    }
}

/// `--fail-on`: which failures make the exit code 3.
enum FailurePolicy: ExpressibleByArgument, Hashable {
    case any, all, none
    /// Fewer than this share of the asked sources answered, 0…1.
    case quorum(Double)

    init?(argument: String) {
        switch argument {
        case "any": self = .any
        case "all": self = .all
        case "none": self = .none
        default:
            guard argument.hasPrefix("quorum:"), argument.hasSuffix("%"),
                let percent = Double(argument.dropFirst(7).dropLast()), (0...100).contains(percent)
            else { return nil }
            self = .quorum(percent / 100)
        }
    }

    var defaultValueDescription: String {
        switch self {
        case .any: "any"
        case .all: "all"
        case .none: "none"
        case .quorum(let share): "quorum:\(Int(share * 100))%"
        }
    }

    /// 3 for failures that matter, 4 for a site that the guard kept as it was.
    func exitCode(for report: RunReport) -> ExitCode {
        if case .guarded = report.publication { return ExitCodes.heldBack }
        let outcomes = report.health.sources.map(\.report.outcome)
        let failed = outcomes.count(where: \.isFailure)
        let answered = outcomes.count(where: \.isAnswer)
        let minds =
            switch self {
            case .none: false
            case .any: failed > 0
            case .all: failed > 0 && answered == 0
            case .quorum(let share): failed > 0 && Double(answered) < share * Double(failed + answered)
            }
        return minds ? ExitCodes.publishedWithFailures : .success
    }
}
