import Testing

@testable import Curation

@Suite struct NeighboursTests {
    private func neighbours(_ sums: [Int: Double]) -> Neighbours {
        var neighbours = Neighbours()
        for (group, sum) in sums { neighbours[group] = sum }
        return neighbours
    }

    @Test func aSumIsFoundChangedAndForgotten() {
        var neighbours = neighbours([7: 0.5, 2: 0.25, 9: 1])
        #expect(neighbours[2] == 0.25)
        #expect(neighbours[3] == nil)
        neighbours[7] = 0.75
        #expect(neighbours[7] == 0.75)
        neighbours[7] = nil
        neighbours[8] = nil
        #expect(neighbours[7] == nil)
        #expect(neighbours.groups(and: Neighbours()) == [2, 9])
    }

    @Test func theGroupsOfTwoAreEachThereOnceAndInOrder() {
        let one = neighbours([1: 1, 4: 1, 6: 1])
        let other = neighbours([0: 1, 4: 1, 5: 1, 9: 1])
        #expect(one.groups(and: other) == [0, 1, 4, 5, 6, 9])
        #expect(other.groups(and: one) == [0, 1, 4, 5, 6, 9])
        #expect(Neighbours().groups(and: one) == [1, 4, 6])
    }
}
