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
    ///   - tap: who else gets what comes.
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
        switch coding {
        case .identity: try await readPlain(consume)
        case .compressed(let formats): try await inflate(formats, consume)
        case .unknown(let name): throw BodyError.unknownCoding(name)
        case .doubtful(let name): try await readText(saidToBe: name, consume)
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

    /// Reads it as it is, if it begins as text does.
    private func readText(saidToBe coding: String, _ take: (UnsafeRawBufferPointer) throws -> Void) async throws {
        var isBeginning = true
        try await readPlain { bytes in
            if isBeginning, !Self.isText(bytes) {
                throw BodyError.unknownCoding(coding)
            }
            isBeginning = false
            try take(bytes)
        }
    }

    /// Whether bytes begin as a document in XML or JSON does, in whatever characters, or hold no control at their
    /// beginning.
    private static func isText(_ bytes: UnsafeRawBufferPointer) -> Bool {
        bytes.prefix(4).contains { "<{[".utf8.contains($0) }
            || bytes.prefix(beginningBytes).allSatisfy { $0 >= 0x20 || (0x09...0x0D).contains($0) }
    }

    private static let beginningBytes = 64

    /// Little by little, since little may become much.
    private func inflate(
        _ formats: [Inflater.Format], _ take: (UnsafeRawBufferPointer) throws -> Void
    ) async throws {
        let inflater = LayeredInflater(formats, maxBytes: maxBytes)
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
        if let tap { chunk.withUnsafeReadableBytes(tap.piece) }
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

/// Receives a copy of each piece of a body as it comes over the wire, for the recorder.
package struct BodyTap: Sendable {
    /// Each piece, before anything is decompressed.
    let piece: @Sendable (UnsafeRawBufferPointer) -> Void
    /// The body has come to its end, and could be read.
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
    /// A coding that was not asked for, or more of them at once than make sense.
    case unknownCoding(String)
}
