import Dispatch
import Parallelism
import Testing

/// In which order an executor runs its jobs. It has one thread, so that there is only one order.
@Suite(.timeLimit(.minutes(1))) struct BatchExecutorTests {
    /// What was done, in order.
    private final class Record: Sendable {
        private let lines = Guarded<[String]>([])

        var all: [String] { lines.withLock { $0 } }

        func note(_ line: String) { lines.withLock { $0.append(line) } }
    }

    /// Holds the executor's only thread up until it is opened, so that tasks gather behind it.
    private final class Gate: Sendable {
        private let opening = DispatchSemaphore(value: 0)

        func open() { opening.signal() }

        func hold() { opening.wait() }
    }

    @Test func whatIsBegunGoesOnBeforeWhatHasComeIsBegun() async {
        let executor = BatchExecutor(size: 1)
        let (record, gate) = (Record(), Gate())
        let first = Task(executorPreference: executor) { gate.hold() }
        let second = Task(executorPreference: executor) {
            record.note("two begins")
            await Task.yield()
            record.note("two ends")
        }
        let third = Task(executorPreference: executor) { record.note("three") }
        gate.open()
        for task in [first, second, third] { await task.value }
        executor.shutDown()
        #expect(record.all == ["two begins", "two ends", "three"])
    }

    @Test func nobodyGoesOnForEverWhileOthersWait() async {
        let executor = BatchExecutor(size: 1)
        let (record, gate) = (Record(), Gate())
        let first = Task(executorPreference: executor) { gate.hold() }
        let restless = Task(executorPreference: executor) {
            // Bounded, so that a test of what is broken ends.
            for _ in 0..<1_000_000 where record.all.isEmpty { await Task.yield() }
            record.note("it gave up or saw the other")
        }
        let patient = Task(executorPreference: executor) { record.note("its turn came") }
        gate.open()
        for task in [first, restless, patient] { await task.value }
        executor.shutDown()
        #expect(record.all.first == "its turn came")
    }

    @Test func backgroundIsWhereThereIsNothingElseToDo() async {
        let executor = BatchExecutor(size: 1)
        let (record, gate) = (Record(), Gate())
        let first = Task(executorPreference: executor) { gate.hold() }
        let spare = Task(executorPreference: executor.background) {
            record.note("spare begins")
            await Task.yield()
            record.note("spare ends")
        }
        let second = Task(executorPreference: executor) {
            record.note("two begins")
            await Task.yield()
            record.note("two ends")
        }
        gate.open()
        for task in [first, spare, second] { await task.value }
        executor.shutDown()
        #expect(record.all == ["two begins", "two ends", "spare begins", "spare ends"])
    }

    @Test func whatIsLeftAtTheShutdownIsStillDone() async {
        let executor = BatchExecutor(size: 1)
        let (record, gate) = (Record(), Gate())
        let first = Task(executorPreference: executor) { gate.hold() }
        let second = Task(executorPreference: executor) { record.note("done") }
        executor.shutDown()
        gate.open()
        for task in [first, second] { await task.value }
        #expect(record.all == ["done"])
    }

    @Test(arguments: [0, 1, 4]) func childrenRunOnTheExecutorToo(size: Int) async {
        let executor = BatchExecutor(size: size)
        let sum = await Task(executorPreference: executor) {
            await withTaskGroup(of: Int.self) { group in
                for number in 1...100 { group.addTask { number } }
                return await group.reduce(0, +)
            }
        }.value
        executor.shutDown()
        #expect(sum == 5050)
    }
}
