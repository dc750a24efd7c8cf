import NewsModel
import Testing

@testable import Curation

/// A short title is one story's only where the texts have more in common.
@Suite struct ShortTitlesTests {
    private static let policies: [RankingPolicy.Clustering] = [.strict, .normal, .loose]

    private func pair(
        _ title: String, _ one: String, _ other: String, key: String? = nil, links: [String] = []
    ) -> [Document] {
        [
            Document.made("a", title, age: 2, summary: one, links: links),
            Document.made("b", title, summary: other, key: key, links: links),
        ]
    }

    @Test(arguments: [
        ("Bridge closed", "The swing span at Aldham waits for a new gear", "Ice blocks the road over the Furka"),
        ("Autumn fair", "Potters sell their ware in the market hall", "Pupils show rabbits and hens behind the school"),
        (
            "Plugin system added", "The editor loads add-ons from a folder",
            "Our invoice service takes third-party modules"
        ),
        ("Staff wanted", "A bakery looks for two apprentices", "The observatory hires a lens grinder"),
        ("Herbstkonzert", "Der Chor singt Schütz im Dom", "Die Blaskapelle spielt Märsche auf dem Platz"),
        ("Storm warning", "Gusts of 120 km/h over the Faroes tonight", "Thunder and hail in the Po valley on Friday"),
    ])
    func oneTitleOfTwoHostsIsNotEnough(title: String, one: String, other: String) {
        for policy in Self.policies { #expect(grouped(pair(title, one, other), policy) == [["a"], ["b"]]) }
    }

    @Test(arguments: [
        (
            "Karsk resigns", "Minister Karsk stepped down over the harbour deal",
            "The harbour deal has cost Karsk her office"
        ),
        (
            "Quake hits Ormond", "Twelve people died in Ormond when the earth shook",
            "The earth shook at dawn; twelve died"
        ),
        ("Bridge closed", "The swing span at Aldham is shut", "The span at Aldham is shut for a week"),
        // What has no text has no other story to tell.
        ("Karsk resigns", "", ""), ("Karsk resigns", "Minister Karsk stepped down over the harbour deal", ""),
    ])
    func withWordsInCommonItIsOneStory(title: String, one: String, other: String) {
        #expect(grouped(pair(title, one, other)) == [["a", "b"]])
    }

    @Test func aLinkIsAPieceOfEvidenceToo() {
        let texts = ("The swing span at Aldham waits for a new gear", "Ice blocks the road over the Furka")
        let documents = pair("Bridge closed", texts.0, texts.1, links: ["roads.example/notice/7"])
        #expect(grouped(documents) == [["a", "b"]])
    }

    @Test func oneHostNeedsNoSecondPiece() {
        let documents = pair(
            "Bridge closed", "The swing span waits for a new gear", "Ice blocks the road", key: "paper-a.example/n/9")
        #expect(grouped(documents) == [["a", "b"]])
    }

    @Test func aLongTitleIsEvidenceByItself() {
        let title = "Harbour bridge at Aldham closed after crane falls"
        #expect(grouped(pair(title, "Two were hurt", "Ships wait outside")) == [["a", "b"]])
    }

    /// Who has no more in common than the title with one of a group may have it with another.
    @Test func aGroupIsJoinedByTheBestOfIt() {
        let documents = [
            Document.made("a", "Karsk resigns", summary: "The harbour deal has cost the minister her office"),
            Document.made("b", "Karsk resigns", summary: "The harbour deal was too much; successor is mayor Lind"),
            Document.made("c", "Karsk resigns", summary: "Mayor Lind is to be the successor"),
            Document.made("d", "Karsk resigns", summary: "Our goalkeeper hangs up his gloves"),
        ]
        #expect(grouped(documents) == [["a", "b", "c"], ["d"]])
    }
}
