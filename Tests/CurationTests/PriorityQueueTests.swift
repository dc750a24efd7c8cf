import Testing

@testable import Curation

@Suite struct PriorityQueueTests {
    @Test func greatestComesFirst() {
        var queue = PriorityQueue([3, 1, 4, 1, 5])
        for number in [9, 2, 6, 5, 3, 5] { queue.insert(number) }
        var drained: [Int] = []
        while let number = queue.popGreatest() { drained.append(number) }
        #expect(drained == [9, 6, 5, 5, 5, 4, 3, 3, 2, 1, 1])
    }
}
