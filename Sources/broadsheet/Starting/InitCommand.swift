import ArgumentParser
import Fetching
import Files
import Foundation
import NewsModel
import ProjectFiles
import Settings

/// `broadsheet init`: a project of one's own.
struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Start a project: write broadsheet.yml, its schema, and a nightly job.",
        discussion: """
            Asks on a terminal for what no flag says; elsewhere it takes the defaults. Files that are there already stay \
            as they are, so that a job can be added to a project later.

            Examples:
              broadsheet init --feed https://example.org/rss.xml --systemd
              broadsheet init ~/news --import feeds.opml --github-pages
            """)

    @Argument(help: "The folder of the project; it is made if it is not there.")
    var folder = "."

    @Option(name: .long, help: "What the site is called.")
    var title: String?

    @Option(name: .long, help: "Where the site will be published, such as https://example.org/news/.")
    var url: String?

    @Option(name: .long, help: "The time zone that decides what today is (default: this machine's).")
    var timezone: String?

    @Option(name: .long, help: "The language of the site's own words: en, de, fr, es or ar.")
    var language = "en"

    @Option(name: .long, help: "The address of a feed; may be given several times.")
    var feed: [String] = []

    @Option(name: .customLong("import"), help: "A list of feeds to begin with, of any kind that import reads.")
    var list: String?

    @Option(name: .long, help: "When the nightly job runs (default: 04:47).", transform: ClockTime.read)
    var at = ClockTime(hour: 4, minute: 47)

    @Flag(name: .long, help: "Also write a workflow for GitHub Pages.")
    var githubPages = false

    @Flag(name: .long, help: "Also write a pipeline for GitLab Pages.")
    var gitlabPages = false

    @Flag(name: .long, help: "Also write a service and a timer for systemd.")
    var systemd = false

    @Flag(name: .long, help: "Also write a line for cron.")
    var cron = false

    @Flag(name: .long, help: "Also write a compose file for Docker.")
    var docker = false

    func run() async throws {
        let place = URL(filePath: folder).standardizedFileURL.path
        try Self.checkFolder(place, called: folder)
        let isNew = !FileManager.default.fileExists(atPath: place + "/broadsheet.yml")
        guard isNew || !jobs.isEmpty else {
            throw CommandFailure(
                sentence: "\(shown("broadsheet.yml")) is there already and stays as it is; name a job to add, such as "
                    + "--systemd, or another folder.", code: ExitCodes.failed)
        }
        let answers = isNew ? try answered(for: place) : try kept(place)
        let project = project(answers, at: place)
        var files: [(path: String, text: String)] = []
        if isNew {
            try check(answers, place)
            let text = ProjectFile.configuration.text(for: project)
            // The feeds of pages take the place of what is there to begin with.
            let written = answers.pages.isEmpty ? text : text.replacing(Self.first, with: "")
            files.append((ProjectFile.configuration.path, written))
        }
        files.append(("broadsheet.schema.json", ConfigurationSchema.json(providers: Providers.definitions)))
        files += jobs.map { ($0.path, $0.text(for: project)) }
        try write(files, in: place)
        try ignore(in: place)
        let hasAdded = try await add(answers.pages, to: place)
        try close(isNew, namesAdding: answers.pages.isEmpty || !hasAdded)
        if !hasAdded { throw ExitCodes.failed }
    }

    /// Finds the feeds of the pages that were named, and adds them as `add` does.
    /// - Returns: whether all of them have one; what has none was said.
    private func add(_ pages: [String], to place: String) async throws -> Bool {
        guard !pages.isEmpty else { return true }
        let command = try AddCommand.parse(pages + ["-c", place + "/broadsheet.yml"])
        do {
            try await command.run()
            return true
        } catch is ExitCode {
            return false
        }
    }

    /// A file that stands where the folder is to be, or one above it.
    private static func checkFolder(_ place: String, called name: String) throws {
        var path = place
        var isFolder: ObjCBool = false
        while !FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), path.count > 1 {
            path = (path as NSString).deletingLastPathComponent
        }
        guard !isFolder.boolValue else { return }
        let file = path == place ? name : (path as NSString).lastPathComponent
        throw CommandFailure(
            sentence: "The project can't stand in \(name): \(file) is a file; name another folder.",
            code: ExitCodes.usage
        )
    }

    // MARK: - The configuration

    private func project(_ answers: Answers, at place: String) -> Project {
        var project = Project()
        project.title = YAMLText.scalar(answers.title)
        project.url = answers.url.map { YAMLText.scalar($0) }
        project.timeZone = answers.timeZone
        project.language = YAMLText.scalar(language)
        project.sources = answers.feeds.isEmpty ? Self.firstSources : SourceText.block(answers.feeds)
        project.folder = place
        project.program = Self.program
        project.user = NSUserName()
        (project.hour, project.minute) = (at.hour, at.minute)
        return project
    }

    /// What works without a key, until there is a list of one's own.
    private static let first = """
          - hackernews: {list: top, limit: 30}
            section: Technology

        """

    private static let firstSources =
        first + """
              # - feed: https://example.org/rss.xml
              #   section: World
              #   weight: 1.2
            """

    private static var program: String {
        let link = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        // Elsewhere than on Linux the name must do.
        return link ?? "/usr/local/bin/broadsheet"
    }

    /// Throws what the configuration of such a project would say wrong.
    func check(_ answers: Answers, _ place: String) throws {
        guard let mistakes = mistakes(in: answers, place) else { return }
        throw CommandFailure(sentence: "Nothing is written: \(mistakes)", code: ExitCodes.usage)
    }

    /// The same, in a sentence; `nil` where nothing is wrong.
    func mistakes(in answers: Answers, _ place: String) -> String? {
        do throws(InvalidSettings) {
            _ = try SettingsReader.read(
                text: ProjectFile.configuration.text(for: project(answers, at: place)), name: "broadsheet.yml",
                directory: place, environment: ProcessInfo.processInfo.environment, providers: Providers.definitions)
            return nil
        } catch {
            let reasons = error.diagnostics.map(\.message).joined(separator: "; ")
            return reasons + (reasons.last == "?" ? "" : ".")
        }
    }

    // MARK: - What is written

    private var jobs: [ProjectFile] {
        [
            (githubPages, [.githubPages]), (gitlabPages, [.gitlabPages]), (systemd, [.service, .timer]),
            (cron, [.cron]), (docker, [.compose]),
        ].flatMap { $0.0 ? $0.1 : [ProjectFile]() }
    }

    private func write(_ files: [(path: String, text: String)], in place: String) throws {
        for (path, text) in files {
            let file = place + "/" + path
            if FileManager.default.fileExists(atPath: file), path != "broadsheet.schema.json" {
                Console.complain("\(shown(path)) is there already and stays as it is.")
                continue
            }
            do {
                try FileManager.default.createDirectory(
                    atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
                try FileReplacement.write(Data(text.utf8), to: file)
            } catch let failure as FileReplacement.Failure {
                throw CommandFailure(
                    sentence: "\(shown(path)) can't be written: \(failure.reason).", code: ExitCodes.failed)
            } catch {
                throw CommandFailure(
                    sentence: "The folder of \(shown(path)) can't be made; check its permissions.",
                    code: ExitCodes.failed)
            }
            try Console.say("wrote \(shown(path))")
        }
    }

    /// Has git leave alone what is made anew; lines that are there already stay.
    private func ignore(in place: String) throws {
        let file = place + "/" + ProjectFile.gitignore.path
        let old = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""  // none is as good as an empty one
        let there = Set(old.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) })
        let lines = ProjectFile.gitignore.text(for: Project()).split(separator: "\n")
        let wanted = lines.filter { !$0.hasPrefix("#") }.filter { line in
            !there.contains(String(line)) && !there.contains(String(line.dropFirst()))
        }
        guard !wanted.isEmpty else { return }
        let added = old.isEmpty ? lines : lines.filter { $0.hasPrefix("#") || wanted.contains($0) }
        let start = old.isEmpty || old.hasSuffix("\n") ? old : old + "\n"
        do throws(FileReplacement.Failure) {
            try FileReplacement.write(Data((start + added.joined(separator: "\n") + "\n").utf8), to: file)
        } catch {
            throw CommandFailure(
                sentence: "\(shown(".gitignore")) can't be written: \(error.reason).", code: ExitCodes.failed)
        }
        try Console.say("wrote \(shown(".gitignore"))")
    }

    private func shown(_ path: String) -> String { folder == "." ? path : folder + "/" + path }

    // MARK: - What comes next

    private func close(_ isNew: Bool, namesAdding: Bool) throws {
        let enter = folder == "." ? "" : "cd \(folder) && "
        let next = namesAdding ? "broadsheet add https://example.org/blog/, then broadsheet run" : "broadsheet run"
        var lines = isNew ? ["Next: \(enter)\(next)."] : []
        if githubPages { lines.append("GitHub: Settings → Pages → Source: GitHub Actions; then push.") }
        if gitlabPages { lines.append("GitLab: Build → Pipeline schedules → a new one each night; then push.") }
        if systemd {
            lines.append(
                "systemd: sudo systemctl link \"$PWD\"/systemd/broadsheet.service && "
                    + "sudo systemctl enable --now \"$PWD\"/systemd/broadsheet.timer")
        }
        if cron { lines.append("cron: (crontab -l 2>/dev/null; cat broadsheet.cron) | crontab -") }
        if docker { lines.append("Docker: docker compose up -d, once the image broadsheet is built.") }
        try lines.forEach { try Console.say($0) }
    }
}
