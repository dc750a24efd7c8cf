import WebText

extension StringProtocol {
    /// Without the white space at both ends.
    var trimmed: String {
        var text = String(self)
        return text.withUTF8 { $0.trimmed.string }
    }

    /// `nil` where there is nothing but white space.
    var nonBlank: String? {
        let text = trimmed
        return text.isEmpty ? nil : text
    }
}
