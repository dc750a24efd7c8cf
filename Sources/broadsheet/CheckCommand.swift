import ArgumentParser
import Fetching
import Foundation
import HTTPTransport
import NewsModel
import Newsroom
import Publishing
import Settings

/// `broadsheet check`: is everything in order before the night?
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check the configuration and the templates, and say every mistake at once.",
        discussion: """
            Warns of what is no mistake, but does not do what it seems to. --online asks each source and list once, and \
            remembers nothing. Exit codes: 0 in order · 2 there are mistakes · 3 with --online, some do not answer.

            Examples:
              broadsheet check --online
              broadsheet check --explain fetch.timeout
            """)

    @OptionGroup var config: ConfigurationOptions

    @Flag(name: .long, help: "Ask each source and each list of feeds once, and say which do not answer.")
    var online = false

    @Option(name: .long, help: "Say what a key of the configuration is for, such as weight or fetch.timeout.")
    var explain: String?

    func validate() throws {
        guard let explain else { return }
        if online { throw ValidationError("--explain asks nobody; leave out --online.") }
        if explain.allSatisfy(\.isWhitespace) { throw ValidationError("--explain wants a key, such as fetch.timeout.") }
    }

    func run() async throws {
        if let explain { return try self.explain(explain) }
        let settings = try config.read()
        try settings.checkNotificationTemplates()
        do {
            _ = try TemplateSet(
                directory: settings.templates.map { URL(filePath: $0) }, language: settings.site.language)
        } catch {
            throw CommandFailure(sentence: error.description, code: ExitCodes.usage)
        }
        try checkAuthorities(settings)
        let sections = Set(settings.sources.map(\.section)).count
        try Console.say(
            "\(config.file) is in order: \(settings.sources.count.of("source")) in "
                + "\(sections.of("section")), published into \(settings.output).")
        settings.advice(file: config.file).forEach { Console.complain($0.description) }
        let templates = settings.templates.map { URL(filePath: $0) }
        templates.map(TemplateSet.advice(about:))?.forEach(Console.complain)
        TemplateSet.advice(on: settings.site.language, folder: templates).forEach(Console.complain)
        IdentifierChange(settings: settings).notes.forEach(Console.complain)
        if let note = Self.note(on: settings.site.accent) { Console.complain(note) }
        if online { try await SourceCheck(settings: settings).run() }
    }

    /// A file without certificates would end every run.
    private func checkAuthorities(_ settings: Settings) throws {
        guard settings.network.certificateAuthorityFile != nil else { return }
        do throws(UnreadableAuthorities) {
            try HTTPClient(fetch: settings.fetch, network: settings.network).close()
        } catch {
            throw CommandFailure(sentence: "\(config.file): \(error.description)", code: ExitCodes.usage)
        }
    }

    private func explain(_ key: String) throws {
        let found = KeyExplanation.all(of: key, providers: Providers.definitions)
        guard !found.isEmpty else {
            let suggestion = KeyExplanation.suggestion(for: key, providers: Providers.definitions)
            let end = suggestion.map { "did you mean `\($0)`?" } ?? "docs/configuration.md lists all of them."
            throw CommandFailure(sentence: "There is no key `\(key.prefix(60))`; \(end)", code: ExitCodes.usage)
        }
        try Console.say(found.map(\.text).joined(separator: "\n\n"))
    }

    /// What becomes of an accent that cannot be read on the paper of the day or of the night.
    private static func note(on text: String?) -> String? {
        guard let text, let accent = Accent(text), accent.isCorrected else { return nil }
        let changes = [("day", accent.day), ("night", accent.night)].filter { $0.1 != accent.chosen }
        return "`pages: {accent: \"\(text)\"}` is too near to the paper of the "
            + changes.map { "\($0.0), where it is shown as \($0.1)" }.joined(separator: ", and to that of the ") + "."
    }
}

/// `check --online`: asks each source and each list of them once, and says which do not answer.
private struct SourceCheck {
    let settings: Settings

    /// - Throws: exit code 3 where sources or lists do not answer.
    func run() async throws {
        let probe: SourceProbe
        let missingLists: [String]
        do throws(RunFailure) {
            probe = try SourceProbe(settings: settings, now: Date())
            missingLists = settings.lists.isEmpty ? [] : try await ListRefresh(settings: settings, now: Date()).probe()
        } catch {
            throw CommandFailure(error)
        }
        let findings = await probe.findings(of: settings.sources)
        let rows = findings.compactMap { finding in
            line(of: finding).map { FittedTable.Row(cells: [finding.source.id.rawValue, $0]) }
        }
        if !rows.isEmpty {
            let table = FittedTable(heading: ["source", "what was found"], rows: rows)
            try Console.say(table.lines(width: Terminal(STDOUT_FILENO).width))
        }
        missingLists.forEach(Console.complain)
        let silent = findings.count { !$0.answers }
        try Console.say(
            silent == 0
                ? "All \(findings.count) sources answer."
                : "\(silent) of \(findings.count) sources do not answer.")
        if silent > 0 || !missingLists.isEmpty { throw ExitCodes.publishedWithFailures }
    }

    /// What is to be said of a source; `nil` where all is well.
    private func line(of finding: SourceProbe.Finding) -> String? {
        if finding.wantsCredentials { return "private: it wants to know who asks" }
        guard finding.answers else {
            return [finding.report.detail ?? finding.report.outcome.rawValue, finding.report.advice]
                .compactMap { $0 }.joined(separator: " → ")
        }
        if let moved = finding.movedTo {
            return "moved to \(finding.source.isPrivate ? "another address" : Redactor.publishing(moved)) for good"
        }
        return finding.isEmpty ? "empty: it answers, but has no entries" : nil
    }
}
