import ArgumentParser
import WebText

/// `broadsheet inspect feed`: what Broadsheet reads in a feed, one line of JSON for each file.
struct InspectFeed: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feed",
        abstract: "What Broadsheet reads in feeds, one line of JSON for each file.",
        discussion: "The exit code is 0 only if every file is a feed."
    )

    @Argument(help: ArgumentHelp("The files to read; - is standard input.", valueName: "file"))
    var files: [String]

    @Option(help: "The address that the feeds came from; relative links are relative to it.")
    var url: String?

    @Option(help: "The value of HTTP's Content-Type, of which the charset counts.")
    var contentType: String?

    @Flag(help: "Read everything and print one line of totals.")
    var quiet = false

    func run() async throws {
        let inspection = FeedInspection(files: files, url: url, contentType: contentType, isQuiet: quiet)
        let totals = await inspection.run()
        if totals.errors > 0 { throw ExitCode.failure }
    }
}
