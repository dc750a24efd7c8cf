import Fetching
import Foundation
import NewsModel

extension FuzzTarget {
    /// Records as they are and compressed: whatever the bytes, the reader ends with what is whole, or a sentence.
    static let record = FuzzTarget(name: "record", corpus: [plainRecord] + compressedRecord) { bytes, _ in
        let path = FileManager.default.temporaryDirectory.appending(path: "broadsheet-fuzz.warc").path
        do {
            try Data(bytes).write(to: URL(filePath: path))
        } catch {
            return "can't be written: \(error)"
        }
        // What it refuses is refused in a sentence.
        guard var reader = try? RecordReader(path: path, secrets: [], mostBodyBytes: 1 << 16) else { return nil }
        var count = 0
        while let source = try? reader.next() { count += source.exchanges.count + 1 }
        return count > bytes.count * 2 ? "holds more than it has bytes" : nil
    }

    private static let plainRecord: [UInt8] = {
        let of = "WARC-Target-URI: https://a.example/rss\r\n"
        let request = Array("GET /rss HTTP/1.1\r\nhost: a.example\r\n\r\n".utf8)
        let response = Array("HTTP/1.1 200 OK\r\nx: y\r\n\r\n<rss/>".utf8)
        return warcStart + warcRecord("WARC-Type: request\r\n\(of)", request)
            + warcRecord("WARC-Type: response\r\n\(of)", response) + warcEnd
    }()

    /// The head of a record of one shard.
    static let warcStart = warcRecord(
        "WARC-Type: warcinfo\r\n",
        Array(
            ("software: Broadsheet/1\r\nbroadsheet-form: 1\r\nbroadsheet-tag: 0123456789ab\r\n"
                + "broadsheet-now: 2026-11-23T05:00:00Z\r\nbroadsheet-edition: 2026-11-23\r\nbroadsheet-shard: 1/2\r\n")
                .utf8))

    /// The end of its one source `a`, of which a feed was read, and of its batch.
    static let warcEnd: [UInt8] = {
        let visit =
            #"{"feed":true,"source":"a","outcome":"fresh","attempts":1,"redirects":[],"nanoseconds":{"total":5}}"#
        return warcRecord("WARC-Type: metadata\r\nWARC-Target-URI: urn:broadsheet:source:a\r\n", Array(visit.utf8))
            + warcRecord(
                "WARC-Type: metadata\r\nWARC-Target-URI: urn:broadsheet:end\r\n",
                Array(#"{"elapsedNanoseconds":9,"notes":[]}"#.utf8))
    }()

    /// A record with the given fields and block.
    static func warcRecord(_ fields: String, _ block: [UInt8]) -> [UInt8] {
        Array("WARC/1.1\r\n\(fields)Content-Length: \(block.count)\r\n\r\n".utf8) + block + Array("\r\n\r\n".utf8)
    }

    /// The same as a recorder writes it; none where there is no disk.
    private static let compressedRecord: [[UInt8]] = {
        let path = FileManager.default.temporaryDirectory.appending(path: "broadsheet-fuzz-corpus.warc.gz").path
        let parts = [BugReport.Part(name: "a.txt", contentType: "text/plain", bytes: plainRecord)]
        guard let report = try? BugReport(record: nil, parts: parts, secrets: [], id: 7),
            (try? report.write(to: path, at: Date(timeIntervalSince1970: 0))) != nil,
            let bytes = try? Data(contentsOf: URL(filePath: path))
        else { return [] }
        return [[UInt8](bytes)]
    }()
}
