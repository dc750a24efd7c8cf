import Foundation
import ProjectFiles
import TestSupport
import Testing

/// The jobs that `init` writes, for projects that are not like most.
@Suite struct JobTests {
    private static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    private static let source = "sources:\n  - feed: https://a.example/\n"

    /// A project in a folder, with a configuration of its own.
    private func project(
        _ text: String, at name: String = "news", _ jobs: String...
    ) async throws -> (folder: TemporaryDirectory, ending: Program.Ending) {
        let folder = try TemporaryDirectory()
        try folder.write(text + Self.source, to: "\(name)/broadsheet.yml")
        return (folder, try await Program.run(["init", name] + jobs, by: nil, in: folder))
    }

    // MARK: - Output and state

    @Test func placesWithinTheProjectAreCarriedIntoEveryJob() async throws {
        let (folder, ending) = try await project(
            "output: the site\nstate: data/news.sqlite\n", "--github-pages", "--gitlab-pages", "--docker", "--systemd")
        #expect(ending.code == 0, "\(ending.complaint)")
        let github = try folder.read("news/.github/workflows/broadsheet.yml")
        #expect(github.components(separatedBy: "            data/news.sqlite*\n            the site\n").count == 3)
        #expect(github.contains("          path: \"the site\"\n"))
        let gitlab = try folder.read("news/.gitlab-ci.yml")
        for line in [
            "publish: \"the site\"", "paths: [\"data/news.sqlite*\", \"the site\"]",
            "paths: [\"the site\", exit-code]", "test -e data/news.sqlite ||",
        ] { #expect(gitlab.contains(line), "\(line)") }
        #expect(!(github + gitlab).contains("public\n"))
        let ignored = try folder.read("news/.gitignore").split(separator: "\n").dropFirst()
        #expect(
            ignored == [
                "/.broadsheet/", "/data/news.sqlite*", "/data/news-unreadable-*", "/the\\ site/", "/broadsheet.env",
            ])
        #expect(try folder.read("news/compose.yaml").contains("      - .:/news\n"))
    }

    @Test func placesOutsideAreShownToTheServiceAndTheContainer() async throws {
        let (folder, ending) = try await project(
            "output: ../www/site\nstate: ../data/s.sqlite\n", "--systemd", "--docker")
        #expect(ending.code == 0, "\(ending.complaint)")
        let place = URL(filePath: folder.path).resolvingSymlinksInPath().path
        let service = try folder.read("news/systemd/broadsheet.service")
        #expect(service.contains("ReadWritePaths=\(folder.path)/news \(place)/www/site \(place)/data\n"), "\(service)")
        let compose = try folder.read("news/compose.yaml")
        for path in ["\(place)/www/site", "\(place)/data"] {
            #expect(compose.contains("source: \"\(path)\", target: \"\(path)\""), "\(compose)")
            #expect(FileManager.default.fileExists(atPath: path), "a service can only be shown what is there")
        }
        #expect(compose.contains("    working_dir: \"\(folder.path)/news\"\n"))
    }

    @Test func anAbsolutePathWithinTheProjectIsTheSameInTheContainer() async throws {
        let folder = try TemporaryDirectory()
        try folder.write("output: \(folder.path)/news/site\n" + Self.source, to: "news/broadsheet.yml")
        #expect(try await Program.run("init", "news", "--docker", in: folder).code == 0)
        let compose = try folder.read("news/compose.yaml")
        #expect(compose.contains("{type: bind, source: \".\", target: \"\(folder.path)/news\""), "\(compose)")
    }

    @Test(arguments: ["output: ../site\n", "state: /var/lib/news/s.sqlite\n", "output: \"a: #b\"\n"])
    func aPipelineThatCouldNotPublishIsNotWritten(text: String) async throws {
        for job in ["--github-pages", "--gitlab-pages"] {
            let (folder, ending) = try await project(text, job)
            #expect(ending.code == 2)
            #expect(ending.complaint.hasPrefix("broadsheet: Nothing is written: "), "\(ending.complaint)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("news")) == ["broadsheet.yml"])
        }
    }

    // MARK: - systemd

    private static let hasSystemd = FileManager.default.isExecutableFile(atPath: "/usr/bin/systemd-analyze")

    /// It ends well whatever it passes over, and says what that is.
    @Test(
        .enabled(if: hasSystemd), .timeLimit(.minutes(1)),
        arguments: ["my news", "50% off", "it's", "say \"hi\"", "[a]*\\b", "$HOME"])
    func anOddFolderIsUnderstood(name: String) async throws {
        let (folder, ending) = try await project("", at: name, "--systemd")
        #expect(ending.code == 0, "\(ending.complaint)")
        let verdict = try await Program.run(
            [folder.path(name) + "/systemd/broadsheet.service"], by: "systemd-analyze verify --man=no \"$1\"",
            in: folder)
        #expect(verdict.code == 0 && verdict.complaint.isEmpty, "\(verdict.complaint)")
        let service = try folder.read(name + "/systemd/broadsheet.service")
        let value = (folder.path(name)).replacing("%", with: "%%")
        #expect(service.contains("\nWorkingDirectory=\(value)\n"), "\(service)")
    }

    @Test(arguments: [
        ("/srv/news", "/usr/local/bin/broadsheet", "yes"), ("/srv/news", "/home/ann/bin/broadsheet", "read-only"),
        ("/home/ann/news", "/usr/bin/broadsheet", "read-only"), ("/root", "/usr/bin/broadsheet", "read-only"),
    ])
    func aProgramInAHomeIsNotHidden(folder: String, program: String, protection: String) {
        let project = Project(folder: folder, paths: ProjectPaths(folder: folder, program: program))
        let text = ProjectFile.service.text(for: project)
        #expect(text.contains("\nProtectHome=\(protection)\n"))
        #expect(text.contains("\nPrivateTmp=yes\n"))
    }

    // MARK: - cron and Docker

    /// The command of the line, by the shell that cron calls.
    @Test func theLineOfCronReadsTheKeys() async throws {
        let folder = try TemporaryDirectory()
        let text = """
            title: ${SITE_NAME}
            fetch: {retries: 0}
            network: {allow-private: true}
            fail-on: none
            sources:
              - feed: "http://127.0.0.1:9/rss.xml"

            """
        try folder.write(text, to: "50% news/broadsheet.yml")
        let variables = ["SITE_NAME": "x"]
        let ending = try await Program.run("init", "50% news", "--cron", in: folder, environment: variables)
        #expect(ending.code == 0, "\(ending.complaint)")
        let line = try #require(try folder.read("50% news/broadsheet.cron").split(separator: "\n").last)
        let command = line.split(separator: " ").dropFirst(5).joined(separator: " ").replacing("\\%", with: "%")
        let without = try await Program.run([command], by: "exec /bin/sh -c \"$1\"", in: folder)
        #expect(without.code == 2 && without.complaint.contains("SITE_NAME"), "\(without.complaint)")
        try folder.write("SITE_NAME='The $Karsk Gazette'\n", to: "50% news/broadsheet.env")
        let with = try await Program.run([command], by: "exec /bin/sh -c \"$1\"", in: folder)
        #expect(with.code == 0, "\(with.complaint)")
        #expect(try folder.read("50% news/public/index.html").contains("The $Karsk Gazette"))
    }

    @Test func theContainerRunsAsTheUserWhoseTheFolderIs() async throws {
        let (folder, _) = try await project("", "--docker")
        let owner = try FileManager.default.attributesOfItem(atPath: folder.path("news"))
        let numbers = [FileAttributeKey.ownerAccountID, .groupOwnerAccountID].map { "\(owner[$0] ?? "")" }
        let compose = try folder.read("news/compose.yaml")
        #expect(compose.contains("    user: \"\(numbers.joined(separator: ":"))\"\n"), "\(compose)")
    }

    /// `date` and `sleep` of a night of which the clocks skip an hour: `sleep` says how long, and ends the script.
    @Test(arguments: [("2026-03-28T23:00:00Z", "2026-03-29", "9000"), ("2026-03-27T23:00:00Z", "2026-03-28", "9000")])
    func theContainerWaitsForATimeThatTheClocksSkip(now: String, today: String, wait: String) async throws {
        let folder = try TemporaryDirectory()
        let date = """
            #!/bin/sh
            [ $# = 1 ] && exec /bin/date -d \(now) "$1"
            text=$(echo "$2" | sed -e 's/^today/\(today)/' -e 's/^tomorrow/\(today) tomorrow/')
            exec /bin/date -d "$text" "$3"
            """
        try folder.write(date, to: "bin/date")
        try folder.write("#!/bin/sh\necho \"$1\" > slept\nkill -TERM $PPID\n", to: "bin/sleep")
        try folder.write("#!/bin/sh\nexit 0\n", to: "bin/broadsheet")
        let script = Self.repository.appending(path: "docker/nightly.sh").path
        let ending = try await Program.run(
            [script],
            by: "chmod +x bin/*; TZ=Europe/London PATH=\"$PWD/bin:/usr/bin:/bin\" exec sh \"$1\" nightly 01:30",
            in: folder)
        #expect(ending.code == 0, "\(ending.complaint)")
        #expect(try folder.read("slept") == wait + "\n")
    }

    // MARK: - Scripts of the documents

    private static let scripts: [String] = {
        // The test that counts them says where the file can't be read.
        let text = (try? String(contentsOf: repository.appending(path: "docs/deploy.md"), encoding: .utf8)) ?? ""
        return text.components(separatedBy: "```sh\n").dropFirst().compactMap {
            $0.components(separatedBy: "```").first
        }
        .filter { $0.hasPrefix("#!/bin/sh\n") }
    }()

    @Test func thereAreScripts() { #expect(Self.scripts.count == 3) }

    /// A script that runs and copies, with programs that only say how they were called.
    private func copied(_ script: String, code: Int, copying: Int = 0) async throws -> (code: Int32, calls: String) {
        let folder = try TemporaryDirectory()
        let run = "#!/bin/sh\nprintf 'index.html\\ngone.html\\n' > changed.txt\nexit \(code)\n"
        try folder.write(run, to: "bin/broadsheet")
        for name in ["rsync", "aws"] {
            try folder.write("#!/bin/sh\necho \(name) \"$@\" >> calls\nexit \(copying)\n", to: "bin/" + name)
        }
        try folder.write("front", to: "public/index.html")
        try folder.write(script, to: "publish.sh")
        let ending = try await Program.run(
            [], by: "chmod +x bin/*; PATH=\"$PWD/bin:/usr/bin:/bin\" exec sh publish.sh", in: folder)
        let isThere = FileManager.default.fileExists(atPath: folder.path("calls"))
        return (ending.code, isThere ? try folder.read("calls") : "")
    }

    @Test(arguments: scripts, [0, 3, 4]) func aNightWithFailuresIsCopiedToo(script: String, code: Int) async throws {
        let (ending, calls) = try await copied(script, code: code)
        #expect(ending == code)
        #expect(!calls.isEmpty)
        if calls.hasPrefix("aws") {
            #expect(calls.contains("cp --only-show-errors public/index.html") && calls.contains("/gone.html\n"))
        }
    }

    @Test(arguments: scripts, [1, 2]) func aRunThatFailedIsNotCopied(script: String, code: Int) async throws {
        let (ending, calls) = try await copied(script, code: code)
        #expect(ending == code && calls.isEmpty)
    }

    @Test(arguments: scripts) func whatCouldNotBeCopiedIsAFailure(script: String) async throws {
        #expect(try await copied(script, code: 0, copying: 5).code == 1)
    }

    // MARK: - Installing

    private func install(_ folder: TemporaryDirectory, environment: [String: String]) async throws -> Program.Ending {
        let script = Self.repository.appending(path: "scripts/install.sh").path
        return try await Program.run(
            [script], by: "umask 022; exec /bin/sh \"$1\" built/broadsheet built/share there", in: folder,
            environment: environment)
    }

    @Test func whatIsBuiltIsInstalledForEverybodyWithoutSwift() async throws {
        let folder = try TemporaryDirectory()
        try folder.write("#!/bin/sh\n", to: "built/broadsheet")
        try folder.write("manual", to: "built/share/man/man1/broadsheet.1")
        let path = folder.path("built")
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path + "/broadsheet")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o600], ofItemAtPath: path + "/share/man/man1/broadsheet.1")
        let ending = try await install(
            folder, environment: ["PATH": "/usr/bin:/bin", "SWIFT": "no-swift", "SUDO_USER": "ann"])
        #expect(ending.code == 0, "\(ending.complaint)")
        for (file, mode) in [("bin/broadsheet", 0o755), ("share/man/man1/broadsheet.1", 0o644)] {
            let attributes = try FileManager.default.attributesOfItem(atPath: folder.path("there/" + file))
            #expect(attributes[.posixPermissions] as? Int == mode, "\(file)")
        }
    }

    @Test(arguments: [["SWIFT": "no-swift"], ["SWIFT": "true", "MAKE": "false", "SUDO_USER": "ann"]])
    func whatIsNotBuiltIsSaid(variables: [String: String]) async throws {
        let folder = try TemporaryDirectory()
        let ending = try await install(folder, environment: variables.merging(["PATH": "/usr/bin:/bin"]) { $1 })
        #expect(ending.code == 1)
        #expect(ending.complaint.contains("run `make build` as yourself"), "\(ending.complaint)")
    }
}
