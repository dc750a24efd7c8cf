import Foundation
import NewsModel

/// Lowers what repeats the host or the topic of what already stands in its section (maximal marginal relevance).
struct Variety {
    private var publishersBySection: [String: [String: Int]] = [:]
    private var topicsBySection: [String: [TopicVector]] = [:]

    /// What the score is multiplied with, as things stand: never more than before.
    func factor(section: String, publisher: String, topic: TopicVector) -> Double {
        let sameHost = publishersBySection[section]?[publisher] ?? 0
        let nearest = topicsBySection[section]?.lazy.map { topic.similarity(to: $0) }.max() ?? 0
        return (1 - Self.topicShare * min(nearest, 1)) / (1 + Self.hostShare * Double(sameHost))
    }

    /// Remembers what was given a place.
    mutating func note(section: String, publisher: String, topic: TopicVector) {
        publishersBySection[section, default: [:]][publisher, default: 0] += 1
        topicsBySection[section, default: []].append(topic)
    }

    /// A second story of one publisher counts for 1 ÷ 1.15, a third for 1 ÷ 1.3.
    private static let hostShare = 0.15
    /// A story of the very same words as another would count for half.
    private static let topicShare = 0.5
}
