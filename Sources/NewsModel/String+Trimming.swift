import Foundation

extension String {
    /// Without white space and line breaks at its ends. Only ends that are no ASCII, or no more than a space, need a
    /// closer look.
    package var trimmed: String {
        let visible: ClosedRange<UInt8> = 0x21...0x7E
        guard let first = utf8.first, let last = utf8.last else { return self }
        return visible ~= first && visible ~= last ? self : trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
