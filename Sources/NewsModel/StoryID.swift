/// The name of a story in this installation: given when it is first seen, and never changed.
///
/// Sixteen lowercase hexadecimal digits, so that it may name a fragment or a tag URI.
package struct StoryID: RawRepresentable, Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
    package let rawValue: String

    package init(rawValue: String) {
        self.rawValue = rawValue
    }

    package var description: String { rawValue }

    package static func < (left: StoryID, right: StoryID) -> Bool {
        left.rawValue < right.rawValue
    }
}
