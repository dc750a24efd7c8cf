import Foundation
import Testing

@testable import Publishing

/// What templates may say, shown on the page of an address where nothing is.
@Suite struct MustacheTests {
    private func page(_ template: String, _ partials: [String: String] = [:]) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "broadsheet-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in partials.merging(["not-found": template], uniquingKeysWith: { _, page in page }) {
            try Data(text.utf8).write(to: folder.appending(path: "\(name).mustache"))
        }
        return try SiteRenderer(templates: folder).render(Samples.publication()).text("404.html")
    }

    @Test(arguments: [
        ("{{home}} {{ page.siteTitle }}", "index.html The Morning Paper"),
        ("a {{! a remark }}b", "a b"),
        ("{{#page}}{{siteTitle}}{{/page}}", "The Morning Paper"),
        ("{{#page.isHidden}}yes{{/page.isHidden}}{{^page.isHidden}}no{{/page.isHidden}}", "no"),
        ("{{#page.canonical}}{{.}}{{/page.canonical}}{{^page.canonical}}none{{/page.canonical}}", "none"),
        ("{{#home}}<{{.}}>{{/home}}", "<index.html>"),
        (
            "{{#page.feeds}}{{href}} {{home}},{{/page.feeds}}",
            "atom.xml index.html,digest.xml index.html,feed.json index.html,health.xml index.html,"
        ),
        ("{{words.archive}}", "Archive"),
    ])
    func writesFields(template: String, expected: String) throws {
        #expect(try page(template) == expected)
    }

    @Test func writesHTMLAsItIsWithThreeBraces() throws {
        let style = try page("{{{style}}}")
        #expect(style.contains("{") && !style.contains("&quot;"))
        #expect(try page("{{&style}}") == style)
        #expect(try page("{{style}}") == Escape.markup(style))
    }

    @Test(arguments: [
        ("a\n{{#home}}\nb\n{{/home}}\nc", "a\nb\nc"), ("  {{#home}}  \nb\n  {{/home}}", "b\n"),
        ("{{#home}}\n{{#archive}}\nb\n{{/archive}}\n{{/home}}\n", "b\n"),
        ("a {{#home}}\nb{{/home}}\n", "a \nb\n"), ("{{#home}} {{/home}}\na", " \na"),
        ("a\r\n{{! remark }}\r\nb", "a\r\nb"), ("{{home}}\n\n", "index.html\n\n"),
    ])
    func takesALineOfNothingButATagForNone(template: String, expected: String) throws {
        #expect(try page(template) == expected)
    }

    @Test func indentsAPartialThatStandsAlone() throws {
        let partials = ["two": "{{home}}\n\n{{#page}}\n{{siteTitle}}\n{{/page}}\n"]
        #expect(try page("<\n  {{>two}}\n>", partials) == "<\n  index.html\n\n  The Morning Paper\n>")
        #expect(try page("< {{>two}}>", partials) == "< index.html\n\nThe Morning Paper\n>")
    }

    @Test(arguments: [
        ("{{<frame}}{{/frame}}", "[index.html|-]"),
        ("{{<frame}}ignored{{$foot}}{{words.archive}}{{/foot}}{{/frame}}", "[index.html|Archive]"),
        ("{{<inner}}{{/inner}}", "[i|-]"),
        ("{{<inner}}{{$head}}o{{/head}}{{/inner}}", "[o|-]"),
        ("{{<frame}}{{$head}}({{$head}}x{{/head}}){{/head}}{{/frame}}", "[(x)|-]"),
    ])
    func replacesTheBlocksOfAParent(template: String, expected: String) throws {
        let partials = [
            "frame": "[{{$head}}{{home}}{{/head}}|{{$foot}}-{{/foot}}]",
            "inner": "{{<frame}}{{$head}}{{$head}}i{{/head}}{{/head}}{{/frame}}",
        ]
        #expect(try page(template, partials) == expected)
    }
}
