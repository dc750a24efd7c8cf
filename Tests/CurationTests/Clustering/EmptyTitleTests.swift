import NewsModel
import Testing

@testable import Curation

/// Titles that number a release or name a part of a journal, and tell nothing of what it is about.
@Suite struct EmptyTitleTests {
    static let empty = [
        "v3.1.4", "3.1.4-rc2", "Release 3.1.4", "Version 2024.06", "Release v0.9.0-beta.3", "Hotfix release 7.2",
        "2024-06-12", "12 June 2024", "12.06.2024", "Editorial Board", "Front Matter", "Issue Information", "Erratum",
        "Table of Contents", "Volume 41, Issue 3", "Books Received", "build 20431", "nightly-20240612",
        "Ausgabe 6/2024",
        "Versión 3.1.4", "Now available: 3.1.4",
    ]

    @Test(arguments: empty) func aTitleThatSaysNothingJoinsNoSources(title: String) {
        let documents = [
            Document.made("a", title, summary: "Repairs the seed catalogue and its printing."),
            Document.made("b", title, summary: "Adds a slow shutter to the harbour camera."),
        ]
        #expect(grouped(documents) == [["a"], ["b"]])
    }

    @Test(arguments: [
        "Quillfox 3.1.4 released", "Kernel 6.9 drops old drivers", "Editorial board of the Courier resigns",
        "Harbour 2024 festival cancelled",
    ]) func aTitleThatNamesItsSubjectDoes(title: String) {
        #expect(grouped([Document.made("a", title), Document.made("b", title)]) == [["a", "b"]])
    }
}
