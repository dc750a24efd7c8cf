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

    /// What is to be replayed; `nil` where nothing is.
    /// - Throws: a ``CommandFailure``, where a record can't be used.
    func recordSet() throws -> RecordSet? {
        guard !replay.isEmpty else { return nil }
        do {
            return try RecordSet(replay)
        } catch {
            throw CommandFailure(sentence: error.description, code: ExitCodes.failed)
        }
    }

    /// What is to be recorded, of a run with the configuration at a path; `nil` where nothing is.
    func request(configuration: String) -> RecordRequest? {
        record.map { RecordFile.request($0, configuration: configuration) }
    }
}

/// A file that a run is recorded in.
enum RecordFile {
    static func request(
        _ path: String, configuration: String, shard: RecordDescription.Shard? = nil
    ) -> RecordRequest {
        // It was read already; where it can't be read any more, the record goes without it. In comments stands what nobody
        // has read, and so what nobody knows to be a secret.
        let text = (try? RegularFile.contents(of: configuration)).map {
            CommentFreeText(String(decoding: $0, as: UTF8.self)).text
        }
        return RecordRequest(
            path: URL(filePath: path).standardizedFileURL.path(percentEncoded: false), configuration: text ?? "",
            id: .random(in: 0 ... .max), shard: shard)
    }
}
