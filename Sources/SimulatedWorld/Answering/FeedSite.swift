import NIOHTTP1

/// A server with one document, which answers conditional requests as RFC 9110 §13 asks.
struct FeedSite: Site {
    private let title: String
    private let contentType: String
    private let body: [UInt8]
    private let tag: String?
    private let lastModified: String?
    private let quirks: Set<SimulatedSource.Quirk>

    /// `changed` is when the newest entry came; without it there is no `Last-Modified`.
    init(source: SimulatedSource, contentType: String, body: [UInt8], changed: UTCTime?) {
        title = source.title
        quirks = source.quirks
        self.contentType = contentType
        self.body = body
        let hash = "\"\(String(SeedHash.of(body), radix: 16))\""
        tag = quirks.isDisjoint(with: [.noValidators, .noETag]) ? (quirks.contains(.weakETag) ? "W/" : "") + hash : nil
        lastModified = quirks.isDisjoint(with: [.noValidators, .weakETag]) ? changed?.rfc822 : nil
    }

    func answer(_ request: SiteRequest) -> SiteResponse {
        switch request.path {
        case SitePath.feed: isKnown(to: request) ? stamped(SiteResponse(status: 304, body: [])) : document(request)
        case "/": homePage
        default: .notFound(request.path)
        }
    }

    private func document(_ request: SiteRequest) -> SiteResponse {
        var answer = SiteResponse(status: 200, contentType: contentType, body: body)
        answer.isChunked = quirks.contains(.chunked)
        if quirks.contains(.gzip) {
            answer.add("Vary", "Accept-Encoding")
            if request.acceptsGzip {
                answer.add("Content-Encoding", "gzip")
                answer.body = StoredDeflate.gzip(body)
            }
        }
        return stamped(answer)
    }

    private func stamped(_ answer: SiteResponse) -> SiteResponse {
        var answer = answer
        if let tag { answer.add("ETag", tag) }
        if let lastModified { answer.add("Last-Modified", lastModified) }
        return answer
    }

    /// `If-None-Match` decides where it is there; the date counts only without it (RFC 9110 §13.1.3).
    private func isKnown(to request: SiteRequest) -> Bool {
        let tags = request.headers[canonicalForm: "If-None-Match"]
        if !tags.isEmpty {
            guard let tag else { return false }
            return tags.contains { $0 == "*" || Self.opaque($0) == Self.opaque(tag) }
        }
        return lastModified != nil && request.headers.first(name: "If-Modified-Since") == lastModified
    }

    private static func opaque(_ tag: some StringProtocol) -> Substring {
        tag.hasPrefix("W/") ? Substring(tag.dropFirst(2)) : Substring(tag)
    }

    private var homePage: SiteResponse {
        let mediaType = contentType.prefix { $0 != ";" }
        let link = "<link rel=\"alternate\" type=\"\(mediaType)\" title=\"News\" href=\"\(SitePath.feed)\">"
        let name = XMLText.escaped(title)
        return SiteResponse(
            contentType: "text/html; charset=utf-8",
            text: "<!DOCTYPE html>\n<html lang=\"en\"><head><title>\(name)</title>\(link)</head>"
                + "<body><h1>\(name)</h1></body></html>\n")
    }
}
