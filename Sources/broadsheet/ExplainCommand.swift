import ArgumentParser
import Curation
import NewsModel
import Newsroom

/// `broadsheet explain`: why a story stands where it does, or why it is absent.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say where a story stands and why, or why it is absent.",
        discussion: """
            Looks in the state, asks nobody and changes nothing. Where several stories match they are listed, to be \
            asked for by their ids. Exit codes: 0 found · 1 nothing matches, or there is no state · 2 wrong usage or \
            configuration.

            Examples:
              broadsheet explain https://example.org/story
              broadsheet explain "otters return" --date 2026-11-23
            """)

    @Argument(help: "An id, an address in any spelling, or words of a title.")
    var story: [String]

    @Option(name: [.customShort("c"), .customLong("config")], help: "The configuration.")
    var file = "broadsheet.yml"

    @Option(
        name: .long, help: "The edition that is asked about, such as 2026-11-23 (default: the newest).",
        transform: EditionDate.read)
    var date: EditionDate?

    @Flag(name: .long, help: "Print the answer as JSON.")
    var json = false

    func run() throws {
        guard let query = StoryQuery(story.joined(separator: " ")) else {
            throw CommandFailure(
                sentence: "Name a story: by its id, its address, or words of its title.", code: ExitCodes.usage)
        }
        let settings = try ConfigurationOptions.settings(in: file)
        let answer: StoryAnswer
        do {
            answer = try Explainer(settings: settings).answer(query, date: date)
        } catch {
            throw CommandFailure(sentence: error.description, code: ExitCodes.failed)
        }
        if json { try Console.say(answer.json(query, settings), as: .json) }
        switch answer {
        case .one, .several: if !json { try Console.say(answer.text(query, settings)) }
        case .none: throw CommandFailure(sentence: answer.text(query, settings), code: ExitCodes.failed)
        }
    }
}
