import Foundation
import TestSupport
import Testing
import TransportTestSupport

@testable import broadsheet

/// `init`, `import` and `export`, as a new user would type them.
@Suite struct StartingTests {
    private static let jobs = ["--github-pages", "--gitlab-pages", "--systemd", "--cron", "--docker"]

    @Test func aProjectIsWrittenAndInOrder() async throws {
        let folder = try TemporaryDirectory()
        let ending = try await Program.run(
            ["init", "news", "--title", "Ann's: \"news\"", "--timezone", "Europe/London"] + Self.jobs, by: nil,
            in: folder)
        #expect(ending.code == 0, "\(ending.complaint)")
        #expect(ending.complaint.isEmpty)
        let text = try folder.read("news/broadsheet.yml")
        #expect(text.hasPrefix("# yaml-language-server: $schema=./broadsheet.schema.json\n"))
        #expect(try folder.read("news/.gitignore").hasSuffix("\n/.broadsheet/\n/public/\n/broadsheet.env\n"))
        for file in [
            "broadsheet.schema.json", ".github/workflows/broadsheet.yml", ".gitlab-ci.yml",
            "systemd/broadsheet.service",
            "systemd/broadsheet.timer", "broadsheet.cron", "compose.yaml", "broadsheet.yml",
        ] {
            let text = try folder.read("news/\(file)")
            #expect(text.firstMatch(of: /@[A-Z_]+@/) == nil, "\(file) has a place that nothing was put into")
        }
        #expect(try folder.read("news/systemd/broadsheet.timer").contains("OnCalendar=*-*-* 04:47:00 Europe/London"))
        let check = try await Program.run("check", "-c", "news/broadsheet.yml", in: folder)
        #expect(check.code == 0, "\(check.complaint)")
        let schema = try JSONSerialization.jsonObject(with: Data(try folder.read("news/broadsheet.schema.json").utf8))
        #expect((schema as? [String: Any])?["title"] as? String == "broadsheet.yml")
    }

    @Test func whatIsThereStays() async throws {
        let folder = try TemporaryDirectory()
        try folder.write("node_modules\n.broadsheet/", to: ".gitignore")
        #expect(try await Program.run("init", "--feed", "a.example/feed", in: folder).code == 0)
        let text = try folder.read("broadsheet.yml")
        #expect(text.contains("  - feed: https://a.example/feed\n"))
        #expect(try folder.read(".gitignore").hasPrefix("node_modules\n.broadsheet/\n"))
        #expect(!(try folder.read(".gitignore").contains("\n/.broadsheet/")))
        let again = try await Program.run("init", in: folder)
        #expect(again.code == 1)
        #expect(again.complaint.contains("stays as it is"))
        #expect(try await Program.run("init", "--systemd", in: folder).code == 0)
        #expect(try folder.read("broadsheet.yml") == text)
        #expect(try folder.read("systemd/broadsheet.service").contains("ProtectSystem=strict"))
    }

    /// `script` is a terminal with nobody before it.
    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script")), .timeLimit(.minutes(2)))
    func aWrongAnswerIsAskedForAgain() async throws {
        let folder = try TemporaryDirectory()
        let answers = [
            "The Karsk Gazette", "Moon/Base", "Europe/Vienna", "ftp://news.example", "https://news.example/", "no feed",
            "",
        ]
        let ending = try await Program.run(
            ["init"], by: "exec script -qec \"'$0' $*\" /dev/null", in: folder,
            input: answers.map { $0 + "\n" }.joined())
        #expect(ending.code == 0)
        for answer in ["not `Moon/Base`", "not `ftp://news.example`", "no feed is no feed"] {
            #expect(ending.output.contains(answer), "\(ending.output)")
        }
        let asked = ["What is the site called?", "In which time zone?", "Where will it", "The address of a page"].map {
            ending.output.components(separatedBy: $0).count - 1
        }
        #expect(asked == [1, 2, 2, 2])
        let text = try folder.read("broadsheet.yml")
        let told = [
            "title: The Karsk Gazette\n", "timezone: Europe/Vienna ", "url: https://news.example/\n", "hackernews",
        ]
        for line in told { #expect(text.contains(line), "\(text)") }
    }

    /// The page is on this machine, which the rules of a new configuration do not let it ask.
    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script")), .timeLimit(.minutes(2)))
    func whatIsThereToBeginWithStaysWhereNoPageHasAFeed() async throws {
        let folder = try TemporaryDirectory()
        let answers = ["The Karsk Gazette", "Europe/Vienna", "", "http://127.0.0.1:9/blog/", ""]
        let ending = try await Program.run(
            ["init"], by: "exec script -qec \"'$0' $*\" /dev/null", in: folder,
            input: answers.map { $0 + "\n" }.joined())
        #expect(ending.code == 1, "\(ending.output)")
        #expect(try folder.read("broadsheet.yml").contains("  - hackernews: {list: top"))
        let check = try await Program.run("check", in: folder)
        #expect(check.code == 0, "\(check.complaint)")
    }

    @Test func whatIsThereToBeginWithMakesWayForAFeed() async throws {
        let folder = try TemporaryDirectory()
        #expect(try await Program.run("init", in: folder).code == 0)
        let added = try folder.read("broadsheet.yml") + "  - feed: https://a.example/\n"
        let text = InitCommand.withoutFirst(added)
        #expect(added.contains("  - hackernews:") && !text.contains("hackernews"))
        try folder.write(text, to: "broadsheet.yml")
        let check = try await Program.run("check", in: folder)
        #expect(check.code == 0, "\(check.complaint)")
    }

    @Test(arguments: [
        ["init", "--timezone", "Nowhere/Here"], ["init", "--url", "ftp://a.example/"],
        ["init", "--language", "english!"],
        ["init", "--feed", "not an address"], ["init", "--at", "25:00"], ["init", "--import", "missing.opml"],
        ["init", "--title", ""],
    ])
    func whatIsWrongWritesNothing(arguments: [String]) async throws {
        let folder = try TemporaryDirectory()
        let ending = try await Program.run(arguments, by: nil, in: folder)
        #expect(ending.code == 2, "\(ending.complaint)")
        #expect(ending.complaint.hasPrefix("broadsheet: "), "\(ending.complaint)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    }

    @Test func aListIsTakenInAndGivenBack() async throws {
        let folder = try TemporaryDirectory()
        try folder.write("# mine\nsources: []\n", to: "broadsheet.yml")
        let feeds = (0..<300).map {
            "<outline text='S\($0 % 7)'><outline text='F &amp; \($0)' xmlUrl='https://f\($0).example/rss?n=\($0)&amp;x=1'/></outline>"
        }
        try folder.write("<opml><body>\(feeds.joined(separator: "\n"))</body></opml>", to: "feeds.opml")
        let ending = try await Program.run("import", "feeds.opml", in: folder)
        #expect(ending.code == 0, "\(ending.complaint)")
        #expect(ending.output == "300 sources in 7 sections added to broadsheet.yml, from feeds.opml (OPML).\n")
        #expect(
            try folder.read("broadsheet.yml").hasPrefix("# mine\nsources:\n  - feed: https://f0.example/rss?n=0&x=1\n"))
        let exported = try await Program.run("export", "--opml", in: folder)
        let addresses = exported.output.matches(of: /xmlUrl="([^"]*)"/).map { String($0.1) }.sorted()
        #expect(addresses == (0..<300).map { "https://f\($0).example/rss?n=\($0)&amp;x=1" }.sorted())
        #expect(exported.output.matches(of: /title="S\d"/).count == 7)
        let before = try folder.read("broadsheet.yml")
        try folder.write(exported.output, to: "again.opml")
        let again = try await Program.run("import", "again.opml", in: folder)
        #expect(again.code == 0)
        #expect(again.output.contains("brings nothing new"))
        #expect(try folder.read("broadsheet.yml") == before)
    }

    @Test func aPrivateAddressIsExportedWholeAndMarked() async throws {
        let folder = try TemporaryDirectory()
        try folder.write("sources: []\n", to: "broadsheet.yml")
        let address = "https://www.patreon.com/rss/ann?auth=AbCd1234EfGh5678XyZ1"
        try folder.write(address, to: "list.txt")
        let ending = try await Program.run("import", "list.txt", in: folder)
        #expect(ending.complaint.contains("looks private"))
        #expect(!ending.complaint.contains("AbCd1234"))
        #expect(try folder.read("broadsheet.yml").contains("private: true"))
        #expect(try await Program.run("export", in: folder).output.contains("auth=AbCd1234EfGh5678XyZ1"))
    }

    @Test(arguments: [
        ("import", "missing.opml", 2, "does not exist"), ("import", ".", 2, "a folder"),
        ("import", "page.html", 2, "a web page"),
        ("import", "empty.txt", 2, "is empty"), ("add", "ftp://a.example/", 1, "neither http nor https"),
        ("add", "http://192.168.0.1/", 1, "a private address; set `network: {allow-private: true}`"),
        ("add", "word", 1, "no address"),
    ])
    func wrongInputIsSaidAndChangesNothing(verb: String, argument: String, code: Int32, words: String) async throws {
        let folder = try TemporaryDirectory()
        try folder.write("sources:\n  - feed: https://a.example/\n", to: "broadsheet.yml")
        try folder.write("<!doctype html><html></html>", to: "page.html")
        try folder.write("", to: "empty.txt")
        let ending = try await Program.run(verb, argument, in: folder)
        #expect(ending.code == code, "\(ending.complaint)")
        #expect(ending.complaint.contains(words), "\(ending.complaint)")
        #expect(ending.complaint.split(separator: "\n").count == 1)
        #expect(try folder.read("broadsheet.yml") == "sources:\n  - feed: https://a.example/\n")
    }

    @Test func withoutAConfigurationInitIsNamed() async throws {
        for arguments in [["add", "a.example"], ["import", "x"], ["check"], ["export"]] {
            let ending = try await Program.run(arguments, by: nil, in: TemporaryDirectory())
            #expect(ending.code == 2)
            #expect(ending.complaint.contains("broadsheet init"), "\(ending.complaint)")
        }
    }
}

/// `add` and `import --probe`, with a server that answers.
@Suite struct AddingTests {
    private static let feed =
        "<rss version='2.0'><channel><title>The Notes</title><item><title>First &amp; last</title>"
        + "<pubDate>Mon, 23 Nov 2026 08:00:00 GMT</pubDate></item></channel></rss>"

    private static func answer(_ status: String, _ body: String, _ fields: String = "") -> [LoopbackServer.Step] {
        [
            .say(
                "HTTP/1.1 \(status)\r\nContent-Length: \(body.utf8.count)\r\n\(fields)Connection: close\r\n\r\n\(body)"),
            .close,
        ]
    }

    private static func server() -> LoopbackServer {
        LoopbackServer { request in
            switch request.split(separator: " ").dropFirst().first ?? "" {
            case "/blog/": answer("200 OK", "<html><link rel=alternate type=application/rss+xml href=/notes.xml>")
            case "/notes.xml": answer("200 OK", feed)
            case "/old.xml": answer("301 Moved Permanently", "", "Location: /notes.xml\r\n")
            case "/empty.xml": answer("200 OK", "<rss version='2.0'><channel><title>E</title></channel></rss>")
            case "/private.xml": answer("401 Unauthorized", "")
            case "/plain": answer("200 OK", "<html>Nothing</html>")
            default: answer("404 Not Found", "no")
            }
        }
    }

    private static let head = "# mine\nnetwork: {allow-private: true}   # loopback\nfetch: {retries: 0}\nsources:\n"

    @Test(.timeLimit(.minutes(1))) func aPageIsAddedByItsFeed() async throws {
        let folder = try TemporaryDirectory()
        try folder.write(Self.head, to: "broadsheet.yml")
        try await Self.server().serve { server in
            let trial = try await Program.run("add", "--dry-run", server.url + "blog/", in: folder)
            #expect(trial.code == 0, "\(trial.complaint)")
            #expect(trial.output.contains("The Notes: 1 entry, the newest of 2026-11-23"))
            #expect(trial.output.contains("First & last"))
            #expect(try folder.read("broadsheet.yml") == Self.head)
            let ending = try await Program.run(
                "add", "127.0.0.1:\(server.port)/blog/", server.url + "blog/", server.url + "plain", "--section",
                "Blogs",
                in: folder)
            #expect(ending.code == 1, "one of three has no feed")
            #expect(ending.complaint.contains("the page names no feed"))
            // Without a scheme https is meant, which this server does not speak.
            #expect(
                try folder.read("broadsheet.yml") == Self.head
                    + "  - feed: \(server.url)notes.xml\n    section: Blogs\n")
        }
    }

    @Test(.timeLimit(.minutes(1))) func aProbeNamesTheDeadMovedEmptyAndPrivateOnes() async throws {
        let folder = try TemporaryDirectory()
        try folder.write(Self.head, to: "broadsheet.yml")
        try await Self.server().serve { server in
            let names = ["notes.xml", "old.xml", "empty.xml", "private.xml", "gone.xml"]
            try folder.write(names.map { server.url + $0 }.joined(separator: "\n"), to: "list")
            let ending = try await Program.run("import", "list", "--skip-dead", in: folder)
            #expect(ending.code == 0, "\(ending.complaint)")
            #expect(ending.complaint.contains("moved to \(server.url)notes.xml"), "\(ending.complaint)")
            #expect(ending.complaint.contains("empty: it answers"))
            #expect(ending.complaint.contains("private, it wants to know who asks (401"))
            #expect(ending.complaint.contains("dead (404 Not Found), left out"))
            #expect(ending.complaint.contains("Asked 5: 1 well, 1 moved, 1 empty, 1 private, 1 dead."))
            let text = try folder.read("broadsheet.yml")
            #expect(text.contains("private.xml\n    private: true"))
            #expect(!text.contains("gone.xml"))
        }
    }

    @Test(.timeLimit(.minutes(1))) func aProbeAddsNothingTwice() async throws {
        let folder = try TemporaryDirectory()
        try await Self.server().serve { server in
            try folder.write(Self.head + "  - feed: \(server.url)notes.xml\n", to: "broadsheet.yml")
            let list = "[\(server.url)old.xml]\nname = Old\n\n[\(server.url)empty.xml]\nname = Empty\n"
            try folder.write(list, to: "planet.ini")
            let ending = try await Program.run("import", "planet.ini", "--probe", in: folder)
            #expect(ending.code == 0, "\(ending.complaint)")
            #expect(ending.complaint.contains("notes.xml, which is there already: left out."), "\(ending.complaint)")
            let text = try folder.read("broadsheet.yml")
            #expect(text.contains("empty.xml") && !text.contains("old.xml"))
            #expect(text.components(separatedBy: "notes.xml").count == 2)
        }
    }
}
