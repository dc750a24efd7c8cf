import ArgumentParser
import Fetching
import Files
import Foundation
import NewsModel
import Newsroom
import Settings

/// Whether a run is recorded, or made out of records.
struct RecordOptions: ParsableArguments {
    @Option(name: .long, help: "Write what is asked and answered to this file (WARC), without secrets.")
    var record: String?

    @Option(
        name: .long, parsing: .upToNextOption,
        help: "Ask nobody: take what was recorded, from files or from all records in a folder.")
    var replay: [String] = []

    func validate() throws {
        guard record == nil || replay.isEmpty else {
            throw ValidationError("What is replayed is recorded already: give --record or --replay.")
        }
    }

    /// Asks a run for what the options say.
    /// - Parameters:
    ///   - request: as the other options have it.
    ///   - configuration: the path of the configuration.
    ///   - now: the instant that was given.
    /// - Throws: a ``CommandFailure``, where a record can't be used.
    func apply(to request: inout RunRequest, configuration: String, now: Date?) throws {
        if let record { request.record = RecordFile.request(record, configuration: configuration) }
        guard !replay.isEmpty else { return }
        do {
            request = request.replaying(
                try RecordSet(replay, mostBodyBytes: request.settings.fetch.maxBodyBytes), at: now)
        } catch {
            throw CommandFailure(sentence: error.description, code: ExitCodes.failed)
        }
    }
}

/// A file that a run is recorded in.
enum RecordFile {
    static func request(
        _ path: String, configuration: String, shard: RecordDescription.Shard? = nil
    ) -> RecordRequest {
        // It was read already; where it can't be read any more, the record goes without it.
        let text = (try? RegularFile.contents(of: configuration)).map { String(decoding: $0, as: UTF8.self) } ?? ""
        return RecordRequest(
            path: URL(filePath: path).standardizedFileURL.path(percentEncoded: false), configuration: text,
            id: .random(in: 0 ... .max), shard: shard)
    }
}
