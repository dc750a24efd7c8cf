import DequeModule
import Dispatch
import Foundation

/// A task executor with as many threads as there are cores, which runs jobs of tasks that are under way before those
/// that come from outside.
///
/// The default executor runs jobs in the order in which they became possible. Where hundreds of responses arrive at
/// once, each step of each of them then waits behind the first steps of all the others: all are half done at once, none
/// is finished, and what they hold adds up.
package final class BatchExecutor: TaskExecutor {
    private let queues = Guarded(JobQueues())
    private let count = DispatchSemaphore(value: 0)

    private struct JobQueues {
        /// Enqueued by a job of this executor.
        var continued: Deque<UnownedJob> = []
        /// Enqueued from elsewhere, such as for bytes that came.
        var arrived: Deque<UnownedJob> = []
        /// Run only where there is nothing else to do.
        var background: Deque<(job: UnownedJob, executor: BackgroundExecutor)> = []
        var threads: [pthread_t] = []
        /// How many continued jobs were run in a row.
        var streak = 0
    }

    /// How many continued jobs are run in a row while others wait, so that none can starve them.
    private static let maxStreak = 64

    /// - Parameter size: how many threads there are, at least one.
    package init(size: Int = ProcessInfo.processInfo.activeProcessorCount) {
        for number in 0..<max(1, size) {
            let thread = Thread { self.work() }
            thread.name = "batch \(number)"
            thread.start()
        }
    }

    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queues.withLock { queues in
            if queues.threads.contains(pthread_self()) {
                queues.continued.append(job)
            } else {
                queues.arrived.append(job)
            }
        }
        count.signal()
    }

    /// For tasks that run only while there is nothing else to do. They should suspend often: what comes meanwhile waits
    /// until then.
    package var background: some TaskExecutor { BackgroundExecutor(owner: self) }

    private final class BackgroundExecutor: TaskExecutor {
        private let owner: BatchExecutor

        init(owner: BatchExecutor) { self.owner = owner }

        func enqueue(_ job: consuming ExecutorJob) {
            let job = UnownedJob(job)
            owner.queues.withLock { $0.background.append((job, self)) }
            owner.count.signal()
        }
    }

    /// Ends the threads once nothing is left to do. The executor must be kept until then, and gets no task afterwards.
    package func shutDown() {
        count.signal()
    }

    /// Runs jobs until there is a signal without one: that is the shutdown, which each thread passes on.
    private func work() {
        queues.withLock { $0.threads.append(pthread_self()) }
        while true {
            count.wait()
            guard let (job, executor) = next() else { break }
            job.runSynchronously(on: executor.asUnownedTaskExecutor())
        }
        count.signal()
    }

    /// The next job and its executor; `nil` if there will be none.
    private func next() -> (UnownedJob, any TaskExecutor)? {
        queues.withLock { queues in
            let isLong = queues.streak >= Self.maxStreak && !queues.arrived.isEmpty
            if !isLong, let job = queues.continued.popFirst() {
                queues.streak += 1
                return (job, self)
            }
            queues.streak = 0
            if let job = queues.arrived.popFirst() { return (job, self) }
            return queues.background.popFirst().map { ($0.job, $0.executor) }
        }
    }
}
