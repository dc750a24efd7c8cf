import ArgumentParser
import Foundation
import NewsModel
import Newsroom
import Settings

/// `broadsheet edition …`: look at what was published, and mend what went wrong.
struct EditionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edition", abstract: "List, remove or rebuild editions.",
        discussion: """
            Examples:
              broadsheet edition list
              broadsheet edition rebuild 2026-11-23
            """,
        subcommands: [ListEditions.self, RemoveEdition.self, RebuildEdition.self])
}

/// `broadsheet edition list`.
struct ListEditions: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Every edition: its date, when it was made, its stories and its headline.",
        discussion: """
            Examples:
              broadsheet edition list
              broadsheet edition list -c ~/news/broadsheet.yml
            """)

    @OptionGroup var config: ConfigurationOptions

    func run() async throws {
        let settings = try config.read()
        let entries: [ArchiveEntry]
        do {
            entries = try EditionArchive(settings: settings, now: Date()).entries()
        } catch {
            throw CommandFailure(error)
        }
        let clock = LocalClock(in: settings.site.timeZone)
        let rows = entries.map { entry in
            [entry.date.description, clock.text(entry.generated), String(entry.stories), entry.headline ?? ""]
        }
        try Console.say(TextTable(heading: ["date", "made", "stories", "headline"], rows: rows).text)
    }
}

/// `broadsheet edition remove DATE`.
struct RemoveEdition: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Take an edition off the site and out of the state.",
        discussion: """
            Pages, feeds and neighbours lose it too, and what it told may be told again.

            Examples:
              broadsheet edition remove 2026-11-23
              broadsheet edition remove 2026-11-23 -c ~/news/broadsheet.yml
            """)

    @OptionGroup var config: ConfigurationOptions

    @Argument(help: "Its date, such as 2026-11-23.", transform: EditionDate.read)
    var date: EditionDate

    func run() async throws {
        let settings = try config.read()
        do {
            try await EditionArchive(settings: settings, now: Date()).remove(date).forEach(Console.complain)
        } catch {
            throw CommandFailure(error)
        }
        try Console.say("The edition of \(date) is removed.")
    }
}

/// `broadsheet edition rebuild DATE`.
struct RebuildEdition: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebuild", abstract: "Build an edition again from what is remembered.",
        discussion: """
            What it tells stays; with --fresh it is made as if for the first time.

            Examples:
              broadsheet edition rebuild 2026-11-23
              broadsheet edition rebuild 2026-11-23 --fresh
            """)

    @OptionGroup var config: ConfigurationOptions

    @Argument(help: "Its date, such as 2026-11-23.", transform: EditionDate.read)
    var date: EditionDate

    @Flag(name: .long, help: "Hold to nothing that it told before.")
    var fresh = false

    @OptionGroup var output: OutputOptions

    func run() async throws {
        var request = RunRequest(
            settings: try config.read(), now: Date(), date: date, fetches: false, isForced: true, isFresh: fresh)
        request.failOn = .none
        // It is there, whenever its day is.
        request.allowsFuture = true
        do {
            try EditionArchive(settings: request.settings, now: Date()).check(date)
        } catch {
            throw CommandFailure(error)
        }
        _ = try await ConsoleRun(request: request, output: output).run()
    }
}
