import Parallelism
import Synchronization
import Testing

@testable import Publishing

@Suite(.timeLimit(.minutes(1))) struct WritingQueueTests {
    @Test func writesAllThatIsBroughtByWhomever() async throws {
        let written = Guarded<Set<Int>>([])
        let writers = Atomic(0)
        let queue = WritingQueue<Int> { files in
            #expect(writers.add(1, ordering: .relaxed).oldValue == 0)
            written.withLock { $0.formUnion(files) }
            writers.subtract(1, ordering: .relaxed)
        }
        await withTaskGroup { group in
            for number in 0..<500 { group.addTask { queue.add([2 * number, 2 * number + 1]) } }
        }
        try queue.finish()
        #expect(written.withLock { $0 } == Set(0..<1000))
    }

    @Test func stopsAtTheFirstFailure() {
        let written = Guarded<[Int]>([])
        let queue = WritingQueue<Int> { (files) throws(DiskError) in
            written.withLock { $0 += files }
            if files.contains(2) { throw DiskError("public", code: 28) }
        }
        for number in 1...4 { queue.add([number]) }
        #expect(throws: DiskError("public", code: 28)) { try queue.finish() }
        #expect(written.withLock { $0 } == [1, 2])
    }
}
