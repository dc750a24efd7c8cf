import NewsModel

/// What the files of a new project say of it. Texts are as the files write them, escaped already.
package struct Project: Sendable {
    /// As YAML scalars.
    package var title = "Broadsheet"
    package var url: String?
    package var timeZone = "UTC"
    package var language = "en"
    /// The entries of `sources`, indented by two spaces.
    package var sources = ""
    /// The project's folder as it was named, links not followed.
    package var folder: String
    package var paths: ProjectPaths
    package var user = "broadsheet"
    /// The numbers of the folder's user and group.
    package var owner: (user: UInt32, group: UInt32) = (1000, 1000)
    /// When the night's run begins, in the zone of the project.
    package var hour = 4
    package var minute = 47

    /// - Parameters:
    ///   - folder: as it was named.
    ///   - paths: where it and what belongs to it lie.
    package init(folder: String, paths: ProjectPaths) {
        self.folder = folder
        self.paths = paths
    }

    /// What stands between two `@` in the files.
    var values: [(key: String, value: String)] { settingValues + unitValues + shellValues + pipelineValues }

    private var settingValues: [(String, String)] {
        [
            ("TITLE", title),
            (
                "URL",
                url.map { "url: \($0)" }
                    ?? "# url: https://example.org/news/   # where it will be published; makes ids and links absolute"
            ),
            ("TIMEZONE", timeZone), ("LANGUAGE", language), ("SOURCES", sources), ("DOWNLOADS", Product.downloads),
            ("HOUR", Self.twoDigits(hour)), ("MINUTE", Self.twoDigits(minute)),
            ("IGNORED", paths.ignored.joined(separator: "\n")),
        ]
    }

    private var unitValues: [(String, String)] {
        [
            ("FOLDER", JobText.unitValue(folder)), ("PROGRAM", JobText.unitProgram(paths.program)), ("USER", user),
            ("ENVIRONMENT_FILE", JobText.unitPattern(folder + "/broadsheet.env")),
            ("WRITABLE", ([folder] + paths.writtenOutside).map(JobText.unitWord).joined(separator: " ")),
            ("PROTECT_HOME", isPartly(in: ["/home", "/root", "/run/user"]) ? "read-only" : "yes"),
            ("PRIVATE_TMP", isPartly(in: ["/tmp", "/var/tmp"]) ? "no" : "yes"),
        ]
    }

    /// Whether anything that a run needs lies in one of some folders, which a service may be kept from.
    private func isPartly(in folders: [String]) -> Bool {
        ([folder] + paths.all).contains { path in folders.contains { (path + "/").hasPrefix($0 + "/") } }
    }

    private var shellValues: [(String, String)] {
        [("SHELL_FOLDER", JobText.cronWord(folder)), ("SHELL_PROGRAM", JobText.cronWord(paths.program))]
    }

    private var pipelineValues: [(String, String)] {
        let state = JobText.shellWord(paths.relative(paths.state) ?? paths.state)
        return [
            ("OUTPUT", JobText.pipelineText(paths.relative(paths.output) ?? paths.output)), ("STATE", state),
            ("CACHE_LINES", paths.cached.joined(separator: "\n            ")),
            ("CACHE_LIST", paths.cached.map(JobText.pipelineText).joined(separator: ", ")),
            ("OWNER", "\(owner.user):\(owner.group)"), ("VOLUMES", volumes),
        ]
    }

    /// The folders of a container. Where the configuration names places of this machine, they are the same in there.
    private var volumes: String {
        let written = paths.writtenOutside
        let read = paths.readOutside
        guard !paths.isRelocatable || !written.isEmpty || !read.isEmpty else { return "    volumes:\n      - .:/news" }
        let mounts =
            [Self.mount(".", at: folder)] + written.map { Self.mount($0, at: $0) }
            + read.map { Self.mount($0, at: $0, isRead: true) }
        return """
                # What the configuration names is in the same places as outside; it has to be there already.
                working_dir: \(JobText.composeText(folder))
                volumes:
            \(mounts.joined(separator: "\n"))
            """
    }

    private static func mount(_ source: String, at target: String, isRead: Bool = false) -> String {
        let texts = "source: \(JobText.composeText(source)), target: \(JobText.composeText(target))"
        return "      - {type: bind, \(texts), bind: {create_host_path: false}\(isRead ? ", read_only: true" : "")}"
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
