package import NewsModel

/// What took the places that a story did not get.
package enum Rivals {
    /// The clusters that fill the cap by which a story was left out, in the order of their scores; none for a reason that is
    /// no cap.
    package static func of(_ leftOut: Edition.LeftOut, in edition: Edition) -> [Cluster] {
        clusters(leftOut, edition).sorted { $1.score < $0.score }
    }

    private static func clusters(_ leftOut: Edition.LeftOut, _ edition: Edition) -> [Cluster] {
        let story = leftOut.story
        switch leftOut.reason {
        case .perSource: return edition.clusters.filter { $0.lead.source == story.source }
        case .perPublisher:
            let publisher = CanonicalURL.publisher(ofKey: story.key)
            return edition.clusters.filter { CanonicalURL.publisher(ofKey: $0.lead.key) == publisher }
        case .perSection:
            return edition.sections.first { leftOut.detail.hasSuffix(" in \($0.name)") }?.clusters ?? []
        case .stories: return edition.clusters
        case .muted, .filtered, .told, .repeated: return []
        }
    }
}
