package import Foundation

/// What the published site is called and looks like: the top of the configuration, `pages` and `keep`.
package struct SitePolicy: Sendable, Hashable, Encodable {
    package var title: String
    /// Where it will be published, absolute and with a trailing slash; `nil` where the user does not say.
    package var url: String?
    package var timeZone: TimeZone
    /// BCP 47.
    package var language: String
    package var theme: Theme
    /// `#rrggbb`; `nil` for the theme's own.
    package var accent: String?
    /// A style sheet of the user's, as text, that follows the theme's.
    package var extraCSS: String?
    /// Whether stories' images are shown.
    package var showsImages: Bool
    package var content: Content
    /// Whether search engines may index the site.
    package var isIndexed: Bool
    /// How long an edition stays on the site; `nil` for ever.
    package var keepsEditions: Duration?
    /// WebSub hubs to name in the feeds.
    package var hubs: [String]

    package init(
        title: String = "Broadsheet", url: String? = nil, timeZone: TimeZone = .gmt, language: String = "en",
        theme: Theme = .broadsheet, accent: String? = nil, extraCSS: String? = nil, showsImages: Bool = false,
        content: Content = .summary, isIndexed: Bool = true, keepsEditions: Duration? = nil, hubs: [String] = []
    ) {
        self.title = title
        self.url = url
        self.timeZone = timeZone
        self.language = language
        self.theme = theme
        self.accent = accent
        self.extraCSS = extraCSS
        self.showsImages = showsImages
        self.content = content
        self.isIndexed = isIndexed
        self.keepsEditions = keepsEditions
        self.hubs = hubs
    }

    package enum Theme: String, Sendable, Hashable, CaseIterable, Encodable {
        case broadsheet, compact
    }

    /// How much of a story's text is published.
    package enum Content: String, Sendable, Hashable, CaseIterable, Encodable {
        case summary, full
    }
}

/// Below it the published site stays as it is: `publish-guard` of the configuration.
package struct PublishGuard: Sendable, Hashable {
    /// The least number of sources that must answer.
    package var minimumSources: Int
    /// The least share of the asked sources that must answer, 0…1.
    package var minimumFresh: Double

    package init(minimumSources: Int = 1, minimumFresh: Double = 0) {
        self.minimumSources = minimumSources
        self.minimumFresh = minimumFresh
    }
}
