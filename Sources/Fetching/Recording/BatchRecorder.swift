import Foundation
import HTTPTransport
import NIOHTTP1
package import NewsModel
import Parallelism
import Synchronization
import WebArchive
import WebText

/// Records the exchanges of a batch in the web's archive format (WARC 1.1, ISO 28500), while the batch runs.
///
/// The records of one source, and behind them one of how it ended, are appended together when it has ended, in the order of
/// the ends: whatever kills the run, the file holds whole sources. Exchanges are encoded in the tasks of their sources;
/// what is written is written elsewhere, in ``write()``, so that no deadline waits for a disk. What a batch that has come
/// to its deadline cuts off is kept with the beginning of its body, and not compressed.
package final class BatchRecorder: Sendable {
    private let file: WARCFile
    private let description: RecordDescription
    private let exchanges: ExchangeRecords
    private let metadata: MetadataRecords
    private let encoders = SharedEncoders(.fast)
    /// For what is written when the time is up, and what is compressed already.
    private let storingEncoders = SharedEncoders(.stored)
    /// A lock and no actor, since sources end where nothing can be waited for.
    private let sources = Guarded<[SourceID: SourceRecords]>([:])
    private let entries: AsyncStream<Entry>
    private let continuation: AsyncStream<Entry>.Continuation

    /// What was recorded of a source that has not ended.
    private struct SourceRecords: Sendable {
        var bytes: SpooledBytes
        /// What servers put into the addresses that they redirected to.
        var secrets: [Secret] = []
        var learned: LearnedPlaceholders?
        /// Why records are missing.
        var failure: SystemFailure?
    }

    private enum Entry: Sendable {
        case source(SourceVisit, readsFeed: Bool, SourceRecords?)
        case picture(FetchedPicture)
        case end(elapsed: Duration, notes: [String])
    }

    /// - Parameters:
    ///   - path: of the file, which is begun anew.
    ///   - description: what its first record says.
    ///   - id: of the file; drawn by chance, so that no server knows it.
    ///   - secrets: of the configuration, which nothing in the file may hold.
    /// - Throws: a sentence, where it can't be written.
    package init(path: String, description: RecordDescription, id: UInt64, secrets: [Secret]) throws(RecordFailure) {
        do {
            file = try WARCFile(path: path, replacing: OwnArchive.stands)
        } catch {
            throw RecordFailure(error)
        }
        let placeholders = SecretPlaceholders(tag: SecretPlaceholders.tag(of: id), secrets: secrets)
        let hidden = description.hiding { placeholders.hiding($0, at: .address) }
        self.description = hidden
        let numbers = RecordNumbers(file: id)
        exchanges = ExchangeRecords(numbers: numbers, placeholders: placeholders)
        metadata = MetadataRecords(numbers: numbers, placeholders: placeholders, description: hidden)
        (entries, continuation) = AsyncStream.makeStream()
    }

    // MARK: Exchanges

    /// Begins the record of an exchange; of its answer's body at most so many bytes are read.
    func begin(_ request: HTTPRequest, of source: SourceID, at date: Date, mostBytes: Int) -> ExchangeRecording {
        ExchangeRecording(request, of: source, at: date, mostBytes: mostBytes, folder: file.folder)
    }

    /// Encodes an exchange that has ended, in the failure that is given.
    func end(_ exchange: ExchangeRecording, failure: (any Error)? = nil) {
        let learned = learn(from: exchange)
        let content = ExchangeContent(exchange, failure: failure, isCutOff: Task.isCancelled)
        let isPacked = content.isCutOff || content.answer.isCompressed
        let records = (isPacked ? storingEncoders : encoders).encode(exchanges.all(of: content, learned))
        update(exchange.source) { source in
            source.failure = source.failure ?? content.answer.spoolFailure
            guard source.failure == nil else { return }
            do throws(SystemFailure) {
                try source.bytes.append(records)
            } catch {
                source.failure = error
            }
        }
    }

    /// Learns what a redirect names.
    /// - Returns: what servers told the source up to now.
    private func learn(from exchange: ExchangeRecording) -> LearnedPlaceholders? {
        let answer = exchange.current
        let url = exchange.request.url
        guard let status = answer.status, (300..<400).contains(status.code),
            let target = answer.fields.first(name: "location")
        else { return sources.withLock { $0[exchange.source]?.learned } }
        let address = WebAddress(target, base: WebAddress(url))?.text ?? target
        let told = address == url ? [] : AddressSecrets.all(in: address)
        return update(exchange.source) { source in
            if !told.isEmpty {
                source.secrets += told
                source.learned = exchanges.placeholders.learned(source.secrets)
            }
            return source.learned
        }
    }

    @discardableResult
    private func update<Value: Sendable>(_ source: SourceID, _ change: (inout SourceRecords) -> Value) -> Value {
        sources.withLock { sources in
            change(&sources[source, default: SourceRecords(bytes: SpooledBytes(folder: file.folder))])
        }
    }

    // MARK: Ends

    /// A source has ended.
    package func end(_ visit: SourceVisit, readsFeed: Bool) {
        let records = sources.withLock { $0.removeValue(forKey: visit.report.source) }
        continuation.yield(.source(visit, readsFeed: readsFeed, records))
    }

    /// A picture was fetched for the edition.
    package func add(_ picture: FetchedPicture) {
        continuation.yield(.picture(picture))
    }

    /// The batch has ended, after so long.
    package func end(elapsed: Duration, notes: [String] = []) {
        continuation.yield(.end(elapsed: elapsed, notes: notes))
        continuation.finish()
    }

    // MARK: Writing

    /// Writes what comes until the batch has ended.
    /// - Returns: a sentence where the record is not whole.
    package func write() async -> String? {
        var written = 0
        do {
            try append(metadata.info)
            for await entry in entries {
                try write(entry)
                written += 1
            }
            return nil
        } catch {
            // What comes now is let go of.
            for await _ in entries {}
            return
                "The record \(file.path) is not whole: it ends after \(written) of \(description.sources) sources, since it "
                + "can't be written (\(error))."
        }
    }

    private func write(_ entry: Entry) throws(SystemFailure) {
        switch entry {
        case .source(let visit, let readsFeed, let records):
            if let failure = records?.failure { throw failure }
            try append(metadata.end(of: visit, readsFeed: readsFeed, records?.learned), behind: records?.bytes)
        case .picture(let picture):
            if let record = metadata.picture(picture) { try append(record) }
        case .end(let elapsed, let notes): try append(metadata.end(after: elapsed, notes))
        }
    }

    /// Appends a record at once with those of its source.
    private func append(_ record: WARCRecord, behind records: SpooledBytes? = nil) throws(SystemFailure) {
        var all = records ?? SpooledBytes(folder: file.folder)
        try all.append(encoders.encode([record]))
        try file.append(all)
    }
}

/// Encoders that are set up once and used in turns, since to set one up costs as much as to encode a small feed.
private final class SharedEncoders: Sendable {
    private final class SharedEncoder: Sendable {
        let encoder: Guarded<WARCRecordEncoder>

        init(_ effort: GzipWriter.Effort) { encoder = Guarded(WARCRecordEncoder(effort)) }
    }

    /// As many as threads may wait for one.
    private let encoders: [SharedEncoder]
    private let turn = Atomic(0)

    init(_ effort: GzipWriter.Effort) {
        encoders = (0..<8).map { _ in SharedEncoder(effort) }
    }

    func encode(_ records: [WARCRecord]) -> [UInt8] {
        let index = Int(UInt(bitPattern: turn.wrappingAdd(1, ordering: .relaxed).newValue) % UInt(encoders.count))
        return encoders[index].encoder.withLock { $0.encode(records) }
    }
}
