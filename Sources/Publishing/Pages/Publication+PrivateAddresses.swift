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
                reason: omission.reason, count: omission.count, named: omission.named.map(withoutPrivateAddresses),
                causes: omission.causes)
        }
        return edition
    }

    /// A story that was left out, without those addresses.
    func withoutPrivateAddresses(_ leftOut: Edition.LeftOut) -> Edition.LeftOut {
        guard let story = withoutPrivateAddresses(leftOut.story) else { return leftOut }
        var leftOut = leftOut
        leftOut.story = story
        return leftOut
    }

    private func removePrivateAddresses(of cluster: inout Cluster) {
        cluster.lead = withoutPrivateAddresses(cluster.lead) ?? cluster.lead
        cluster.also = cluster.also.map { withoutPrivateAddresses($0) ?? $0 }
    }

    /// A story without those addresses; `nil` where it has none.
    func withoutPrivateAddresses(_ story: Story) -> Story? {
        let reach = reach(of: story.source)
        var changed = story
        changed.link = story.link.flatMap { reach.allows($0) ? $0 : nil }
        changed.discussion = story.discussion.flatMap { reach.allows($0) ? $0 : nil }
        changed.image = story.image.flatMap { reach.allows($0) ? $0 : nil }
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
