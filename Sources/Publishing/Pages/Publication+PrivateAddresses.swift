import NewsModel
import WebText

extension Publication {
    /// An edition without the addresses in it that lead into private networks: a state in which stories are remembered
    /// may be older than the rule.
    func withoutPrivateAddresses(_ edition: Edition) -> Edition {
        guard edition.stories.contains(where: { withoutPrivateAddresses($0) != nil }) else { return edition }
        var edition = edition
        for section in edition.sections.indices {
            for cluster in edition.sections[section].clusters.indices {
                removePrivateAddresses(of: &edition.sections[section].clusters[cluster])
            }
        }
        edition.omissions = edition.omissions.map { omission in
            Omission(
                reason: omission.reason, count: omission.count,
                named: omission.named.map {
                    var leftOut = $0
                    leftOut.story = withoutPrivateAddresses($0.story) ?? $0.story
                    return leftOut
                })
        }
        return edition
    }

    private func removePrivateAddresses(of cluster: inout Cluster) {
        cluster.lead = withoutPrivateAddresses(cluster.lead) ?? cluster.lead
        cluster.also = cluster.also.map { withoutPrivateAddresses($0) ?? $0 }
    }

    /// A story without those addresses; `nil` where it has none.
    private func withoutPrivateAddresses(_ story: Story) -> Story? {
        let reach = reach(of: story.source)
        let isSeen = { (address: String) in WebAddress(link: address).map { reach.allows($0.text) } ?? true }
        var changed = story
        if !isSeen(story.link) { changed.link = "" }
        if let discussion = story.discussion, !isSeen(discussion) { changed.discussion = nil }
        if let image = story.image, !isSeen(image) { changed.image = nil }
        let isSame =
            changed.link == story.link && changed.discussion == story.discussion
            && changed.image == story.image
        return isSame ? nil : changed
    }
}

extension Edition {
    /// Those of its clusters, and those that were left out and are named.
    fileprivate var stories: [Story] {
        clusters.flatMap(\.stories) + omissions.flatMap(\.named).map(\.story)
    }
}
