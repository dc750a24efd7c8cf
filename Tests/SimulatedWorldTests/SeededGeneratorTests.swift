import Testing

@testable import SimulatedWorld

@Suite struct SeededGeneratorTests {
    @Test func theSameSeedAndNameGiveTheSameChance() {
        var one = SeededGenerator(7, "latency", "harbour-post")
        var other = SeededGenerator(7, "latency", "harbour-post")
        #expect((0..<20).map { _ in one.below(1000) } == (0..<20).map { _ in other.below(1000) })
    }

    @Test func anotherNameOrSeedGivesAnotherChance() {
        var one = SeededGenerator(7, "latency")
        var name = SeededGenerator(7, "instant")
        var seed = SeededGenerator(8, "latency")
        let first = one.next()
        #expect(first != name.next())
        #expect(first != seed.next())
    }

    @Test func shufflingKeepsEveryElement() {
        var generator = SeededGenerator(1, "ring")
        let shuffled = generator.shuffled(Array(0..<50))
        #expect(shuffled != Array(0..<50))
        #expect(shuffled.sorted() == Array(0..<50))
    }

    @Test func logNormalFactorsLieAroundOne() {
        var generator = SeededGenerator(3, "latency")
        let factors = (0..<2000).map { _ in generator.logNormal(sigma: 0.5) }.sorted()
        #expect((0.93...1.07).contains(factors[1000]))
        #expect(factors.allSatisfy { $0 > 0 })
    }

    @Test func latenciesOfTheDemoStayWithinTheirBounds() {
        let plan = LatencyPlan.logNormal(median: .milliseconds(220), sigma: 1.5)
        let latencies = (0..<200).map { plan.latency(of: "source-\($0)", on: SimulatedNight(now: monday)) }
        #expect(latencies.allSatisfy { .milliseconds(50) <= $0 && $0 <= .milliseconds(900) })
        #expect(Set(latencies).count > 50)
    }
}
