import Fetching
import Files
import Foundation
import NewsModel
import ProjectFiles
import Settings

/// What the files of a project are told of it.
extension InitCommand {
    /// The files of the jobs that were asked for.
    var jobs: [ProjectFile] {
        [
            (githubPages, [.githubPages]), (gitlabPages, [.gitlabPages]), (systemd, [.service, .timer]),
            (cron, [.cron]), (docker, [.compose]),
        ].flatMap { $0.0 ? $0.1 : [ProjectFile]() }
    }

    func project(_ answers: Answers, at place: String) -> Project {
        var project = Project(folder: place, paths: Self.paths(answers.settings, at: place))
        project.title = YAMLText.scalar(answers.title)
        project.url = answers.url.map { YAMLText.scalar($0) }
        project.timeZone = answers.timeZone
        project.language = YAMLText.scalar(language ?? "en")
        project.sources = answers.feeds.isEmpty ? Self.firstSources : SourceText.block(answers.feeds)
        project.user = NSUserName()
        project.owner = Self.owner(of: place)
        if let at { (project.hour, project.minute) = (at.hour, at.minute) }
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

    /// A configuration without what is there to begin with.
    static func withoutFirst(_ text: String) -> String { text.replacing(first, with: "") }

    // MARK: - Where things are

    /// What lies where, by the settings of a project that is there already.
    private static func paths(_ settings: Settings?, at place: String) -> ProjectPaths {
        var paths = ProjectPaths(folder: ResolvedPath.of(place), program: program)
        guard let settings else { return paths }
        paths.output = ResolvedPath.of(settings.output)
        paths.state = ResolvedPath.of(settings.state)
        paths.lists = settings.lists.first.map { ResolvedPath.of(($0.file as NSString).deletingLastPathComponent) }
        paths.read = read(by: settings).map(ResolvedPath.of)
        paths.isRelocatable = isRelocatable(place)
        return paths
    }

    private static func read(by settings: Settings) -> [String] {
        [settings.templates, settings.network.certificateAuthorityFile].compactMap(\.self) + settings.files
    }

    /// Whether a configuration names nothing but places in the project, from there: read in another folder, it names
    /// those.
    private static func isRelocatable(_ place: String) -> Bool {
        let folder = "/news"
        // What can't be read there is not.
        guard let text = try? String(contentsOfFile: place + "/broadsheet.yml", encoding: .utf8),
            let settings = try? SettingsReader.read(
                text: text, name: "broadsheet.yml", directory: folder, environment: ProcessInfo.processInfo.environment,
                providers: Providers.definitions)
        else { return false }
        return ([settings.output, settings.state] + read(by: settings)).allSatisfy { ResolvedPath.contains(folder, $0) }
    }

    private static var program: String {
        let link = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        // Elsewhere than on Linux the name must do.
        return link ?? "/usr/local/bin/broadsheet"
    }

    /// The numbers of a folder's user and group; of whoever makes it, where it is not there yet.
    private static func owner(of place: String) -> (user: UInt32, group: UInt32) {
        var status = stat()
        return stat(place, &status) == 0 ? (status.st_uid, status.st_gid) : (geteuid(), getegid())
    }

    // MARK: - What would go wrong

    /// Throws where a job can't be written for the project.
    func check(_ jobs: [ProjectFile], of project: Project) throws(CommandFailure) {
        for job in jobs {
            guard let mistake = project.mistake(in: job) else { continue }
            throw CommandFailure(sentence: "Nothing is written: \(mistake)", code: ExitCodes.usage)
        }
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
}
