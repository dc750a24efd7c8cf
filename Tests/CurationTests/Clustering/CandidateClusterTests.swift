import Foundation
import NewsModel
import Testing

@testable import Curation

@Suite struct CandidateClusterTests {
    private func document(_ source: SourceID, _ origin: Document.Origin = .new) -> Document {
        Document(.made("Owl nests", source: source), traits: SourceTraits(id: source), origin: origin)
    }

    private func ids(_ documents: [Document]) -> Set<StoryID> { Set(documents.map(\.story.id)) }

    @Test func documentsArePartedByWhereTheyComeFrom() {
        let documents = [
            document("a", .published), document("b"), document("c", .late), document("d"), document("e", .late),
        ]
        let cluster = CandidateCluster(documents: documents)
        #expect(cluster.new.map(\.source) == ["b", "d"])
        #expect(cluster.late.map(\.source) == ["c", "e"])
        #expect(cluster.published.map(\.source) == ["a"])
        let new = CandidateCluster(documents: [documents[1], documents[3]])
        #expect(new.new.map(\.source) == ["b", "d"])
        #expect(new.late.isEmpty && new.published.isEmpty)
    }

    @Test func coverageIsCountedOnlyWhereThereIsNothingElse() {
        let documents = [document("a"), document("b"), document("c", .published)]
        let some = CandidateCluster(documents: documents, coverage: ids([documents[1]]))
        #expect(some.independent.map(\.source) == ["a"])
        let all = CandidateCluster(documents: documents, coverage: ids([documents[0], documents[1]]))
        #expect(all.independent.map(\.source) == ["a", "b"])
        #expect(CandidateCluster(documents: documents).independent.map(\.source) == ["a", "b"])
    }

    @Test func whatIsUnrelatedCountsOnlyWhereThereIsNothingElse() {
        let documents = [document("a"), document("b")]
        let cluster = CandidateCluster(documents: documents, unrelated: ids([documents[1]]))
        #expect(cluster.counted(documents).map(\.source) == ["a"])
        #expect(cluster.counted([documents[1]]).map(\.source) == ["b"])
        #expect(CandidateCluster(documents: documents).counted(documents).map(\.source) == ["a", "b"])
    }

    @Test func anUnrelatedEarlierDocumentIsEvidenceForItsOwnSourceAlone() {
        let documents = [document("a"), document("b"), document("a", .published), document("c", .late)]
        let guest = Document(.made("Kayak", source: "b"), traits: SourceTraits(id: "b"), origin: .published)
        let cluster = CandidateCluster(documents: documents + [guest], unrelated: ids([guest]))
        #expect(cluster.earlier(than: documents[0]).map(\.source) == ["a", "c"])
        #expect(cluster.earlier(than: documents[1]).map(\.source) == ["a", "b", "c"])
        let stranger = CandidateCluster(documents: documents + [guest], unrelated: ids([documents[0], guest]))
        #expect(stranger.earlier(than: documents[0]).map(\.source) == ["a", "b", "c"])
    }

    @Test(arguments: [(199, 199), (200, 200), (201, 200)])
    func linksBeyondTwoHundredAreDropped(count: Int, kept: Int) {
        let (one, other) = (document("a"), document("b"))
        let links = (0..<count).map { _ in EvidenceLink(one: one, other: other, evidence: .sameTitle) }
        #expect(CandidateCluster(documents: [one, other], links: links).links.count == kept)
    }

    @Test(
        arguments: [
            (.toldTogether, "told as one story before"), (.sameAddress, "the same address"),
            (.sameTitle, "the same title"), (.sameLink("x.example/y"), "both are about x.example/y"),
            (.likeWords(["owl", "signal"], similarity: 0.256), "alike at 0.26, sharing owl, signal"),
        ] as [(Evidence, String)])
    func aLinkIsSaidInWordsAndAsData(evidence: Evidence, reason: String) {
        let link = EvidenceLink(one: document("a"), other: document("b"), evidence: evidence)
        #expect(link.note == "“Owl nests” (a) and “Owl nests” (b): \(reason)")
        #expect(
            link.bond
                == .init(one: link.one.story.id, other: link.other.story.id, evidence: evidence))
    }
}

@Suite struct HourRangeTests {
    @Test(
        arguments: [
            (0, 72, true), (0, 72.001, false), (72, 0, true), (73, 0, false), (nil, 5, true), (nil, nil, true),
            (-72, 0, true),
        ] as [(Double?, Double?, Bool)])
    func threeDaysAreShort(one: Double?, other: Double?, isShort: Bool) {
        #expect(HourRange(one).joined(HourRange(other)).isShort == isShort)
    }

    @Test func aRangeGrowsToBothSides() {
        let range = HourRange(10).joined(HourRange(nil)).joined(HourRange(50)).joined(HourRange(30))
        #expect(range == HourRange(50).joined(HourRange(10)))
        #expect(range.joined(HourRange(82)).isShort)
        #expect(!range.joined(HourRange(83)).isShort)
        #expect(range.joined(HourRange(-22)).isShort)
        #expect(!range.joined(HourRange(-23)).isShort)
    }
}

@Suite struct MergerTests {
    @Test func aGroupKeepsItsMembersItsLinksAndItsHours() {
        var merger = Merger(hours: [0, 10, 20, 200].map { HourRange($0) })
        let joins = [(2, 1, .sameTitle), (2, 0, .sameAddress), (0, 1, .sameTitle)].map { (one, other, evidence) in
            merger.join(one, other, by: evidence as Evidence)
        }
        #expect(joins == [true, true, true])
        #expect((0..<4).map(merger.root) == [0, 0, 0, 3])
        #expect(merger.members(of: 0) == [0, 1, 2])
        #expect(merger.members(of: 1).isEmpty)
        #expect((0..<4).map(merger.count) == [3, 0, 0, 1])
        #expect(merger.hours(of: 0) == HourRange(0).joined(HourRange(20)))
        #expect(merger.hours(of: 1) == HourRange(nil))
        let groups = merger.groups()
        #expect(groups.map(\.members) == [[0, 1, 2], [3]])
        #expect(groups[0].links.map { [$0.one, $0.other] } == [[2, 1], [2, 0]])
        #expect(groups[0].links.map(\.evidence) == [.sameTitle, .sameAddress])
    }

    @Test func whatLiesTooFarApartStaysApart() {
        var merger = Merger(hours: [0, 40, 72, 73].map { HourRange($0) })
        let joins = [(0, 1), (1, 3), (1, 2), (3, 2)].map { merger.join($0, $1, by: .sameTitle) }
        #expect(joins == [true, false, true, false])
        #expect(merger.fits(0, 0))
        #expect(!merger.fits(0, 3))
        #expect(!merger.fits(0, 1))
    }

    @Test func aGroupIsSettledByAnyOfItsMembers() {
        var merger = Merger(hours: Array(repeating: HourRange(0), count: 5))
        merger.join(0, 1, by: .sameTitle)
        merger.settle([1, 2])
        #expect(!merger.fits(0, 2))
        // What joined a settled group is settled with it.
        let joins = [(3, 0), (3, 2), (4, 2)].map { merger.join($0, $1, by: .sameTitle) }
        #expect(joins == [true, false, true])
    }
}
