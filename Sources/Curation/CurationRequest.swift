package import Foundation
package import NewsModel

/// Everything that decides what an edition holds.
package struct CurationRequest: Sendable {
    package var date: EditionDate
    /// When the edition is built; ages count from here.
    package var now: Date
    /// What belongs to the window of the edition, in any order.
    package var stories: [Story]
    /// In the order of the configuration.
    package var sources: [SourceTraits]
    package var edition = EditionPolicy()
    package var ranking = RankingPolicy()
    /// The language of the site, as a BCP 47 tag; `nil` where it is unknown.
    package var language: String?
    /// In the order of the configuration.
    package var sections: [SectionRule] = []
    /// The edition of the same date, where it is built again: what stands in it stays, even beyond the caps. Only
    /// muted words take it away.
    package var pinned: Edition?
    /// The editions of the dates before, as far back as a story may reach: what they published is not published again,
    /// unless it has grown. They may be left out, and then a story is only kept out by the choice of `stories`.
    package var earlier: [Edition] = []
    /// What joined a story of those dates too late, and was left out since the story had not grown enough (reason
    /// `told`). They count for its growth, and are published only in its update.
    package var latecomers: [Edition.LeftOut] = []
    /// What was read of the texts of stories already.
    package var terms: [StoryID: DocumentTerms] = [:]

    package init(date: EditionDate, now: Date, stories: [Story], sources: [SourceTraits]) {
        self.date = date
        self.now = now
        self.stories = stories
        self.sources = sources
    }
}

/// What curation knows of a source.
package struct SourceTraits: Sendable, Hashable, Identifiable {
    package var id: SourceID
    /// What readers know it as.
    package var title: String
    /// How much its stories count; 1 is usual, 0 makes them count for nothing.
    package var weight = 1.0
    package var section = "News"
    /// Keeps only stories in which one of these words stands; empty for all.
    package var only: [String] = []
    /// Drops stories in which one of these words stands.
    package var skip: [String] = []
    /// Where it is at home on the web, which decides whose an address is.
    package var home = SourceHome()

    package init(id: SourceID) {
        self.id = id
        title = id.rawValue
    }

    /// The traits of a configured source; `title` is what it calls itself, for where the user gave none.
    package init(_ source: Source, title: String? = nil, home: SourceHome) {
        id = source.id
        self.title = source.title ?? title ?? source.id.rawValue
        weight = source.weight
        section = source.section
        only = source.only
        skip = source.skip
        self.home = home
    }
}

/// What is known of where a source is at home on the web.
package struct SourceHome: Sendable, Hashable {
    /// The address at which it is asked.
    package var address: String?
    /// The page that its feed says it belongs to.
    package var site: String?
    /// How many of its stories stood on each host (with its port, where it is no usual one), over the nights.
    package var hosts: [String: Int] = [:]
    /// When it first answered; `nil` for a source that is new tonight.
    package var since: Date?
    /// Whether its API names the publisher of each item, so that none of them is at home there.
    package var namesPublishers = false

    package init() {}

    /// The home of a configured source, with what its feed and earlier nights say of it.
    package init(of source: Source, site: String?, hosts: [String: Int], since: Date?) {
        address = source.provider.address
        self.site = site
        self.hosts = hosts
        self.since = since
        namesPublishers = source.provider.namesPublishers
    }
}
