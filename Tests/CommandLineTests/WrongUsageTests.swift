import Foundation
import TestSupport
import Testing

/// What is typed wrongly over all verbs: one sentence that says what, where and what to do, the right exit code, and
/// nothing changed.
@Suite struct WrongUsageTests {
    struct Mistake: Sendable, CustomTestStringConvertible {
        let arguments: String
        let code: Int32
        let words: String

        init(_ arguments: String, _ code: Int32, _ words: String) {
            (self.arguments, self.code, self.words) = (arguments, code, words)
        }

        var testDescription: String { "broadsheet \(arguments)" }
    }

    private static let files = [
        "broadsheet.yml": """
        network: {allow-private: true}
        fetch: {retries: 0}
        sources:
          - {id: paper, feed: "http://127.0.0.1:9/rss.xml"}

        """,
        "page.html": "<!doctype html><html></html>", "empty": "", "letter": "Dear reader", "folder/note": "x",
        "broken.yml": "sources: [", "unknown.yml": "sources:\n  - feed: https://a.example/\n    sectoin: World\n",
        "none.yml": "sources: []\n",
    ]

    static let usage = [
        Mistake("buld", 2, "did you mean `run`?"), Mistake("--colour", 2, "'--colour'"),
        Mistake("help xyzzy", 2, "There is no verb `xyzzy`. The verbs are run,"),
        Mistake("run --colour", 2, "`broadsheet run --help`"), Mistake("run extra", 2, "'extra'"),
        Mistake("run --date 2026-02-30", 2, "`2026-02-30` is no value of --date, which takes a date such as"),
        Mistake("run --now noon", 2, "which takes an instant such as 2026-11-23T03:00:00Z"),
        Mistake("run --fail-on sometimes", 2, "which takes `none`, or some of `any`, `all`, `quorum:50%`"),
        Mistake("run --fail-on quorum:150%", 2, "a share from 0% to 100%, as in `quorum:50%`"),
        Mistake("run --fail-on qorum:50%", 2, "did you mean `quorum:50%`?"),
        Mistake("run --fail-on dead", 2, "as in `dead:3`"), Mistake("run --only papr", 2, "did you mean `paper`?"),
        Mistake("run --only ,", 2, "ids of sources with commas between them"),
        Mistake("run --preview --dry-run", 2, "choose one"), Mistake("run --preview -o x", 2, "leave out -o"),
        Mistake("run --no-fetch --record x.warc", 2, "nothing to record"), Mistake("run --record", 2, "--record"),
        Mistake("run --json --events", 2, "choose one"), Mistake("run --date 9999-01-01", 2, "lies in the future"),
        Mistake("check extra", 2, "'extra'"), Mistake("check --explain titel", 2, "did you mean `title`?"),
        Mistake("check --explain xyzzy", 2, "docs/configuration.md"), Mistake("add", 2, "<addresses>"),
        Mistake("check --explain url --online", 2, "leave out --online"),
        Mistake("run -q -v", 2, "choose one"),
        Mistake("add --title X a.example b.example", 2, "add them one by one"), Mistake("import", 2, "<file>"),
        Mistake("export --json", 2, "'--json'"), Mistake("health --since week", 2, "a duration such as 7d"),
        Mistake("health --max-age 0h", 2, "a duration such as 7d or 26h"),
        Mistake("serve --port 99999", 2, "a number from 0 to 65535"),
        Mistake("serve --port many", 2, "`many` is no value of --port"),
        Mistake("serve --watch public", 2, "leave out the folder"), Mistake("diff 2026-11-22", 2, "<after>"),
        Mistake("diff 2026-11-22 2026-11-22", 2, "name two dates"),
        Mistake("diff 2026-11-22 monday", 2, "`monday` is no value of <after>, which takes a date"),
        Mistake("explain", 2, "<story>"), Mistake("explain x --date 2026-13-01", 2, "a date such as"),
        Mistake("edition remove", 2, "<date>"), Mistake("edition remove monday", 2, "a date such as"),
        Mistake("edition remov 2026-11-23", 2, "did you mean `edition remove`?"),
        Mistake("restore --from-url foo", 2, "is no address of a site"),
        Mistake("restore --from a --from-url https://a.example/", 2, "Name one site"),
        Mistake("templates exprot x", 2, "did you mean `templates export`?"),
        Mistake("templates export", 2, "<directory>"), Mistake("demo --days 0", 2, "a number from 1 to 366"),
        Mistake("demo --days many", 2, "a number from 1 to 366"), Mistake("demo --date x", 2, "a date such as"),
        Mistake("bench --sources 50,", 2, "numbers from 1 to 5000"),
        Mistake("inspect fed x", 2, "did you mean `inspect feed`?"), Mistake("inspect clusters", 2, "<file>"),
        Mistake("inspect clusters missing", 2, "name a table of headlines"),
        Mistake("inspect clusters letter --clustering tight", 2, "strict, normal, loose or off"),
        Mistake("fetch", 2, "--record"), Mistake("fetch --shard 3/2 --record x", 2, "a part of how many such as 3/16"),
        Mistake("init x --at 25:00", 2, "`25:00` is no value of --at, which takes a time of day such as 04:47"),
        Mistake("init x --at 05:00", 2, "name one, such as --systemd"),
        Mistake("init --systemd --title X --feed a.example", 2, "as it is: leave out --title, --feed, and change"),
        Mistake("init --cron --timezone Europe/Vienna", 2, "leave out --timezone, and change that file"),
        Mistake("restore --if-published", 2, "name that with --from-url"),
        Mistake("run --preview --changed-list x", 2, "which stays as it is here"),
        Mistake("run --changed-list folder", 2, "folder is a folder"),
        Mistake("run --changed-list nowhere/x", 2, "there is no folder"),
        Mistake("run --changed-list unknown.yml", 2, "unknown.yml is no list of changed files, by its line 1"),
    ]

    static let input = [
        Mistake("run -c missing.yml", 2, "missing.yml: there is no such file; `broadsheet init` writes one"),
        Mistake("run -c folder", 2, "a folder, not a file"), Mistake("run -c broken.yml", 2, "broken.yml:2:1: "),
        Mistake("check -c unknown.yml", 2, "unknown.yml:3:5: unknown key `sectoin`; did you mean `section`?"),
        Mistake("check -c none.yml", 2, "lists nothing; add a source"), Mistake("health -c letter", 2, "letter:1:1: "),
        Mistake("run --replay missing.warc", 1, "there is no such file"), Mistake("run --replay letter", 1, "letter"),
        Mistake("add ftp://a.example/", 1, "neither http nor https"), Mistake("add word", 1, "no address of a feed"),
        Mistake("add http://127.0.0.1:9/", 1, "connection refused"),
        Mistake("add -c missing.yml a.example", 2, "`broadsheet init` writes one"),
        Mistake("import missing", 2, "does not exist"), Mistake("import folder", 2, "a folder, not a file"),
        Mistake("import page.html", 2, "a web page, not a list of feeds"), Mistake("import empty", 2, "is empty"),
        Mistake("export -c missing.yml", 2, "`broadsheet init` writes one"),
        Mistake("init", 1, "name a job to add, such as --systemd"),
        Mistake("init letter", 2, "in letter: letter is a file; name another folder"),
        Mistake("init letter/news", 2, "in letter/news: letter is a file"),
        Mistake("init x --timezone Nowhere", 2, "a time zone such as UTC or Europe/London"),
        Mistake("init x --timezone london", 2, "did you mean `Europe/London`?"),
        Mistake("init x --url gopher://a.example/", 2, "only http and https"),
        Mistake("init x --language english", 2, "did you mean `en`?"),
        Mistake("init x --feed nonsense", 2, "nonsense is no feed"),
        Mistake("init x --import missing", 2, "does not exist"),
        Mistake("health", 1, "`broadsheet run` makes the first"),
        Mistake("serve missing", 1, "There is no site in"), Mistake("serve", 1, "`broadsheet run` makes one"),
        Mistake("diff 2026-11-22 2026-11-23", 1, "`broadsheet run` makes it"),
        Mistake("explain otters", 1, "`broadsheet run` makes it"),
        Mistake("edition list", 1, "No edition was built yet; `broadsheet run` builds the first"),
        Mistake("edition remove 2026-11-23", 1, "No edition was built yet"),
        Mistake("edition rebuild 2026-11-23", 1, "No edition was built yet"),
        Mistake("restore --from missing", 1, "There is no site of Broadsheet at missing"),
        Mistake("restore --from-url ftp://a.example/", 1, "neither http nor https"),
        Mistake("templates export letter", 1, "is no folder; name another"),
        Mistake("inspect warc missing", 1, "there is no such file"),
        Mistake("fetch --record folder", 1, "name another file"),
        Mistake("report-bug --record missing", 1, "there is no such file"),
    ]

    @Test func thereAreSixtyAndMore() {
        #expect(Self.usage.count + Self.input.count >= 60)
    }

    @Test(arguments: usage + input) func oneSentenceIsSaidAndNothingChanges(mistake: Mistake) async throws {
        let folder = try TemporaryDirectory()
        for (path, text) in Self.files { try folder.write(text, to: path) }
        let before = try Self.contents(of: folder)
        let arguments = mistake.arguments.split(separator: " ").map(String.init)
        let ending = try await Program.run(arguments, by: nil, in: folder)
        #expect(ending.code == mistake.code, "\(ending.complaint)")
        #expect(ending.complaint.contains(mistake.words), "\(ending.complaint)")
        let lines = ending.complaint.split(separator: "\n")
        #expect(lines.count == 1, "\(ending.complaint)")
        #expect(lines.allSatisfy { $0.hasPrefix("broadsheet: ") && !$0.hasPrefix("broadsheet: Error") })
        #expect(lines.allSatisfy(Self.isEnded), "\(ending.complaint)")
        #expect(ending.output.isEmpty)
        #expect(try Self.contents(of: folder) == before)
    }

    /// With a full stop or a question mark, unless it begins with its place in a file, as compilers say it.
    private static func isEnded(_ line: Substring) -> Bool {
        let sentence = line.dropFirst("broadsheet: ".count)
        let isPlaced = sentence.prefixMatch(of: #/[^\s:]+:(\d+:\d+:)? /#) != nil
        return isPlaced || sentence.last.map { ".?".contains($0) } ?? false
    }

    /// Every file below a folder.
    private static func contents(of folder: TemporaryDirectory) throws -> [String: String] {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        return Dictionary(
            uniqueKeysWithValues: paths.map { path in
                let text = try? String(contentsOf: folder.url.appending(path: path), encoding: .utf8)
                return (path, text ?? "a folder")
            })
    }
}
