import NIOHTTP1
import WebText

/// The response to one request, with everything decided.
struct Answer: Sendable {
    var status: HTTPResponseStatus
    var headers: [(name: String, value: String)] = []
    var body: [UInt8] = []

    /// A line that says the status.
    static func plain(_ status: HTTPResponseStatus, headers: [(name: String, value: String)] = []) -> Answer {
        Answer(
            status: status, headers: headers + [("content-type", "text/plain; charset=utf-8")],
            body: Array("\(status.code) \(status.reasonPhrase)\n".utf8))
    }
}

/// Decides what is said to a request: from the request and the folder alone.
struct Responder: Sendable {
    let folder: SiteFolder
    /// What pages get besides, so that they load themselves anew; `nil` where they are served as they are.
    let reload: PageReload?

    func answer(to head: HTTPRequestHead) -> Answer {
        guard Self.isLoopback(head.headers.first(name: "host"), version: head.version) else {
            return .plain(.misdirectedRequest)
        }
        guard head.method == .GET || head.method == .HEAD else {
            return .plain(.methodNotAllowed, headers: [("allow", "GET, HEAD")])
        }
        if let reload, head.uri == PageReload.path { return reload.answer }
        let target: RequestTarget
        do throws(RequestTarget.Refusal) {
            target = try RequestTarget(head.uri)
        } catch {
            switch error {
            case .malformed: return .plain(.badRequest)
            case .tooLong: return .plain(.uriTooLong)
            case .notServed: return notFound
            }
        }
        return answer(to: target, head)
    }

    private func answer(to target: RequestTarget, _ head: HTTPRequestHead) -> Answer {
        let names = target.isFolder ? target.names.dropLast() + ["index.html"] : target.names
        switch folder.entry(names) {
        case .file(let file): return answer(with: file, name: names.last ?? "", head.headers)
        case .folder where !target.isFolder: return redirect(to: target.names.last ?? "", head.uri)
        case .folder, .missing: return notFound
        }
    }

    private func answer(with file: SiteEntry, name: String, _ headers: HTTPHeaders) -> Answer {
        let type = MediaType.of(name)
        if let reload, type.hasPrefix("text/html") {
            return Answer(
                status: .ok, headers: [("content-type", type), ("cache-control", "no-store")],
                body: reload.added(to: file.bytes))
        }
        let validators = [
            ("etag", file.entityTag), ("last-modified", HTTPDate.text(file.modified)), ("cache-control", "no-cache"),
        ]
        if Self.isUnchanged(file, headers) { return Answer(status: .notModified, headers: validators) }
        return Answer(status: .ok, headers: [("content-type", type)] + validators, body: file.bytes)
    }

    /// Whether the client has the file already (RFC 9110 §13.2.2).
    private static func isUnchanged(_ file: SiteEntry, _ headers: HTTPHeaders) -> Bool {
        let tags = headers[canonicalForm: "if-none-match"]
        guard tags.isEmpty else {
            return tags.contains { tag in tag == "*" || tag.dropFirst(tag.hasPrefix("W/") ? 2 : 0) == file.entityTag }
        }
        guard let since = headers.first(name: "if-modified-since").flatMap(HTTPDate.seconds) else { return false }
        return file.modified <= since
    }

    /// To the same place with a slash behind it. It is relative, and made of one name: it leads to no other host.
    private func redirect(to name: String, _ uri: String) -> Answer {
        let query = uri.firstIndex(of: "?").map { uri[$0...] } ?? ""
        return .plain(.movedPermanently, headers: [("location", "./\(PercentEncoding.encodedValue(name))/\(query)")])
    }

    /// The site's own page, where it has one.
    private var notFound: Answer {
        guard case .file(let page) = folder.entry(["404.html"]) else { return .plain(.notFound) }
        return Answer(
            status: .notFound, headers: [("content-type", MediaType.of("404.html")), ("cache-control", "no-store")],
            body: reload?.added(to: page.bytes) ?? page.bytes)
    }

    /// Whether a request is for a server on loopback: no name of a foreign page may lead here (DNS rebinding).
    static func isLoopback(_ host: String?, version: HTTPVersion) -> Bool {
        guard let host else { return version == .http1_0 }
        let name = host.hasPrefix("[") ? host.prefix { $0 != "]" } + "]" : host.prefix { $0 != ":" }
        return ["localhost", "127.0.0.1", "[::1]"].contains(name.lowercased())
            || name.lowercased().hasSuffix(".localhost")
    }
}
