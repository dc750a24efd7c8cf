/// What belongs to an edition and how much of it: `edition` of the configuration.
package struct EditionPolicy: Sendable, Hashable, Encodable {
    /// The most clusters in an edition.
    package var stories: Int
    /// The most that one source leads.
    package var perSource: Int
    /// The most that one publisher leads: the registrable domain of a story's address.
    package var perPublisher: Int
    package var perSection: Int
    package var window: Window
    /// The furthest back that an edition reaches.
    package var maxWindow: Duration
    /// How far back the first edition reaches, unless it is full before.
    package var firstWindow: Duration
    /// With fewer new stories there is no edition.
    package var minStories: Int

    /// The defaults of the configuration; `perPublisher` is twice `perSource` and `perSection` is `stories` unless given.
    package init(
        stories: Int = 60, perSource: Int = 6, perPublisher: Int? = nil, perSection: Int? = nil,
        window: Window = .auto, maxWindow: Duration = .seconds(72 * 3600),
        firstWindow: Duration = .seconds(7 * 86_400), minStories: Int = 1
    ) {
        self.stories = stories
        self.perSource = perSource
        self.perPublisher = perPublisher ?? perSource * 2
        self.perSection = perSection ?? stories
        self.window = window
        self.maxWindow = maxWindow
        self.firstWindow = firstWindow
        self.minStories = minStories
    }

    package enum Window: Sendable, Hashable, Encodable {
        /// What became known after the last edition of an earlier date.
        case auto
        /// What is dated, or was first seen, within this time.
        case last(Duration)
    }
}

/// What stands first: `ranking` and `curation` of the configuration.
package struct RankingPolicy: Sendable, Hashable, Encodable {
    /// The age at which a story counts half as much as a new one.
    package var halfLife: Duration = .seconds(18 * 3600)
    /// Words and how much they matter: 1 is a strong interest, −1 a strong dislike.
    package var interests: [String: Double] = [:]
    /// A story in which one of these words stands is never shown.
    package var mute: [String] = []
    package var clustering: Clustering = .normal

    package init() {}

    /// How alike stories must be to be told as one.
    package enum Clustering: String, Sendable, Hashable, CaseIterable, Encodable {
        case strict, normal, loose, off
    }
}

/// One of `sections`: its name, and the words or path parts that move a story into it.
package struct SectionRule: Sendable, Hashable, Encodable {
    package var name: String
    /// A word that stands in a story's title or categories, or a part of its path where it begins with `/`.
    package var match: [String]

    package init(name: String, match: [String] = []) {
        self.name = name
        self.match = match
    }
}
