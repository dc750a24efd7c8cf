internal import NewsModel
internal import WebText

extension Publication {
    /// An edition without the addresses in it that lead into private places: what remembers a story may be older than
    /// the rule, and may have come from a published file.
    func screened(_ edition: Edition) -> Edition {
        guard edition.stories.contains(where: { screened($0) != nil }) else { return edition }
        var edition = edition
        for section in edition.sections.indices {
            for cluster in edition.sections[section].clusters.indices {
                screen(&edition.sections[section].clusters[cluster])
            }
        }
        edition.omissions = edition.omissions.map { omission in
            Omission(
                reason: omission.reason, count: omission.count,
                named: omission.named.map {
                    var leftOut = $0
                    leftOut.story = screened($0.story) ?? $0.story
                    return leftOut
                })
        }
        return edition
    }

    private func screen(_ cluster: inout Cluster) {
        cluster.lead = screened(cluster.lead) ?? cluster.lead
        cluster.also = cluster.also.map { screened($0) ?? $0 }
    }

    /// A story without those addresses; `nil` where it has none.
    private func screened(_ story: Story) -> Story? {
        let reach = reach(of: story.source)
        let isSeen = { (address: String) in WebAddress(address).map { reach.allows($0.text) } ?? true }
        var screened = story
        if !isSeen(story.link) { screened.link = "" }
        if let discussion = story.discussion, !isSeen(discussion) { screened.discussion = nil }
        if let image = story.image, !isSeen(image) { screened.image = nil }
        let isSame =
            screened.link == story.link && screened.discussion == story.discussion
            && screened.image == story.image
        return isSame ? nil : screened
    }
}

extension Edition {
    /// All that it tells or names.
    fileprivate var stories: [Story] {
        clusters.flatMap(\.stories) + omissions.flatMap(\.named).map(\.story)
    }
}
