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

    @Test func elementsComeInFallingOrderHoweverTheyWereAdded() {
        for count in 0..<20 {
            let numbers = (0..<count).map { $0 * 7 % 20 }
            var built = PriorityQueue(numbers)
            var grown = PriorityQueue<Int>()
            for number in numbers { grown.insert(number) }
            let falling = numbers.sorted(by: >)
            let (first, second) = (falling.map { _ in built.popGreatest() }, falling.map { _ in grown.popGreatest() })
            #expect(first == falling)
            #expect(second == falling)
            let end = built.popGreatest()
            #expect(end == nil)
        }
    }

    @Test func insertingBetweenTakingKeepsTheOrder() {
        var queue = PriorityQueue([5, 1, 4])
        let greatest = queue.popGreatest()
        #expect(greatest == 5)
        queue.insert(3)
        queue.insert(9)
        let rest = (0..<4).map { _ in queue.popGreatest() }
        #expect(rest == [9, 4, 3, 1])
    }
}
