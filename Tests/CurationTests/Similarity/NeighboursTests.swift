import Testing

@testable import Curation

@Suite struct NeighboursTests {
    private func neighbours(_ sums: [Int: Double]) -> Neighbours {
        var neighbours = Neighbours()
        for (group, sum) in sums { neighbours[group] = nearness(sum) }
        return neighbours
    }

    private func nearness(_ sum: Double) -> Neighbours.Nearness { .init(sum: sum, average: sum / 2) }

    @Test func aSumIsFoundChangedAndForgotten() {
        var neighbours = neighbours([7: 0.5, 2: 0.25, 9: 1])
        #expect(neighbours[2] == nearness(0.25))
        #expect(neighbours[3] == nil)
        neighbours[7] = nearness(0.75)
        #expect(neighbours[7] == nearness(0.75))
        neighbours[7] = nil
        neighbours[8] = nil
        #expect(neighbours[7] == nil)
        #expect(neighbours.groups(and: Neighbours()).map(\.group) == [2, 9])
    }

    @Test func theGroupsOfTwoAreEachThereOnceAndInOrder() {
        let one = neighbours([1: 1, 4: 1, 6: 1])
        let other = neighbours([0: 1, 4: 1, 5: 1, 9: 1])
        #expect(one.groups(and: other).map(\.group) == [0, 1, 4, 5, 6, 9])
        #expect(other.groups(and: one).map(\.group) == [0, 1, 4, 5, 6, 9])
        #expect(Neighbours().groups(and: one).map(\.group) == [1, 4, 6])
    }

    @Test func ofTwoEachSumIsGivenThatIsKnown() {
        let met = neighbours([1: 1, 4: 2]).groups(and: neighbours([4: 3, 5: 4]))
        #expect(met.map(\.mine) == [1, 2, nil])
        #expect(met.map(\.theirs) == [nil, 3, 4])
    }

    @Test(arguments: [
        // Whom a list holds, and whom it holds once groups 2 and 6 are one.
        ([2: 1, 4: 1, 6: 1], [2, 4]), ([2: 1, 4: 1], [2, 4]), ([1: 1, 4: 1, 5: 1, 6: 1, 9: 1], [1, 2, 4, 5, 9]),
        ([6: 1], [2]), ([4: 1], [2, 4]),
    ])
    func oneOfTwoGroupsTakesThePlaceOfBoth(sums: [Int: Double], expected: [Int]) {
        var near = neighbours(sums)
        near.join(2, 6, nearness(0.5))
        #expect(near.groups(and: Neighbours()).map(\.group) == expected)
        #expect(near[2] == nearness(0.5))
        near = neighbours(sums)
        near.join(2, 6, nil)
        #expect(near.groups(and: Neighbours()).map(\.group) == expected.filter { $0 != 2 })
    }

    @Test func theNearestIsTheFirstOfTheGreatestAverage() throws {
        #expect(neighbours([:]).nearest == nil)
        let nearest = try #require(neighbours([9: 0.5, 3: 0.75, 5: 0.75, 1: 0.25]).nearest)
        #expect(nearest == (3, 0.375))
    }
}
