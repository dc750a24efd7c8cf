import Dispatch
import Parallelism
import Synchronization
import Testing

/// In which order a crew does what there is to do. A crew of one, so that there is only one order.
@Suite struct CrewTests {
    /// What was done, in order.
    private final class Diary: Sendable {
        private let lines = Mutex<[String]>([])

        var all: [String] { lines.withLock { $0 } }

        func note(_ line: String) { lines.withLock { $0.append(line) } }
    }

    /// Holds the crew's only thread up until it is opened, so that tasks gather behind it.
    private final class Gate: Sendable {
        private let opening = DispatchSemaphore(value: 0)

        func open() { opening.signal() }

        func hold() { opening.wait() }
    }

    @Test func whatIsBegunGoesOnBeforeWhatHasComeIsBegun() async {
        let crew = Crew(size: 1)
        let (diary, gate) = (Diary(), Gate())
        let first = Task(executorPreference: crew) { gate.hold() }
        let second = Task(executorPreference: crew) {
            diary.note("two begins")
            await Task.yield()
            diary.note("two ends")
        }
        let third = Task(executorPreference: crew) { diary.note("three") }
        gate.open()
        for task in [first, second, third] { await task.value }
        crew.dismiss()
        #expect(diary.all == ["two begins", "two ends", "three"])
    }

    @Test func nobodyGoesOnForEverWhileOthersWait() async {
        let crew = Crew(size: 1)
        let (diary, gate) = (Diary(), Gate())
        let first = Task(executorPreference: crew) { gate.hold() }
        let restless = Task(executorPreference: crew) {
            while diary.all.isEmpty { await Task.yield() }
        }
        let patient = Task(executorPreference: crew) { diary.note("its turn came") }
        gate.open()
        for task in [first, restless, patient] { await task.value }
        crew.dismiss()
        #expect(diary.all == ["its turn came"])
    }

    @Test func spareTimeIsWhereThereIsNothingElseToDo() async {
        let crew = Crew(size: 1)
        let (diary, gate) = (Diary(), Gate())
        let first = Task(executorPreference: crew) { gate.hold() }
        let spare = Task(executorPreference: crew.spareTime) {
            diary.note("spare begins")
            await Task.yield()
            diary.note("spare ends")
        }
        let second = Task(executorPreference: crew) {
            diary.note("two begins")
            await Task.yield()
            diary.note("two ends")
        }
        gate.open()
        for task in [first, spare, second] { await task.value }
        crew.dismiss()
        #expect(diary.all == ["two begins", "two ends", "spare begins", "spare ends"])
    }

    @Test func whatIsLeftAtTheDismissalIsStillDone() async {
        let crew = Crew(size: 1)
        let (diary, gate) = (Diary(), Gate())
        let first = Task(executorPreference: crew) { gate.hold() }
        let second = Task(executorPreference: crew) { diary.note("done") }
        crew.dismiss()
        gate.open()
        for task in [first, second] { await task.value }
        #expect(diary.all == ["done"])
    }

    @Test(arguments: [0, 1, 4]) func childrenWorkOnTheCrewToo(size: Int) async {
        let crew = Crew(size: size)
        let sum = await Task(executorPreference: crew) {
            await withTaskGroup(of: Int.self) { group in
                for number in 1...100 { group.addTask { number } }
                return await group.reduce(0, +)
            }
        }.value
        crew.dismiss()
        #expect(sum == 5050)
    }
}
