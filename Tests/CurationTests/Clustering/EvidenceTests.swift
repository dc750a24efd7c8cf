import Foundation
import NewsModel
import Testing

@testable import Curation

/// How titles and links join documents, and where the word of one source is not enough.
@Suite struct EvidenceTests {
    private let title = "Dam above Lorren gives way"

    private func evidence(_ documents: [Document]) -> [Evidence] {
        clusters(documents).flatMap(\.links).map(\.evidence)
    }

    // MARK: Titles

    @Test func equalTitlesAreLinkedByTheFirst() {
        let documents = [Document.made("a", title, age: 3), .made("b", title, age: 2), .made("c", title, age: 1)]
        let links = clusters(documents)[0].links
        #expect(links.map { [$0.one.id, $0.other.id] } == [["a", "b"], ["a", "c"]])
        #expect(links.map(\.evidence) == [.sameTitle, .sameTitle])
    }

    @Test func aDateFarFromTheOthersPartsNone() {
        // The oldest is three days from the others, which are near each other.
        let documents = [
            Document.made("a", title, age: 80), .made("b", title, age: 5), .made("c", title, age: 4),
            .made("d", title, age: 3),
        ]
        #expect(grouped(documents) == [["a"], ["b", "c", "d"]])
        let newest = [0.0, 60, 62, 90].map { (age: Double) in Document.made("\(age)", title, age: age) }
        #expect(grouped(newest) == [["0.0"], ["60.0", "62.0", "90.0"]])
    }

    @Test func undatedDocumentsJoinAnyDate() {
        #expect(grouped([.made("a", title, age: nil), .made("b", title, age: 100)]) == [["a", "b"]])
    }

    @Test func aSourceThatRepeatsATitleIsOneDocumentOfIt() {
        let documents =
            (0..<3).map { Document.made("\($0)", title, source: "post", age: Double($0)) }
            + [.made("x", title, source: "courier", age: 1)]
        #expect(grouped(documents) == [["0", "1", "2", "x"]])
    }

    /// Ten groups of one title, of stop words only, each four days from the next, so that none joins another. They are
    /// taken by their distance from the median; the eighth is the oldest or the oldest but one, the ninth the newest.
    @Test(arguments: [(9, 1.0, true), (0, -1, false)])
    func aTitleIsComparedWithEightGroups(near: Int, away: Double, joins: Bool) {
        let documents = (0..<10).map { Document.made("\($0)", "They were those", age: 100 + Double($0) * 96) }
        let last = Document.made("x", "They were those", age: 100 + Double(near) * 96 + away)
        #expect(grouped(documents + [last]).contains(["\(near)", "x"]) == joins)
    }

    @Test func aRepeatedTitleIsLinkedToTheSameSourcesFirst() {
        let documents = [
            Document.made("a", title, source: "courier", age: 3), .made("b", title, source: "guest", age: 2),
            .made("c", title, source: "guest", age: 1),
        ]
        let links = clusters(documents)[0].links.map { [$0.one.id, $0.other.id] }
        #expect(links == [["a", "b"], ["b", "c"]])
    }

    @Test func whatTheOffPolicyComparesAreAddressesAlone() {
        let documents = [
            Document.made("a", title), .made("b", title), .made("c", "Owl", key: "paper-a.example/story/a"),
        ]
        #expect(grouped(documents, .off) == [["a", "c"], ["b"]])
        #expect(evidence(Array(documents.suffix(1)) + [documents[0]]) == [.sameAddress])
    }

    // MARK: Links

    private let key = "courier.example/2026/dam-gives-way"

    @Test func aLinkToAnArticleComesToIt() {
        let documents = [
            Document.made("a", title, source: "courier", key: key), .made("b", "Well, well", age: 2, links: [key]),
        ]
        let found = clusters(documents)
        #expect(found.count == 1)
        #expect(found[0].links.map(\.evidence) == [.sameLink(key)])
        #expect(found[0].documents.map(\.id) == ["a", "b"])
        #expect(found[0].coverage == ["b"])
    }

    @Test func twoLinksToAnArticleThatIsNotThereAreOneStory() {
        let documents = [Document.made("a", "Well, well", links: [key]), .made("b", "Told you so", links: [key])]
        let found = clusters(documents)
        #expect(found.count == 1)
        #expect(found[0].coverage.isEmpty)
    }

    @Test(arguments: [(72.0, 1), (73, 2)]) func aLinkReachesThreeDays(apart: Double, count: Int) {
        let documents = [
            Document.made("a", title, source: "courier", age: apart, key: key),
            .made("b", "Well, well", age: 0, links: [key]),
        ]
        #expect(grouped(documents).count == count)
    }

    @Test func aLinkTakesAlongWhatHasWordsInCommonWithTheArticle() {
        func found(_ other: String) -> Clustering.Result {
            let documents = [
                Document.made("a", title, source: "courier", key: key),
                .made("b", other, source: "blog", links: [key]), .made("c", other, source: "post"),
            ]
            return Clustering.result(of: documents, policy: .strict)
        }
        let near = found("Lorren dam gives in")
        #expect(near.clusters.count == 1)
        #expect(near.attempts.isEmpty)
        let far = found("Granary sold at auction")
        #expect(Set(far.clusters.map { Set($0.documents.map(\.id)) }) == [["a"], ["b", "c"]])
        #expect(far.attempts == ["blog": 1])
    }

    /// The others of a linker's group come along only if half of the shorter of their titles is in both.
    @Test(arguments: [("", true), (" choir", false)])
    func aLinkJoinsOthersThatHaveHalfInCommon(more: String, joins: Bool) {
        let other = "Dam lorren valley quarry" + more
        let documents = [
            Document.made("a", "Dam lorren museum ferry kayak owl granary", source: "courier", key: key),
            .made("b", other, source: "blog", links: [key]), .made("c", other, source: "post"),
        ]
        let result = Clustering.result(of: documents, policy: .strict)
        #expect(result.clusters.flatMap(\.links).map(\.evidence).contains(.sameLink(key)) == joins)
        #expect(result.attempts == (joins ? [:] : ["blog": 1]))
    }

    @Test func whatWasPublishedTogetherStaysTogether() {
        let documents = [Document.made("a", title), .made("b", "Owl nests"), .made("c", "Kayak found")]
        let result = Clustering.result(
            of: documents, policy: .normal, together: [["a", "c", "unknown"], ["b"], ["x", "y"]])
        #expect(Set(result.clusters.map { Set($0.documents.map(\.id)) }) == [["a", "c"], ["b"]])
        #expect(result.clusters.flatMap(\.links).map(\.evidence) == [.toldTogether])
    }

    @Test func whatWasPublishedTogetherLiesThreeDaysApartAtMost() {
        let documents = [0.0, 40, 80, 85].map { (age: Double) in Document.made("\(age)", "Title w\(age)", age: age) }
        let ids = documents.map(\.story.id)
        let result = Clustering.result(of: documents, policy: .off, together: [ids])
        #expect(Set(result.clusters.map { Set($0.documents.map(\.id)) }) == [["0.0"], ["40.0", "80.0", "85.0"]])
    }

    /// The guest's title joins two groups of others only if a third of the shorter of their titles is in both.
    @Test(arguments: [("", true), (" choir", false)])
    func aTitleJoinsOthersThatHaveAThirdInCommon(more: String, joins: Bool) {
        let title = "Dam lorren valley quarry harbour tunnel" + more
        let documents = [
            Document.made("a", title, source: "guest", age: 3),
            .made("b", "Dam lorren museum ferry kayak owl granary turret", source: "post", age: 2),
            .made("c", title, source: "ledger", age: 1),
        ]
        let result = Clustering.result(of: documents, policy: .normal, together: [["a", "b"]])
        #expect(result.clusters.flatMap(\.links).map(\.evidence).contains(.sameTitle) == joins)
    }

    /// Of each group eight documents of other sources are compared, in the order of time.
    @Test(arguments: [(7, true), (8, false)])
    func eightDocumentsOfAGroupAreCompared(before: Int, joins: Bool) {
        let title = "Dam lorren valley quarry"
        let others = (0..<before).map {
            Document.made("o\($0)", "Owl\($0)x kayak\($0)x", source: "s\($0)", age: 20 - Double($0))
        }
        let documents =
            [Document.made("a", title, source: "guest", age: 30)] + others + [
                .made("b", "Dam lorren museum ferry", source: "post", age: 2),
                .made("c", title, source: "ledger", age: 1),
            ]
        let ids = documents.dropLast().map(\.story.id)
        let result = Clustering.result(of: documents, policy: .normal, together: [ids])
        #expect(result.clusters.flatMap(\.links).map(\.evidence).contains(.sameTitle) == joins)
    }

    // MARK: Title overlap

    private func overlap(_ one: String, _ other: String, share: Double = 1.0 / 3, among titles: [String] = []) -> Bool {
        TitleOverlap(titles.map { Headline($0, names: []) }).overlap(
            Headline(one, names: []), Headline(other, names: []), share: share)
    }

    @Test(arguments: [
        ("Dam gives way", "dam GIVES way", true), ("Dam breaks Lorren flooded", "Lorren dam opened", true),
        ("Dam breaks Lorren flooded", "Lorren choir sings", false), ("Dam", "Dam opened", true), ("Dam", "Owl", false),
        ("", "Dam", false), ("The of", "The of", true), ("the", "of", false),
    ])
    func titlesOverlapInTwoWordsOrInAll(one: String, other: String, overlaps: Bool) {
        #expect(overlap(one, other) == overlaps)
        #expect(overlap(other, one) == overlaps)
    }

    @Test(arguments: [(0.5, true), (0.51, false), (0.0, true)])
    func thePartOfTheShorterTitleDecides(share: Double, overlaps: Bool) {
        #expect(overlap("dam lorren flood valley", "dam lorren owl kayak choir", share: share) == overlaps)
    }

    /// Of twenty titles and more, a word of every fifth weighs nothing, where it stands in more than three.
    @Test(arguments: [
        (14, 3, true), (19, 3, true), (19, 4, false), (20, 4, true), (20, 5, false), (24, 5, false), (25, 5, true),
        (26, 5, true),
    ])
    func wordsOfEveryFifthTitleWeighNothing(titles: Int, common: Int, overlaps: Bool) {
        let all = (0..<titles).map { $0 < common ? "dam lorren w\($0)" : "w\($0) x\($0)" }
        #expect(overlap("dam lorren w1", "dam lorren w2", share: 0.1, among: all) == overlaps)
    }

    @Test func titlesOfNothingButCommonWordsDoNotOverlap() {
        let all = (0..<20).map { $0 < 5 ? "dam lorren w\($0)" : "w\($0) x\($0)" }
        #expect(!overlap("dam lorren", "dam lorren owl", among: all))
        #expect(overlap("dam lorren", "lorren, a dam", share: 0, among: []))
    }

    @Test func rareWordsWeighMoreThanCommonOnes() {
        let all = (0..<40).map { $0 < 8 ? "council vote w\($0)" : "w\($0) x\($0)" }
        // ln(40 ÷ 5 ÷ 8) is nothing, so the least weight counts: 0.1 for each of both, beside ln 8 for a word of its own.
        #expect(!overlap("council vote dam", "council vote owl", share: 0.1, among: all))
        #expect(overlap("council vote dam", "council vote owl", share: 0.08, among: all))
    }
}
