import Foundation
package import NewsModel
import WebArchive
import WebText

/// Why a record can't be used, in one sentence.
package struct RecordFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// What decides what is made of it.
    package enum Cause: Sendable {
        /// Something stands in its place that is not replaced.
        case refused
        /// It ends before its first record does.
        case cutOff
        case other
    }

    package let description: String
    package let cause: Cause

    package init(_ description: String, _ cause: Cause = .other) {
        self.description = description
        self.cause = cause
    }

    init(_ path: String, _ error: WARCError) {
        switch error {
        case .unreadable(let reason): self.init("The record \(path) can't be read: \(reason).")
        case .cut: self.init("The record \(path) is cut off before it begins; gather it again.", .cutOff)
        case .malformed(let fault): self.init("The record \(path) can't be used: \(fault); gather it again.")
        }
    }

    init(_ failure: WARCFileFailure) {
        self.init(failure.description, failure.isRefusal ? .refused : .other)
    }
}

/// One source of a record: how it ended, and what it was asked and answered on the way.
package struct RecordedSource: Sendable {
    package let visit: SourceVisit
    /// Whether a feed was read.
    package let readsFeed: Bool
    package let exchanges: [RecordedExchange]
    /// Turns the placeholders of the record back.
    let placeholders: SecretPlaceholders

    package var source: SourceID { visit.report.source }
}

/// A request of a record, and what there is of its response.
package struct RecordedExchange: Sendable {
    /// As it stands in the record.
    package var url: String
    /// The head and body of a response; `nil` where there was none.
    package var response: RecordedResponse?
}

/// A response of a record, with placeholders for the secrets in it.
package struct RecordedResponse: Sendable {
    var head: HTTPMessageBlock
    /// Empty where only its size is wanted.
    package var body: [UInt8]
    package var bodyBytes: Int
    /// Whether the whole body was read.
    package var isWhole: Bool

    package var status: Int { head.status ?? 0 }
}

/// Reads a record source by source, with the memory of one. What was cut off counts up to its cut.
package struct RecordReader: ~Copyable {
    package let path: String
    package let description: RecordDescription
    /// What stands for secrets in it.
    package let placeholders: SecretPlaceholders
    /// How long its batch took; `nil` until that was read, and in a record that is not whole.
    package private(set) var elapsed: Duration?
    /// What was said of the batch.
    package private(set) var notes: [String] = []

    private var reader: WARCReader
    private let mostBodyBytes: Int
    private let keepsBodies: Bool
    private var exchanges: [RecordedExchange] = []
    private var heldBytes = 0
    private var isAtEnd = false

    /// More than any source may be asked for.
    private static let mostExchanges = 20_000
    /// Of all bodies of one source, as many times the most of one.
    private static let mostBodies = 16

    /// - Parameters:
    ///   - path: of the file.
    ///   - secrets: of the configuration, which take the places of their placeholders again.
    ///   - mostBodyBytes: the most of one body.
    ///   - keepsBodies: whether bodies are wanted, and not only their sizes.
    /// - Throws: a sentence, for what is no record.
    package init(
        path: String, secrets: NamedSecrets, mostBodyBytes: Int, keepsBodies: Bool = true
    ) throws(RecordFailure) {
        do throws(WARCError) {
            var reader = try WARCReader(path: path)
            let (description, tag) = try Self.description(&reader)
            let placeholders = SecretPlaceholders(tag: tag, secrets: secrets.ordered(as: description.secretNames))
            self.init(
                path, description, placeholders, reader: reader,
                mostBodyBytes: mostBodyBytes, keepsBodies: keepsBodies)
        } catch {
            throw RecordFailure(path, error)
        }
    }

    private init(
        _ path: String, _ description: RecordDescription, _ placeholders: SecretPlaceholders,
        reader: consuming WARCReader, mostBodyBytes: Int, keepsBodies: Bool
    ) {
        self.path = path
        self.description = description
        self.placeholders = placeholders
        self.reader = reader
        self.mostBodyBytes = mostBodyBytes
        self.keepsBodies = keepsBodies
    }

    private static func description(_ reader: inout WARCReader) throws(WARCError) -> (RecordDescription, tag: String) {
        guard let (head, _) = try reader.next() else { throw .cut }
        guard head.type == .warcinfo, let block = try reader.block(most: mostInfoBytes),
            let found = RecordDescription.read(block)
        else { throw .malformed("another program, or another version of this one, wrote it") }
        return found
    }

    /// A configuration may be 1 MB, and each character of it an escape; its lists may be some more.
    private static let mostInfoBytes = 8 << 20 + RecordDescription.mostListBytes * 2

    /// The next source; `nil` at the end, or where the file is cut off.
    /// - Throws: a sentence, where something else stands in the file.
    package mutating func next() throws(RecordFailure) -> RecordedSource? {
        do throws(WARCError) {
            while !isAtEnd, let (head, bytes) = try reader.next() {
                if let source = try take(head, bytes) { return source }
            }
        } catch .cut {
            // Of what stands behind the last end of a source nobody knows what came of it.
        } catch {
            throw RecordFailure(path, error)
        }
        isAtEnd = true
        return nil
    }

    /// The next picture, with the address that it was fetched from; `nil` at the end, or where the file is cut off.
    /// - Throws: a sentence, where something else stands in the file.
    mutating func nextPicture() throws(RecordFailure) -> (address: String, bytes: [UInt8])? {
        do throws(WARCError) {
            while let (head, _) = try reader.next() {
                guard head.type == .resource, head.contentType?.hasPrefix("image/") == true, let uri = head.uri,
                    let bytes = try reader.block(most: FetchedPicture.mostBytes)
                else { continue }
                return (placeholders.restoring(uri), bytes)
            }
            return nil
        } catch .cut {
            return nil
        } catch {
            throw RecordFailure(path, error)
        }
    }

    private mutating func take(_ head: WARCHead, _ bytes: Int) throws(WARCError) -> RecordedSource? {
        switch head.type {
        case .request: try add(RecordedExchange(url: head.uri ?? ""))
        case .response, .revisit: try addResponse(head, bytes)
        case .metadata where head.uri?.hasPrefix(RecordURI.prefix) == true: return try endSource()
        case .metadata where head.uri == RecordURI.end: try endBatch()
        case .metadata, .resource, .warcinfo, nil: break
        }
        return nil
    }

    private mutating func add(_ exchange: RecordedExchange) throws(WARCError) {
        guard exchanges.count < Self.mostExchanges else {
            throw .malformed("more was asked of one source than any is asked")
        }
        exchanges.append(exchange)
    }

    private mutating func addResponse(_ head: WARCHead, _ bytes: Int) throws(WARCError) {
        guard !exchanges.isEmpty, exchanges[exchanges.count - 1].response == nil else {
            throw .malformed("it has an answer to no question")
        }
        guard let block = try message(bytes), let (message, start) = HTTPMessageBlock.read(block),
            message.status != nil
        else { return }
        exchanges[exchanges.count - 1].response = RecordedResponse(
            head: message, body: keepsBodies ? Array(block[start...]) : [], bodyBytes: bytes - start,
            isWhole: head.truncation == nil)
    }

    /// The block of a response of so many bytes, or its head where bodies are not wanted; `nil` for what is larger than any
    /// body may be, since that was not read whole.
    private mutating func message(_ bytes: Int) throws(WARCError) -> [UInt8]? {
        let mostHead = WARCReader.mostHeadBytes * 4
        guard keepsBodies else { return try reader.beginningOfBlock(most: mostHead) }
        let most = mostBodyBytes + mostHead
        heldBytes += min(bytes, most)
        guard heldBytes <= most * Self.mostBodies else {
            throw .malformed("one source of it has more bytes than any may")
        }
        return try reader.block(most: most)
    }

    private mutating func endSource() throws(WARCError) -> RecordedSource {
        defer { (exchanges, heldBytes) = ([], 0) }
        let placeholders = placeholders
        guard let document = try metadata(),
            let (visit, readsFeed) = VisitDocument.visit(document, { placeholders.restoring($0) })
        else {
            throw .malformed("how source \(exchanges.first?.url ?? "after record \(reader.count)") ended can't be read")
        }
        return RecordedSource(visit: visit, readsFeed: readsFeed, exchanges: exchanges, placeholders: placeholders)
    }

    private mutating func endBatch() throws(WARCError) {
        guard let document = try metadata() else { return }
        elapsed = document["elapsedNanoseconds"].integer.map { .nanoseconds($0) }
        notes = (document["notes"].elements ?? []).compactMap(\.text)
    }

    /// Advice and warnings of a source are a few KB at the most.
    private static let mostMetadataBytes = 4 << 20

    private mutating func metadata() throws(WARCError) -> JSONValue? {
        guard let block = try reader.block(most: Self.mostMetadataBytes) else { return nil }
        // What can't be read is said by whoever asks.
        return try? JSONReader.document(block)
    }
}
