import Foundation
import NIOHTTP1

/// A request as the answering side needs it.
struct SiteRequest: Sendable {
    let method: String
    let path: String
    let query: [String: String]
    let headers: HTTPHeaders

    init(_ head: HTTPRequestHead, target: String) {
        self.init(method: head.method.rawValue, target: target, headers: head.headers)
    }

    init(method: String = "GET", target: String, headers: HTTPHeaders = [:]) {
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        self.method = method
        self.path = parts.first.map(String.init) ?? "/"
        self.headers = headers
        var query: [String: String] = [:]
        for pair in parts.dropFirst().joined().split(separator: "&") {
            let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            query[Self.decoded(sides[0])] = Self.decoded(sides.dropFirst().first ?? "")
        }
        self.query = query
    }

    /// Whether the asker reads gzip.
    var acceptsGzip: Bool {
        headers[canonicalForm: "Accept-Encoding"].contains { $0.lowercased().hasPrefix("gzip") }
    }

    private static func decoded(_ text: Substring) -> String {
        let spaced = text.replacing("+", with: " ")
        return spaced.removingPercentEncoding ?? String(spaced)
    }
}
