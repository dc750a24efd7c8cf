import NewsModel
import Testing

@testable import Curation

@Suite struct PublisherAffixesTests {
    private func titles(_ titles: [String], source: String = "post") -> [Document] {
        titles.enumerated().map { .made("\(source)-\($0.offset)", $0.element, source: source) }
    }

    @Test func whatThreeTitlesEndWithIsNoPartOfThem() {
        let documents = titles([
            "Owl delays trains | Valley Edition", "Choir seeks tenors | Valley Edition",
            "Mill reopens | Valley Edition",
        ])
        let affixes = PublisherAffixes(documents)
        #expect(Headline(documents[0], affixes: affixes).key == "owl delays trains")
    }

    @Test(arguments: [
        ["Owl delays trains - Karsk", "Choir seeks tenors - Karsk"],
        ["Owl delays trains | Karsk", "Owl delays trains | Karsk", "Owl delays trains | Karsk"],
        ["Owl delays trains", "Choir seeks tenors", "Mill reopens"], [" | Karsk", " | Karsk", " | Karsk"],
    ]) func whatIsRareOrOfOneTitleStays(endings: [String]) {
        let documents = titles(endings)
        #expect(PublisherAffixes(documents).of("post").isEmpty)
    }

    @Test func affixesAreThoseOfOneSource() {
        let documents =
            titles(["Owl delays trains | Valley", "Choir seeks tenors | Valley", "Mill reopens | Valley"])
            + titles(["Fire closes museum | Valley"], source: "courier")
        #expect(PublisherAffixes(documents).of("courier").isEmpty)
    }
}
