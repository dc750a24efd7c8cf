import TestSupport
import Testing

/// What is said to who typed something else than was meant, and to who asks for help.
@Suite struct MannersTests {
    @Test(arguments: [
        ("buld", "did you mean `run`?"), ("chek", "did you mean `check`?"), ("validate", "did you mean `check`?"),
        ("subscribe", "did you mean `add`?"), ("xyzzy", "There is no verb `xyzzy`. The verbs are run, fetch, check"),
    ])
    func anUnknownVerbIsToldTheNearest(verb: String, words: String) async throws {
        let ending = try await Program.run(verb, in: TemporaryDirectory())
        #expect(ending.code == 2)
        #expect(ending.complaint.contains(words), "\(ending.complaint)")
        #expect(ending.complaint.contains("export"))
        #expect(ending.output.isEmpty)
    }

    @Test(arguments: [
        ["--colour"], ["run", "--colour"], ["run", "--date", "2026-02-30"], ["init", "--at", "noon"], ["add"],
        ["import"], ["check", "--explain", "fetch.timout"], ["explain"], ["edition", "frobnicate"],
        ["bench", "--sources", "0"],
    ])
    func wrongUsageIsOneLineWithTheProgramsName(arguments: [String]) async throws {
        let ending = try await Program.run(arguments, by: nil, in: TemporaryDirectory())
        #expect(ending.code == 2, "\(ending.complaint)")
        let lines = ending.complaint.split(separator: "\n")
        #expect(lines.count == 1, "\(ending.complaint)")
        #expect(
            lines.allSatisfy { $0.hasPrefix("broadsheet: ") && $0.last.map { ".?`".contains($0) } ?? false }, "\(lines)"
        )
    }

    @Test(arguments: [
        "", "init", "add", "import", "export", "check", "explain", "restore", "templates", "templates export",
        "edition",
        "edition list", "edition remove", "edition rebuild", "demo", "bench", "inspect", "inspect feed", "inspect url",
        "inspect html", "inspect clusters",
    ])
    func eachHelpHasTwoExamples(verb: String) async throws {
        let words = verb.split(separator: " ").map(String.init)
        let ending = try await Program.run(words + ["--help"], by: nil, in: TemporaryDirectory())
        #expect(ending.code == 0)
        let examples = ending.output.split(separator: "\n").drop { $0 != "Examples:" }.dropFirst().prefix {
            $0.hasPrefix("  ")
        }
        #expect(examples.count == 2, "\(ending.output)")
        #expect(examples.allSatisfy { $0.contains("broadsheet \(verb)".trimmingSuffix) }, "\(examples)")
    }

    private static let base = "sources:\n  - feed: https://a.example/f\n"

    @Test(arguments: [
        ("sources:\n  - feed: https://a.example/f\n  - feed: http://A.example/f/\n", "broadsheet.yml:3:1: the feed of"),
        ("publish-guard: {min-sources: 2}\n" + base, "there are only 1 sources"),
        ("notify: [{websub: 'https://hub.example/'}]\n" + base, "without `url`"),
        ("sources:\n  - feed: http://127.0.0.1:9/f\n", "broadsheet.yml:2:1: `127-0-0-1-f` is on a private network"),
        (
            "sources:\n  - hackernews: {base: 'http://localhost:9/v0'}\n",
            "broadsheet.yml:2:1: `hackernews-top` is on a private"
        ),
        ("sources:\n  - feed: https://a.example/9f8e7d6c5b4a39281706abcdef012345/rss\n", "looks private"),
        ("templates: Looks\n" + base, "Looks/storry.mustache takes the place of nothing; is `story.mustache` meant?"),
    ])
    func checkWarnsOfWhatDoesNotDoWhatItSeemsTo(text: String, words: String) async throws {
        let folder = try TemporaryDirectory()
        try folder.write(text, to: "broadsheet.yml")
        try folder.write("<p>hello</p>", to: "Looks/storry.mustache")
        let ending = try await Program.run("check", in: folder)
        #expect(ending.code == 0)
        #expect(ending.complaint.contains(words), "\(ending.complaint)")
        #expect(ending.complaint.split(separator: "\n").count == 1, "\(ending.complaint)")
    }

    @Test func whatIsInOrderIsNotWarnedOf() async throws {
        let folder = try TemporaryDirectory()
        try folder.write(
            """
            url: https://b.example/
            notify: [{websub: 'https://hub.example/'}]
            sources:
              - feed: https://a.example/f
                only: [owls]
              - feed: https://a.example/f
                skip: [owls]
              - feed: https://a.example/9f8e7d6c5b4a39281706abcdef012345/rss
                private: true

            """, to: "broadsheet.yml")
        let ending = try await Program.run("check", in: folder)
        #expect(ending.complaint.isEmpty, "\(ending.complaint)")
    }

    @Test func aFileWithoutCertificatesIsAMistake() async throws {
        let folder = try TemporaryDirectory()
        try folder.write("hello", to: "corp.pem")
        try folder.write("network: {ca-file: corp.pem}\n\(Self.base)", to: "broadsheet.yml")
        let ending = try await Program.run("check", in: folder)
        #expect(ending.code == 2)
        #expect(ending.complaint.contains("no certificate authority"), "\(ending.complaint)")
    }

    @Test func aKeyIsExplained() async throws {
        let ending = try await Program.run("check", "--explain", "timeout", in: TemporaryDirectory())
        #expect(ending.code == 0)
        #expect(ending.output.contains("fetch.timeout: ") && ending.output.contains("sources.timeout: "))
        #expect(ending.output.contains("Default: 10s"))
    }

    @Test(arguments: [
        ("timezone: london", "Europe/London"), ("timezone: CEST", "Europe/Berlin"),
        ("timezone: \"new york\"", "America/New_York"),
        ("language: jp", "`ja`"), ("language: German", "`de`"),
    ])
    func valuesAreSuggested(line: String, words: String) async throws {
        let folder = try TemporaryDirectory()
        try folder.write("\(line)\n\(Self.base)", to: "broadsheet.yml")
        let ending = try await Program.run("check", in: folder)
        #expect(ending.code == 2)
        #expect(ending.complaint.contains("did you mean") && ending.complaint.contains(words), "\(ending.complaint)")
    }
}

extension String {
    /// Without a blank at the end.
    fileprivate var trimmingSuffix: String { hasSuffix(" ") ? String(dropLast()) : self }
}
