extension Duration {
    /// Reads a duration as the configuration and the command line write it: `90s`, `10m`, `18h`, `7d`.
    ///
    /// - Returns: `nil` for what is none, for nothing, and for more than a century.
    package init?(written text: String) {
        // What is wrong with it is said by whoever asked for it.
        guard let duration = try? parseDuration(text, .milliseconds(1)...Limits.century) else { return nil }
        self = duration
    }
}
