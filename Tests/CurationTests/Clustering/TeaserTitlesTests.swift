import NewsModel
import Testing

@testable import Curation

@Suite struct TeaserTitlesTests {
    @Test(arguments: [
        "Is the dam above Lorren safe?", "Live: Dam above Lorren gives way", "Dam above Lorren: what we know",
        "You won't believe what the dam did", "Liveticker | Damm bei Lorren bricht", "Opinion: The dam was old",
        "Dam gives way above Lorren - live updates", "EN DIRECT. Le barrage de Lorren cède", "洪水は防げたか？",
    ]) func aTitleThatAsksOrTeasesIsRecognised(title: String) {
        #expect(TeaserTitles.isTeaser(title, words: Tokenizer.words(of: title)))
    }

    @Test(arguments: [
        "Dam above Lorren gives way", "Live music returns to Karsk", "Live-fire drill at Osmar - Lorren Courier",
        "Questions over dam remain", "",
    ])
    func aPlainTitleIsNone(title: String) {
        #expect(!TeaserTitles.isTeaser(title, words: Tokenizer.words(of: title)))
    }

    @Test func aPlainTitleLeads() {
        let documents = [
            Document.made("ask", "Did the dam above Lorren give way?", age: 9, weight: 3),
            .made("plain", "Dam above Lorren gave way", age: 1),
        ]
        #expect(clusters(documents).map { $0.documents.map(\.id) } == [["plain", "ask"]])
    }
}
