import Foundation
import NewsModel
import Newsroom
import Parallelism
import Settings

/// Says how far a run is while it works: as a bar on a terminal, as a line a source where that is wanted, as events.
final class RunProgress: Sendable {
    private let events: RunEvents?
    private let saysLines: Bool
    private let bar: ProgressBar?
    private let request: RunRequest
    private let clock: LocalClock

    init(request: RunRequest, output: OutputOptions, events: RunEvents?) {
        self.request = request
        self.events = events
        clock = LocalClock(in: request.settings.site.timeZone)
        saysLines = output.verbose && !output.quiet
        let terminal = Terminal(STDERR_FILENO)
        let isWanted = terminal.isWatched && terminal.hasCursor && !output.quiet && !output.verbose && request.fetches
        bar = isWanted ? ProgressBar(request: request, width: terminal.width) : nil
    }

    func begin() {
        events?.began(request)
        bar?.begin()
    }

    func add(_ report: SourceReport) {
        events?.ended(report)
        if saysLines { Console.note(SourceLine(report, clock).text) }
        bar?.add(report)
    }

    func end() {
        bar?.end()
    }
}

/// A line at the foot of a terminal that is drawn anew while a batch is under way: its time against the deadline, how many
/// have answered and failed, and who is waited for.
final class ProgressBar: Sendable {
    private let clock = ContinuousClock()
    private let deadline: Duration
    private let width: Int
    private let state: Guarded<State>

    private struct State {
        var start: ContinuousClock.Instant
        var progress: BatchProgress
        var drawing: Task<Void, Never>?
    }

    init(request: RunRequest, width: Int) {
        deadline = request.settings.fetch.deadline
        self.width = width
        let wanted = request.settings.sources.map(\.id).filter { request.only.isEmpty || request.only.contains($0) }
        state = Guarded(State(start: ContinuousClock().now, progress: BatchProgress(waiting: wanted)))
    }

    private static let redrawnEvery = Duration.milliseconds(100)

    func begin() {
        let drawing = Task { [weak self] in
            while !Task.isCancelled {
                self?.draw()
                // Cancelled when the run is over.
                try? await Task.sleep(for: Self.redrawnEvery)
            }
        }
        let now = clock.now
        state.withLock {
            $0.start = now
            $0.drawing = drawing
        }
    }

    func add(_ report: SourceReport) {
        state.withLock { $0.progress.add(report) }
    }

    /// Takes the line away; from now on none is drawn.
    func end() {
        state.withLock {
            $0.drawing?.cancel()
            $0.drawing = nil
            Console.redraw("")
        }
    }

    private func draw() {
        let now = clock.now
        state.withLock { state in
            guard state.drawing != nil else { return }
            let elapsed = state.start.duration(to: now)
            // The last column stays free: some terminals begin a new line after it.
            Console.redraw(state.progress.line(elapsed: elapsed, deadline: deadline, width: width - 1))
        }
    }
}

/// How far a batch is.
struct BatchProgress {
    private(set) var waiting: [SourceID]
    private(set) var answered = 0
    private(set) var failed = 0
    private let count: Int

    /// - Parameter waiting: all sources, in the order of the configuration.
    init(waiting: [SourceID]) {
        self.waiting = waiting
        count = waiting.count
    }

    mutating func add(_ report: SourceReport) {
        waiting.removeAll { $0 == report.source }
        if report.outcome.isAnswer { answered += 1 }
        if report.outcome.isFailure { failed += 1 }
    }

    private static let barWidth = 10
    private static let mostNamed = 3

    /// A line of at most `width` columns.
    func line(elapsed: Duration, deadline: Duration, width: Int) -> String {
        let share = deadline > .zero ? min(1, elapsed.seconds / deadline.seconds) : 1
        let full = waiting.isEmpty ? Self.barWidth : Int(share * Double(Self.barWidth))
        let bar = String(repeating: "█", count: full) + String(repeating: "░", count: Self.barWidth - full)
        let time = "\(elapsed.inTenths) of \(deadline.inTenths)"
        let figures = "\(time)  \(answered) of \(count) answered, \(failed) failed"
        return DisplayWidth.fitted("\(bar) \(figures)\(rest)", to: width)
    }

    /// Who is still asked; the slowest are those that are left.
    private var rest: String {
        guard !waiting.isEmpty else { return "; publishing" }
        let names = waiting.prefix(Self.mostNamed).map(\.rawValue).joined(separator: ", ")
        let more = waiting.count > Self.mostNamed ? " and \(waiting.count - Self.mostNamed) more" : ""
        return ", \(waiting.count) left: \(names)\(more)"
    }
}
