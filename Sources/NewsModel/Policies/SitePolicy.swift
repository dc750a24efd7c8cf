package import Foundation

/// What the published site is called and looks like: the top of the configuration, `pages` and `keep`.
package struct SitePolicy: Sendable, Hashable, Encodable {
    package var title = "Broadsheet"
    /// Where it will be published, absolute and with a trailing slash; `nil` where the user does not say.
    package var url: String?
    package var timeZone: TimeZone = .gmt
    /// BCP 47.
    package var language = "en"
    package var theme: Theme = .broadsheet
    /// `#rrggbb`; `nil` for the theme's own.
    package var accent: String?
    /// A style sheet of the user's, as text, that follows the theme's.
    package var extraCSS: String?
    /// Which pictures of stories are shown.
    package var images: Images = .none
    package var content: Content = .summary
    /// Whether each story can say why it stands where it does.
    package var showsReasons = true
    /// Whether search engines may index the site.
    package var isIndexed = true
    /// Whether the list of the sources is published.
    package var publishesSources = true
    /// How much of the sources' health is.
    package var health = HealthPages.public
    /// What the ids in the feeds are made of, in place of the site's address or title.
    package var idBase: String?
    /// How long an edition stays on the site; `nil` for ever.
    package var keepsEditions: Duration?
    /// WebSub hubs to name in the feeds.
    package var hubs: [String] = []

    package init() {}

    /// What the ids in the feeds are made of: the site's address, or its title where it has none. With another, every entry
    /// is new to feed readers.
    package var identifierBase: String { idBase ?? url ?? title }

    package enum Theme: String, Sendable, Hashable, CaseIterable, Encodable {
        case broadsheet, compact
    }

    /// How much of the sources' health is published: everything, how many answered, or nothing.
    package enum HealthPages: String, Sendable, Hashable, CaseIterable, Encodable {
        case `public`, summary, none
    }

    /// Which pictures of stories are shown: none, those that stand where they come from, or copies that the site keeps.
    package enum Images: String, Sendable, Hashable, CaseIterable, Encodable {
        case none = "false"
        case linked = "true"
        case copied = "copy"
    }

    /// How much of a story's text is published.
    package enum Content: String, Sendable, Hashable, CaseIterable, Encodable {
        case summary, full
    }
}

/// Below it the published site stays as it is: `publish-guard` of the configuration.
package struct PublishGuard: Sendable, Hashable {
    /// The least number of sources that must answer.
    package var minimumSources = 1
    /// The least share of the asked sources that must answer, 0…1.
    package var minimumFresh: Double = 0

    package init() {}
}
