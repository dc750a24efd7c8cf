import Foundation

/// Cookies that live for one redirect chain: some publishers send every reader through a check that sets one.
struct CookieJar: Sendable, Hashable {
    private var cookies: [String: [String: String]] = [:]
    private static let mostCookies = 20
    private static let longestCookie = 4096

    /// Keeps what `Set-Cookie` fields set, for the host that set them (RFC 6265 §5.3, without attributes: the chain is
    /// over before any of them matters).
    mutating func keep(_ fields: [String], from url: String) {
        let host = HTTPFetcher.host(of: url)
        for field in fields where field.utf8.count <= Self.longestCookie {
            let pair = field.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard pair.count == 2 else { continue }
            let name = pair[0].trimmingCharacters(in: .whitespaces)
            guard !name.isEmpty, cookies[host, default: [:]].count < Self.mostCookies else { continue }
            cookies[host, default: [:]][name] = pair[1].trimmingCharacters(in: .whitespaces)
        }
    }

    /// The `Cookie` field for a request, or `nil`.
    func header(for url: String) -> String? {
        guard let mine = cookies[HTTPFetcher.host(of: url)], !mine.isEmpty else { return nil }
        return mine.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
    }

    /// Differs when the cookies differ: an address that is visited again with a new cookie is no loop.
    var fingerprint: String {
        cookies.sorted { $0.key < $1.key }.flatMap { host, pairs in
            pairs.sorted { $0.key < $1.key }.map { " \(host) \($0.key)=\($0.value)" }
        }.joined()
    }
}
