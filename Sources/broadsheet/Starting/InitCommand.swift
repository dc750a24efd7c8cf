import ArgumentParser
import Fetching
import Files
import Foundation
import NewsModel
import ProjectFiles
import Settings
import Subscriptions

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
        let answers = isNew ? try answered() : try kept(place)
        let project = try project(answers, at: place)
        var files: [(path: String, text: String)] = []
        if isNew {
            let text = ProjectFile.configuration.text(for: project)
            try check(text, in: place)
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

    // MARK: - What it is called

    /// What a person answers, or a flag says.
    struct Answers {
        var title: String
        var url: String?
        var timeZone: String
        var feeds: [NewSource]
        /// Pages or feeds, of which the feeds are looked for once the file is there.
        var pages: [String] = []
    }

    private func answered() throws -> Answers {
        let zone = TimeZone.current.identifier == "GMT" ? "UTC" : TimeZone.current.identifier
        var answers = Answers(
            title: title ?? "Broadsheet", url: url, timeZone: timezone ?? zone, feeds: try feeds(feed))
        if let list { answers.feeds += try imported(list, besides: answers.feeds.map(\.address)) }
        guard Questions.canAsk else { return answers }
        if title == nil { answers.title = Questions.ask("What is the site called?", standard: answers.title) }
        if timezone == nil { answers.timeZone = Questions.ask("In which time zone?", standard: answers.timeZone) }
        if url == nil {
            let text = Questions.ask("Where will it be published (empty: not yet known)?", standard: "")
            answers.url = text.isEmpty ? nil : text
        }
        while feed.isEmpty, list == nil {
            let text = Questions.ask("The address of a page or feed to read (empty: no more)?", standard: "")
            if text.isEmpty { break }
            do {
                answers.pages += try feeds([text]).map(\.address)
            } catch let failure as CommandFailure {
                Console.complain(failure.sentence)
            }
        }
        return answers
    }

    /// What the configuration says that is there already.
    private func kept(_ place: String) throws -> Answers {
        let settings = try ConfigurationOptions.settings(in: place + "/broadsheet.yml")
        let zone = settings.site.timeZone.identifier
        return Answers(
            title: settings.site.title, url: settings.site.url, timeZone: timezone ?? (zone == "GMT" ? "UTC" : zone),
            feeds: [])
    }

    private func feeds(_ addresses: [String]) throws -> [NewSource] {
        try addresses.map { written in
            do throws(MendedAddress.Failure) {
                let address = try MendedAddress(written).text
                return NewSource(feed: address, isPrivate: PrivateFeed.isLikely(address))
            } catch {
                throw CommandFailure(sentence: "\(written) is no feed: \(error.reason).", code: ExitCodes.usage)
            }
        }
    }

    private func imported(_ list: String, besides known: [String]) throws -> [NewSource] {
        let read = try ListFile(list).read(besides: known)
        ImportRemarks(file: list, showsAll: false).sayAll(read.remarks)
        return read.subscriptions.filter { ConfigurationFile.mistake(inAddress: $0.address) == nil }
            .map { NewSource($0) }
    }

    private func project(_ answers: Answers, at place: String) throws -> Project {
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

    private func check(_ text: String, in place: String) throws {
        do throws(InvalidSettings) {
            _ = try SettingsReader.read(
                text: text, name: "broadsheet.yml", directory: place, environment: ProcessInfo.processInfo.environment,
                providers: Providers.definitions)
        } catch {
            let reasons = error.diagnostics.map(\.message).joined(separator: "; ")
            let end = reasons.last == "?" ? "" : "."
            throw CommandFailure(sentence: "Nothing is written: \(reasons)\(end)", code: ExitCodes.usage)
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
