import HTTPTransport
import NIOHTTP1
import NewsModel

extension RedirectChain {
    /// The request to one address of the chain, so long after the batch began.
    func outgoing(to url: String, cookies: CookieJar, begun: Duration) -> HTTPRequest {
        var message = HTTPRequest(url: url)
        message.onStage = { [progress, clock = fetcher.clock] stage in progress.enter(stage, at: clock.elapsed - begun)
        }
        message.headers.add(name: "accept", value: request.accept)
        message.headers.add(name: "accept-encoding", value: "gzip, deflate")
        message.headers.add(name: "user-agent", value: request.userAgent)
        if url == request.url || Self.origin(of: url) == Self.origin(of: request.url) { identify(&message) }
        if let validators = validators(for: url) {
            if let etag = validators.etag { message.headers.add(name: "if-none-match", value: etag) }
            if let date = validators.lastModified { message.headers.add(name: "if-modified-since", value: date) }
        }
        if let cookie = cookies.header(for: url) { message.headers.add(name: "cookie", value: cookie) }
        return message
    }

    /// The validators that this address gave: those of another one say nothing of it, and are private (RFC 9110 §15.4).
    func validators(for url: String) -> Validators? {
        request.validators.flatMap { $0.url == url ? $0 : nil }
    }

    /// Adds what tells the origin of the source who asks: its own headers, and the user and password of its address,
    /// which a redirect within the origin seldom repeats.
    private func identify(_ message: inout HTTPRequest) {
        for header in request.headers {
            message.headers.replaceOrAdd(name: header.name, value: header.value.reveal())
        }
        guard message.url != request.url, message.value("authorization") == nil,
            Self.credentials(in: message.url) == nil,
            let credentials = Self.credentials(in: request.url)
        else { return }
        message.headers.add(name: "authorization", value: BasicAuthorization.field(credentials))
    }

    private static func origin(of url: String) -> Origin? {
        // What is no address has been refused before.
        (try? HTTPEndpoint(url))?.origin
    }

    private static func credentials(in url: String) -> String? {
        // What is no address has been refused before.
        (try? HTTPEndpoint(url))?.credentials
    }
}
