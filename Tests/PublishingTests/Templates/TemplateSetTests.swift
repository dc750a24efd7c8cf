import Foundation
import Testing

@testable import Publishing

@Suite struct TemplateSetTests {
    /// Runs with a folder that holds `files`, and removes it.
    private func withFolder<Value>(_ files: [String: String], _ body: (URL) throws -> Value) throws -> Value {
        let folder = FileManager.default.temporaryDirectory.appending(path: "broadsheet-\(UUID().uuidString)/own")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
        for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
        return try body(folder)
    }

    private static func elsewhere(_ field: String) -> String {
        "there is no field “\(field)” at this place, only in other views; docs/templates.md lists them"
    }

    private func error(_ files: [String: String]) throws -> String {
        try withFolder(files) { folder in
            #expect(throws: TemplateError.self) { try TemplateSet(directory: folder, language: "en") }?.description
                ?? ""
        }
    }

    /// Mustache's parser goes into each section: thousands of them ended the program.
    @Test func sectionsNestSoDeep() throws {
        let nested = { (count: Int, mark: String) in
            String(repeating: "{{\(mark)stories}}", count: count) + String(repeating: "{{/stories}}", count: count)
        }
        let most = TemplateSet.mostDepth
        try withFolder(["mine.mustache": nested(most, "#")]) { _ = try TemplateSet(directory: $0, language: "en") }
        for mark in ["#", "^", "$"] {
            let complaint = "own/mine.mustache:1: sections stand within each other more than 64 deep"
            #expect(try error(["mine.mustache": nested(most + 1, mark)]) == complaint)
            #expect(try error(["mine.mustache": nested(5000, mark)]) == complaint)
        }
        #expect(
            try error(["mine.mustache": "{{=<% %>=}}" + String(repeating: "<%#stories%>", count: 5000)])
                == "own/mine.mustache:1: delimiters and content types stay as they are here")
    }

    @Test func templatesNestSoDeep() throws {
        let chain = { (count: Int) in
            Dictionary(
                uniqueKeysWithValues: (0..<count).map { ("p\($0).mustache", $0 + 1 < count ? "{{>p\($0 + 1)}}" : "x") }
                    + [("foot.mustache", "{{>p0}}")])
        }
        try withFolder(chain(63)) { _ = try TemplateSet(directory: $0, language: "en") }
        #expect(
            try error(chain(64)) == "own/p62.mustache:1: templates stand within each other more than 64 deep")
    }

    @Test(.timeLimit(.minutes(1))) func aPipeIsNoTemplate() throws {
        try withFolder([:]) { folder in
            mkfifo(folder.appending(path: "foot.mustache").path, 0o600)
            let error = #expect(throws: TemplateError.self) { try TemplateSet(directory: folder, language: "en") }
            #expect(error?.description == "own/foot.mustache: this is a pipe, not a file")
        }
    }

    @Test func aFileIsSoLarge() throws {
        let style = { (size: Int) in ["broadsheet.css": String(repeating: " ", count: size)] }
        try withFolder(style(4 << 20)) { _ = try TemplateSet(directory: $0, language: "en") }
        #expect(try error(style((4 << 20) + 1)) == "own/broadsheet.css: the file is larger than 4 MB")
    }

    /// Two letters may be wrong, or a third of them.
    @Test(arguments: [
        ("headlixx", "headline"), ("headlxxx", nil), ("canoxxxal", "canonical"), ("canxxxxal", nil), ("pagx", "page"),
    ])
    func proposesANameThatIsNear(name: String, proposal: String?) throws {
        let expected =
            "own/mine.mustache:1: there is no field “\(name)”" + (proposal.map { "; did you mean “\($0)”?" } ?? "")
        #expect(try error(["mine.mustache": "{{\(name)}}"]) == expected)
    }

    @Test func wordsAreInSightInEveryTemplate() throws {
        let files = try withFolder(["entry.mustache": "{{words.archive}}", "covered-by.mustache": "{{words.archive}}!"])
        {
            try SiteRenderer(templates: $0, language: "en").render(Samples.publication())
        }
        #expect(files.text("feed.json").contains("\"content_html\": \"Archive\""))
        #expect(files.text("index.html").contains("Archive!"))
    }

    @Test func anEntryHasNoPage() throws {
        #expect(try error(["entry.mustache": "{{page.root}}"]) == "own/entry.mustache:1: " + Self.elsewhere("page"))
    }

    /// Without a folder they are not judged again.
    @Test func findsNoMistakeInWhatIsEmbedded() throws {
        try withFolder([:]) { _ = try TemplateSet(directory: $0, language: "de") }
    }

    @Test func takesTheUsersTemplateInPlaceOfOurs() throws {
        let files = try withFolder([
            "foot.mustache": "<p>Mine: {{page.siteTitle}}</p>", "style.txt": "", "notes.md": "{{",
        ]) {
            try SiteRenderer(templates: $0, language: "en").render(Samples.publication())
        }
        #expect(files.text("index.html").hasSuffix("<p>Mine: The Morning Paper</p>"))
    }

    @Test func takesTheUsersStyleAndWords() throws {
        let files = try withFolder(["broadsheet.css": "a{}", "en.txt": "archive = Attic"]) {
            try SiteRenderer(templates: $0, language: "en").render(Samples.publication())
        }
        #expect(files.text("style.css") == "a{}")
        #expect(files.text("index.html").contains(">Attic</a>"))
    }

    @Test func letsTheUserAddAPartial() throws {
        let files = try withFolder(["foot.mustache": "{{>mine}}", "mine.mustache": "{{words.archive}}!"]) {
            try SiteRenderer(templates: $0, language: "en").render(Samples.publication())
        }
        #expect(files.text("index.html").hasSuffix("Archive!"))
    }

    /// Nobody knows where it will stand, so that only its fields can be judged.
    @Test func takesAPartialThatNobodyAsksFor() throws {
        try withFolder(["mine.mustache": "{{$part}}{{#stories}}{{headline}}{{/stories}}{{/part}}"]) {
            _ = try TemplateSet(directory: $0, language: "en")
        }
    }

    @Test(arguments: [
        ("{{words.archive}}", "&lt;b&gt;R&amp;D&lt;/b&gt;"),
        ("{{uppercased(words.archive)}}", "&lt;B&gt;R&amp;D&lt;/B&gt;"),
        ("{{#words.archive}}yes{{/words.archive}}{{^words.archive}}no{{/words.archive}}", "yes"),
        ("  {{words.archive}}  \n  {{words.today}}", "  &lt;b&gt;R&amp;D&lt;/b&gt;  \n  Today"),
    ])
    func writesTheUsersWordsWhicheverWayTheyAreAskedFor(foot: String, expected: String) throws {
        let files = try withFolder(["foot.mustache": "|" + foot, "en.txt": "archive = <b>R&D</b>\ntoday = Today"]) {
            try SiteRenderer(templates: $0, language: "en").render(Samples.publication())
        }
        #expect(files.text("archive/index.html").split(separator: "|").last.map(String.init) == expected)
    }

    @Test(arguments: [
        (
            "{{#stories}}\n{{headline}}\n{{/storeis}}",
            "own/story.mustache:3: this closing tag does not match the section that is open here"
        ),
        (
            "a\n{{#lead}}b",
            "own/story.mustache:2: the file ends inside a section: a closing tag such as {{/name}} is missing"
        ),
        ("x\n\n{{headlien}}", "own/story.mustache:3: there is no field “headlien”; did you mean “headline”?"),
        ("{{page.titel}}", "own/story.mustache:1: there is no field “titel”; did you mean “title”?"),
        ("{{words.archiev}}", "own/story.mustache:1: there are no words “archiev”; did you mean “archive”?"),
        ("{{>kiker}}", "own/story.mustache:1: there is no template “kiker”; did you mean “kicker”?"),
        ("{{{headline}}}", "own/story.mustache:1: “headline” must be escaped: write {{headline}} with two braces"),
        ("{{& headline }}", "own/story.mustache:1: “headline” must be escaped: write {{headline}} with two braces"),
        ("{{=<% %>=}}", "own/story.mustache:1: delimiters and content types stay as they are here"),
        ("{{% CONTENT_TYPE:TEXT}}", "own/story.mustache:1: delimiters and content types stay as they are here"),
        ("{{>*headline}}", "own/story.mustache:1: a partial is named here, not chosen by a field"),
        ("{{#alsoIn}}{{points}}{{summary}}{{/alsoIn}}", "own/story.mustache:1: " + elsewhere("summary")),
        (
            "{{lead.headline}}{{lead.outlett}}",
            "own/story.mustache:1: there is no field “outlett”; did you mean “outlet”?"
        ),
        ("{{>kicker}}\n{{>story}}", "own/story.mustache:2: “story” would stand in itself without end"),
        (
            "{{#alsoIn}}{{{excerpt}}}{{{outlet}}}{{/alsoIn}}",
            "own/story.mustache:1: “outlet” must be escaped: write {{outlet}} with two braces"
        ),
        ("x {{headline", "own/story.mustache:1: a tag is not finished: “}}” is missing"),
    ])
    func saysWhatIsWrongAndWhere(text: String, expected: String) throws {
        #expect(try error(["story.mustache": text]) == expected)
    }

    @Test func judgesAPartialWhereItStands() throws {
        let message = try error(["brief.mustache": "{{>mine}}", "mine.mustache": "{{headline}}\n{{rows}}"])
        #expect(message == "own/mine.mustache:2: " + Self.elsewhere("rows"))
        #expect(
            try error(["a.mustache": "{{>b}}", "b.mustache": "{{>a}}", "foot.mustache": "{{>a}}"])
                == "own/b.mustache:1: “a” would stand in itself without end")
    }

    @Test func judgesAPartialThatNobodyAsksForByItsNamesAlone() throws {
        let message = try error(["mine.mustache": "{{headline}}{{rows}}{{nothing}}"])
        #expect(message == "own/mine.mustache:1: there is no field “nothing”")
    }

    @Test func letsAFieldOfAnOuterViewBeAskedFor() throws {
        _ = try withFolder([
            "factor.mustache": "{{text}} {{headline}} {{page.title}} {{words.why}}",
            "why.mustache":
                "{{#why}}{{>factor}}{{/why}}{{#first(why)}}{{anything}}{{/first(why)}}",
        ]) {
            try TemplateSet(directory: $0, language: "en")
        }
    }

    @Test func saysWhichFileCannotBeRead() throws {
        let message = try withFolder([:]) { folder in
            try Data([0xFF, 0xFE, 0x00]).write(to: folder.appending(path: "story.mustache"))
            return #expect(throws: TemplateError.self) { try TemplateSet(directory: folder, language: "en") }?
                .description
        }
        #expect(message == "own/story.mustache: the file cannot be read as UTF-8 text")
    }

    @Test func saysThatTheFolderIsMissing() {
        let folder = FileManager.default.temporaryDirectory.appending(path: "broadsheet-nowhere")
        let error = #expect(throws: TemplateError.self) { try TemplateSet(directory: folder, language: "en") }
        #expect(
            error?.description == "broadsheet-nowhere: the folder of templates cannot be read; is “templates” right?")
    }
}
