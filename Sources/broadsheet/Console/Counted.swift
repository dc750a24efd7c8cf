extension Int {
    /// The number and what it counts: `1 source`, `3 sources`.
    ///
    /// - Parameters:
    ///   - noun: what one of them is called.
    ///   - plural: what others are called, where that is not the noun with an s.
    func of(_ noun: String, _ plural: String? = nil) -> String {
        "\(self) \(self == 1 ? noun : plural ?? noun + "s")"
    }
}
