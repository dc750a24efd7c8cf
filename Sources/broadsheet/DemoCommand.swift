import ArgumentParser
import Fetching
import Foundation
import NewsModel
import Newsroom
import Publishing
import Settings
import SimulatedWorld

/// `broadsheet demo`: the main job against a simulated world, without a key and without the internet.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Publish from a simulated world: no key, no internet.",
        discussion: """
            Its state lies in .broadsheet/demo, never in yours, and it writes over no site but its own.

            Examples:
              broadsheet demo
              broadsheet demo --days 7 -o /tmp/demo
            """)

    @Option(name: [.customShort("o"), .customLong("output")], help: "The folder to publish into.")
    var directory = "public"

    @Option(
        name: .long, help: "How many nights, up to today or --date (default: 1).",
        transform: BoundedNumber.read(1...366))
    var days = 1

    @Option(
        name: .long, help: "The date of the last edition, such as 2026-11-23 (default: today).",
        transform: EditionDate.read)
    var date: EditionDate?

    @Flag(name: .long, help: "Leave the simulated world serving until interrupted.")
    var keep = false

    @OptionGroup var output: OutputOptions

    func run() async throws {
        let site = URL(filePath: directory).standardizedFileURL.path(percentEncoded: false)
        let nights = DemoNights(last: date, count: days, clock: Date())
        let world = try await SimulatedWorld.start(.demo, now: nights.first)
        do {
            let report = try await DemoRun(world: world, site: site, output: output).run(nights.all)
            // Elsewhere standard output is for data, or for nothing.
            if !output.quiet, !output.json, !output.events {
                try DemoClosing(report: report, world: world, site: site).say()
            }
            if keep { try await serveUntilInterrupted() }
        } catch {
            try await world.stop()
            throw error
        }
        try await world.stop()
    }

    /// Waits for the interrupt that ends the process.
    private func serveUntilInterrupted() async throws {
        Console.note("The simulated world goes on serving; interrupt (Ctrl-C) to end it.")
        while !Task.isCancelled { try await Task.sleep(for: .seconds(3600)) }
    }
}

/// The instants of the nights, oldest first.
struct DemoNights {
    let all: [Date]
    let first: Date

    /// As many nights as `count` says, at least 1. The run of the last takes place at five in the morning of its date;
    /// at the present where it has none.
    init(last: EditionDate?, count: Int, clock: Date) {
        let end = last.map { $0.start(in: .gmt).addingTimeInterval(5 * 3600) } ?? clock
        first = end.addingTimeInterval(Double(1 - count) * 86_400)
        all = (0..<count).map { end.addingTimeInterval(Double($0 + 1 - count) * 86_400) }
    }
}

/// The nights of a demo, one run each, with a state of their own.
struct DemoRun {
    let world: SimulatedWorld
    /// Where the site goes, as an absolute path.
    let site: String
    let output: OutputOptions

    private static let folder = ".broadsheet/demo"

    /// - Returns: the report of the last night.
    /// - Throws: a ``CommandFailure`` in one sentence.
    func run(_ nights: [Date]) async throws -> RunReport {
        try makeFolder()
        var last: RunReport?
        for (index, instant) in nights.enumerated() {
            if index > 0 { world.turn(to: instant) }
            var request = RunRequest(settings: try settings(), now: instant, maker: .demo)
            request.failOn = .none
            // One document in all: that of the last night.
            var output = output
            if index < nights.count - 1 { output.json = false }
            let report = try await ConsoleRun(request: request, output: output).run()
            if nights.count > 1, !output.quiet {
                Console.note("\(report.edition.date): \(report.health.stories.of("story", "stories"))")
            }
            last = report
        }
        guard let last else { throw CommandFailure(sentence: "There was no night to run.", code: ExitCodes.usage) }
        return last
    }

    /// Each demo begins with nothing remembered.
    private func makeFolder() throws {
        do {
            if FileManager.default.fileExists(atPath: Self.folder) {
                try FileManager.default.removeItem(atPath: Self.folder)
            }
            try FileManager.default.createDirectory(
                atPath: Self.folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw CommandFailure(
                sentence: "The demo's folder \(Self.folder) can't be made here; run it where you may write.",
                code: ExitCodes.failed)
        }
    }

    /// The configuration, by the same way as a user's own.
    private func settings() throws -> Settings {
        let text = world.configuration(
            output: site, state: "state.sqlite", deadline: .seconds(3), timeout: .seconds(2.5))
        let file = Self.folder + "/broadsheet.yml"
        do {
            try Data(text.utf8).write(to: URL(filePath: file))
            return try SettingsReader.read(file: file, environment: [:], providers: Providers.definitions)
        } catch {
            throw CommandFailure(
                sentence: "The demo's own configuration can't be used: \(error)", code: ExitCodes.failed)
        }
    }
}

/// What the demo says at its end: the sources, where the page is, and how to look at it.
struct DemoClosing {
    let report: RunReport
    let world: SimulatedWorld
    let site: String

    func say() throws(CommandFailure) {
        try Console.say(table)
        try Console.say("")
        try Console.say(
            "\(report.health.stories.of("story", "stories")) from \(answered) of \(report.health.sources.count.of("source")), in "
                + "\(report.health.elapsed.label) (all answers one after the other: \(sum.label)).")
        try Console.say("The page:   \(site)/index.html")
        try Console.say("The health: \(site)/health.html")
        try Console.say(
            "Open them in a browser, or serve them: python3 -m http.server --bind 127.0.0.1 -d \(site) 8000")
    }

    private var answered: Int { report.health.sources.count { $0.report.outcome.isAnswer } }

    private var sum: Duration {
        world.sources.reduce(.zero) { $0 + $1.latency * $1.plannedRequests }
    }

    private var table: String {
        let described = Dictionary(world.sources.map { ($0.id, $0) }) { first, _ in first }
        let rows = report.health.sources.map { source in
            let report = source.report
            let world = described[report.source.rawValue]
            return [
                source.title, world?.form ?? source.provider, report.outcome.label, String(report.items),
                report.times.total.label, report.detail ?? "",
            ]
        }
        return TextTable(heading: ["source", "form", "outcome", "items", "time", "what happened"], rows: rows).text
    }
}
