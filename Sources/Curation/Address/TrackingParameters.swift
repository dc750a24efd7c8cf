/// Tells the parameters that only track from those that may name an article.
enum TrackingParameters {
    /// Whether a parameter says nothing of which page it is, at a `host` of a `site` with this registrable domain.
    static func tracks(_ parameter: NormalisedParameter, on host: String, of site: String) -> Bool {
        let name = parameter.name.lowercased()
        if TrackingTables.names.contains(name) || hasTrackingPrefix(name) { return true }
        let value = parameter.value.lowercased()
        if isSitesOwn(name, value, site) || host != site && isSitesOwn(name, value, host) { return true }
        if isSocialFlow(name) { return true }
        if TrackingTables.sessionNames.contains(name), isSession(value) { return true }
        if TrackingTables.referrerNames.contains(name), namesSite(parameter.plainValue ?? value) { return true }
        if namesFeed(value), !TrackingTables.contentNames.contains(name) { return true }
        guard let values = TrackingTables.valuesByName[name] else { return false }
        return values.contains(value) || values.contains("rss") && namesSender(value)
    }

    private static func hasTrackingPrefix(_ name: String) -> Bool {
        let prefixes = name.utf8.first.flatMap { TrackingTables.prefixesByFirstByte[$0] } ?? []
        return prefixes.contains { name.hasPrefix($0) }
    }

    private static func isSitesOwn(_ name: String, _ value: String, _ site: String) -> Bool {
        TrackingTables.parametersBySite[site]?.contains { $0.name == name && $0.covers(value) } == true
    }

    /// `sf1234567=1`.
    private static func isSocialFlow(_ name: String) -> Bool {
        name.hasPrefix("sf") && name.utf8.count > 4 && name.utf8.dropFirst(2).allSatisfy { (48...57).contains($0) }
    }

    /// `weekly.example`, `https://weekly.example/issues/7`: where the reader came from. A name with a number or the ending
    /// of a file behind its last dot is a branch or a file.
    private static func namesSite(_ value: String) -> Bool {
        let value = value.lowercased()
        let rest = ["https://", "http://", "//"].first(where: value.hasPrefix).map { value.dropFirst($0.count) }
        let host = (rest ?? value[...]).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count > 1, labels.allSatisfy(isLabel), let last = labels.last, last.utf8.count > 1 else {
            return false
        }
        let isTopLevel = last.hasPrefix("xn--") || last.allSatisfy(\.isLetter)
        return isTopLevel && !TrackingTables.fileEndings.contains(String(last))
    }

    private static func isLabel(_ label: Substring) -> Bool {
        !label.isEmpty && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
    }

    /// `en-rss-en-all-1573-rdf`, `feed_top`, `xml-rss`: which feed of a publisher led to the page. A language may stand
    /// before it.
    private static func namesFeed(_ value: String) -> Bool {
        guard value.utf8.count >= 3 else { return false }
        let parts = value.split { $0 == "-" || $0 == "_" || $0 == "." || $0 == ":" || $0 == "|" }
        guard let first = parts.first, let last = parts.last else { return false }
        let beginning = first.utf8.count == 2 ? parts.dropFirst().first ?? first : first
        return TrackingTables.feedMarks.contains(String(beginning)) || TrackingTables.feedMarks.contains(String(last))
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
