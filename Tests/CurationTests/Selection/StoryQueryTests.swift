import NewsModel
import Testing

@testable import Curation

@Suite struct StoryQueryTests {
    private let story = Story.made("Dam above Lorren gives way", source: "courier")

    private func finds(_ text: String) -> Bool {
        StoryQuery(text)?.matches(id: story.id, key: story.key, title: story.title) ?? false
    }

    @Test(arguments: [
        "courier/dam-above-lorren-gives-way",
        "http://www.courier.example/dam-above-lorren-gives-way/?utm_source=x",
        "courier.example/dam-above-lorren-gives-way",
        "https://digest.example/2026/05/28/#s-courier/dam-above-lorren-gives-way",
        "lorren DAM", "dam", "  gives   way ",
    ])
    func aStoryIsFoundByItsIdItsAddressAndItsWords(text: String) {
        #expect(finds(text))
    }

    @Test(arguments: ["kayak", "dam kayak", "lorr", "https://courier.example/other", "courier.example"])
    func nothingElseIsFound(text: String) {
        #expect(!finds(text))
    }

    @Test(arguments: ["", " ", "\n"])
    func nothingIsNoQuestion(text: String) {
        #expect(StoryQuery(text) == nil)
    }

    @Test func wordsThatStandInATitleAreCounted() {
        #expect(StoryQuery("dam kayak lorren")?.wordsFound(in: story.title) == 2)
    }

    @Test(
        arguments: [
            ("courier.example/a", "courier.example/a"), ("https://courier.example/a", "courier.example/a"),
            ("courier.example", nil), ("courier/a", nil), ("ftp://courier.example/a", nil),
            ("a courier.example/a", nil),
            ("dam", nil),
        ] as [(String, String?)])
    func aQueryThatLooksLikeAnAddressIsOne(text: String, key: String?) {
        #expect(StoryQuery(text)?.key == key)
    }

    @Test func anAddressDoesNotMatchByItsWords() {
        let query = StoryQuery("https://courier.example/other")
        #expect(query?.matches(id: "x", key: "y", title: "https courier example other") == false)
        #expect(StoryQuery("courier#owl")?.matches(id: "x", key: "courier#owl", title: "Kayak") == true)
    }
}
