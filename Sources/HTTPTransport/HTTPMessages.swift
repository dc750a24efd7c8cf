package import NIOCore
package import NIOHTTP1

/// One request as it goes to a server: no redirect, no retry, nothing remembered.
package struct HTTPRequest: Sendable {
    package var url: String
    package var method = HTTPMethod.GET
    package var headers = HTTPHeaders()
    package var body: [UInt8] = []
    /// Called with each stage that is reached, so that a request which is cut off can be explained.
    package var onStage: @Sendable (ConnectionStage) -> Void = { _ in }

    package init(url: String) {
        self.url = url
    }

    /// The value of a field, or `nil`; its name in any case.
    package func value(_ field: String) -> String? { headers.first(name: field) }
}

/// What happens before a server can answer.
package enum ConnectionStage: Sendable {
    case resolving
    case connecting
    /// The request is on its way.
    case connected
}

/// The head of a response, and its body, which is still to be read.
///
/// Whoever lets go of it gives its connection back, or ends it if the body was not read.
package struct HTTPResponse: Sendable {
    package var status: HTTPResponseStatus
    package var headers: HTTPHeaders
    package var body: ResponseBody

    package init(status: HTTPResponseStatus, headers: HTTPHeaders = HTTPHeaders(), body: ResponseBody = .empty) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}

/// A body that arrives in chunks, as the server sent them: a coding such as gzip is still on them.
package struct ResponseBody: Sendable {
    private let nextChunk: @Sendable () async throws(TransportError) -> ByteBuffer?
    private let releaseConnection: @Sendable () async -> Void

    /// The next chunk each time it is asked, and `nil` once the whole body was there.
    package init(
        _ nextChunk: @escaping @Sendable () async throws(TransportError) -> ByteBuffer?,
        release: @escaping @Sendable () async -> Void = {}
    ) {
        self.nextChunk = nextChunk
        releaseConnection = release
    }

    package static let empty = ResponseBody { () throws(TransportError) in nil }

    package func next() async throws(TransportError) -> ByteBuffer? {
        try await nextChunk()
    }

    /// Gives the connection back, or ends it if the body has not come whole, and waits until that is done.
    package func release() async {
        await releaseConnection()
    }
}
