import Foundation
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

    /// What a help lists below `SUBCOMMANDS:`, and what the help of each of these does.
    private static func verbs(below words: [String] = []) async throws -> [[String]] {
        let help = try await Program.run(words + ["--help"], by: nil, in: TemporaryDirectory()).output
        let lines = help.split(separator: "\n", omittingEmptySubsequences: false)
        let names = lines.drop { $0 != "SUBCOMMANDS:" }.dropFirst().prefix { !$0.isEmpty }
            // What goes on over a line is indented further.
            .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
            .compactMap { $0.split(separator: " ").first.map(String.init) }
        var all = [words]
        for name in names { all += try await verbs(below: words + [name]) }
        return all
    }

    @Test(.timeLimit(.minutes(2))) func eachHelpHasTwoExamples() async throws {
        let verbs = try await Self.verbs()
        #expect(verbs.count > 25)
        for words in verbs {
            let ending = try await Program.run(words + ["--help"], by: nil, in: TemporaryDirectory())
            #expect(ending.code == 0)
            let examples = ending.output.split(separator: "\n").drop { $0 != "Examples:" }.dropFirst().prefix {
                $0.hasPrefix("  ")
            }
            #expect(examples.count == 2, "\(words): \(ending.output)")
            let start = (["broadsheet"] + words).joined(separator: " ")
            #expect(examples.allSatisfy { $0.contains(start) }, "\(words): \(examples)")
        }
    }

    private static let base = "sources:\n  - feed: https://a.example/f\n"

    @Test(arguments: [
        ("sources:\n  - feed: https://a.example/f\n  - feed: http://A.example/f/\n", "broadsheet.yml:3:1: the feed of"),
        ("publish-guard: {min-sources: 2}\n" + base, "but only 1 source is asked"),
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

    @Test(arguments: [
        ("papr", "did you mean `paper`?"), ("paper,tims", "`tims` in the configuration; did you mean `times`?"),
        ("nobody-of-these", "there are `paper`, `times`."), (",", "which takes ids of sources"),
    ])
    func aSourceThatIsNotThereIsToldTheNearest(only: String, words: String) async throws {
        let folder = try TemporaryDirectory()
        try folder.write(
            "sources:\n  - {id: paper, feed: https://a.example/}\n  - {id: times, feed: https://b.example/}\n",
            to: "broadsheet.yml")
        let ending = try await Program.run("run", "--only", only, in: folder)
        #expect(ending.code == 2)
        #expect(ending.complaint.contains(words), "\(ending.complaint)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["broadsheet.yml"])
    }

    @Test func severalSourcesAreAskedByTheirIds() async throws {
        let folder = try TemporaryDirectory()
        let sources = ["a", "b", "c"].map { "  - {id: \($0), feed: 'http://127.0.0.1:9/\($0)'}\n" }.joined()
        try folder.write(
            "network: {allow-private: true}\nfetch: {retries: 0}\nsources:\n\(sources)", to: "broadsheet.yml")
        for only in [["a,c"], ["a", "c"], ["a, c"], ["a,", "--only", "c"]] {
            let ending = try await Program.run(["run", "--events", "--only"] + only, by: nil, in: folder)
            let asked = ending.output.matches(of: /"event":"source","id":"([a-z])","outcome":"unreachable"/)
            #expect(Set(asked.map { String($0.1) }) == ["a", "c"], "\(ending.output)")
        }
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
