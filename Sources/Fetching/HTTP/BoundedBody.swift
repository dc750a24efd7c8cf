import AsyncHTTPClient
import Crypto
import NIOCore

/// The body of an answer: read once, chunk by chunk, never beyond its bound.
struct BoundedBody: Sendable {
    private let body: HTTPClientResponse.Body
    private let maxBytes: Int
    private let log: FetchLog

    /// A body that grew beyond its bound.
    struct TooLarge: Error {
        let maxBytes: Int
    }

    init(_ body: HTTPClientResponse.Body, maxBytes: Int, log: FetchLog) {
        self.body = body
        self.maxBytes = maxBytes
        self.log = log
    }

    /// Hands each chunk to `consume`, in order.
    ///
    /// - Returns: the SHA-256 of all of it, in lowercase hexadecimal digits.
    /// - Throws: ``TooLarge`` past the bound, `CancellationError`, what the connection or `consume` throws.
    func read(_ consume: (UnsafeRawBufferPointer) throws -> Void) async throws -> String {
        var hash = SHA256()
        var count = 0
        for try await chunk in body {
            count += chunk.readableBytes
            guard count <= maxBytes else { throw TooLarge(maxBytes: maxBytes) }
            log.update { $0.bytes += chunk.readableBytes }
            try chunk.withUnsafeReadableBytes { bytes in
                hash.update(bufferPointer: bytes)
                try consume(bytes)
            }
            try Task.checkCancellation()
        }
        // A cancelled body ends as if it were whole.
        try Task.checkCancellation()
        return hash.finalize().map { byte in Self.hex[Int(byte)] }.joined()
    }

    /// As many of the first bytes as `limit` allows; the rest is not waited for.
    func prefix(_ limit: Int) async -> [UInt8] {
        var bytes: [UInt8] = []
        do {
            for try await chunk in body {
                bytes.append(contentsOf: chunk.readableBytesView.prefix(limit - bytes.count))
                if bytes.count >= limit { break }
            }
        } catch {
            // What an error page says is a help, never a need: what came of it will do.
        }
        log.update { $0.bytes += bytes.count }
        return bytes
    }

    private static let hex: [String] = (0...255).map { byte in
        String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }
}
