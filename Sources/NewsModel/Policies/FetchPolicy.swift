/// How sources are asked: `deadline`, `fetch` and `rate-limit` of the configuration.
package struct FetchPolicy: Sendable, Hashable {
    /// The longest that the whole batch takes.
    package var deadline: Duration
    /// The longest that one request takes, from its turn to the end of the body.
    package var timeout: Duration
    /// How often a failed request is tried again.
    package var retries: Int
    /// Requests under way at once, over all hosts.
    package var concurrency: Int
    /// Requests under way at once to one host.
    package var perHost: Int
    /// The most bytes of one body, after decompression.
    package var maxBodyBytes: Int
    /// What we call ourselves; `nil` for the tool's own name and address.
    package var userAgent: String?
    /// By host or registrable domain.
    package var rateLimits: [String: RateLimit]

    package init(
        deadline: Duration = .seconds(30), timeout: Duration = .seconds(10), retries: Int = 2, concurrency: Int = 512,
        perHost: Int = 2, maxBodyBytes: Int = 16 << 20, userAgent: String? = nil, rateLimits: [String: RateLimit] = [:]
    ) {
        self.deadline = deadline
        self.timeout = timeout
        self.retries = retries
        self.concurrency = concurrency
        self.perHost = perHost
        self.maxBodyBytes = maxBodyBytes
        self.userAgent = userAgent
        self.rateLimits = rateLimits
    }

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
    package var allowsPrivate: Bool
    /// A PEM file with certificate authorities that are trusted besides the system's.
    package var certificateAuthorityFile: String?
    package var proxy: Proxy?
    /// Hosts that are asked without the proxy: names, `.domain` suffixes, addresses, or `*`.
    package var proxyExceptions: [String]

    package init(
        allowsPrivate: Bool = false, certificateAuthorityFile: String? = nil, proxy: Proxy? = nil,
        proxyExceptions: [String] = []
    ) {
        self.allowsPrivate = allowsPrivate
        self.certificateAuthorityFile = certificateAuthorityFile
        self.proxy = proxy
        self.proxyExceptions = proxyExceptions
    }

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
