import WebText

/// Addresses that stand for another one and show it.
enum Redirects {
    /// The article whose address a redirect, a consent page, an archive, an AMP viewer or an AMP cache shows; that of the
    /// address itself for any other.
    static func article(at address: WebAddress) -> ArticleAddress {
        var (current, article) = (address, ArticleAddress(address))
        // Redirects are wrapped in redirects; no honest one goes deeper than this.
        for _ in 0..<5 {
            guard let next = shown(by: article, at: current) else { break }
            (current, article) = (next, ArticleAddress(next))
        }
        return article
    }

    private static func shown(by article: ArticleAddress, at whole: WebAddress) -> WebAddress? {
        ampTarget(of: article) ?? parameterTarget(of: article, base: whole) ?? pathTarget(of: article)
            ?? video(at: article) ?? paper(at: article)
    }

    /// `google.com/amp/s/HOST/…` and `HOST.cdn.ampproject.org/v/s/HOST/…`; the `s` says https.
    private static func ampTarget(of address: ArticleAddress) -> WebAddress? {
        let path = address.path
        guard path.count > 1 else { return nil }
        let isSecure = path[1] == "s"
        let isViewer = path[0] == "amp" && (isSecure || RedirectTables.isAMPViewer(address.host))
        let isCache = RedirectTables.ampCacheKinds.contains(path[0]) && RedirectTables.isAMPCache(address.host)
        guard isViewer || isCache else { return nil }
        let rest = path.dropFirst(isSecure ? 2 : 1)
        guard rest.first?.contains(".") == true else { return nil }
        return WebAddress("\(isSecure ? "https" : "http")://\(rest.joined(separator: "/"))\(query(of: address))")
    }

    private static func query(of address: ArticleAddress) -> String { address.query.map { "?" + $0 } ?? "" }

    private static func parameterTarget(of address: ArticleAddress, base: WebAddress) -> WebAddress? {
        guard let query = address.query else { return nil }
        if RedirectTables.queryHosts.contains(AddressForms.plainHost(address.host)) {
            return WebAddress(query.percentDecoded)
        }
        guard mayHoldAddress(query), let names = targetParameters(of: address) else { return nil }
        for parameter in NormalisedParameter.all(in: query) where names.contains(plainName(parameter.name)) {
            guard let value = parameter.plainValue, isAddress(value), let target = WebAddress(value, base: base)
            else { continue }
            return target
        }
        return nil
    }

    /// Whether the value of a parameter begins as an address does, or with an escape: few do, and all else costs more.
    private static func mayHoldAddress(_ query: Substring) -> Bool {
        var follows = false
        for byte in query.utf8 {
            if follows, starts.contains(byte) { return true }
            follows = byte == UInt8(ascii: "=")
        }
        return false
    }

    private static let starts: [UInt8] = Array("hH/%".utf8)

    private static func targetParameters(of address: ArticleAddress) -> Set<String>? {
        let path = "/" + address.path.joined(separator: "/")
        let known = RedirectTables.redirects.first { $0.covers(host: address.host, path: path) }
        if let known { return known.parameters }
        let segments = AddressForms.plainPath(address.path)
        let verbs = [segments.first, segments.last].compactMap { $0?.split(separator: ".").first?.lowercased() }
        return verbs.contains(where: RedirectTables.verbs.contains) ? RedirectTables.parameters : nil
    }

    /// `next_url` and `nextUrl` alike.
    private static func plainName(_ name: String) -> String {
        name.lowercased().filter { $0 != "_" && $0 != "-" }
    }

    /// A whole address, or a path on the same host.
    private static func isAddress(_ value: String) -> Bool {
        let start = value.prefix(8).lowercased()
        return start.hasPrefix("http://") || start.hasPrefix("https://") || start.hasPrefix("/") && start.count > 1
    }

    /// A whole address within the path, as archives and trackers write it: `web.archive.org/web/2026/https://HOST/…`,
    /// or escaped in one segment.
    private static func pathTarget(of address: ArticleAddress) -> WebAddress? {
        guard let start = address.path.firstIndex(where: { segment in schemes.contains { segment.hasPrefix($0) } })
        else { return nil }
        let segment = address.path[start]
        if segment.utf8.count > longestScheme {
            let whole = segment.percentDecoded
            return whole.contains("://") ? WebAddress(whole) : nil
        }
        let rest = address.path[(start + 1)...].drop(while: \.isEmpty)
        guard rest.first?.contains(".") == true else { return nil }
        return WebAddress("\(segment)//\(rest.joined(separator: "/"))\(query(of: address))")
    }

    private static let schemes = ["http:", "https:"]
    private static let longestScheme = 6

    /// Another address of a paper.
    private static func paper(at address: ArticleAddress) -> WebAddress? {
        PreprintForms.page(of: address.path, on: AddressForms.plainHost(address.host)).flatMap { WebAddress($0) }
    }

    /// `youtu.be/ID` and the other pages that show one video.
    private static func video(at address: ArticleAddress) -> WebAddress? {
        guard RedirectTables.videoHosts.contains(where: address.host.hasSuffix) else { return nil }
        let path = address.path.filter { !$0.isEmpty }
        let host = AddressForms.plainHost(address.host)
        if host == "youtu.be", path.count == 1 { return WebAddress("https://youtube.com/watch?v=\(path[0])") }
        guard host == "youtube.com", path.count == 2, ["shorts", "live", "embed", "v"].contains(path[0]) else {
            return nil
        }
        return WebAddress("https://youtube.com/watch?v=\(path[1])")
    }
}
