import Foundation
import NewsModel
import Testing

@testable import Publishing

@Suite struct EditionDocumentTests {
    @Test func readsBackWhatItWrites() throws {
        var edition = Samples.edition()
        edition.sections[0].clusters[0].lead.points = 12
        edition.sections[0].clusters[0].lead.discussion = "https://talk.example/1"
        edition.sections[0].clusters[0].updates = Samples.date.adding(days: -2)
        edition.omissions = Omission.all(of: [
            .init(story: Samples.story(7), reason: .perSource, detail: "6", score: 0.25),
            .init(story: Samples.story(8), reason: .muted, detail: "secret word"),
        ])
        let bytes = EditionDocument.bytes(of: edition)
        let read = try EditionDocument.edition(from: Data(bytes))
        #expect(!String(decoding: bytes, as: UTF8.self).contains("secret word"))
        #expect(read.omissions == edition.omissions)
        #expect(read.omissions.flatMap(\.named).map(\.story.id) == [Samples.story(7).id])
        #expect(read.clusters.map(\.lead.id) == edition.clusters.map(\.lead.id))
        #expect(read.clusters[0].updates == Samples.date.adding(days: -2))
        #expect(read.clusters[0].explanation == edition.clusters[0].explanation)
        #expect(read.clusters[1].also.map(\.link) == ["https://outlet.example/5"])
        #expect(read.sourceTitles == edition.sourceTitles)
        #expect(EditionDocument.bytes(of: read) == bytes)
    }

    @Test func givesTheSamePageAgain() throws {
        var edition = Samples.edition()
        edition.sections[0].clusters[0].lead.summary = Markup(
            .html, "<p>A <b>long</b> story. " + String(repeating: "word ", count: 300) + "</p><script>x</script>")
        let read = try EditionDocument.edition(from: Data(EditionDocument.bytes(of: edition)))
        let renderer = try SiteRenderer(templates: nil, language: "en")
        let path = edition.date.path + "/index.html"
        #expect(
            renderer.render(Samples.publication([read])).text(path)
                == renderer.render(Samples.publication([edition])).text(path))
    }

    @Test func holdsNoWholeTextUnlessTheSiteShowsIt() {
        var edition = Samples.edition()
        edition.sections[0].clusters[0].lead.content = Markup(.html, "<p>whole text</p>")
        #expect(!String(decoding: EditionDocument.bytes(of: edition), as: UTF8.self).contains("whole text"))
        #expect(
            String(decoding: EditionDocument.bytes(of: edition, content: .full), as: UTF8.self).contains("whole text"))
    }

    @Test(arguments: [
        ("", "this is no edition of Broadsheet: The given data was not valid JSON."),
        ("{}", "this is no edition of Broadsheet: “edition” is missing"),
        (
            #"{"edition":"2026-02-30","generated":"x","sections":[]}"#,
            "this is no edition of Broadsheet: “2026-02-30” is no date such as 2026-11-23"
        ),
        (
            #"{"edition":"2026-02-03","generated":"x","sections":[]}"#,
            "this is no edition of Broadsheet: “x” is no time such as 2026-11-23T06:30:00Z"
        ),
    ])
    func saysWhatIsWrongWithAFile(text: String, expected: String) {
        let error = #expect(throws: PublishingError.self) { try EditionDocument.edition(from: Data(text.utf8)) }
        #expect(error?.description == expected)
    }
}
