import FeedParsing
import Foundation
import WebText

/// Cookies that live for one redirect chain: some publishers send every reader through a check that sets one.
struct CookieJar: Sendable, Hashable {
    /// Which hosts a cookie goes to.
    private struct Scope: Hashable {
        let host: String
        let coversSubdomains: Bool

        func covers(_ other: String) -> Bool {
            other == host || coversSubdomains && other.hasSuffix("." + host)
        }
    }

    private var cookies: [Scope: [String: String]] = [:]
    static let maxCookies = 20
    static let maxCookieBytes = 4096

    /// Keeps what `Set-Cookie` fields set (RFC 6265 §5.3): for the host that set them, or for the domain that they
    /// name, unless they are over; the other attributes don't matter before the chain is.
    mutating func keep(_ fields: [String], from url: String, now: Date) {
        let host = HTTPFetcher.host(of: url)
        for field in fields where field.utf8.count <= Self.maxCookieBytes {
            let parts = field.split(separator: ";", omittingEmptySubsequences: false).map(Self.pair)
            guard let name = parts.first?.name, !name.isEmpty, let value = parts.first?.value else { continue }
            let attributes = Dictionary(parts.dropFirst().map { ($0.name.lowercased(), $0.value) }) { $1 }
            guard let scope = Self.scope(named: attributes["domain"] ?? nil, by: host) else { continue }
            if Self.isOver(attributes, now: now) {
                cookies[scope]?[name] = nil
            } else if cookies[scope, default: [:]].count < Self.maxCookies {
                cookies[scope, default: [:]][name] = value
            }
        }
    }

    /// The `Cookie` field for a request, or `nil`.
    func header(for url: String) -> String? {
        let host = HTTPFetcher.host(of: url)
        let mine = cookies.filter { $0.key.covers(host) }.flatMap(\.value)
        guard !mine.isEmpty else { return nil }
        return mine.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: "; ")
    }

    /// Differs when the cookies differ: an address that is visited again with a new cookie is no loop.
    var fingerprint: String {
        cookies.flatMap { scope, pairs in pairs.map { " \(scope.host) \($0.key)=\($0.value)" } }.sorted().joined()
    }

    /// `nil` where a host names a domain that is not its own, or one that many share.
    private static func scope(named domain: String?, by host: String) -> Scope? {
        guard var domain = domain?.lowercased(), !domain.isEmpty else {
            return Scope(host: host, coversSubdomains: false)
        }
        if domain.hasPrefix(".") { domain.removeFirst() }
        if domain == host { return Scope(host: host, coversSubdomains: LiteralAddress(host) == nil) }
        let scope = Scope(host: domain, coversSubdomains: true)
        return scope.covers(host) && PublicSuffix.registrableDomain(of: domain) != nil ? scope : nil
    }

    /// Whether a cookie is set in order to delete it; `Max-Age` comes before `Expires`.
    private static func isOver(_ attributes: [String: String?], now: Date) -> Bool {
        if let age = attributes["max-age"] ?? nil, let seconds = Int(age) { return seconds <= 0 }
        guard let text = attributes["expires"] ?? nil, let date = FeedDate.parse(text) else { return false }
        return date <= now
    }

    private static func pair(_ text: Substring) -> (name: String, value: String?) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            .map { $0.trimmingCharacters(in: .whitespaces) }
        return (parts.first ?? "", parts.dropFirst().first)
    }
}
