/// The name of a story in this installation: given when it is first seen, and never changed.
///
/// Sixteen lowercase hexadecimal digits, so that it may name a fragment or a tag URI.
package struct StoryID: RawRepresentable, Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
    package let rawValue: String

    package init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Whether it is one that a store gave.
    package var isWhole: Bool {
        rawValue.utf8.count == 16
            && rawValue.utf8.allSatisfy {
                UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || UInt8(ascii: "a")...UInt8(ascii: "f") ~= $0
            }
    }

    package var description: String { rawValue }

    package static func < (left: StoryID, right: StoryID) -> Bool {
        left.rawValue < right.rawValue
    }
}
