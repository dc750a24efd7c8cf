import Synchronization

/// Connections whose last response has come whole, kept for the next request with the same key.
///
/// Few in all: most hosts have one feed and are asked once, and an idle connection costs an open file.
final class IdleConnections: Sendable {
    private struct Pool {
        /// The one that was used last stands last.
        var connections: [Connection] = []
        var isClosed = false
    }

    private let limit: Int
    private let pool = Mutex(Pool())

    init(limit: Int = 64) {
        self.limit = limit
    }

    /// Takes out the open connection with that key which was used last.
    func take(_ key: ConnectionKey) -> Connection? {
        pool.withLock { pool in
            pool.connections.removeAll { !$0.isOpen }
            guard let index = pool.connections.lastIndex(where: { $0.key == key }) else { return nil }
            return pool.connections.remove(at: index)
        }
    }

    /// Keeps a connection, in place of that which was idle for the longest where there are too many.
    ///
    /// - Returns: whether it is kept; otherwise the caller ends it.
    func keep(_ connection: Connection) -> Bool {
        let (isKept, oldest) = pool.withLock { pool -> (Bool, Connection?) in
            guard !pool.isClosed else { return (false, nil) }
            pool.connections.append(connection)
            return (true, pool.connections.count > limit ? pool.connections.removeFirst() : nil)
        }
        oldest?.close()
        return isKept
    }

    /// Ends all of them, and keeps none from now on.
    func close() {
        let connections = pool.withLock { pool in
            pool.isClosed = true
            defer { pool.connections = [] }
            return pool.connections
        }
        for connection in connections { connection.close() }
    }
}
