/// The feeds of a site.
package enum SiteFeeds {
    /// Whether a path is one of a feed that names the hubs: each but the archive documents, which do not change.
    package static func canBeSubscribedTo(_ path: String) -> Bool {
        switch path {
        case StoryFeed.path, DigestFeed.path, JSONFeedWriter.path, HealthFeed.path: true
        default: path.hasPrefix("section/") && path.hasSuffix("/atom.xml")
        }
    }
}
