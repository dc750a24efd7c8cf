import ArgumentParser
import Foundation
import NewsModel
import Newsroom
import Publishing
import Settings

/// `broadsheet check`: is everything in order before the night?
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check the configuration and the templates, and say every mistake at once.")

    @OptionGroup var config: ConfigurationOptions

    func run() async throws {
        let settings = try config.read()
        try settings.checkNotificationTemplates()
        do {
            _ = try TemplateSet(
                directory: settings.templates.map { URL(filePath: $0) }, language: settings.site.language)
        } catch {
            throw CommandFailure(sentence: error.description, code: ExitCodes.usage)
        }
        let sections = Set(settings.sources.map(\.section)).count
        try Console.say(
            "\(config.file) is in order: \(Self.count(settings.sources.count, "source")) in "
                + "\(Self.count(sections, "section")), published into \(settings.output).")
        IdentifierChange(settings: settings).notes.forEach(Console.complain)
    }

    private static func count(_ number: Int, _ noun: String) -> String {
        number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
    }
}
