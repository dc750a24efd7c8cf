import Foundation
import NewsModel
import Testing

@testable import Curation

@Suite struct IdentityTests {
    @Test func sameAddressIsOneStoryWhateverTheTitle() {
        let first = Document.made("a", "Talks enter second night", age: 5, key: "post.example/n/7")
        let second = Document.made("b", "Breakthrough!", age: 1, key: "post.example/n/7")
        #expect(grouped([first, second], .off) == [["a", "b"]])
    }

    @Test func frontPageIsNoArticle() {
        let first = Document.made("a", "Mill reopens", key: "post.example/")
        let second = Document.made("b", "Owl nests in signal", key: "post.example/")
        #expect(grouped([first, second]) == [["a"], ["b"]])
    }

    @Test func pageUnderWhichASourceTellsManyThingsIsNoArticle() {
        let titles = ["Mill reopens", "Owl nests in signal", "Kayak found", "Choir seeks tenors"]
        let documents = titles.map { Document.made($0, $0, source: "post", key: "post.example/news") }
        #expect(grouped(documents).count == 4)
        #expect(grouped(Array(documents.prefix(3))).count == 1)
    }

    @Test func articleThatASourceTellsAgainAndAgainUnderOneTitleIsOneStory() {
        let documents = (0..<5).map { number in
            let title = number % 2 == 0 ? "Mill reopens" : "MILL REOPENS"
            return Document.made("\(number)", title, source: "post", key: "post.example/mill")
        }
        #expect(grouped(documents, .off).count == 1)
    }

    @Test(arguments: [(71.9, 1), (72.0, 1), (72.1, 2)])
    func sameTitleIsOneStoryWithinThreeDays(apart: Double, groups: Int) {
        let first = Document.made("a", "Ferry adds night sailing", age: apart)
        let second = Document.made("b", "FERRY ADDS NIGHT SAILING", age: 0)
        #expect(grouped([first, second]).count == groups)
    }

    @Test func chainOfEqualTitlesNeverSpansMoreThanThreeDays() {
        let documents = (0..<8).map { Document.made("\($0)", "Ferry adds night sailing", age: Double($0) * 24) }
        for group in clusters(documents) {
            let ages = group.documents.compactMap(\.hours)
            #expect((ages.max() ?? 0) - (ages.min() ?? 0) <= 72)
        }
    }

    @Test(arguments: ["Deal!", "", "???", "Weather", "Morning briefing", "Live updates", "Bilder des Tages", "事故"])
    func titleThatSaysTooLittleIsNoEvidence(title: String) {
        let documents = [Document.made("a", title), Document.made("b", title)]
        #expect(grouped(documents) == [["a"], ["b"]])
    }

    @Test(arguments: ["Ratschlag der Woche", "Notes from the garden", "Garden notes: Tuesday"])
    func columnNeverMergesAcrossDays(title: String) {
        let documents = [0.0, 24, 48].map { (age: Double) in
            Document.made("\(age)", title, source: "post", age: age, summary: "Peas, beans and the patient gardener.")
        }
        #expect(grouped(documents).count == 3)
    }

    @Test func columnNamedByItsDayNeverMerges() {
        let days = ["Monday", "Tuesday", "Wednesday"].enumerated()
        let documents = days.map {
            Document.made($1, "Harbour notes for \($1)", source: "post", age: 72 - 24 * Double($0))
        }
        #expect(grouped(documents).count == 3)
    }

    @Test func linkToTheSameArticleIsOneStory() {
        let key = "courier.example/2026/dam-gives-way"
        let documents = [
            Document.made("a", "Dam above Lorren gives way", key: key),
            Document.made("b", "Well, that was predictable", links: [key]),
            Document.made("c", "Engineers told you so", links: [key]),
        ]
        #expect(grouped(documents) == [["a", "b", "c"]])
    }

    @Test func linkThatASourceSetsEverywhereIsNoEvidence() {
        let titles = ["Mill reopens", "Owl nests in signal", "Kayak found"]
        let documents = titles.map { Document.made($0, $0, source: "post", links: ["shop.example/subscribe/now"]) }
        #expect(grouped(documents).count == 3)
    }
}
