/// How sources are asked: `deadline`, `fetch` and `rate-limit` of the configuration.
package struct FetchPolicy: Sendable, Hashable {
    /// The longest that the whole batch takes.
    package var deadline: Duration = .seconds(30)
    /// The longest that one request takes, from its turn to the end of the body.
    package var timeout: Duration = .seconds(10)
    /// How often a failed request is tried again.
    package var retries = 2
    /// Requests under way at once, over all hosts.
    package var concurrency = 512
    /// Requests under way at once to one host.
    package var perHost = 2
    /// The most bytes of one body, after decompression.
    package var maxBodyBytes = 16 << 20
    /// What we call ourselves; `nil` for the tool's own name and address.
    package var userAgent: String?
    /// By host or registrable domain.
    package var rateLimits: [String: RateLimit] = [:]

    package init() {}

    /// So many requests in so long a time, written `1/s`, `30/m` or `500/d`.
    package struct RateLimit: Sendable, Hashable {
        package var requests: Int
        package var per: Duration

        package init(requests: Int, per: Duration) {
            self.requests = requests
            self.per = per
        }
    }
}

/// Where requests may go, and by what way: `network` of the configuration, and the proxy of the environment.
package struct NetworkPolicy: Sendable, Hashable {
    /// Whether private, loopback and link-local addresses may be asked.
    package var allowsPrivate = false
    /// A PEM file with certificate authorities that are trusted besides the system's.
    package var certificateAuthorityFile: String?
    package var proxy: Proxy?
    /// Hosts that are asked without the proxy: names, `.domain` suffixes, addresses, or `*`.
    package var proxyExceptions: [String] = []

    package init() {}

    package struct Proxy: Sendable, Hashable {
        package var host: String
        package var port: Int
        /// `user:password`, where the proxy asks for them.
        package var credentials: Secret?
        /// Whether it comes from the environment; such a proxy is never used for loopback.
        package var isFromEnvironment: Bool

        package init(host: String, port: Int, credentials: Secret? = nil, isFromEnvironment: Bool = false) {
            self.host = host
            self.port = port
            self.credentials = credentials
            self.isFromEnvironment = isFromEnvironment
        }
    }
}
