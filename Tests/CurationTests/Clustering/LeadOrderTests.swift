import Foundation
import NewsModel
import TestSupport
import Testing
import WebText

@testable import Curation

/// The order of two documents by each rule alone.
@Suite struct LeadOrderTests {
    private func document(
        _ id: String, weight: Double = 1, isCopy: Bool = false, summary: Int = 0, age: Double? = 5,
        isSentOn: Bool = false,
        key: String? = nil
    ) -> Document {
        let key = key ?? "\(id).example/dam"
        let link = isSentOn ? "https://redirect.example/x" : "https://\(key)"
        guard let age, isSentOn else {
            return .made(
                id, "Dam gives way", source: id, age: age, summary: String(repeating: "x", count: summary), key: key,
                weight: weight, isAgencyCopy: isCopy)
        }
        let date = evening.addingTimeInterval(-age * 3600)
        let story = Story(
            id: StoryID(rawValue: id), source: SourceID(rawValue: id), key: key, link: WebAddress(link),
            title: "Dam gives way",
            published: date, firstSeen: date)
        return Document(story, traits: SourceTraits(id: story.source, weight: weight))
    }

    private func leads(
        _ one: Document, over other: Document, coverage: Set<Int> = [], aggregated: Set<Int> = []
    ) -> Bool {
        let documents = [other, one]
        let order = LeadChoice.order(
            [0, 1], coverage: coverage, of: documents, words: { documents[$0].terms.titleWords },
            isAggregated: aggregated.contains)
        let turned = LeadChoice.order(
            [1, 0], coverage: coverage, of: documents, words: { documents[$0].terms.titleWords },
            isAggregated: aggregated.contains)
        #expect(order == turned)
        return order == [1, 0]
    }

    @Test func coverageComesLastWhateverElse() {
        #expect(leads(document("b"), over: document("a", weight: 9), coverage: [0]))
        #expect(!leads(document("a", weight: 9), over: document("b"), coverage: [1]))
    }

    @Test func whatIsSentOnComesAfterWhatIsNot() {
        let sentOn = document("a", weight: 9, isSentOn: true)
        #expect(sentOn.isSentOn)
        #expect(leads(document("b", isCopy: true), over: sentOn))
    }

    @Test func ownReportingComesBeforeAgencyCopyWhateverTheWeight() {
        #expect(leads(document("b"), over: document("a", weight: 9, isCopy: true)))
    }

    @Test func theWeightierSourceComesFirstWhoeverRepeats() {
        #expect(leads(document("b", weight: 1.1), over: document("a"), aggregated: [1]))
    }

    @Test func whatIsNoAggregatorsComesFirstWhateverTheText() {
        #expect(leads(document("b"), over: document("a", summary: 2000), aggregated: [0]))
    }

    @Test(arguments: [
        (79, 80, true), (80, 81, false), (1499, 1500, true), (1500, 9000, false), (0, 1, true), (1, 79, false),
    ])
    func theLongerTextComesFirstByItsStep(shorter: Int, longer: Int, leads: Bool) {
        #expect(self.leads(document("b", summary: longer), over: document("a", summary: shorter)) == leads)
    }

    @Test func theEarlierComesFirstThenTheAddress() {
        #expect(leads(document("b", age: 6), over: document("a", age: 5)))
        #expect(leads(document("b", age: 6), over: document("a", age: nil)))
        #expect(leads(document("a"), over: document("b")))
    }
}

@Suite struct AggregatorsTests {
    /// One source, 9, that has stories together with others.
    private func isAggregator(_ stories: [[Int]]) -> Bool { Aggregators(stories).sources.contains(9) }

    private func alone(_ count: Int) -> [[Int]] { Array(repeating: [9], count: count) }
    private func with(_ others: [Int], _ count: Int) -> [[Int]] {
        Array(repeating: [9] + others, count: count)
    }

    @Test(arguments: [(5, false), (6, true)])
    func fewerThanSixArticlesShowNothing(count: Int, isAggregator: Bool) {
        #expect(self.isAggregator(with([1, 2], count)) == isAggregator)
    }

    @Test(arguments: [(2, false), (1, true)])
    func moreThanThreeQuartersMustBeShared(alone count: Int, isAggregator: Bool) {
        #expect(self.isAggregator(with([1, 2], 6) + alone(count)) == isAggregator)
    }

    @Test func exactlyThreeQuartersAreNotEnough() {
        #expect(!isAggregator(with([1, 2], 9) + alone(3)))
        #expect(isAggregator(with([1, 2], 10) + alone(3)))
    }

    @Test func whatOneOtherAloneHasTooIsLeftOut() {
        #expect(!isAggregator(with([1], 12)))
        // Six of twelve are left, which is no more than half.
        #expect(!isAggregator(with([1], 6) + with([1, 2], 6)))
        #expect(isAggregator(with([1], 6) + with([1, 2], 7)))
        // Of two such others the greater one is left out.
        #expect(isAggregator(with([1], 6) + with([2], 7)) == false)
        #expect(isAggregator(with([1], 6) + with([2], 5)) == false)
        #expect(isAggregator(with([1], 3) + with([2], 3) + with([3], 3)))
    }

    @Test(arguments: [(100, false), (101, true)])
    func moreThanAHundredArticlesAreMany(count: Int, isAggregator: Bool) {
        #expect(self.isAggregator(alone(count) + [[1], [2], [3]]) == isAggregator)
    }

    @Test(arguments: [(120, false), (121, true)])
    func moreThanTenTimesTheMedianAreMany(count: Int, isAggregator: Bool) {
        let usual = [1, 2, 3].flatMap { Array(repeating: [$0], count: 12) }
        #expect(self.isAggregator(alone(count) + usual) == isAggregator)
    }

    @Test func severalArticlesOfOneSourceInAStoryCountEach() {
        #expect(isAggregator(Array(repeating: [9, 9, 9, 1, 2], count: 2)))
        #expect(!isAggregator(Array(repeating: [9, 9, 9], count: 9)))
        #expect(Aggregators([]).sources.isEmpty)
    }
}
