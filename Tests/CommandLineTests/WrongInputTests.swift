import Foundation
import TestSupport
import Testing

@Suite struct WrongInputTests {
    private static let nobody = "sources:\n  - feed: http://127.0.0.1:9/rss.xml\nnetwork: {allow-private: true}\n"

    /// What is said is a sentence for a person: no trace, no name of a type.
    private static func isASentence(_ complaint: String) -> Bool {
        !complaint.isEmpty && !complaint.contains("Fatal error") && !complaint.contains("Swift.")
            && complaint.split(separator: "\n").count <= 6
    }

    @Test(arguments: [
        ("sources: [", "broadsheet.yml:"), ("sources: []\n", "broadsheet.yml:1:"),
        ("titel: News\n\(nobody)", "title"), ("sources:\n  - section: World\n", "broadsheet.yml:2:"),
        ("title: ${NO_SUCH_VARIABLE}\n\(nobody)", "NO_SUCH_VARIABLE"), ("title: A\n", "sources"),
        ("", "broadsheet.yml"),
    ])
    func aWrongConfigurationIsSaidWithItsPlaceAndEndsWith2(text: String, word: String) async throws {
        let folder = try TemporaryDirectory()
        try folder.write(text, to: "broadsheet.yml")
        for verb in ["run", "check"] {
            let ending = try await Program.run(verb, in: folder)
            #expect(ending.code == 2)
            #expect(ending.complaint.contains(word), "\(ending.complaint)")
            #expect(Self.isASentence(ending.complaint), "\(ending.complaint)")
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["broadsheet.yml"])
    }

    /// From wherever the program is started.
    @Test(arguments: [
        ("sub", "../broadsheet.yml"), ("sub/deep", "./../../broadsheet.yml"), (".", "sub/../broadsheet.yml"),
    ])
    func aConfigurationIsFoundByARelativePath(from place: String, path: String) async throws {
        let folder = try TemporaryDirectory()
        try folder.write(Self.nobody, to: "broadsheet.yml")
        try folder.write("", to: "sub/deep/empty")
        let ending = try await Program.run(["check", "-c", path], by: "cd \(place); exec \"$0\" \"$@\"", in: folder)
        #expect(ending.code == 0, "\(ending.complaint)")
        #expect(ending.output.contains(folder.url.resolvingSymlinksInPath().appending(path: "public").path))
    }

    @Test func aMissingConfigurationIsNamed() async throws {
        let ending = try await Program.run("run", "-c", "news.yml", in: TemporaryDirectory())
        #expect(ending.code == 2)
        #expect(ending.complaint.contains("news.yml"))
    }

    @Test(arguments: [
        ["run", "--colour"], ["run", "--date", "2026-02-30"], ["run", "--now", "yesterday"], ["frobnicate"],
        ["run", "--fail-on", "quorum:150%"], ["demo", "--days", "0"], ["demo", "--days", "many"],
        ["bench", "--sources", "0"], ["bench", "--sources", "50,"], ["bench", "--sources", "5001"],
    ])
    func wrongUsageEndsWith2(arguments: [String]) async throws {
        let folder = try TemporaryDirectory()
        try folder.write(Self.nobody, to: "broadsheet.yml")
        let ending = try await Program.run(arguments[0], arguments.dropFirst().joined(separator: "="), in: folder)
        #expect(ending.code == 2, "\(ending.complaint)")
        #expect(!ending.complaint.isEmpty)
    }

    @Test(arguments: ["--json", "--quiet"]) func failuresThatMatterAreToldWhereNobodyIsWatching(flag: String)
        async throws
    {
        let folder = try TemporaryDirectory()
        try folder.write(Self.nobody, to: "broadsheet.yml")
        let ending = try await Program.run("run", flag, in: folder)
        #expect(ending.code == 3)
        #expect(ending.complaint.hasPrefix("broadsheet: 1 of 1 source failed:\n"), "\(ending.complaint)")
        #expect(ending.complaint.contains("127-0-0-1") && ending.complaint.contains("unreachable"))
    }

    @Test func failuresThatDoNotMatterAreNotTold() async throws {
        let folder = try TemporaryDirectory()
        try folder.write(Self.nobody, to: "broadsheet.yml")
        let ending = try await Program.run("run", "--fail-on", "none", in: folder)
        #expect(ending.code == 0)
        #expect(ending.complaint.isEmpty, "\(ending.complaint)")
    }

    @Test func anOutputThatIsAFileEndsWith1AndIsLeftAlone() async throws {
        let folder = try TemporaryDirectory()
        try folder.write(Self.nobody, to: "broadsheet.yml")
        try folder.write("a letter", to: "public")
        let ending = try await Program.run("run", in: folder)
        #expect(ending.code == 1)
        #expect(Self.isASentence(ending.complaint), "\(ending.complaint)")
        #expect(try folder.read("public") == "a letter")
    }

    @Test func aSourceThatNobodyServesIsSaidByCode3AndThenKeepsTheSite() async throws {
        let folder = try TemporaryDirectory()
        try folder.write("fetch: {retries: 0}\n\(Self.nobody)", to: "broadsheet.yml")
        #expect(try await Program.run("run", in: folder).code == 3)
        #expect(try await Program.run("run", "--fail-on", "none", in: folder).code == 4, "the guard keeps the site")
        #expect(try folder.read("public/health.json").contains("\"unreachable\""))
    }

    @Test func aUsersTemplateThatIsWrongIsNamedWithItsLine() async throws {
        let folder = try TemporaryDirectory()
        try folder.write("templates: Looks\n\(Self.nobody)", to: "broadsheet.yml")
        try folder.write("<p>{{headline}}\n{{#story}}", to: "Looks/story.mustache")
        let ending = try await Program.run("check", in: folder)
        #expect(ending.code == 2)
        #expect(ending.complaint.contains("Looks/story.mustache"))
    }
}

@Suite struct InspectTests {
    @Test func addressesOfOneArticleHaveOneKey() async throws {
        let input = "https://www.paper.example/a/?utm_source=x\nhttp://paper.example/a\n"
        let ending = try await Program.run("inspect", "url", in: TemporaryDirectory(), input: input)
        let keys = ending.output.split(separator: "\n")
        #expect(ending.code == 0)
        #expect(keys.count == 2)
        #expect(Set(keys).count == 1)
    }

    @Test func htmlIsSanitised() async throws {
        let input = "<p onclick=\"x()\">Hello <script>alert(1)</script><b>there</b>"
        let ending = try await Program.run("inspect", "html", in: TemporaryDirectory(), input: input)
        #expect(ending.output.trimmingCharacters(in: .newlines) == "<p>Hello <b>there</b></p>")
    }

    @Test func aFeedIsOneLineOfJSON() async throws {
        let folder = try TemporaryDirectory()
        try folder.write(
            "<rss version='2.0'><channel><title>T</title><item><title>A &amp;amp; B</title></item></channel></rss>",
            to: "feed.xml")
        try folder.write("just words", to: "words.txt")
        let ending = try await Program.run("inspect", "feed", "feed.xml", "words.txt", in: folder)
        #expect(ending.code == 1)
        let lines = ending.output.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines[0].contains("\"format\":\"rss2.0\""))
        #expect(lines[0].contains("A & B"))
        #expect(lines[1].contains("\"error\""))
    }
}
