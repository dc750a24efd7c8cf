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
        if let note = Self.note(on: settings.site.accent) { Console.complain(note) }
    }

    /// What becomes of an accent that cannot be read on the paper of the day or of the night.
    private static func note(on text: String?) -> String? {
        guard let text, let accent = Accent(text), accent.isCorrected else { return nil }
        return "`pages: {accent: \"\(text)\"}` is too near to the paper to be read by day and by night: it is shown as "
            + "\(accent.day) by day and as \(accent.night) by night."
    }

    private static func count(_ number: Int, _ noun: String) -> String {
        number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
    }
}
