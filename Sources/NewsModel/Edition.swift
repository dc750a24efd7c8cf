package import Foundation

/// What is published for one date.
package struct Edition: Sendable, Hashable {
    package var date: EditionDate
    /// When it was last built.
    package var generated: Date
    /// In reading order, none of them empty.
    package var sections: [Section]
    /// What belonged to the date but did not fit or was not wanted.
    package var leftOut: [LeftOut]
    /// What readers are told of that, by reason.
    package var omissions: [Omission]
    /// What each source was called on that day, for the kickers and for *also covered by*.
    package var sourceTitles: [SourceID: String]
    /// How many sources were listed, and how many gave an answer, on that night.
    package var sourcesAsked: Int
    package var sourcesAnswered: Int
    /// What its entry in the feed of editions says; `nil` where it was not published yet.
    package var digest: EntryMark?
    /// A fingerprint of the configuration that decided what it tells; `nil` where that is not known.
    package var curation: String?
    /// The pictures of its stories that the site keeps, by their addresses in order.
    package var pictures: [PictureCopy] = []
    /// Whether those were told of it who want to hear of editions; of what a site remembers, that is taken for granted.
    package var isAnnounced = true

    package init(
        date: EditionDate, generated: Date, sections: [Section] = [], leftOut: [LeftOut] = [],
        omissions: [Omission] = [], sourceTitles: [SourceID: String] = [:], sourcesAsked: Int = 0,
        sourcesAnswered: Int = 0, digest: EntryMark? = nil, curation: String? = nil
    ) {
        self.date = date
        self.generated = generated
        self.sections = sections
        self.leftOut = leftOut
        self.omissions = omissions
        self.sourceTitles = sourceTitles
        self.sourcesAsked = sourcesAsked
        self.sourcesAnswered = sourcesAnswered
        self.digest = digest
        self.curation = curation
    }

    /// Clusters under one heading, in the order of rank.
    package struct Section: Sendable, Hashable {
        package var name: String
        package var clusters: [Cluster]

        package init(name: String, clusters: [Cluster]) {
            self.name = name
            self.clusters = clusters
        }
    }

    /// A story that is not on the page, and why.
    package struct LeftOut: Sendable, Hashable {
        package enum Reason: String, Sendable, Hashable, Codable, CaseIterable {
            /// A muted word stands in it.
            case muted
            /// The source's `only` or `skip` words.
            case filtered
            /// More than `per-source`, `per-publisher`, `per-section` or `stories`.
            case perSource, perPublisher, perSection, stories
            /// Told in the edition of an earlier date, and not grown since.
            case told
            /// Its source tells the same story more often than the edition shows.
            case repeated
        }

        package var story: Story
        package var reason: Reason
        /// The word or the number that decided.
        package var detail: String
        package var score: Double
        /// The source by whose evidence it was left out: whose telling was told before, whose text has the muted word,
        /// whose address it stands under; `nil` where nobody's word decided.
        package var cause: SourceID?

        package init(story: Story, reason: Reason, detail: String, score: Double = 0, cause: SourceID? = nil) {
            self.story = story
            self.reason = reason
            self.detail = detail
            self.score = score
            self.cause = cause
        }
    }

    package var clusters: [Cluster] { sections.flatMap(\.clusters) }

    /// What was left out, by reason.
    package var leftOutByReason: [LeftOut.Reason: [LeftOut]] { Dictionary(grouping: leftOut, by: \.reason) }

    /// Changes each story that is told, lead or not.
    package mutating func changeStories(_ change: (inout Story) -> Void) {
        for section in sections.indices {
            for cluster in sections[section].clusters.indices {
                change(&sections[section].clusters[cluster].lead)
                for place in sections[section].clusters[cluster].also.indices {
                    change(&sections[section].clusters[cluster].also[place])
                }
            }
        }
    }
}
