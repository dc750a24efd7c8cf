import Foundation
import NIOHTTP1

/// What a sound server says on one night: a value, made when the night falls.
protocol Site: Sendable {
    func answer(_ request: SiteRequest) -> SiteResponse
}

extension SiteResponse {
    static func notFound(_ path: String) -> SiteResponse {
        SiteResponse(
            status: 404, contentType: "text/html; charset=utf-8",
            text: "<!DOCTYPE html>\n<title>Not found</title>\n<p>Nothing stands at \(XMLText.escaped(path)).</p>\n")
    }

    static func json(status: Int = 200, _ value: JSONText) -> SiteResponse {
        SiteResponse(status: status, contentType: "application/json; charset=utf-8", text: value.rendered)
    }
}

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

/// An HTTP response before it becomes bytes.
struct SiteResponse: Sendable, Hashable {
    var status: Int
    var headers: [RecordedRequest.Header] = []
    var body: [UInt8]
    var isChunked = false

    init(status: Int, headers: [RecordedRequest.Header] = [], contentType: String? = nil, body: [UInt8]) {
        self.status = status
        self.headers = headers
        self.body = body
        if let contentType { add("Content-Type", contentType) }
    }

    init(status: Int = 200, contentType: String, text: String) {
        self.init(status: status, contentType: contentType, body: Array(text.utf8))
    }

    mutating func add(_ name: String, _ value: String) {
        headers.append(.init(name: name, value: value))
    }

    /// The same with these changes made to its body, as text.
    func edited(_ edits: [BodyEdit]) -> SiteResponse {
        guard !edits.isEmpty else { return self }
        var copy = self
        for edit in edits { copy.body = edit.apply(copy.body) }
        return copy
    }

    /// The bytes on the wire; `date` is what the server's clock says.
    func wire(date: UTCTime, withBody: Bool = true) -> [UInt8] {
        var head = "HTTP/1.1 \(status) \(HTTPResponseStatus(statusCode: status).reasonPhrase)\r\n"
        head += "Date: \(date.rfc822)\r\nServer: simulated\r\n"
        for header in headers { head += "\(header.name): \(header.value)\r\n" }
        let mayHaveBody = status != 304 && status != 204
        if isChunked && mayHaveBody {
            head += "Transfer-Encoding: chunked\r\n"
        } else if mayHaveBody {
            head += "Content-Length: \(body.count)\r\n"
        }
        let bytes = Array((head + "\r\n").utf8)
        guard withBody, mayHaveBody else { return bytes }
        return bytes + (isChunked ? Self.chunked(body) : body)
    }

    private static let chunkBytes = 1500

    private static func chunked(_ body: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        for start in stride(from: 0, to: body.count, by: chunkBytes) {
            let chunk = body[start..<min(start + chunkBytes, body.count)]
            result += Array("\(String(chunk.count, radix: 16))\r\n".utf8) + chunk + Array("\r\n".utf8)
        }
        return result + Array("0\r\n\r\n".utf8)
    }
}

/// Where things stand on a simulated server.
package enum SitePath {
    /// The feed, whatever its form; also that of the JSON API.
    package static let feed = "/news/feed"
    /// Where the feed of a source that has moved used to be.
    package static let former = "/old/feed"

    /// The path that the configuration gives for a source. On a shared server it begins with whose it is.
    static func configured(for source: SimulatedSource) -> String {
        let path = source.path
        return source.host == nil ? path : "/\(source.id)\(path)"
    }

    /// Whose a path on a shared server is, and what it is to that source.
    static func shared(_ target: String) -> (id: String, target: String) {
        let parts = target.dropFirst().split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        return (String(parts.first ?? ""), "/\(parts.dropFirst().first ?? "")")
    }
}
