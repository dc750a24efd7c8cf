import Foundation
import NewsModel
import TestSupport
import Testing
import TransportTestSupport

@testable import Fetching

/// Which records of a folder count, and which files a record replaces.
@Suite(.timeLimit(.minutes(1))) struct RecordSetTests {
    private let folder: TemporaryDirectory

    init() throws { folder = try TemporaryDirectory() }

    /// Records a night of one source, so many hours after the others.
    private func record(_ name: String, hours: Double = 0, edition: String, shard: String? = nil) async throws {
        var batch = try RecordedBatch(name, in: folder)
        batch.description = RecordDescription(now: Bench.now.addingTimeInterval(hours * 3600), edition: edition)
        batch.description.shard = shard.flatMap { RecordDescription.Shard($0) }
        let replies = ["https://a.example/rss": [ScriptedNetwork.Reply.answer(200, body: Sample.feed)]]
        _ = try await batch.record(Bench(replies), [.feed("a", url: "https://a.example/rss")])
    }

    private func names(_ set: RecordSet) -> [String] {
        set.files.map { URL(filePath: $0.path).lastPathComponent }
    }

    @Test func aRecordOfAnEarlierNightDoesNotCount() async throws {
        try await record("1.warc.gz", edition: "2026-11-22", shard: "1/2")
        try await record("2.warc.gz", hours: 24, edition: "2026-11-23", shard: "2/2")
        let set = try RecordSet([folder.path])
        #expect(names(set) == ["2.warc.gz"] && set.description.edition == "2026-11-23")
        #expect(set.now == Bench.now.addingTimeInterval(86_400))
        #expect(set.notes.count == 1 && set.notes[0].contains("1.warc.gz is of an earlier night"), "\(set.notes)")
        #expect(set.notes[0].contains("the edition of 2026-11-22"))
    }

    /// Instant and edition were those of different files.
    @Test func workersOnBothSidesOfMidnightAreOfOneNight() async throws {
        try await record("1.warc.gz", edition: "2026-11-22", shard: "1/2")
        try await record("2.warc.gz", hours: 0.001, edition: "2026-11-23", shard: "2/2")
        let set = try RecordSet([folder.path])
        #expect(names(set) == ["1.warc.gz", "2.warc.gz"] && set.notes.isEmpty)
        #expect(set.description.edition == "2026-11-23" && set.description.now == set.now)
    }

    @Test func ofTwoWholeNightsTheLaterCounts() async throws {
        try await record("a.warc.gz", hours: 24, edition: "2026-11-23")
        try await record("b.warc.gz", edition: "2026-11-22")
        try await record("c.warc.gz", hours: -2, edition: "2026-11-23")
        let set = try RecordSet([folder.path])
        #expect(names(set) == ["a.warc.gz"])
        #expect(set.notes.count == 2 && set.notes.allSatisfy { $0.contains("of an earlier night than") })
    }

    @Test func aShardThatIsCutBeforeItsFirstSourceIsAnEmptyOne() async throws {
        try await record("1.warc.gz", edition: "2026-11-22", shard: "1/2")
        let whole = try Data(contentsOf: URL(filePath: folder.path("1.warc.gz")))
        try whole.prefix(200).write(to: URL(filePath: folder.path("2.warc.gz")))
        let set = try RecordSet([folder.path])
        let cut = folder.path("2.warc.gz")
        #expect(names(set) == ["1.warc.gz"])
        #expect(set.notes == ["\(cut) is cut off before its first source, and counts for nothing."])
        #expect(throws: RecordFailure.self) { try RecordSet([cut]) }
    }

    // MARK: What is replaced

    @Test func onlyOwnArchivesAreReplaced() async throws {
        try await record("own.warc.gz", edition: "2026-11-22")
        #expect(OwnArchive.stands(at: folder.path("own.warc.gz")))
        let whole = try Data(contentsOf: URL(filePath: folder.path("own.warc.gz")))
        for kept in [5, 60, 200, 300] {
            try whole.prefix(kept).write(to: URL(filePath: folder.path("cut.warc.gz")))
            #expect(OwnArchive.stands(at: folder.path("cut.warc.gz")), "\(kept) bytes")
        }
        let part = BugReport.Part(name: "a", contentType: "text/plain", bytes: [1])
        let report = try BugReport(record: nil, parts: [part], secrets: [], id: 1)
        try report.write(to: folder.path("bug.warc.gz"), at: Bench.now)
        #expect(OwnArchive.stands(at: folder.path("bug.warc.gz")))
    }

    @Test(arguments: [
        "12345\n", "WARC/1.0 notes of mine\n", "WARC/1.1\r\n", "some longer text\n",
        "WARC/1.1\r\nWARC-Type: warcinfo\r\nContent-Length: 18\r\n\r\nsoftware: wget/1\r\n\r\n\r\n",
        "WARC/1.1\r\nWARC-Type: resource\r\nWARC-Target-URI: https://a.example/\r\nContent-Length: 0\r\n\r\n\r\n\r\n",
    ])
    func whatSomebodyElseWroteIsNot(_ text: String) throws {
        let plain = try folder.write(text, to: "a.warc")
        #expect(!OwnArchive.stands(at: plain))
        #expect(throws: RecordFailure.self) {
            try BatchRecorder(
                path: plain, description: RecordDescription(now: Bench.now, edition: "2026-11-22"), id: 1, secrets: [])
        }
        let packed = folder.path("a.warc.gz")
        try Data(Gzip.compressed(Array(text.utf8))).write(to: URL(filePath: packed))
        #expect(!OwnArchive.stands(at: packed))
    }
}
