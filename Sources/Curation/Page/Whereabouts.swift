package import NewsModel

/// Where a story stands in an edition, or why it does not.
package enum Whereabouts: Sendable, Hashable {
    /// It leads the cluster at this place, from 1, of the section.
    case leads(Cluster, place: Int, section: String)
    /// It is told under the lead of that cluster.
    case below(Cluster, place: Int, section: String)
    case leftOut(Edition.LeftOut)

    /// Finds stories in an edition.
    ///
    /// - Parameters:
    ///   - query: a story's id, its address in any spelling, or words that all stand in its title.
    ///   - edition: the edition to look in.
    /// - Returns: what is found in reading order, and then what was left out, best first.
    package static func find(_ query: String, in edition: Edition) -> [(story: Story, whereabouts: Whereabouts)] {
        let key = CanonicalURL.key(of: query)
        let words = query.split(whereSeparator: \.isWhitespace).map { WordMatch(String($0)) }
        return all(in: edition).filter { story, _ in
            if story.id.rawValue == query || story.key == key { return true }
            guard key == nil, !words.isEmpty else { return false }
            let title = SearchableText([story.title])
            return words.allSatisfy { $0.isFound(in: title) }
        }
    }

    private static func all(in edition: Edition) -> [(story: Story, whereabouts: Whereabouts)] {
        let told = edition.sections.flatMap { section in
            section.clusters.enumerated().flatMap { place, cluster in
                [(cluster.lead, Whereabouts.leads(cluster, place: place + 1, section: section.name))]
                    + cluster.also.map { ($0, .below(cluster, place: place + 1, section: section.name)) }
            }
        }
        return told + edition.leftOut.map { ($0.story, .leftOut($0)) }
    }
}
