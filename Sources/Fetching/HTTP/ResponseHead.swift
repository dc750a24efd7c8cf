import FeedParsing
import Foundation
import NIOHTTP1
import NewsModel

/// The head of an HTTP response, and the address that it came from.
package struct ResponseHead: Sendable {
    package var url: String
    package var status: Int
    package var reason: String
    private let headers: HTTPHeaders

    init(url: String, status: HTTPResponseStatus, headers: HTTPHeaders) {
        self.url = url
        self.status = Int(status.code)
        reason = status.reasonPhrase
        self.headers = headers
    }

    /// The value of a field, or `nil`; its name in any case.
    package subscript(field: String) -> String? {
        headers.first(name: field)
    }

    /// The values of every field of this name.
    package func all(_ field: String) -> [String] {
        headers[field]
    }

    /// The host that it came from, as a pause names it.
    var authority: String { HTTPFetcher.authority(of: url) }

    /// "404 Not Found".
    var line: String { reason.isEmpty ? "\(status)" : "\(status) \(reason)" }

    /// Whether a gate before the site asks for a proof that a person is there, which no page of it can be given.
    var isChallenge: Bool {
        Self.challengeFields.contains { ["challenge", "captcha"].contains(self[$0]?.lowercased()) }
    }

    private static let challengeFields = ["cf-mitigated", "x-amzn-waf-action", "x-vercel-mitigated", "sg-captcha"]

    /// Whether a gate before the site refused, by the names under which such answer; the site itself answers through it too,
    /// but seldom refuses a reader.
    var isFromGate: Bool {
        guard isRefusal else { return false }
        let servers = all("server").map { $0.lowercased() }
        return servers.contains { server in Self.gates.contains { server.hasPrefix($0) } }
            || Self.gateFields.contains { self[$0] != nil }
    }

    /// Whether a gate may have refused whose page alone says so.
    var mayBeFromGate: Bool {
        isRefusal && !isChallenge && !isFromGate && self["content-type"]?.lowercased().contains("html") != false
    }

    private var isRefusal: Bool { [403, 406, 429, 503].contains(status) && self["retry-after"] == nil }

    private static let gates = [
        "akamaighost", "bigip", "cloudflare", "datadome", "ddos-guard", "imperva", "qrator", "sucuri",
    ]
    private static let gateFields = ["cf-mitigated", "x-datadome", "x-iinfo", "x-sucuri-block", "x-amzn-waf-action"]

    /// A field that holds a date; `nil` for one that is none, such as the `0` of many an `Expires`.
    func date(_ field: String) -> Date? {
        self[field].flatMap { FeedDate.parse($0) }
    }

    /// 204: there is nothing to read, and that is its answer.
    var saysNothing: Bool { status == 204 }

    /// The validators for the next conditional request: as they came, weak or not. One that is empty says
    /// nothing, and one beyond any size that servers take in a request would spoil all later ones.
    func validators(or earlier: Validators? = nil) -> Validators? {
        let etag = validator("etag") ?? earlier?.etag
        let date = validator("last-modified") ?? earlier?.lastModified
        return etag == nil && date == nil ? nil : Validators(etag: etag, lastModified: date, url: url)
    }

    private func validator(_ field: String) -> String? {
        self[field].flatMap { 1...Self.longestValidator ~= $0.utf8.count ? $0 : nil }
    }

    private static let longestValidator = 1024
}

extension StringProtocol {
    /// Whether it is a number of any length: more digits than an integer holds are one too.
    var isAllDigits: Bool { !isEmpty && utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 } }
}
