import Synchronization

/// Connections whose last answer has come whole, kept for the next request of the same way.
///
/// Few in all: most hosts have one feed and are asked once, and an idle connection costs an open file.
final class IdleConnections: Sendable {
    private struct State {
        /// The one that was used last stands last.
        var connections: [Connection] = []
        var isClosed = false
    }

    private let limit: Int
    private let state = Mutex(State())

    init(limit: Int = 64) {
        self.limit = limit
    }

    /// Takes one out that leads there and is still open.
    func take(_ way: Way) -> Connection? {
        state.withLock { state in
            state.connections.removeAll { !$0.isOpen }
            guard let place = state.connections.lastIndex(where: { $0.way == way }) else { return nil }
            return state.connections.remove(at: place)
        }
    }

    /// Keeps one, in place of that which was idle for the longest where there are too many.
    ///
    /// - Returns: whether it is kept; otherwise the caller ends it.
    func keep(_ connection: Connection) -> Bool {
        let (isKept, oldest) = state.withLock { state -> (Bool, Connection?) in
            guard !state.isClosed else { return (false, nil) }
            state.connections.append(connection)
            return (true, state.connections.count > limit ? state.connections.removeFirst() : nil)
        }
        oldest?.close()
        return isKept
    }

    /// Ends all of them, and keeps none from now on.
    func close() {
        let connections = state.withLock { state in
            state.isClosed = true
            defer { state.connections = [] }
            return state.connections
        }
        for connection in connections { connection.close() }
    }
}
