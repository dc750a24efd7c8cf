import NIOCore
import NIOHTTP1

/// One request as it goes to a server: no redirect, no retry, nothing remembered.
struct WireRequest: Sendable {
    var url: String
    var method = HTTPMethod.GET
    var headers = HTTPHeaders()
    var body: [UInt8] = []
    /// Told where the request stands, so that one which is cut off can be explained.
    var onStage: @Sendable (Stage) -> Void = { _ in }

    /// What happens before a server can answer.
    enum Stage: Sendable {
        case resolving
        case connecting
        /// The request is on its way.
        case connected
    }

    init(url: String) {
        self.url = url
    }

    /// The value of a field, or `nil`; its name in any case.
    func value(_ field: String) -> String? { headers.first(name: field) }
}

/// The head of an answer, and its body, which is still to be read.
///
/// Whoever lets go of it gives its connection back, or ends it if the body was not read.
struct WireAnswer: Sendable {
    var status: HTTPResponseStatus
    var headers = HTTPHeaders()
    var body = WireBody.empty
}

/// A body that arrives in chunks, as the server sent them: a coding such as gzip is still on them.
struct WireBody: Sendable {
    private let nextChunk: @Sendable () async throws -> ByteBuffer?
    private let letGo: @Sendable () async -> Void

    /// The next chunk each time it is asked, and `nil` once the whole body was there; `letGo` where no more is wanted.
    init(
        _ nextChunk: @escaping @Sendable () async throws -> ByteBuffer?,
        letGo: @escaping @Sendable () async -> Void = {}
    ) {
        self.nextChunk = nextChunk
        self.letGo = letGo
    }

    static let empty = WireBody { nil }

    /// - Throws: `CancellationError`, or why the rest will not come.
    func next() async throws -> ByteBuffer? {
        try await nextChunk()
    }

    /// Gives the connection back, or ends it if the body has not come whole, before whoever is next may ask there.
    func release() async {
        await letGo()
    }
}
