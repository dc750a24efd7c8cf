import ArgumentParser
import NewsModel
import Newsroom

/// `broadsheet diff DATE DATE`: what changed from one edition to another, and why.
struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Say what changed from one edition to another, and why.",
        discussion: """
            Looks in the state, asks nobody and changes nothing. Exit codes: 0 compared · 1 there is no such edition, or \
            no state · 2 wrong usage or configuration.

            Examples:
              broadsheet diff 2026-11-22 2026-11-23
              broadsheet diff 2026-11-22 2026-11-23 --json
            """)

    @Argument(help: "The date of the edition before, such as 2026-11-22.", transform: EditionDate.read)
    var before: EditionDate

    @Argument(help: "The date of the edition after.", transform: EditionDate.read)
    var after: EditionDate

    @Option(name: [.customShort("c"), .customLong("config")], help: "The configuration.")
    var file = "broadsheet.yml"

    @Flag(name: .long, help: "Print the comparison as JSON.")
    var json = false

    func validate() throws {
        guard before != after else { throw ValidationError("\(before) stands there twice; name two dates.") }
    }

    func run() throws {
        let settings = try ConfigurationOptions.settings(in: file)
        let comparison: EditionComparison
        do {
            comparison = try EditionComparer(settings: settings).comparison(from: before, to: after)
        } catch {
            throw CommandFailure(error)
        }
        if json {
            try Console.say(ComparisonDocument(comparison: comparison).text, as: .json)
        } else {
            try Console.say(ComparisonText(comparison: comparison).lines)
        }
    }
}
