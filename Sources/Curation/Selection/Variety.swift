/// Lowers the score of what repeats the host or the topic of stories selected before in its section (maximal marginal
/// relevance).
struct Variety {
    /// What of a section a story would repeat, if it were selected now.
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

    /// How far one story has been compared with a section, so that no two stories are ever compared twice.
    struct Comparison {
        fileprivate var section: String?
        fileprivate var seen = 0
        fileprivate var similarity = 0.0
        fileprivate var nearest: Int?
    }

    private struct Selected {
        var topic: TopicVector
        var title: String
    }

    /// Whose a story is: a hundred domains of one source are no variety.
    private enum Owner: Hashable {
        case publisher(String)
        case carrier(String)
    }

    private var ownersBySection: [String: [Owner: Int]] = [:]
    private var selectedBySection: [String: [Selected]] = [:]

    /// What a story with this lead and topic would repeat in a section of those selected so far: never less than
    /// before. Its `comparison` with them is brought up to date.
    func repetition(
        of lead: Document, section: String, topic: TopicVector, comparison: inout Comparison
    ) -> Repetition {
        if comparison.section != section { comparison = Comparison(section: section) }
        let selected = selectedBySection[section] ?? []
        for index in comparison.seen..<selected.count {
            let similarity = topic.similarity(to: selected[index].topic)
            if similarity > comparison.similarity { (comparison.similarity, comparison.nearest) = (similarity, index) }
        }
        comparison.seen = selected.count
        let counts = ownersBySection[section] ?? [:]
        return Repetition(
            sameHost: Self.owners(of: lead).map { counts[$0] ?? 0 }.max() ?? 0, similarity: comparison.similarity,
            nearest: comparison.nearest.map { selected[$0].title })
    }

    /// Adds a story that was selected.
    mutating func add(_ lead: Document, section: String, topic: TopicVector) {
        for owner in Self.owners(of: lead) { ownersBySection[section, default: [:]][owner, default: 0] += 1 }
        selectedBySection[section, default: []].append(Selected(topic: topic, title: lead.title))
    }

    private static func owners(of lead: Document) -> [Owner] { [.publisher(lead.publisher), .carrier(lead.carrier)] }

    /// A second story of one publisher counts for 1 ÷ 1.15, a third for 1 ÷ 1.3.
    private static let hostShare = 0.15
    /// A story of the very same words as another would count for half.
    private static let topicShare = 0.5
}
