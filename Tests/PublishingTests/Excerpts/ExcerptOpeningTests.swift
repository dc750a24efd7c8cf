import Foundation
import NewsModel
import Testing

@testable import Publishing

/// What an excerpt does without, each in several spellings.
@Suite struct ExcerptOpeningTests {
    private func excerpt(
        _ markup: String, title: String = "Ferry returns to the northern line", limit: Excerpts.Length = .lead
    ) throws -> String {
        var story = Samples.story(1, title: title)
        story.summary = Markup(.html, markup)
        story.content = nil
        story.authors = ["Mara Quill"]
        story.categories = ["Local News"]
        let edition = Samples.edition(Samples.date, [Cluster(lead: story, score: 1)])
        let words = OpeningWords(try TemplateSet(directory: nil, language: "en").files)
        return ExcerptMaker(edition, words).excerpts(of: story)[limit]?.html ?? ""
    }

    @Test(arguments: [
        "<p>Ferry returns to the northern line</p><p>It sails at noon.</p>",
        "<p>Ferry returns to the northern line. It sails at noon.</p>",
        "<p>FERRY RETURNS to the northern line: It sails at noon.</p>",
        "<h2>What happened</h2><p>It sails at noon.</p>", "<p><strong>The facts</strong></p><p>It sails at noon.</p>",
        "<p>By Mara Quill</p><p>It sails at noon.</p>", "<p>Von Mara Quill, Redaktion</p><p>It sails at noon.</p>",
        "<p>Mara Quill</p><p>It sails at noon.</p>", "<p>By Mara Quill — It sails at noon.</p>",
        "<p>23 November 2026</p><p>It sails at noon.</p>", "<p>23. November 2026, 07:30</p><p>It sails at noon.</p>",
        "<p>Published: Nov 23, 2026</p><p>It sails at noon.</p>", "<p>23 November 2026 – It sails at noon.</p>",
        "<p>Local News</p><p>It sails at noon.</p>", "<p>World: It sails at noon.</p>",
        "<p>Photo: A. Sailor / Agency</p><p>It sails at noon.</p>",
        "<p>It sails at noon.</p><p>It sails at noon.</p>", "<p>The Harbour Post | It sails at noon.</p>",
    ])
    func beginsWithWhatHappened(markup: String) throws {
        #expect(try excerpt(markup) == "It sails at noon.")
    }

    /// The headline of a story without a title is the beginning of its text.
    @Test(
        arguments: [
            "<p>Ferry returns to the northern line at noon.</p>",
            "<p><b>Ferry</b> returns to the northern line at noon.</p>",
            "<p>Mara Quill</p><p>Ferry returns to the <em>northern</em> line at noon.</p>",
        ], ["Ferry returns to the northern line…", "Ferry returns to the northern line..."])
    func goesOnWhereTheHeadlineBreaksOff(markup: String, title: String) throws {
        #expect(try excerpt(markup, title: title) == "… at noon.")
    }

    @Test(arguments: [
        "<p>World leaders met on the ferry.</p>", "<p>By noon the ferry had sailed.</p>",
        "<p>Ferry returns to the northern line after a year in dock.</p>",
        "<p>November is the month of storms.</p>", "<p>Photography is what she does on the ferry all day.</p>",
        "<p><strong>She had</strong> seen it.</p>", "<p>2026 was a good year.</p>",
    ])
    func keepsWhatOnlyLooksLikeIt(markup: String) throws {
        let whole = markup.replacing("<p>", with: "").replacing("</p>", with: "")
        #expect(try excerpt(markup) == whole)
    }

    @Test func saysNothingWhereThereIsNoMoreThanTheHeadline() throws {
        #expect(try excerpt("<p>Ferry returns to the northern line</p>") == "")
        #expect(try excerpt("<p>Ferry returns to the northern line!</p><p>Mara Quill</p>") == "")
    }

    @Test func endsOnASentenceWhereOneEndsNear() throws {
        let first = String(repeating: "word ", count: 20) + "ends here."
        let text = "<p>\(first) " + String(repeating: "more ", count: 60) + "</p>"
        #expect(try excerpt(text, limit: .feature) == first)
        let early = "<p>It ends. " + String(repeating: "more ", count: 60) + "</p>"
        #expect(try excerpt(early, limit: .feature).hasSuffix("more…"))
        let initials =
            "<p>" + String(repeating: "word ", count: 22) + "by J. R. Smith " + String(repeating: "more ", count: 30)
            + "</p>"
        #expect(try excerpt(initials, limit: .feature).hasSuffix("…"))
        let stressed =
            "<p><em>" + String(repeating: "word ", count: 20) + "ends here.</em> "
            + String(repeating: "more ", count: 60) + "</p>"
        #expect(try excerpt(stressed, limit: .feature).hasSuffix("ends here.</em>"))
    }
}
