import Foundation
import NewsModel
import TestSupport
import Testing

@testable import Curation

/// The value of each factor of the score, and its reason, for documents made by hand.
@Suite struct FactorTests {
    private let title = "Dam above Lorren gives way"

    private func document(
        _ source: SourceID, weight: Double = 1, age: Double = 1, points: Int? = nil, comments: Int? = nil,
        named: String? = nil, summary: String? = nil
    ) -> Document {
        var story = Story.made(title, source: source, age: age, summary: summary, points: points, comments: comments)
        story.publisher = named
        let home = SourceHome(namesPublishers: named != nil)
        return Document(story, traits: SourceTraits(id: source, weight: weight, home: home))
    }

    private func factors(_ members: [Document], _ policy: RankingPolicy = RankingPolicy()) -> [Explanation.Factor] {
        Ranking(policy, now: evening, engagement: Engagement(members.map(\.story))).factors(of: members)
    }

    private func value(_ name: String, _ members: [Document], _ policy: RankingPolicy = RankingPolicy()) -> Double? {
        factors(members, policy).first { $0.name == name }?.value
    }

    private func reason(_ name: String, _ members: [Document], _ policy: RankingPolicy = RankingPolicy()) -> String? {
        factors(members, policy).first { $0.name == name }?.reason
    }

    // MARK: Weight and coverage

    @Test(arguments: [(0.0, 0.0), (-2, 0), (1, 1), (3, 2), (7, 3)])
    func weightOfOneSourceIsTheLogarithmOfOneMore(weight: Double, value: Double) {
        #expect(self.value("weight", [document("courier", weight: weight)]) == value)
    }

    @Test func coverageIsWhatTheOthersAddToTheWeightiest() {
        let members = [document("courier", weight: 3), document("post", weight: 2), document("ledger", weight: 2)]
        #expect(value("weight", members) == 2)
        #expect(value("coverage", members) == 1.5)
        #expect(reason("weight", members) == "the highest weight among its sources is 3")
        #expect(
            reason("coverage", members)
                == "3 publishers, together 7: courier.example, ledger.example, post.example")
    }

    @Test func onePublisherAddsNothing() {
        let members = [document("courier")]
        #expect(value("coverage", members) == 1)
        #expect(reason("coverage", members) == "1 publisher: courier.example")
    }

    @Test func weightlessPublishersCoverNothing() {
        let members = [document("courier", weight: 0), document("post", weight: 0)]
        #expect(value("coverage", members) == 1)
        #expect(value("weight", members) == 0)
    }

    @Test(arguments: [(6, ""), (7, " and 1 more"), (9, " and 3 more")])
    func reasonNamesSixPublishers(count: Int, more: String) {
        let members = (0..<count).map { document(SourceID(rawValue: "p\($0)")) }
        let names = (0..<6).map { "p\($0).example" }.joined(separator: ", ")
        #expect(reason("coverage", members) == "\(count) publishers, together \(count): \(names)\(more)")
    }

    // MARK: Freshness

    @Test(
        arguments: [
            ([18.0], 0.5), ([0.0], 1), ([-5.0], 1), ([9.0, 27], 0.5), ([2.0, 18, 60], 0.5), ([1.0, 17, 19, 90], 0.5),
            ([36.0, 0], 0.5),
        ] as [([Double], Double)])
    func freshnessHalvesWithTheMedianAge(ages: [Double], expected: Double) throws {
        let members = ages.enumerated().map { document(SourceID(rawValue: "p\($0.offset)"), age: $0.element) }
        let value = try #require(self.value("freshness", members))
        #expect(abs(value - expected) < 1e-9)
    }

    @Test func ofOneSourceTheFirstDocumentIsDated() {
        let members = [document("courier", age: 18), document("courier", age: 90), document("courier", age: 90)]
        #expect(value("freshness", members) == 0.5)
    }

    @Test func ofTwoDocumentsOfOneSourceTheFirstIsDated() {
        let members = [document("courier", age: 18), document("courier", age: 90)]
        #expect(value("freshness", members) == 0.5)
    }

    @Test func publishersThatAnAPINamesAreDatedEach() throws {
        let members = [document("api", age: 9, named: "Post"), document("api", age: 27, named: "Herald")]
        #expect(abs(try #require(self.value("freshness", members)) - 0.5) < 1e-9)
    }

    @Test func halfLifeIsThePolicys() {
        let policy = RankingPolicy(halfLife: .seconds(3600))
        #expect(value("freshness", [document("courier", age: 2)], policy) == 0.25)
        #expect(reason("freshness", [document("courier", age: 2)], policy) == "2 h old, half-life 60 min")
    }

    @Test func halfLifeIsASecondAtLeast() {
        let policy = RankingPolicy(halfLife: .zero)
        #expect(value("freshness", [document("courier", age: 1.0 / 3600)], policy) == 0.5)
    }

    @Test(
        arguments: [([3.0], 3.0), ([1, 2], 1.5), ([5, 1, 3], 3), ([4, 1, 3, 2], 2.5), ([9, 9, 1, 1, 1], 1)]
            as [([Double], Double)])
    func medianIsTheMiddleOrTheMeanOfBoth(numbers: [Double], expected: Double) {
        #expect(median(numbers) == expected)
    }

    // MARK: Engagement

    @Test func mostEngagingMemberCounts() {
        let members = [
            document("links", points: 10, comments: 0), document("forum", points: 30, comments: 4),
            document("courier"),
        ]
        // Each is the usual of its site: a half.
        #expect(value("talk", members) == 1.5)
        let one = [document("links", points: 100, comments: 7)]
        #expect(reason("talk", one) == "100 points, 7 comments at links")
        #expect(reason("talk", [document("links", points: 3)]) == "3 points at links")
        #expect(reason("talk", [document("links", comments: 3)]) == "3 comments at links")
        #expect(value("talk", [document("courier")]) == nil)
    }

    // MARK: The product

    @Test func scoreIsTheProductOfTheFactors() {
        let members = [document("courier", weight: 3, age: 18), document("post", points: 8)]
        let policy = RankingPolicy(interests: ["dam": 1, "lorren": -1])
        let ranking = Ranking(policy, now: evening, engagement: Engagement(members.map(\.story)))
        let factors = ranking.factors(of: members)
        #expect(factors.map(\.name) == ["weight", "coverage", "freshness", "talk", "interest", "interest"])
        #expect(ranking.score(of: members) == factors.reduce(1) { $0 * $1.value })
        #expect(factors[4].reason == "“dam” at 1")
        #expect(factors[5].reason == "“lorren” at −1")
    }
}

@Suite struct InterestsTests {
    private func document(_ source: SourceID, _ title: String) -> Document {
        Document(.made(title, source: source), traits: SourceTraits(id: source))
    }

    private func strengths(_ interests: [String: Double], _ members: [Document]) -> [String: Double] {
        Dictionary(uniqueKeysWithValues: Interests(interests).strengths(in: members).map { ($0.word, $0.strength) })
    }

    @Test(arguments: [(1.0, 1.0), (2, 2), (3, 2), (9, 2), (-1, -1), (-2, -2), (-3, -2), (-9, -2)])
    func oneSourceCountsForAFactorOfFourAtMost(strength: Double, counted: Double) {
        #expect(strengths(["ferry": strength], [document("post", "Ferry late")]) == ["ferry": counted])
    }

    @Test(arguments: [(3.9, 3.9), (4, 4), (4.1, 4), (-4.1, -4), (-3.9, -3.9)])
    func aWordCountsForFourAtMost(strength: Double, counted: Double) {
        let members = ["post", "courier", "ledger"].map { document($0, "Ferry late") }
        #expect(strengths(["ferry": strength], members) == ["ferry": counted])
    }

    @Test func wordsOfOneSourceShareWhatItMayCountFor() {
        let found = strengths(
            ["ferry": 3, "harbour": 1, "swift": 4], [document("post", "Ferry and harbour and swift")])
        #expect(found == ["ferry": 0.75, "harbour": 0.25, "swift": 1])
    }

    @Test func likesAndDislikesAreBoundedApart() {
        let found = strengths(["ferry": 4, "harbour": -1], [document("post", "Ferry in harbour")])
        #expect(found == ["ferry": 2, "harbour": -1])
    }

    @Test func eachSourceAddsWhatItMayCountFor() {
        let members = [document("post", "Ferry and harbour"), document("courier", "Ferry late")]
        // The one has both words and may count for 2, the other has one of them, which counts for 1.5.
        let found = strengths(["ferry": 1.5, "harbour": 2.5], members)
        #expect(found == ["ferry": 1.5 * 3.5 / 4, "harbour": 2.5 * 3.5 / 4])
    }

    @Test func aWordOfOneSourceCountsOnceHoweverOftenItStands() {
        let members = [document("post", "Ferry late"), document("post", "Ferry later")]
        #expect(strengths(["ferry": 1.5], members) == ["ferry": 1.5])
    }

    @Test func wordsStandInTheOrderOfTheAlphabet() {
        let words = Interests(["swift": 1, "ferry": 1, "harbour": 1]).strengths(
            in: [document("post", "Swift harbour ferry")])
        #expect(words.map(\.word) == ["ferry", "harbour", "swift"])
    }

    @Test func wordsInSummariesAndCategoriesCount() {
        let story = Story.made("Late", source: "post", summary: "The ferry.", categories: ["Harbour"])
        let member = Document(story, traits: SourceTraits(id: "post"))
        #expect(strengths(["ferry": 1, "harbour": 0.5, "kayak": 1], [member]) == ["ferry": 1, "harbour": 0.5])
        #expect(strengths([:], [member]).isEmpty)
    }
}

@Suite struct FiguresTests {
    @Test(arguments: [
        (0.0, "0"), (1, "1"), (0.5, "0.5"), (0.05, "0.05"), (0.004, "0"), (0.005, "0.01"), (1.25, "1.25"),
        (-0.5, "−0.5"),
        (-2, "−2"), (12.3, "12.3"), (99.999, "100"), (0.1, "0.1"), (0.09, "0.09"),
    ])
    func plainHasTwoDecimalsAtMost(value: Double, text: String) {
        #expect(Figures.plain(value) == text)
    }

    @Test(arguments: [
        (0.1, "0.1"), (0.099, "0.099"), (0.0123, "0.012"), (0.00045, "0.00045"), (0, "0"), (-0.05, "−0.05"), (2, "2"),
        (0.000_000_001_2, "0"), (0.000_000_012, "0.000000012"), (0.01, "0.010"),
    ])
    func significantShowsTwoDigitsOfSmallValues(value: Double, text: String) {
        #expect(Figures.significant(value) == text)
    }

    @Test(
        arguments: [
            (0.0, "0 min"), (29, "0 min"), (30, "1 min"), (7169, "119 min"), (7170, "2 h"), (7200, "2 h"),
            (27_000, "7.5 h"),
            (86_400, "24 h"), (7 * 3600 + 170, "7 h"), (7 * 3600 + 190, "7.1 h"),
        ] as [(Double, String)])
    func hoursAreMinutesBelowTwo(seconds: Double, text: String) {
        #expect(Figures.hours(seconds) == text)
    }
}
