import Testing

@testable import Curation

/// A date at midnight only names a day: what happened at any hour of it is as near.
@Suite struct DayDatesTests {
    private func closeness(_ one: Double, _ other: Double) -> Double {
        let hours = [one, other]
        let vectors = TermVectors(
            [[], []], frequency: [], isName: [], showsNames: [false, false], hours: hours,
            areDays: hours.map { $0.truncatingRemainder(dividingBy: 24) == 0 }, sources: [0, 1],
            weights: SimilarityWeights())
        return vectors.closeness(0, 1)
    }

    @Test(arguments: [(24, 24), (24, 45), (24, 47.9), (24, 51), (21, 24), (24, 48)] as [(Double, Double)])
    func anHourOfTheDayIsNear(one: Double, other: Double) {
        #expect(closeness(one, other) == 1)
    }

    @Test func anotherDayIsAsFarAsItsNearestHour() {
        #expect(closeness(24, 60) == SimilarityWeights().closeness(12))
        #expect(closeness(24, 73) == SimilarityWeights().closeness(25))
        #expect(closeness(25, 61) == SimilarityWeights().closeness(36))
    }

    @Test func nothingIsNearerThanTheLongestSpanAllows() {
        #expect(closeness(24, 97) == 0)
    }

    @Test func storiesOfOneDayAreJoinedWhateverTheHour() {
        let age = 1_780_000_000.0 / 3600
        let midnight = age.truncatingRemainder(dividingBy: 24)
        let documents = [
            Document.made("a", "Ferry from Karsk grounds near lighthouse at Velda", age: midnight + 24),
            .made("b", "Grounded Karsk ferry pulled from rocks at Velda", age: midnight + 1),
            .made("c", "Choir seeks tenors for spring"), .made("d", "Mill reopens after forty years"),
        ]
        #expect(documents[0].isDatedToTheDay && !documents[1].isDatedToTheDay)
        #expect(grouped(documents).contains(["a", "b"]))
    }
}
