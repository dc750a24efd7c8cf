import HTTPTransport
import NewsModel
import Parallelism

/// The progress of one source's fetch, so that its report is right even if the deadline cuts it off.
///
/// A lock rather than an actor: it is read at the deadline, when there is no time for an actor hop.
final class FetchProgress: Sendable {
    enum Stage: Sendable {
        case waitingForTurn
        case waitingForHost
        case resolving
        case connecting
        case waitingForAnswer
        case reading
        case waitingToRetry
    }

    struct Snapshot: Sendable {
        var stage = Stage.waitingForTurn
        /// Which host it is at.
        var host = ""
        var attempts = 0
        /// Whether the attempt under way has asked anybody.
        var isAsked = false
        var bytes = 0
        var status: Int?
        var times = FetchTimes()
        var note: String?
        /// What the last attempt ended in, while there is another one.
        var earlier: String?
        /// The addresses that redirects named, as they did.
        var redirects: Set<String> = []
        /// What the clock of the server that answered last showed.
        var clock: ClockReading?
    }

    private let snapshot = Guarded(Snapshot())

    var current: Snapshot { snapshot.withLock { $0 } }

    func update(_ change: (inout Snapshot) -> Void) {
        snapshot.withLock { change(&$0) }
    }

    func enter(_ stage: Stage) {
        update { $0.stage = stage }
    }

    /// Enters the stage of a connection, so long after its request began.
    func enter(_ stage: ConnectionStage, at elapsed: Duration) {
        switch stage {
        case .resolving: enter(.resolving)
        case .connecting: enter(.connecting)
        case .connected:
            update {
                $0.stage = .waitingForAnswer
                $0.times.connect = elapsed
            }
        }
    }
}

extension FetchProgress.Snapshot {
    /// What to say of a source that was cut off here.
    var whereItStood: String {
        switch stage {
        case .waitingForTurn: host.isEmpty ? "still waiting for its turn" : "no turn was left for it"
        case .waitingForHost: "still waiting for its host's rate limit"
        case .resolving: "its name was still being looked up"
        case .connecting: "no connection yet"
        case .waitingForAnswer: "no answer yet"
        case .reading: "still reading after \(bytes) bytes"
        case .waitingToRetry: note.map { "waiting to try again after: \($0)" } ?? "waiting to try again"
        }
    }
}
