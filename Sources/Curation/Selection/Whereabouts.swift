package import NewsModel

/// Where a story stands on the page of an edition.
package struct Whereabouts: Sendable, Hashable {
    package var section: String
    /// From 1, among the clusters of the section.
    package var place: Int
    package var cluster: Cluster
    /// The one right above it in its section.
    package var above: Cluster?

    /// Where a story stands in an edition, as a lead or below one; `nil` where it does not.
    package init?(of id: StoryID, in edition: Edition) {
        for section in edition.sections {
            guard let place = section.clusters.firstIndex(where: { $0.stories.contains { $0.id == id } }) else {
                continue
            }
            self.section = section.name
            self.place = place + 1
            cluster = section.clusters[place]
            above = place > 0 ? section.clusters[place - 1] : nil
            return
        }
        return nil
    }
}
