import Foundation
import NewsModel
import Testing

@testable import Curation

@Suite struct TextSimilarityTests {
    /// A night on which nothing else resembles what a test is about.
    private static let night = [
        "Chess club turns ninety", "Gas main repaired overnight", "Owl nests in railway signal",
        "Council fixes clock tower", "Lost kayak found on Lake Venn", "Mill to reopen as library",
        "Grain harvest late after wet spring", "Orchestra names new conductor", "Museum lends its oldest map",
        "Tram line closed for track work", "Baker elected mayor of Ostwick", "Quarry company fined over dust",
    ].enumerated().map { Document.made("night-\($0.offset)", $0.element, age: Double($0.offset) * 3) }

    private func areOne(_ one: Document, _ other: Document, _ policy: RankingPolicy.Clustering = .normal) -> Bool {
        grouped(Self.night + [one, other], policy).contains([one.id, other.id])
    }

    @Test(arguments: [
        ("Cargo plane slides off icy runway at Tollund", "Tollund runway closed after cargo plane slides in ice"),
        ("Karsk museum robbed of three paintings", "Thieves take three paintings from Karsk Museum"),
        ("Вулкан Шивер выбросил пепел на десять километров", "Пепел вулкана Шивер поднялся на десять километров"),
        ("首都高速で多重衝突事故、十人けが", "十人けがの多重衝突事故、首都高速"),
        ("ไฟไหม้ตลาดเก่าเมืองเชียงใหม่", "ตลาดเก่าเชียงใหม่ไฟไหม้"),
        ("Bác sĩ Hà Nội chữa bệnh miễn phí", "Bac si Ha Noi chua benh mien phi cho tre em"),
    ])
    func retoldInOtherWordsIsOneStory(one: String, other: String) {
        #expect(areOne(.made("a", one), .made("b", other, age: 3)))
    }

    @Test(arguments: [
        ("Wanderers draw 1-1 with Corinth in cup opener", "Harriers draw 1-1 with Trojans in cup opener"),
        ("Varn police arrest man over bakery robbery", "Ostwick police arrest man over jewellery robbery"),
        ("Strong quake shakes Tessaly", "Strong quake shakes Morrin"),
    ])
    func lookAlikeOfAnotherPlaceIsNot(one: String, other: String) {
        #expect(!areOne(.made("a", one), .made("b", other, age: 3)))
    }

    @Test func likenessFadesWithTime() {
        let first = Document.made("a", "Fishing boat rescued off Karsk in heavy seas", age: 70)
        #expect(areOne(first, .made("b", "Heavy seas off Karsk: crew of fishing boat rescued", age: 69)))
        #expect(!areOne(first, .made("b", "Fishing boat towed to Karsk", age: 1)))
    }

    @Test func groupsNeverSpanMoreThanThreeDays() {
        let first = Document.made("a", "Fishing boat rescued off Karsk in heavy seas", age: 73)
        #expect(!areOne(first, .made("b", "Fishing boat rescued off Karsk in very heavy seas", age: 0), .loose))
    }

    @Test func summariesCountWhereTitlesDiffer() {
        let (one, other) = ("Villages cleared below Lorren", "Lorren reservoir empties within an hour")
        let summary = "The Lorren reservoir emptied within an hour; three villages below the dam were cleared."
        let retold = "The dam at Lorren broke at night, and three villages below were cleared."
        #expect(areOne(.made("a", one, summary: summary), .made("b", other, summary: retold)))
    }

    @Test func stricterPolicyMergesNoMore() {
        let documents =
            Self.night + [
                Document.made("a", "Tollund ferry strike enters third day"),
                .made("b", "Ferry crews at Tollund stay out"),
                .made("c", "Tollund: no ferries until Friday as crews strike"),
                .made("d", "Strike talks at Tollund fail"),
            ]
        let counts = [RankingPolicy.Clustering.loose, .normal, .strict, .off].map { grouped(documents, $0).count }
        #expect(counts == counts.sorted())
        #expect(counts.first != counts.last)
    }

    @Test func orderOfTheInputDoesNotMatter() {
        let titles = ["Tollund ferry strike enters third day", "Ferry crews at Tollund stay out for third day"]
        var documents = Self.night + titles.enumerated().map { Document.made("t\($0.offset)", $0.element) }
        documents += titles.enumerated().map { Document.made("u\($0.offset)", $0.element, age: nil) }
        let expected = Set(
            clusters(documents).map { $0.documents.map(\.id) })
        for step in 1...10 {
            documents = (0..<documents.count).map { documents[$0 * (2 * step + 1) % documents.count] }
            #expect(Set(documents.map(\.id)).count == documents.count)
            let groups = clusters(documents)
            #expect(Set(groups.map { $0.documents.map(\.id) }) == expected)
        }
    }

    @Test func linksNameTheSharedWords() throws {
        let documents =
            Self.night + [
                Document.made("a", "Karsk museum robbed of three paintings"),
                .made("b", "Thieves take three paintings from Karsk Museum"),
            ]
        let groups = clusters(documents)
        let link = try #require(groups.first { $0.documents.count == 2 }?.links.first)
        guard case .likeWords(let words, let similarity) = link.evidence else {
            Issue.record("not bound by words")
            return
        }
        #expect(words.contains("karsk") && words.contains("paintings"))
        #expect((0.22...1).contains(similarity))
    }

    @Test(arguments: [(5, 5), (6, 6), (7, 6)]) func sixSharedWordsAreNamed(shared: Int, named: Int) throws {
        let words = ["dam", "lorren", "valley", "quarry", "harbour", "tunnel", "museum"].prefix(shared)
        let documents = [
            Document.made("a", "kayak " + words.joined(separator: " "), language: "en"),
            .made("b", words.joined(separator: " ") + " owl", language: "en"),
        ]
        let link = try #require(clusters(documents).first?.links.first)
        guard case .likeWords(let found, _) = link.evidence else {
            Issue.record("not linked by words")
            return
        }
        #expect(found.count == named)
    }

    @Test func nothingComesOfNothing() {
        #expect(grouped([]).isEmpty)
        #expect(grouped([.made("a", "Alone")]) == [["a"]])
    }
}
