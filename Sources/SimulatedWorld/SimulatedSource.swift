/// One provider of the simulated world: what it is, what it says, and how it behaves.
package struct SimulatedSource: Sendable, Hashable, Identifiable {
    /// The id in the configuration; letters, digits and `-`.
    package var id: String
    package var title: String
    package var section: Section
    package var kind: Kind
    package var content: Content
    package var behaviour: Behaviour
    /// How the clock, the editors or the advertising department of this source differ from the ideal.
    package var quirks: Set<Quirk>
    package var latency: LatencyPlan
    package var weight: Double?
    /// The name of the server that it shares with others of that name; `nil` for one of its own. Only plain HTTP is
    /// shared, and only by what begins upon a request.
    package var host: String?

    package init(
        id: String, title: String? = nil, section: Section = .world, kind: Kind = .feed(.rss20),
        content: Content = .retold, behaviour: Behaviour = .sound, quirks: Set<Quirk> = [],
        latency: LatencyPlan = .fixed(.milliseconds(100)), weight: Double? = nil, host: String? = nil
    ) {
        self.id = id
        self.title = title ?? id
        self.section = section
        self.kind = kind
        self.content = content
        self.behaviour = behaviour
        self.quirks = quirks
        self.latency = latency
        self.weight = weight
        self.host = host
    }

    /// The sections of the simulated press.
    package enum Section: String, Sendable, Hashable, CaseIterable {
        case world = "World"
        case technology = "Technology"
        case business = "Business"
        case science = "Science"
        case culture = "Culture"
        case sport = "Sport"
    }

    package enum FeedForm: String, Sendable, Hashable, CaseIterable {
        case rss091 = "RSS 0.91"
        case rss092 = "RSS 0.92"
        case rss10 = "RSS 1.0"
        case rss20 = "RSS 2.0"
        case atom = "Atom"
        case jsonFeed = "JSON Feed"
    }

    package enum Content: Sendable, Hashable {
        /// Reports stories of its own, and those that everybody has of these further sections.
        /// - Parameter also: sections besides its own whose great stories it reports.
        case reported(also: [Section] = [])
        /// Like `reported`, on Sundays only.
        case weekly
        /// Tells again what others report, without taking a story from any of them: for faults, tests and benches.
        case retold
        /// A sound document without entries.
        case empty
        /// Always this document, whatever the night.
        case document(String, contentType: String)
    }

    package enum Quirk: String, Sendable, Hashable, CaseIterable {
        /// Begins each day with a column under the same title.
        case morningColumn
        /// One entry in five has no date.
        case undated
        /// The newest entry is dated a day ahead.
        case future
        /// Links carry `utm_…` parameters.
        case trackingParameters
        /// Whole articles, with a script and a tracking pixel in them.
        case advertising
        /// Whole articles.
        case fullText
        /// Entries have pictures.
        case pictures
        /// A story that develops keeps its address and id, and changes its title.
        case liveStories
        /// No `ETag`, no `Last-Modified`.
        case noValidators
        /// `Last-Modified` and no `ETag`.
        case noETag
        /// A weak `ETag` and no `Last-Modified`.
        case weakETag
        /// The body comes in chunks, without a length.
        case chunked
        /// The document is filled up to some size between 20 and 200 KB, the source's own.
        case large
        /// Compresses for whoever can read it.
        case gzip
        /// The configuration has a key that the API does not know.
        case wrongKey
    }
}

/// How a source's server treats whoever asks.
package enum Behaviour: Sendable, Hashable {
    /// Answers as its kind does.
    case sound
    /// Follows a fault's script, byte by byte.
    case faulty(ServerFault)
    /// The port is taken, but nobody listens: connections are refused.
    case nobodyListening

    package static var silent: Behaviour { .faulty(.silent) }
    package static func drip(interval: Duration) -> Behaviour { .faulty(.drip(every: interval)) }
    package static func failsFirst(status: Int) -> Behaviour { .faulty(.failsFirst(status: status)) }
    package static func throttled(retryAfterSeconds: Int) -> Behaviour {
        .faulty(.throttled(retryAfterSeconds: retryAfterSeconds))
    }
    package static func status(_ status: Int) -> Behaviour { .faulty(.status(status)) }

    /// What a run should make of it, where the content does not say otherwise.
    var expectedOutcome: ExpectedOutcome {
        switch self {
        case .sound: .fresh
        case .faulty(let fault): fault.expected
        case .nobodyListening: .unreachable
        }
    }
}

extension SimulatedSource {
    /// What its connections are made of.
    var transport: ServerFault.Transport {
        if case .faulty(let fault) = behaviour { fault.transport } else { .plain }
    }

    /// Whether its connections are deaf: what is asked there is not understood.
    var isDeaf: Bool {
        if case .faulty(let fault) = behaviour { fault.begins != .onRequest } else { false }
    }
}
