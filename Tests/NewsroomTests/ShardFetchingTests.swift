import Fetching
import Foundation
import NewsModel
import NewsStore
import Settings
import SimulatedWorld
import TestSupport
import Testing

@testable import Newsroom

/// Sources that are shared out give the edition that one machine makes.
@Suite struct ShardFetchingTests {
    private static let count = 4

    private static let papers = (0..<24).map { number in
        SimulatedSource(
            id: "paper-\(number)", section: number.isMultiple(of: 2) ? .world : .science, content: .reported())
    }

    /// Records one shard in a folder of records, by a stage whose state stays as it is.
    private func fetch(_ number: Int, by stage: Stage, to folder: TemporaryDirectory, name: String? = nil) async throws
    {
        var request = RunRequest(settings: try stage.settings(), now: Stage.night)
        request.record = RecordRequest(
            path: folder.path(name ?? "\(number).warc.gz"), configuration: "", id: UInt64(number + 1),
            shard: RecordDescription.Shard(number: number, count: Self.count))
        _ = try await ShardFetching(request: request, jitter: { 0 }).run()
    }

    private func merge(_ folder: TemporaryDirectory, in stage: Stage) async throws -> RunReport {
        var request = RunRequest(settings: try stage.settings(), now: .distantPast)
        request = request.replaying(try RecordSet([folder.path]))
        return try await Newsroom(request: request).run()
    }

    private func edition(_ stage: Stage) throws -> [String: Data] {
        try stage.site().filter { !["health.html", "health.json"].contains($0.key) }
    }

    @Test(.timeLimit(.minutes(2))) func theEditionIsTheOneOfASingleRun() async throws {
        try await Stage.with(Self.papers) { stage in
            let (records, merged) = (try TemporaryDirectory(), try stage.beside())
            for number in 1...Self.count { try await fetch(number, by: merged, to: records) }
            #expect(!FileManager.default.fileExists(atPath: merged.folder.path("state")))
            // One was killed in the middle, and done again under another name.
            let killed = records.path("killed.warc.gz")
            try Data(contentsOf: URL(filePath: records.path("2.warc.gz"))).prefix(9000).write(to: URL(filePath: killed))
            let report = try await merge(records, in: merged)
            try await stage.run()
            #expect(report.health.sources.allSatisfy { $0.report.outcome == .fresh })
            #expect(report.notes.count == 1 && report.notes[0].contains("does not count"), "\(report.notes)")
            let (one, other) = (try edition(stage), try edition(merged))
            #expect(Set(one.keys) == Set(other.keys) && one.keys.filter { one[$0] != other[$0] }.sorted() == [])
        }
    }

    @Test(.timeLimit(.minutes(2))) func aShardThatNeverCameIsLate() async throws {
        try await Stage.with(Self.papers) { stage in
            let records = try TemporaryDirectory()
            for number in [1, 2, 4] { try await fetch(number, by: stage, to: records) }
            let report = try await merge(records, in: stage)
            let late = report.health.sources.filter { $0.report.outcome == .late }
            #expect((1...12).contains(late.count) && late.allSatisfy { $0.report.advice != nil })
            #expect(report.publication.isPublished)
        }
    }

    @Test(.timeLimit(.minutes(2))) func theStateIsReadAndNeverWritten() async throws {
        try await Stage.with(Self.papers) { stage in
            try await stage.run()
            let before = try stage.folder.files(below: "state")
            let (records, later) = (try TemporaryDirectory(), Stage.night.addingTimeInterval(60))
            var request = RunRequest(settings: try stage.settings(), now: later)
            request.record = RecordRequest(path: records.path("1.warc.gz"), configuration: "", id: 1)
            let report = try await ShardFetching(request: request).run()
            #expect(report.asked == Self.papers.count)
            #expect(try stage.folder.files(below: "state") == before)
            let outcomes = try RecordSet([records.path]).outcomes()
            // What is remembered counts: the same content again, or a feed that is not yet due.
            #expect(!outcomes.contains(.fresh), "\(outcomes)")
        }
    }

    /// Nobody asks the pages that a list links to, and so nobody knew what in their addresses is secret.
    @Test(.timeLimit(.minutes(2))) func aListIsRecordedWithoutTheSecretsOfItsLinks() async throws {
        let folder = try TemporaryDirectory()
        // Nobody listens on the first port.
        let (url, feed) = ("http://127.0.0.1:1/list.opml", "http://127.0.0.1:1/rss?token=FEEDtok5Rq8Zx1Wv7Pm")
        let list =
            "<opml version='2.0'><body><outline xmlUrl='\(feed)' htmlUrl='http://127.0.0.1:1/?token=HTMLtok9Qz4Yb2Nc6Kd'/>"
            + "</body></opml>"
        let settings = try SettingsReader.read(
            text: "network: {allow-private: true}\nfetch: {retries: 0}\nsources: [{opml: '\(url)'}]\n",
            name: "test.yml",
            directory: folder.path, environment: [:], providers: Providers.definitions, lists: [url: Array(list.utf8)])
        var request = RunRequest(settings: settings, now: Stage.night)
        request.record = RecordRequest(path: folder.path("1.warc.gz"), configuration: "", id: 1)
        #expect(try await ShardFetching(request: request, jitter: { 0 }).run().asked == 1)
        let lists = try RecordSet([folder.path("1.warc.gz")]).description(with: settings.namedSecrets).lists
        let text = lists.map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
        #expect(text.contains("xmlUrl='\(feed)'") && !text.contains("HTMLtok9Qz4Yb2Nc6Kd"), "\(text)")
        #expect(!FileManager.default.fileExists(atPath: try #require(settings.lists.first).file))
    }

    /// It was kept with placeholders, and asked so when the list could not be had.
    @Test func aListIsKeptWithoutTheFeedsWhoseSecretsNobodyKnows() throws {
        let mark = Secret("secret-5f0c9a1e77b2-learned", reach: .wholly)
        let text =
            "<opml version='2.0'><body><outline text='World'><outline text='A' xmlUrl='https://a.example/rss'/></outline>"
            + "<outline text='B' xmlUrl='https://b.example/?key=\(mark.reveal())'/></body></opml>"
        let list = try #require(RecordedList(Array(text.utf8), unknown: [mark]))
        #expect(list.leftOut == 1)
        let kept = String(decoding: try #require(list.bytes), as: UTF8.self)
        #expect(
            kept.contains(#"text="World""#) && kept.contains(#"text="A" xmlUrl="https://a.example/rss""#), "\(kept)")
        #expect(!kept.contains("b.example"))
        #expect(try #require(RecordedList(Array(text.utf8), unknown: [])).bytes == Array(text.utf8))
        #expect(RecordedList(Array("none".utf8), unknown: [mark]) == nil)
    }

    @Test func domainsStayTogetherAndSharesAreEven() throws {
        let sources: [Source] = (0..<200).map { number in
            let url = "https://h\(number % 7).d\(number / 4).example/\(number)"
            return Source(id: SourceID(rawValue: "s\(number)"), provider: .feed(url: url))
        }
        var slow = SourceMemory()
        slow.history = [
            SourceHealth.RunOutcome(
                date: EditionDate(Stage.night, in: .gmt), at: Stage.night, outcome: .fresh, items: 1,
                elapsedMilliseconds: 20_000)
        ]
        let memories: [SourceID: SourceMemory] = ["s0": slow, "s77": slow]
        let parts = try (1...8).map { number in
            Sharding.part(try #require(RecordDescription.Shard(number: number, count: 8)), of: sources, memories)
        }
        #expect(parts.flatMap(\.self).map(\.id).sorted() == sources.map(\.id).sorted())
        for domain in 0..<50 {
            let holders = parts.filter { $0.contains { $0.provider.address.contains(".d\(domain).example") } }
            #expect(holders.count == 1)
        }
        let holders = parts.filter { $0.contains { memories[$0.id] != nil } }
        #expect(holders.count == 2 && holders.allSatisfy { $0.count == 4 }, "whoever is slow has a shard of its own")
        #expect(parts.map(\.count).max() ?? 0 <= 36)
    }

    @Test(arguments: ["0/4", "5/4", "1/0", "1", "a/b", "1/2/3", "-1/4", "1/10001"]) func whatIsNoShardIsNone(
        _ text: String
    ) {
        #expect(RecordDescription.Shard(text) == nil)
        #expect(RecordDescription.Shard("3/16")?.description == "3/16")
    }
}

extension RecordSet {
    /// How the sources of the first file ended.
    fileprivate func outcomes() throws -> [Outcome] {
        var reader = try RecordReader(path: files[0].path, secrets: [], mostBodyBytes: 1 << 20)
        var outcomes: [Outcome] = []
        while let source = try reader.next() { outcomes.append(source.visit.report.outcome) }
        return outcomes
    }
}
