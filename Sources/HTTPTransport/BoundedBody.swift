import Foundation
import NIOCore

/// The body of a response: read once, piece by piece, decompressed where it is compressed, never beyond its bounds.
package struct BoundedBody: Sendable {
    private let body: ResponseBody
    private let maxBytes: Int
    private let coding: ContentCoding
    private let budget: BodyBudget
    private let onBytes: @Sendable (Int) -> Void
    private let tap: BodyTap?

    /// - Parameters:
    ///   - body: as it comes over the wire.
    ///   - coding: what is on it.
    ///   - maxBytes: the most of it, both before and after decompression.
    ///   - budget: what it has to share with all other bodies.
    ///   - tap: who else gets what is read.
    ///   - onBytes: called with how many bytes came over the wire.
    package init(
        _ body: ResponseBody, coding: ContentCoding, maxBytes: Int, budget: BodyBudget, tap: BodyTap? = nil,
        onBytes: @escaping @Sendable (Int) -> Void = { _ in }
    ) {
        self.body = body
        self.coding = coding
        self.maxBytes = maxBytes
        self.budget = budget
        self.onBytes = onBytes
        self.tap = tap
    }

    /// Hands each piece to `consume`, in order.
    ///
    /// - Throws: a ``BodyError``, a ``TransportError``, or what `consume` throws.
    package func read(_ consume: (UnsafeRawBufferPointer) throws -> Void) async throws {
        let tapped = { (piece: UnsafeRawBufferPointer) in
            tap?.piece(piece)
            try consume(piece)
        }
        switch coding {
        case .identity: try await readPlain(tapped)
        case .compressed(let format): try await inflate(format, tapped)
        case .unknown(let name): throw BodyError.unknownCoding(name)
        }
        tap?.end()
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
        _ format: Inflater.Format, _ take: (UnsafeRawBufferPointer) throws -> Void
    ) async throws {
        var inflater = Inflater(format, maxBytes: maxBytes)
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
        guard !Task.isCancelled else { throw TransportError.cancelled }
        guard let chunk = try await body.next() else {
            // A body that ends with its connection ends too when we break that off, and is not whole then.
            guard !Task.isCancelled else { throw TransportError.cancelled }
            return nil
        }
        let size = chunk.readableBytes
        count += size
        guard count <= maxBytes else { throw BodyError.tooLarge(maxBytes: maxBytes) }
        onBytes(size)
        return chunk
    }

    /// As many of the first bytes as `limit` allows, as far as they come before the task is cancelled; the rest is not
    /// waited for.
    package func prefix(_ limit: Int) async -> [UInt8] {
        var bytes: [UInt8] = []
        do {
            try await read { piece in
                bytes.append(contentsOf: piece.prefix(limit - bytes.count))
                if bytes.count >= limit { throw CancellationError() }
            }
        } catch {
            // What an error page says is a help, never a need: what came of it will do.
        }
        return bytes
    }
}

/// Gets what is read of a body, beside its reader.
package struct BodyTap: Sendable {
    /// Each piece, as the reader gets it.
    let piece: @Sendable (UnsafeRawBufferPointer) -> Void
    /// The body has come to its end.
    let end: @Sendable () -> Void

    package init(piece: @escaping @Sendable (UnsafeRawBufferPointer) -> Void, end: @escaping @Sendable () -> Void) {
        self.piece = piece
        self.end = end
    }
}

/// Why a body can't be read to its end.
package enum BodyError: Error, Hashable, Sendable {
    case tooLarge(maxBytes: Int)
    case inflatesTooLarge(maxBytes: Int)
    /// It grows by more than any text does.
    case inflatesTooFar(factor: Int)
    /// Not of the coding that it claims to be of, or broken.
    case brokenCoding
    /// It ends before its compressed data does.
    case truncatedCoding
    /// A coding that was not asked for, or several at once.
    case unknownCoding(String)
}

/// What `Content-Encoding` says (RFC 9110 §8.4).
package enum ContentCoding: Hashable, Sendable {
    case identity
    case compressed(Inflater.Format)
    /// One that was not asked for, or several at once.
    case unknown(String)

    /// What is known to change the bytes. Any other word, such as a charset that somebody put there, does nothing.
    private static let names: Set<String> = [
        "gzip", "x-gzip", "deflate", "br", "zstd", "compress", "x-compress", "dcb", "dcz",
    ]

    /// - Parameter fields: the values of all fields of that name.
    package init(_ fields: [String]) {
        let names = fields.flatMap { $0.split(separator: ",") }.map {
            $0.trimmingCharacters(in: .whitespaces).lowercased()
        }
        .filter(Self.names.contains)
        switch names {
        case []: self = .identity
        case ["gzip"], ["x-gzip"]: self = .compressed(.gzip)
        case ["deflate"]: self = .compressed(.deflate)
        default: self = .unknown(names.joined(separator: ", "))
        }
    }
}
