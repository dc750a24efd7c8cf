import Foundation
package import NewsModel

/// What somebody asks for: a story by its id, by its address in any spelling, or by words of its title.
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
