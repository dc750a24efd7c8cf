package import NewsModel

/// Where on the site a story is told.
package enum StoryPlace {
    /// The path below the site's root, with the fragment at which the page of that date shows the cluster.
    package static func path(of cluster: Cluster, on date: EditionDate) -> String {
        SiteContext.page(of: date) + "#" + SiteContext.anchor(of: cluster)
    }
}
