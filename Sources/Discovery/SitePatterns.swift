package import WebText

/// Addresses of feeds that follow from the address of a page, on sites that are known.
package enum SitePatterns {
    /// The addresses where the feed of a page may be, the likeliest first.
    package static func feeds(of page: WebAddress) -> [String] {
        patterns.compactMap { $0.feed(of: page) }
    }

    private static let patterns = WordList.rows(PackageResources.site_patterns_txt).compactMap(SitePattern.init)
}

/// One line of the table: a host, a path with names in it, and the address that they make.
struct SitePattern {
    private let host: String
    private let parts: [Substring]
    private let goesOn: Bool
    private let parameter: (name: String, variable: String)?
    private let feed: String

    init?(_ row: [String]) {
        guard row.count == 3 else { return nil }
        host = row[0]
        let path = row[1].split(separator: "?", maxSplits: 1)
        var parts = (path.first ?? "").split(separator: "/")
        goesOn = parts.last == "**"
        if goesOn { parts.removeLast() }
        self.parts = parts
        parameter = path.dropFirst().first.flatMap { text in
            let pair = text.split(separator: "=", maxSplits: 1)
            return pair.count == 2 ? (String(pair[0]), String(pair[1].dropFirst().dropLast())) : nil
        }
        feed = row[2]
    }

    func feed(of page: WebAddress) -> String? {
        guard let host = fittingHost(page.host) else { return nil }
        let given = String(page.reference.path).split(separator: "/")
        guard goesOn ? given.count >= parts.count : given.count == parts.count else { return nil }
        var values = ["host": host == "*" || self.host.hasPrefix("*") ? page.hostAndPort : host]
        for (part, text) in zip(parts, given) {
            guard let open = part.firstIndex(of: "{") else {
                guard part == text else { return nil }
                continue
            }
            let prefix = part[..<open]
            guard text.hasPrefix(prefix), text.count > prefix.count else { return nil }
            values[String(part[open...].dropFirst().dropLast())] = String(text.dropFirst(prefix.count))
        }
        if let parameter {
            let given = page.reference.query.map { QueryParameter.all(in: $0) } ?? []
            guard let value = given.first(where: { $0.name == parameter.name })?.value else {
                return nil
            }
            values[parameter.variable] = String(value)
        }
        return values.reduce(feed) { $0.replacing("{\($1.key)}", with: $1.value) }
    }

    /// The host without what is usual before it; `nil` where the pattern is for another one.
    private func fittingHost(_ text: String) -> String? {
        if host == "*" { return text }
        if host.hasPrefix("*.") {
            let name = text.dropLast(host.count - 1)
            return text.hasSuffix(host.dropFirst()) && !name.isEmpty && name != "www" ? text : nil
        }
        let plain = ["www.", "m.", "old.", "new."].first(where: text.hasPrefix).map { String(text.dropFirst($0.count)) }
        return text == host || plain == host ? host : nil
    }
}
