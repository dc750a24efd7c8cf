import DequeModule
import Dispatch
import Foundation
import Synchronization

/// Threads that carry out tasks, as many as there are cores: what is begun goes on before what has come is begun.
///
/// The executor that tasks have by default takes every step in the order in which it became possible. Where hundreds
/// of answers arrive at once, each step of each of them then waits behind the first steps of all the others: all are
/// half done at once, none is finished, and what they hold adds up.
package final class Crew: TaskExecutor {
    private let jobs = Mutex(Jobs())
    private let count = DispatchSemaphore(value: 0)

    private struct Jobs {
        /// What a job of ours made possible.
        var begun: Deque<UnownedJob> = []
        /// What others made possible, such as bytes that came.
        var arrived: Deque<UnownedJob> = []
        /// What is of use only where there is nothing else to do.
        var spare: Deque<(job: UnownedJob, executor: SpareTime)> = []
        var threads: [pthread_t] = []
        var streak = 0
    }

    /// How many jobs that were begun are done in a row while others wait: nobody goes on for ever at their cost.
    private static let longestStreak = 64

    /// - Parameter size: how many threads there are, at least one.
    package init(size: Int = ProcessInfo.processInfo.activeProcessorCount) {
        for number in 0..<max(1, size) {
            let thread = Thread { self.work() }
            thread.name = "crew \(number)"
            thread.start()
        }
    }

    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        jobs.withLock { jobs in
            if jobs.threads.contains(pthread_self()) {
                jobs.begun.append(job)
            } else {
                jobs.arrived.append(job)
            }
        }
        count.signal()
    }

    /// For tasks that nobody waits for, and that are carried out while nobody else has anything to do. They should
    /// suspend often: what comes meanwhile waits until then.
    package var spareTime: some TaskExecutor { SpareTime(crew: self) }

    private final class SpareTime: TaskExecutor {
        private let crew: Crew

        init(crew: Crew) { self.crew = crew }

        func enqueue(_ job: consuming ExecutorJob) {
            let job = UnownedJob(job)
            crew.jobs.withLock { $0.spare.append((job, self)) }
            crew.count.signal()
        }
    }

    /// Ends the threads once nothing is left to do. Until then nobody may let go of the crew, and afterwards nobody may
    /// give it a task.
    package func dismiss() {
        count.signal()
    }

    /// Works until there is a turn without a job: that is the dismissal, which each thread passes on.
    private func work() {
        jobs.withLock { $0.threads.append(pthread_self()) }
        while true {
            count.wait()
            guard let (job, executor) = next() else { break }
            job.runSynchronously(on: executor.asUnownedTaskExecutor())
        }
        count.signal()
    }

    /// The next job, and on which executor it is run; `nil` if there will be none.
    private func next() -> (UnownedJob, any TaskExecutor)? {
        jobs.withLock { jobs in
            let isLong = jobs.streak >= Self.longestStreak && !jobs.arrived.isEmpty
            if !isLong, let job = jobs.begun.popFirst() {
                jobs.streak += 1
                return (job, self)
            }
            jobs.streak = 0
            if let job = jobs.arrived.popFirst() { return (job, self) }
            return jobs.spare.popFirst().map { ($0.job, $0.executor) }
        }
    }
}
