import Foundation
import NewsModel
import Testing

@testable import Curation

@Suite struct SelectionTests {
    private func document(
        _ title: String, _ source: SourceID, age: Double = 1, host: String? = nil, section: String = "News"
    ) -> Document {
        let link = host.map { "https://\($0)/\(title.lowercased())" }
        return Document(
            .made(title, source: source, age: age, link: link), traits: SourceTraits(id: source, section: section))
    }

    private func cluster(
        _ documents: [Document], score: Double = 1, coverage: [Document] = [], isPinned: Bool = false
    ) -> RankedCluster {
        RankedCluster(
            documents: documents, counted: documents, score: score, links: [], coverage: Set(coverage.map(\.story.id)),
            isPinned: isPinned)
    }

    private func select(
        _ clusters: [RankedCluster], _ policy: EditionPolicy = EditionPolicy(), rules: [SectionRule] = []
    ) -> Selection {
        let documents = clusters.flatMap(\.documents)
        return Selection(
            of: clusters, policy: policy, sectioning: Sectioning(rules: rules, sources: documents.map(\.traits)),
            topics: Topics(documents))
    }

    private func titles(_ selection: Selection) -> [String] { selection.selected.map { $0.documents[0].title } }

    // MARK: Order

    @Test func theBestScoreStandsFirst() {
        let clusters = [("Mill", "a", 1.0), ("Owl", "b", 3), ("Kayak", "c", 2)].map {
            cluster([document($0.0, SourceID(rawValue: $0.1))], score: $0.2)
        }
        #expect(titles(select(clusters)) == ["Owl", "Kayak", "Mill"])
    }

    @Test func ofEqualScoresTheNewerAndThenTheAddressDecides() {
        let clusters = [
            cluster([document("Mill", "c", age: 2)]), cluster([document("Owl", "b", age: 1)]),
            cluster([document("Kayak", "a", age: 1)]), cluster([]),
        ]
        #expect(titles(select(clusters)) == ["Kayak", "Owl", "Mill"])
        #expect(titles(select(clusters.reversed())) == ["Kayak", "Owl", "Mill"])
    }

    @Test func whatRepeatsAHostIsMeasuredAnew() {
        // 1 ÷ 1.15 is less than 0.9.
        let clusters = [
            cluster([document("Mill", "a")], score: 1), cluster([document("Owl", "a")], score: 1),
            cluster([document("Kayak", "b")], score: 0.9),
        ]
        let selection = select(clusters)
        #expect(titles(selection).last == "Owl" || titles(selection).last == "Mill")
        #expect(selection.selected.map(\.variedScore) == [1, 0.9, 1 / 1.15])
        #expect(selection.selected.map(\.repetition.sameHost) == [0, 0, 1])
    }

    // MARK: Caps

    @Test(arguments: [
        (EditionPolicy(stories: 9, perSource: 1), Edition.LeftOut.Reason.perSource, "1 from a"),
        (EditionPolicy(stories: 9, perSource: 9, perPublisher: 1), .perPublisher, "1 from a.example"),
        (EditionPolicy(stories: 1, perSource: 9, perPublisher: 9, perSection: 9), .stories, "1 story"),
        (EditionPolicy(stories: 9, perSource: 9, perSection: 1), .perSection, "1 in News"),
        // Where several are reached the first of them is named.
        (EditionPolicy(stories: 1, perSource: 1), .perSource, "1 from a"),
        (EditionPolicy(stories: 1, perSource: 9, perPublisher: 1), .perPublisher, "1 from a.example"),
    ])
    func theCapThatIsReachedIsNamed(policy: EditionPolicy, reason: Edition.LeftOut.Reason, detail: String) {
        let selection = select(
            [cluster([document("Mill", "a")], score: 2), cluster([document("Owl", "a")], score: 1)], policy)
        #expect(titles(selection) == ["Mill"])
        #expect(selection.leftOut.map(\.leftOut.reason) == [reason])
        #expect(selection.leftOut.map(\.leftOut.detail) == [detail])
        #expect(selection.leftOut.map(\.leftOut.score) == [1])
        #expect(selection.leftOut.map(\.leftOut.cause) == [nil])
    }

    @Test func theFirstDocumentThatTheCapsAdmitLeads() {
        let shared = [document("Owl", "a"), document("Owl seen", "b"), document("Owl found", "c")]
        let clusters = [cluster([document("Mill", "a")], score: 2), cluster(shared, score: 1)]
        let selection = select(clusters, EditionPolicy(perSource: 1))
        #expect(selection.selected.map { $0.documents.map(\.title) } == [["Mill"], ["Owl seen", "Owl", "Owl found"]])
    }

    @Test func theSectionIsThatOfWhoLeads() {
        let shared = [document("Owl", "a", section: "World"), document("Owl seen", "b", section: "Sport")]
        let clusters = [cluster([document("Mill", "c", section: "World")], score: 2), cluster(shared, score: 1)]
        let selection = select(clusters, EditionPolicy(perSection: 1))
        #expect(selection.selected.map(\.section) == ["World", "Sport"])
        #expect(titles(selection) == ["Mill", "Owl seen"])
    }

    @Test func coverageNeverLeads() {
        let (own, guest) = (document("Owl", "a"), document("Owl seen", "b"))
        let clusters = [
            cluster([document("Mill", "a")], score: 2), cluster([own, guest], score: 1, coverage: [guest]),
        ]
        let selection = select(clusters, EditionPolicy(perSource: 1))
        #expect(titles(selection) == ["Mill"])
        #expect(selection.leftOut.map(\.leftOut.reason) == [.perSource, .perSource])
        let alone = select([cluster([guest], coverage: [guest])])
        #expect(alone.selected.isEmpty)
        #expect(alone.leftOut.map(\.leftOut.reason) == [.repeated])
        #expect(alone.leftOut.map(\.leftOut.detail) == ["0"])
        #expect(alone.leftOut.map(\.leftOut.cause) == ["b"])
    }

    // MARK: Pinned

    @Test func whatIsPinnedCountsBeforeAllOthersAndStays() {
        let clusters = [
            cluster([document("Mill", "a")], score: 9),
            cluster([document("Owl", "a", age: 9)], score: 1, isPinned: true),
            cluster([document("Kayak", "a", age: 9)], score: 1, isPinned: true),
        ]
        let selection = select(clusters, EditionPolicy(perSource: 2))
        #expect(Set(titles(selection)) == ["Owl", "Kayak"])
        #expect(select(clusters, EditionPolicy(perSource: 3)).selected.count == 3)
        #expect(Set(titles(select(clusters, EditionPolicy(stories: 0)))) == ["Owl", "Kayak"])
    }

    @Test func whatIsPinnedIsNotCountedTwice() {
        let clusters = [
            cluster([document("Mill", "a")], score: 1), cluster([document("Owl", "b")], score: 9, isPinned: true),
        ]
        #expect(select(clusters, EditionPolicy(stories: 2)).selected.count == 2)
    }
}

@Suite struct RankedClusterTests {
    private let members = ["a", "b", "c"].map { (source: SourceID) in
        Document(.made("Owl nests", source: source), traits: SourceTraits(id: source))
    }

    private func cluster(score: Double = 2) -> RankedCluster {
        let link = EvidenceLink(one: members[0], other: members[1], evidence: .sameTitle)
        return RankedCluster(
            documents: members, counted: members, score: score, links: [link], coverage: [members[2].story.id],
            isPinned: false)
    }

    private let ranking = Ranking(RankingPolicy(), now: evening, engagement: Engagement([]))

    @Test func aDocumentBecomesTheLead() {
        var cluster = cluster()
        cluster.lead(by: 0)
        #expect(cluster.documents.map(\.source) == ["a", "b", "c"])
        cluster.lead(by: 1)
        #expect(cluster.documents.map(\.source) == ["b", "a", "c"])
        #expect([0, 1, 2].map(cluster.mayBeLed) == [true, true, false])
    }

    @Test func theClusterSaysWhatItIsMadeOf() throws {
        var cluster = cluster()
        cluster.updates = EditionDate("2026-05-27")
        cluster.growth = "told and grown"
        let made = try #require(cluster.cluster(ranking))
        #expect(made.lead.source == "a")
        #expect(made.also.map(\.source) == ["b", "c"])
        #expect(made.score == 2)
        #expect(made.updates == EditionDate("2026-05-27"))
        #expect(
            made.explanation.notes == ["“Owl nests” (a) and “Owl nests” (b): the same title", "told and grown"])
        #expect(made.explanation.bonds.map(\.one) == ["a/owl-nests"].map(StoryID.init(rawValue:)))
        #expect(made.explanation.factors.map(\.name) == ["weight", "coverage", "freshness"])
        cluster.documents = []
        #expect(cluster.cluster(ranking) == nil)
    }

    @Test(
        arguments: [
            (1, 0.0, nil, "1 more from a.example above it in its section"),
            (0, 0.5, "Owl", "near to “Owl” at 0.5"),
            (3, 0.25, "Owl", "3 more from a.example above it in its section; near to “Owl” at 0.25"),
        ] as [(Int, Double, String?, String)])
    func whatLoweredTheScoreIsAFactor(sameHost: Int, similarity: Double, nearest: String?, reason: String) throws {
        var cluster = cluster()
        cluster.repetition = .init(sameHost: sameHost, similarity: similarity, nearest: nearest)
        let factor = try #require(cluster.cluster(ranking)?.explanation.factors.last)
        #expect(factor.name == "variety")
        #expect(factor.value == cluster.repetition.factor)
        #expect(factor.reason == reason)
        #expect(cluster.variedScore == 2 * factor.value)
    }
}
