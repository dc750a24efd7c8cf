import Foundation
package import NewsModel

/// A query for stories: by id, by address in any spelling, or by words of the title.
package struct StoryQuery: Sendable {
    /// As it was asked.
    package let text: String
    /// The identity of the address, where it is one.
    package let key: String?
    private let id: String
    private let words: [WordMatch]

    /// Begins the fragment of a story on an edition's page.
    private static let anchor = "#s-"

    /// `nil` where there is nothing to look for.
    package init?(_ text: String) {
        let words = text.split(whereSeparator: \.isWhitespace)
        guard !words.isEmpty else { return nil }
        self.text = words.joined(separator: " ")
        id = self.text.components(separatedBy: Self.anchor).last ?? self.text
        key = words.count == 1 ? Self.key(of: self.text) : nil
        self.words = words.map { WordMatch(String($0)) }
    }

    /// Whether a story with these names is what was asked for.
    package func matches(id: StoryID, key: String, title: String) -> Bool {
        if id.rawValue == self.id || key == text { return true }
        if let asked = self.key { return key == asked }
        let title = SearchableText([title])
        return words.allSatisfy { $0.isFound(in: title) }
    }

    /// How many of the words stand in a title: what is near where nothing matches.
    package func wordsFound(in title: String) -> Int {
        let title = SearchableText([title])
        return words.count { $0.isFound(in: title) }
    }

    /// People leave the scheme out, where an address has a path to be known by.
    private static func key(of text: String) -> String? {
        if let key = CanonicalURL.key(of: text) { return key }
        guard text.contains("."), text.contains("/"), !text.contains("://") else { return nil }
        return CanonicalURL.key(of: "https://" + text)
    }
}

/// Where a story stands on the page of an edition.
package struct EditionPosition: Sendable, Hashable {
    package var section: String
    /// From 1, among the clusters of the section.
    package var place: Int
    package var cluster: Cluster
    /// The one right above it in its section.
    package var above: Cluster?

    /// The position of a story in an edition, as a lead or below one; `nil` where it has none.
    package init?(of id: StoryID, in edition: Edition) {
        for section in edition.sections {
            guard let index = section.clusters.firstIndex(where: { $0.stories.contains { $0.id == id } }) else {
                continue
            }
            self.section = section.name
            place = index + 1
            cluster = section.clusters[index]
            above = index > 0 ? section.clusters[index - 1] : nil
            return
        }
        return nil
    }
}

extension Edition {
    /// The clusters that fill the cap by which a story was left out, in the order of their scores; none for a reason that
    /// is no cap.
    package func clusters(fillingCapOf leftOut: LeftOut) -> [Cluster] {
        cappedClusters(leftOut).sorted { $1.score < $0.score }
    }

    private func cappedClusters(_ leftOut: LeftOut) -> [Cluster] {
        let story = leftOut.story
        switch leftOut.reason {
        case .perSource: return clusters.filter { $0.lead.source == story.source }
        case .perPublisher:
            let publisher = CanonicalURL.publisher(ofKey: story.key)
            return clusters.filter { CanonicalURL.publisher(ofKey: $0.lead.key) == publisher }
        case .perSection: return sections.first { leftOut.detail.hasSuffix(" in \($0.name)") }?.clusters ?? []
        case .stories: return clusters
        case .muted, .filtered, .told, .repeated: return []
        }
    }
}
