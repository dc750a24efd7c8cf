/// Tells the parameters that only track from those that may name an article.
enum TrackingParameters {
    /// Whether a parameter says nothing of which page it is, at a `site` with this registrable domain.
    static func tracks(_ parameter: NormalisedParameter, on site: String) -> Bool {
        let name = parameter.name.lowercased()
        if TrackingTables.names.contains(name) || hasTrackingPrefix(name) { return true }
        if TrackingTables.namesBySite[site]?.contains(name) == true || isSocialFlow(name) { return true }
        let value = parameter.value.lowercased()
        if TrackingTables.sessionNames.contains(name), isSession(value) { return true }
        guard let values = TrackingTables.valuesByName[name] else { return false }
        return values.contains(value) || values.contains("rss") && namesSender(value)
    }

    private static func hasTrackingPrefix(_ name: String) -> Bool {
        let prefixes = name.utf8.first.flatMap { TrackingTables.prefixesByFirstByte[$0] } ?? []
        return prefixes.contains { name.hasPrefix($0) }
    }

    /// `sf1234567=1`.
    private static func isSocialFlow(_ name: String) -> Bool {
        name.hasPrefix("sf") && name.utf8.count > 4 && name.utf8.dropFirst(2).allSatisfy { (48...57).contains($0) }
    }

    private static func isSession(_ value: String) -> Bool {
        value.utf8.count >= 26 && value.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    }

    /// `rss----5a31`, `twitter_share`, `newsletter-2026`: a sender, and what it says besides. A very short one may be
    /// part of an article's name.
    private static func namesSender(_ value: String) -> Bool {
        let first = value.prefix { $0.isLetter }
        return first.count >= 3 && first.count < value.count && TrackingTables.senders.contains(String(first))
    }
}
