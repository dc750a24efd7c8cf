import ArgumentParser
import NewsModel

/// The command line: arguments in, one call, an exit code out.
@main
struct Broadsheet: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "broadsheet",
        abstract: "A nightly news digest, published as a static site.",
        discussion: """
            Reads broadsheet.yml, asks every source at once under one deadline, and publishes an edition with its \
            feeds and a health report. `broadsheet demo` shows all of it without a key and without the internet.

            Examples:
              broadsheet init && broadsheet add https://example.org/blog/
              broadsheet run -c ~/news/broadsheet.yml
            """,
        version: BuildVersion.text,
        subcommands: [
            RunCommand.self, FetchCommand.self, CheckCommand.self, ExplainCommand.self, DemoCommand.self,
            BenchCommand.self, Inspect.self,
            TemplatesCommand.self, RestoreCommand.self, EditionCommand.self, HealthCommand.self,
            ServeCommand.self, DiffCommand.self,
            InitCommand.self,
            AddCommand.self,
            ImportCommand.self,
            ExportCommand.self,
            ReportBugCommand.self,
        ],
        defaultSubcommand: RunCommand.self)

    /// Errors are for people: one sentence, on standard error, and an exit code of design §5.
    static func main() async {
        StandardStreams.makeSound()
        do {
            try Verb.check(CommandLine.arguments.dropFirst())
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let failure as CommandFailure {
            end(failure)
        } catch {
            let code = exitCode(for: error)
            // A code alone says nothing, and help and versions are a result.
            if error is ExitCode { exit(withError: error) }
            if code == .success { endWithResult(fullMessage(for: error)) }
            Console.complain(UsageMessage(message(for: error), fullMessage(for: error)).text)
            // ArgumentParser's own 64 for wrong usage is our 2.
            exit(withError: code == .validationFailure ? ExitCodes.usage : code)
        }
    }

    private static func end(_ failure: CommandFailure) -> Never {
        Console.complain(failure.sentence)
        exit(withError: failure.code)
    }

    private static func endWithResult(_ text: String) -> Never {
        do {
            if !text.isEmpty { try Console.say(text) }
        } catch {
            end(error)
        }
        exit()
    }
}

/// `broadsheet inspect …`: what Broadsheet makes of a thing, without a run.
struct Inspect: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect", abstract: "Show what Broadsheet makes of feeds, addresses, headlines, HTML or records.",
        discussion: """
            Examples:
              broadsheet inspect feed feed.xml
              echo https://example.org/?utm_source=x | broadsheet inspect url
            """,
        subcommands: [InspectFeed.self, InspectClusters.self, InspectURL.self, InspectHTML.self, InspectRecord.self])
}

/// The exit codes that a cron mail or a CI job acts on.
enum ExitCodes {
    /// Nothing was published; the site is as it was.
    static let failed = ExitCode(1)
    /// Wrong usage or configuration.
    static let usage = ExitCode(2)
    /// Published, but with failures that `--fail-on` minds.
    static let publishedWithFailures = ExitCode(3)
    /// The site stays as it was, since the night was too poor, or the clock is wrong.
    static let heldBack = ExitCode(4)
}

/// An end that is said in one sentence.
struct CommandFailure: Error {
    let sentence: String
    let code: ExitCode
}
