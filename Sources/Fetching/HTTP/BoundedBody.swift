import Crypto
import NIOCore
import WebText

/// The body of an answer: read once, piece by piece, decompressed where it is compressed, never beyond its bounds.
struct BoundedBody: Sendable {
    private let body: WireBody
    private let maxBytes: Int
    private let coding: ContentCoding
    private let budget: BodyBudget
    private let log: FetchLog

    /// A body that grew beyond its bound.
    struct TooLarge: Error {
        let maxBytes: Int
    }

    /// - Parameters:
    ///   - body: as it comes over the wire.
    ///   - coding: what is on it.
    ///   - maxBytes: the most of it, both before and after decompression.
    ///   - budget: what it has to share with all other bodies.
    ///   - log: told how many bytes came.
    init(_ body: WireBody, coding: ContentCoding, maxBytes: Int, budget: BodyBudget, log: FetchLog) {
        self.body = body
        self.coding = coding
        self.maxBytes = maxBytes
        self.budget = budget
        self.log = log
    }

    /// Hands each piece to `consume`, in order.
    ///
    /// - Returns: the SHA-256 of all of it, in lowercase hexadecimal digits.
    /// - Throws: ``TooLarge`` past the bound, an ``Inflater/Fault``, `CancellationError`, what the connection or
    ///   `consume` throws.
    func read(_ consume: (UnsafeRawBufferPointer) throws -> Void) async throws -> String {
        var hash = SHA256()
        func take(_ piece: UnsafeRawBufferPointer) throws {
            hash.update(bufferPointer: piece)
            try consume(piece)
        }
        switch coding {
        case .identity: try await readPlain(take)
        case .compressed(let coding): try await inflate(coding, take)
        case .unknown(let name): throw FetchFailure.malformed("compressed in a way that nobody asked for: \(name)")
        }
        return Hex.text(hash.finalize())
    }

    private func readPlain(_ take: (UnsafeRawBufferPointer) throws -> Void) async throws {
        var share = budget.share()
        var count = 0
        while let chunk = try await nextChunk(&count) {
            try await share.waitForRoom()
            try chunk.withUnsafeReadableBytes(take)
            share.take(chunk.readableBytes)
        }
    }

    /// Little by little, since little may become much.
    private func inflate(
        _ coding: Inflater.Coding, _ take: (UnsafeRawBufferPointer) throws -> Void
    ) async throws {
        var inflater = Inflater(coding, maxBytes: maxBytes)
        var share = budget.share()
        var count = 0
        while var chunk = try await nextChunk(&count) {
            while let bite = chunk.readSlice(length: min(chunk.readableBytes, Self.biteBytes)), bite.readableBytes > 0 {
                try await share.waitForRoom()
                var unpacked = 0
                try bite.withUnsafeReadableBytes { bytes in
                    try inflater.read(bytes) { piece in
                        unpacked += piece.count
                        try take(piece)
                    }
                }
                share.take(unpacked)
            }
        }
        try inflater.finish()
    }

    private static let biteBytes = 8 << 10

    private func nextChunk(_ count: inout Int) async throws -> ByteBuffer? {
        try Task.checkCancellation()
        guard let chunk = try await body.next() else {
            // A body that ends with its connection ends too when we break that off, and is not whole then.
            try Task.checkCancellation()
            return nil
        }
        let size = chunk.readableBytes
        count += size
        guard count <= maxBytes else { throw TooLarge(maxBytes: maxBytes) }
        log.update { $0.bytes += size }
        return chunk
    }

    /// As many of the first bytes as `limit` allows, as far as they come before the task is cancelled; the rest is not
    /// waited for.
    func prefix(_ limit: Int) async -> [UInt8] {
        var bytes: [UInt8] = []
        do {
            _ = try await read { piece in
                bytes.append(contentsOf: piece.prefix(limit - bytes.count))
                if bytes.count >= limit { throw CancellationError() }
            }
        } catch {
            // What an error page says is a help, never a need: what came of it will do.
        }
        return bytes
    }

}

/// What `Content-Encoding` says (RFC 9110 §8.4).
enum ContentCoding: Sendable {
    case identity
    case compressed(Inflater.Coding)
    /// One that was not asked for, or several at once.
    case unknown(String)

    /// What is known to change the bytes. Any other word, such as a charset that somebody put there, does nothing.
    private static let names: Set<String> = [
        "gzip", "x-gzip", "deflate", "br", "zstd", "compress", "x-compress", "dcb", "dcz",
    ]

    /// - Parameter fields: the values of all fields of that name.
    init(_ fields: [String]) {
        let names = fields.flatMap { $0.split(separator: ",") }.map { $0.trimmingSpaces.lowercased() }
            .filter(Self.names.contains)
        switch names {
        case []: self = .identity
        case ["gzip"], ["x-gzip"]: self = .compressed(.gzip)
        case ["deflate"]: self = .compressed(.deflate)
        default: self = .unknown(names.joined(separator: ", "))
        }
    }
}

extension Substring {
    fileprivate var trimmingSpaces: Substring {
        var text = self
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
