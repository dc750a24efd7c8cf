import Foundation

/// How many files this process may have open; each connection is one.
package enum OpenFileLimit {
    /// What a run needs besides its connections: state, site, templates, and idle connections.
    private static let others = 256

    /// Raises the soft limit as far as so many connections need and the hard limit allows.
    ///
    /// - Parameter connections: how many are wanted at once.
    /// - Returns: how many there can be, at least 1.
    package static func makeRoom(forConnections connections: Int) -> Int {
        var limit = rlimit()
        guard getrlimit(resource, &limit) == 0 else { return connections }
        let wanted = rlim_t(connections + others)
        if limit.rlim_cur < wanted {
            var raised = limit
            raised.rlim_cur = min(wanted, limit.rlim_max)
            if setrlimit(resource, &raised) == 0 { limit = raised }
        }
        return room(for: connections, limit: limit.rlim_cur)
    }

    /// How many of `connections` fit into so many open files.
    static func room(for connections: Int, limit: rlim_t) -> Int {
        guard limit < rlim_t(connections + others) else { return connections }
        // Whatever the limit is, something is to be left for connections.
        return max(1, Int(limit) - min(others, Int(limit) / 2))
    }

    private static var resource: __rlimit_resource_t { __rlimit_resource_t(RLIMIT_NOFILE.rawValue) }
}
