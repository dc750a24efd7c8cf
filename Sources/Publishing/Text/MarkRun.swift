/// Counts the marks that are heaped upon one letter: no script needs more than a few, and a hundred of them reach into
/// the lines above and below.
struct MarkRun {
    private var length = 0

    /// The longest heap that is let through; Hebrew with vowels and accents takes four, Tibetan six.
    private static let most = 8
    /// Below it there are no combining marks.
    private static let firstMark: UInt32 = 0x0300

    /// Whether the next scalar of a text may stay.
    mutating func hasRoom(for scalar: Unicode.Scalar) -> Bool {
        guard scalar.value >= Self.firstMark, Self.isMark(scalar) else {
            length = 0
            return true
        }
        length += 1
        return length <= Self.most
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: !scalar.properties.isVariationSelector
        default: false
        }
    }
}
