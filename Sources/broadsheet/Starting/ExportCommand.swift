import ArgumentParser
import Foundation
import NewsModel
import Settings
import Subscriptions

/// `broadsheet export`: the feeds of the configuration, for another program.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write the feeds of the configuration as OPML to standard output.",
        discussion: """
            A folder for each section, with whole addresses, private ones too: it is your own list. What is no feed, \
            such as an API, is left out and counted.

            Examples:
              broadsheet export --opml > feeds.opml
              broadsheet export --opml -c ~/news/broadsheet.yml | wc -l
            """)

    @Flag(name: .long, help: "OPML 2.0, which every reader of feeds takes (the default, and the only form).")
    var opml = false

    @Option(name: [.customShort("c"), .customLong("config")], help: "The configuration.")
    var file = "broadsheet.yml"

    func run() throws {
        let settings = try ConfigurationOptions.settings(in: file)
        let (bytes, others) = OPMLWriter.document(title: settings.site.title, sources: settings.sources)
        // Not by way of the console, which takes keys out of what it says.
        let code = StandardStreams.write(bytes, to: STDOUT_FILENO)
        guard code == 0 else { throw CommandFailure.notWritten(code) }
        if others > 0 {
            Console.complain("\(others == 1 ? "1 source is no feed" : "\(others) sources are no feeds"): left out.")
        }
    }
}
