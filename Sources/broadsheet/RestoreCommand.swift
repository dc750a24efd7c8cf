import ArgumentParser
import Foundation
import NewsModel
import Newsroom

/// `broadsheet restore`: the state learns again what a published site remembers.
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Restore the state from a published site.",
        discussion: """
            Editions that the site has and the state does not know are taken over, with the health of their sources; \
            nothing of them is told again. `run` does the same with its own output; a machine that has none, such as a \
            runner without a cache, restores with --from-url before it runs.

            Exit codes: 0 restored, or with --if-published nothing is published there yet · 1 the site can't be read, or \
            there is none · 2 wrong usage or configuration. After 1 no job should publish: it would replace the editions \
            that could not be read.

            Examples:
              broadsheet restore
              broadsheet restore --from-url https://example.org/news/ --if-published
            """)

    @OptionGroup var config: ConfigurationOptions

    @Option(name: .long, help: "The folder of the site (default: the output).")
    var from: String?

    @Option(name: .long, help: "The address of the site, such as https://example.org/news/.")
    var fromURL: String?

    @Flag(
        name: .long,
        help: "End with 0 also where the server of --from-url has no site (404 or 410), as before the first run.")
    var ifPublished = false

    @Flag(name: .long, help: "Take over the site of another project that the output holds.")
    var adopt = false

    @Flag(name: .long, help: "Only say how site and state differ; exit code 1 if they do.")
    var check = false

    func validate() throws {
        if from != nil, fromURL != nil { throw ValidationError("Name one site: with --from or with --from-url.") }
        if let fromURL, !fromURL.contains("://") {
            throw ValidationError("`\(fromURL)` is no address of a site, such as https://example.org/news/.")
        }
        if ifPublished, fromURL == nil {
            throw ValidationError("--if-published asks the server of a site; name that with --from-url.")
        }
    }

    func run() async throws {
        let settings = try config.read()
        do {
            let restoring = try Restoring(settings: settings, from: place, adopts: adopt, now: Date())
            if let fromURL, ifPublished, try await !restoring.isPublished() {
                try Console.say("Nothing is published at \(fromURL) yet: there is nothing to restore.")
            } else if check {
                let differences = try await restoring.differences()
                guard differences.isEmpty else {
                    try differences.forEach { try Console.say($0) }
                    throw ExitCodes.failed
                }
                try Console.say("Site and state agree.")
            } else {
                try await restoring.restore().sentences.forEach { try Console.say($0) }
            }
        } catch let failure as RunFailure {
            throw CommandFailure(failure)
        }
    }

    private var place: Restoring.Place? { from.map { .folder($0) } ?? fromURL.map { .url($0) } }
}
