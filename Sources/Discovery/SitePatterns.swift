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
        guard var values = values(in: String(page.reference.path).split(separator: "/")[...]) else { return nil }
        values["host"] = host == "*" || self.host.hasPrefix("*") ? page.hostAndPort : host
        if let parameter {
            let given = page.reference.query.map { QueryParameter.all(in: $0) } ?? []
            guard let value = given.first(where: { $0.name == parameter.name })?.value else {
                return nil
            }
            values[parameter.variable] = String(value)
        }
        return values.reduce(feed) { $0.replacing("{\($1.key)}", with: $1.value) }
    }

    /// What the names in the path stand for in a path that fits.
    private func values(in path: ArraySlice<Substring>) -> [String: String]? {
        var values: [String: String] = [:]
        var rest = path
        for (index, part) in parts.enumerated() {
            guard let open = part.firstIndex(of: "{") else {
                guard rest.popFirst() == part else { return nil }
                continue
            }
            let name = part[open...].dropFirst().dropLast()
            if name.hasSuffix(Self.many) {
                let next = parts[(index + 1)...].first
                let taken = rest.prefix { $0 != next }
                guard !taken.isEmpty else { return nil }
                rest = rest[taken.endIndex...]
                values[String(name.dropLast(Self.many.count))] = taken.joined(separator: "/")
            } else {
                let prefix = part[..<open]
                guard let text = rest.popFirst(), text.hasPrefix(prefix), text.count > prefix.count else { return nil }
                values[String(name)] = String(text.dropFirst(prefix.count))
            }
        }
        return goesOn || rest.isEmpty ? values : nil
    }

    /// Behind a name that stands for one or more parts, up to the next part of the pattern.
    private static let many = "..."

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
