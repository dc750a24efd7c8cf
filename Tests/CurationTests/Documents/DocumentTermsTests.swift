import Foundation
import NewsModel
import Testing

@testable import Curation

@Suite struct DocumentTermsTests {
    private static let stories = [
        Story.made(
            "BREAKING: Dam above Lorren gives way | Courier", summary: "Water in the streets, C++ on the walls."),
        .made("Dam above Lorren gives way", source: "post", summary: "The dam above the town gave way at night."),
        .made("Flood after Lorren's dam gives way", source: "ledger", age: 3),
        .made("洛伦大坝决口后的洪水", source: "herald", summary: String(repeating: "洪水 ", count: 60)),
        .made("Owl nests in signal", source: "post", age: 5, summary: String(repeating: "e\u{301} owls ", count: 60)),
    ]

    /// With nothing read yet.
    private let terms = stories.map { story in
        DocumentTerms(
            key: story.key, title: story.title, authors: story.authors, summary: story.summary, content: story.content)
    }

    /// What there was time for must not be seen in what is published.
    @Test(arguments: [[], [0], [1, 3], [0, 1, 2, 3, 4]])
    func anEditionIsTheSameWhateverWasReadAhead(places: [Int]) {
        for place in places { terms[place].readAhead() }
        var request = CurationRequest.made(Self.stories)
        let plain = Curator.edition(for: request)
        request.terms = Dictionary(
            uniqueKeysWithValues: zip(Self.stories, terms).map { ($0.id, $1) })
        #expect(Curator.edition(for: request) == plain)
        #expect(plain.clusters.contains { $0.stories.count > 1 })
    }
}
