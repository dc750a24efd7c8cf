extension Int {
    /// A number with what it counts.
    ///
    /// - Parameters:
    ///   - noun: what one of them is called.
    ///   - plural: what others are called, where that is not the noun with an s.
    /// - Returns: `1 source`, `3 sources`.
    func of(_ noun: String, _ plural: String? = nil) -> String {
        "\(self) \(self == 1 ? noun : plural ?? noun + "s")"
    }
}
