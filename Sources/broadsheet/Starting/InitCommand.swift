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

    @Option(name: .long, help: "The language of the site's own words: en (the default), de, fr, es or ar.")
    var language: String?

    @Option(name: .long, help: "The address of a feed; may be given several times.")
    var feed: [String] = []

    @Option(name: .customLong("import"), help: "A list of feeds to begin with, of any kind that import reads.")
    var list: String?

    @Option(name: .long, help: "When the nightly job runs (default: 04:47).", transform: ClockTime.read)
    var at: ClockTime?

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

    func validate() throws {
        if at != nil, jobs.isEmpty {
            throw ValidationError("--at is the time of a nightly job; name one, such as --systemd.")
        }
    }

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
        try check(jobs, of: project)
        var files: [(path: String, text: String)] = []
        if isNew {
            try check(answers, place)
            files.append((ProjectFile.configuration.path, ProjectFile.configuration.text(for: project)))
        }
        files.append(("broadsheet.schema.json", ConfigurationSchema.json(providers: Providers.definitions)))
        files += jobs.map { ($0.path, $0.text(for: project)) }
        try write(files, in: place)
        try ignore(project, in: place)
        try makeFolders(of: project)
        let hasAdded = try await add(answers.pages, to: place)
        try close(isNew, namesAdding: answers.pages.isEmpty || !hasAdded)
        if !hasAdded { throw ExitCodes.failed }
    }

    /// Finds the feeds of the pages that were named, and adds them as `add` does, in the place of what is there to begin
    /// with; where none has a feed, that stays.
    /// - Returns: whether all of them have one; what has none was said.
    private func add(_ pages: [String], to place: String) async throws -> Bool {
        guard !pages.isEmpty else { return true }
        let file = place + "/broadsheet.yml"
        let before = try? String(contentsOfFile: file, encoding: .utf8)  // what can't be read is not added to
        let command = try AddCommand.parse(pages + ["-c", file])
        var hasAdded = true
        do {
            try await command.run()
        } catch is ExitCode {
            hasAdded = false
        }
        if let text = try? String(contentsOfFile: file, encoding: .utf8), text != before {
            try write(Self.withoutFirst(text), to: file, shown: shown("broadsheet.yml"))
        }
        return hasAdded
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

    // MARK: - What is written

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
            } catch {
                throw CommandFailure(
                    sentence: "The folder of \(shown(path)) can't be made; check its permissions.",
                    code: ExitCodes.failed)
            }
            try write(text, to: file, shown: shown(path))
            try Console.say("wrote \(shown(path))")
        }
    }

    private func write(_ text: String, to file: String, shown: String) throws(CommandFailure) {
        do throws(FileReplacement.Failure) {
            try FileReplacement.write(Data(text.utf8), to: file)
        } catch {
            throw CommandFailure(sentence: "\(shown) can't be written: \(error.reason).", code: ExitCodes.failed)
        }
    }

    /// Has git leave alone what is made anew; lines that are there already stay.
    private func ignore(_ project: Project, in place: String) throws {
        let file = place + "/" + ProjectFile.gitignore.path
        let old = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""  // none is as good as an empty one
        let there = Set(old.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) })
        let lines = ProjectFile.gitignore.text(for: project).split(separator: "\n")
        let wanted = lines.filter { !$0.hasPrefix("#") }.filter { line in
            !there.contains(String(line)) && !there.contains(String(line.dropFirst()))
        }
        guard !wanted.isEmpty else { return }
        let added = lines.filter { wanted.contains($0) || $0.hasPrefix("#") && !there.contains(String($0)) }
        let start = old.isEmpty || old.hasSuffix("\n") ? old : old + "\n"
        try write(start + added.joined(separator: "\n") + "\n", to: file, shown: shown(".gitignore"))
        try Console.say("wrote \(shown(".gitignore"))")
    }

    /// Makes the folders outside of the project that a job writes into: a service is shown what is there, and Docker would
    /// make them another user's.
    private func makeFolders(of project: Project) throws {
        guard systemd || docker else { return }
        for path in project.paths.writtenOutside where !FileManager.default.fileExists(atPath: path) {
            let mode = path == project.paths.output ? 0o755 : 0o700
            do {
                try FileManager.default.createDirectory(
                    atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: mode])
            } catch {
                Console.complain(
                    "\(path) is not there and can't be made: make it, for \(project.user), before the job runs.")
                continue
            }
            try Console.say("made \(path)")
        }
    }

    func shown(_ path: String) -> String { folder == "." ? path : folder + "/" + path }

    // MARK: - What comes next

    private func close(_ isNew: Bool, namesAdding: Bool) throws {
        let enter = folder == "." ? "" : "cd \(JobText.shellWord(folder)) && "
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
