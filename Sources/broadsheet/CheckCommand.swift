import ArgumentParser
import Foundation
import NewsModel
import Publishing
import Settings

/// `broadsheet check`: is everything in order before the night?
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check the configuration and the templates, and say every mistake at once.")

    @OptionGroup var config: ConfigurationOptions

    func run() async throws {
        let settings = try config.read()
        do {
            _ = try TemplateSet(directory: settings.templates.map { URL(filePath: $0) })
        } catch {
            throw Failure(sentence: error.description, code: ExitCodes.usage)
        }
        let sections = Set(settings.sources.map(\.section)).count
        Console.say(
            "\(config.file) is in order: \(settings.sources.count) sources in \(sections) sections, "
                + "published into \(settings.output).")
    }
}
