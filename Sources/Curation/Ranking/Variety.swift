/// Lowers what repeats the host or the topic of what already stands in its section (maximal marginal relevance).
struct Variety {
    /// What a story would stand below, if it were given a place now.
    struct Repetition: Equatable {
        /// How many stories of its publisher, or of its source, stand in the section.
        var sameHost = 0
        /// How near the nearest topic is, 0…1.
        var similarity = 0.0
        /// The title of the story that is so near.
        var nearest: String?

        /// What the score is multiplied with.
        var factor: Double {
            (1 - Variety.topicShare * min(similarity, 1)) / (1 + Variety.hostShare * Double(sameHost))
        }
    }

    /// How much of a section one story has been compared with, so that no two stories are ever compared twice.
    struct Glance {
        fileprivate var section: String?
        fileprivate var seen = 0
        fileprivate var similarity = 0.0
        fileprivate var nearest: Int?
    }

    private struct Standing {
        var topic: TopicVector
        var title: String
    }

    /// Whose a story is: a hundred domains of one source are no variety.
    enum Owner: Hashable {
        case publisher(String)
        case carrier(String)
    }

    private var ownersBySection: [String: [Owner: Int]] = [:]
    private var standingBySection: [String: [Standing]] = [:]

    /// What the story repeats, as things stand: never less than before.
    ///
    /// - Parameters:
    ///   - section: where it would stand.
    ///   - owners: of its lead.
    ///   - topic: of its lead.
    ///   - glance: what was seen for it before; brought up to date.
    /// - Returns: what lowers its score.
    func repetition(
        section: String, owners: Set<Owner>, topic: TopicVector, glance: inout Glance
    ) -> Repetition {
        if glance.section != section { glance = Glance(section: section) }
        let standing = standingBySection[section] ?? []
        for place in glance.seen..<standing.count {
            let similarity = topic.similarity(to: standing[place].topic)
            if similarity > glance.similarity { (glance.similarity, glance.nearest) = (similarity, place) }
        }
        glance.seen = standing.count
        let counts = ownersBySection[section] ?? [:]
        return Repetition(
            sameHost: owners.map { counts[$0] ?? 0 }.max() ?? 0, similarity: glance.similarity,
            nearest: glance.nearest.map { standing[$0].title })
    }

    /// Remembers what was given a place.
    mutating func note(section: String, owners: Set<Owner>, topic: TopicVector, title: String) {
        for owner in owners { ownersBySection[section, default: [:]][owner, default: 0] += 1 }
        standingBySection[section, default: []].append(Standing(topic: topic, title: title))
    }

    /// A second story of one publisher counts for 1 ÷ 1.15, a third for 1 ÷ 1.3.
    private static let hostShare = 0.15
    /// A story of the very same words as another would count for half.
    private static let topicShare = 0.5
}
