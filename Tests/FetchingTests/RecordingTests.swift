import Foundation
import HTTPTransport
import NIOHTTP1
import NewsModel
import TestSupport
import Testing
import TransportTestSupport
import WebArchive

@testable import Fetching

/// A batch that is recorded, and read again from its record.
struct RecordedBatch {
    let folder: TemporaryDirectory
    let path: String
    var secrets: [Secret] = []
    var description = RecordDescription(now: Bench.now, edition: "2026-11-22")

    init(_ name: String = "night.warc.gz", in folder: TemporaryDirectory? = nil) throws {
        self.folder = try folder ?? TemporaryDirectory()
        path = self.folder.path(name)
    }

    /// Records what a bench gives of the sources.
    func record(
        _ bench: Bench, _ sources: [Source], remembering memory: SourceMemory = SourceMemory()
    ) async throws -> (feeds: [FetchedFeed], note: String?) {
        let recorder = try BatchRecorder(path: path, description: description, id: 0x1234_5678_9ABC, secrets: secrets)
        let batch = Batch(
            policy: bench.policy, network: bench.networkPolicy, send: bench.network.send,
            clock: BatchClock(bench.clock),
            now: Bench.now, jitter: { 0 }, recorder: recorder)
        async let note = recorder.write()
        let feeds = await batch.run(sources.map { FetchJob(source: $0, memory: memory) })
        recorder.end(elapsed: bench.clock.now.offset, notes: ["a note"])
        return (feeds, await note)
    }

    /// What records give of the sources, in the order in which it came.
    func replay(
        _ sources: [Source], from paths: [String]? = nil, secrets names: NamedSecrets? = nil
    ) async throws -> (feeds: [FetchedFeed], Replay.Summary) {
        let records = try RecordSet(paths ?? [path])
        var policy = FetchPolicy()
        policy.maxBodyBytes = 1 << 20
        let replay = Replay(
            records, policy: policy, network: NetworkPolicy(), secrets: names ?? NamedSecrets(self.secrets),
            now: records.now)
        var feeds: [FetchedFeed] = []
        let summary = try await replay.run(sources.map { FetchJob(source: $0) }) { feed, _ in
            feed
        } handingOver: {
            feeds.append($0)
        }
        return (feeds, summary)
    }

    /// All records, as text without compression.
    func text() throws -> String {
        var reader = try WARCReader(path: path)
        var text = ""
        while let (head, _) = try reader.next() {
            text += head.fields.map { "\($0.name): \($0.value)\n" }.joined()
            text += String(decoding: try reader.block(most: 1 << 24) ?? [], as: UTF8.self) + "\n\n"
        }
        return text
    }
}

extension FetchResult<Feed> {
    /// All of it, to be compared.
    var whole: [String: String] { ["visit": "\(visit)", "feed": feed.map { "\($0)" } ?? "-"] }
}

@Suite(.timeLimit(.minutes(1))) struct RecordingTests {
    private static let second = Sample.feed.replacing("Ferry returns", with: "Trams run again")

    @Test func whatIsReplayedIsWhatWasRead() async throws {
        let batch = try RecordedBatch()
        let bench = Bench([
            "https://a.example/rss": [
                .answer(200, headers: ["ETag": "\"1\"", "Cache-Control": "max-age=3600"], body: Sample.feed)
            ],
            "https://b.example/rss": [.answer(301, headers: ["Location": "https://c.example/rss#x"])],
            "https://c.example/rss": [.answer(200, body: Self.second)],
            "https://d.example/rss": [.answer(404, body: "<p>not here</p>")],
            "https://e.example/rss": [.answer(429, headers: ["Retry-After": "7200"])],
            "https://f.example/rss": [.answer(200, body: "<html><body>none</body></html>")],
            "https://g.example/rss": [.answer(204)],
        ])
        let sources = "abcdefg".map { Source.feed(SourceID(rawValue: "\($0)"), url: "https://\($0).example/rss") }
        let (feeds, note) = try await batch.record(bench, sources)
        #expect(note == nil)
        let (again, summary) = try await batch.replay(sources)
        let order = Dictionary(uniqueKeysWithValues: again.map { ($0.report.source, $0) })
        for feed in feeds { #expect(order[feed.report.source]?.whole == feed.whole) }
        #expect(again.count == feeds.count && summary.notes == ["a note"])
        let text = try batch.text()
        #expect(text.contains("WARC-Type: warcinfo") && text.contains("software: Broadsheet/"))
        #expect(text.contains("GET /rss HTTP/1.1\r\nhost: a.example\r\n"))
    }

    /// A replay in which somebody waits again and again would have no end otherwise.
    @Test func aReplayThatIsBrokenOffWaitsForNothing() async {
        let waiting = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            try await BatchClock(StoppedClock()).sleep(until: .seconds(1))
        }
        await #expect(throws: CancellationError.self) { try await waiting.value }
    }

    @Test func aRetryIsReplayed() async throws {
        let batch = try RecordedBatch()
        let clock = ManualClock()
        let bench = Bench(
            ["https://a.example/rss": [.failure(.noResponse(.reset)), .answer(503), .answer(200, body: Sample.feed)]],
            clock: clock)
        let hand = Task {
            while !Task.isCancelled {
                if let next = clock.earliest, next < .seconds(9) { clock.advance(by: next - clock.now.offset) }
                await Task.yield()
            }
        }
        defer { hand.cancel() }
        let source = Source.feed("a", url: "https://a.example/rss")
        let (feeds, _) = try await batch.record(bench, [source])
        #expect(feeds.first?.report.outcome == .fresh && feeds.first?.report.attempts == 3)
        #expect(try await batch.replay([source]).feeds.map(\.whole) == feeds.map(\.whole))
        #expect(try batch.text().contains("{\"failure\":\"the connection was reset"))
    }

    @Test func whoHadToBeAskedForTheWholeIsReplayed() async throws {
        let batch = try RecordedBatch()
        let url = "https://a.example/rss"
        let bench = Bench([url: [.answer(412), .answer(200, body: Sample.feed)]])
        var memory = SourceMemory(validators: Validators(etag: "\"1\"", url: url), bodyHash: "other")
        memory.lastBody = Bench.now
        let source = Source.feed("a", url: url)
        let (feeds, _) = try await batch.record(bench, [source], remembering: memory)
        #expect(feeds.first?.feed != nil)
        #expect(try await batch.replay([source]).feeds.map(\.whole) == feeds.map(\.whole))
    }

    @Test func aListOfWhichSomeFailedIsReplayed() async throws {
        let batch = try RecordedBatch()
        var replies: [String: [ScriptedNetwork.Reply]] = [
            "https://hn.example/topstories.json": [.answer(200, body: "[1,2,3,4]")]
        ]
        for id in [1, 2, 4] {
            let item = #"{"type":"story","title":"Story \#(id)","url":"https://x.example/\#(id)"}"#
            replies["https://hn.example/item/\(id).json"] = [.answer(200, body: item)]
        }
        replies["https://hn.example/item/3.json"] = [.answer(404)]
        let source = Source(
            id: "hn", provider: HackerNewsSource.definition.provider(["limit": "4", "base": "https://hn.example"]))
        let (feeds, _) = try await batch.record(Bench(replies), [source])
        #expect(feeds.first?.feed?.items.count == 3)
        #expect(try await batch.replay([source]).feeds.map(\.whole) == feeds.map(\.whole))
    }

    @Test func whatTheDeadlineCutsOffIsLate() async throws {
        let batch = try RecordedBatch()
        let bench = Bench([
            "https://a.example/rss": [.silence], "https://b.example/rss": [.answer(200, body: Sample.feed)],
        ])
        let sources = [Source.feed("a", url: "https://a.example/rss"), .feed("b", url: "https://b.example/rss")]
        let hand = Task {
            try await bench.clock.wait(for: 1, sleepersUntil: .seconds(30))
            while bench.network.answered < 1 { await Task.yield() }
            bench.clock.advance(by: .seconds(30))
        }
        let (feeds, _) = try await batch.record(bench, sources)
        try await hand.value
        #expect(feeds.first?.report.outcome == .late)
        let (again, summary) = try await batch.replay(sources)
        #expect(Set(again.map(\.whole)) == Set(feeds.map(\.whole)) && summary.elapsed == .seconds(30))
    }

    // MARK: Secrets

    private static let key = "q7K-Zeta/41+xW&9"
    private static let secrets = [
        Secret(key), Secret("anna:Str4ndk0rb"), Secret("Str4ndk0rb"),
        Secret("0f3c9a7711de0f3c9a77", reach: .addressesOfSources),
    ]

    private func echo() -> (Bench, Source) {
        let url = "https://anna:Str4ndk0rb@a.example/0f3c9a7711de0f3c9a77/rss?lang=en"
        let spellings = [
            Self.key, "q7K-Zeta%2F41%2BxW%269", Data(Self.key.utf8).base64EncodedString(), "q7k-zeta/41+xw&amp;9",
            #"q7K-Zeta\/41+xW&9"#, "Basic YW5uYTpTdHI0bmRrMHJi", "0f3c9a7711de0f3c9a77",
        ]
        let items = spellings.enumerated().map { number, spelling in
            "<item><title><![CDATA[Number \(number) says \(spelling)]]></title><guid>\(number)</guid></item>"
        }
        let body = "<rss version=\"2.0\"><channel><title>Echo</title>\(items.joined())</channel></rss>"
        let bench = Bench([
            url: [
                .answer(
                    302,
                    headers: [
                        "Location": "https://a.example/next?token=t0ldByServer99&was=\(Self.key)",
                        "Set-Cookie": "sid=c00kieOfServer; Path=/", "X-Echo": "Basic YW5uYTpTdHI0bmRrMHJi",
                    ])
            ],
            "https://a.example/next?token=t0ldByServer99&was=\(Self.key)": [.answer(200, body: body)],
        ])
        var source = Source.feed("a", url: url)
        source.headers = [Source.Header(name: "X-Key", value: Secret(Self.key))]
        return (bench, source)
    }

    @Test func noSecretIsRecordedAndAllComeBack() async throws {
        var batch = try RecordedBatch()
        batch.secrets = Self.secrets
        batch.description.configuration = "feed: https://anna:Str4ndk0rb@a.example/0f3c9a7711de0f3c9a77/rss\n"
        let (bench, source) = echo()
        let (feeds, _) = try await batch.record(bench, [source])
        #expect(feeds.first?.feed?.items.count == 7, "\(feeds)")
        let text = try batch.text()
        let everywhere = Redactor(
            secrets: Self.secrets.map { Secret($0.reveal()) } + [Secret("t0ldByServer99"), Secret("c00kieOfServer")])
        for line in text.split(separator: "\n") { #expect(!everywhere.finds(in: String(line)), "\(line)") }
        let (again, _) = try await batch.replay([source])
        let shown = Redactor(secrets: Self.secrets)
        let titles = [feeds, again].map { $0.first?.feed?.items.map { shown.redact($0.title ?? "") } }
        #expect(titles[0] == titles[1])
        #expect(again.first?.feed?.items.first?.title == feeds.first?.feed?.items.first?.title)
        #expect(again.first?.visit.redirects.first?.contains("was=\(Self.key)") == true)
    }

    @Test func withoutTheSecretsTheirPlacesAreKnown() async throws {
        var batch = try RecordedBatch()
        batch.secrets = Self.secrets
        let (bench, source) = echo()
        let (feeds, _) = try await batch.record(bench, [source])
        var other = source
        other.provider = .feed(url: "https://a.example/secret-123456789abc-learned/rss?lang=en")
        other.headers = []
        let (again, _) = try await batch.replay([other], secrets: [])
        let hidden = Redactor(secrets: [Secret("secret-123456789abc-learned", reach: .wholly)])
        let shown = Redactor(secrets: Self.secrets)
        let titles = again.first?.feed?.items.map { hidden.redact($0.title ?? "") } ?? []
        #expect(
            titles.count == 7
                && titles.dropLast() == feeds[0].feed?.items.dropLast().map { shown.redact($0.title ?? "") }[...])
    }

    /// Placeholders were numbered by the whole configuration, so that a source in front of another took its secret's place.
    @Test func aNightIsReplayedByAConfigurationWithOtherSources() async throws {
        let (url, other) = ("https://a.example/rss?key=Str4ndk0rb-881", "https://b.example/rss?key=K1ste-77-Zq")
        let source = Source.feed("a", url: url)
        let feed = Sample.feed.replacing("Ferry returns", with: "Ferry Str4ndk0rb-881")
        var batch = try RecordedBatch()
        batch.secrets = [Secret("Str4ndk0rb-881")]
        batch.description.secretNames = NamedSecrets(batch.secrets, of: [source]).names
        let (feeds, _) = try await batch.record(Bench([url: [.answer(200, body: feed)]]), [source])
        let secrets = NamedSecrets(
            [Secret("K1ste-77-Zq"), Secret("Str4ndk0rb-881")], of: [.feed("b", url: other), source])
        let (again, summary) = try await batch.replay([source], secrets: secrets)
        #expect(again.map(\.whole) == feeds.map(\.whole) && summary.notes == ["a note"])
        let none = try await batch.replay(
            [source], secrets: NamedSecrets([Secret("K1ste-77-Zq")], of: [.feed("b", url: other)]))
        #expect(none.feeds.first?.feed?.items.contains { $0.title?.contains("K1ste") == true } == false)
    }

    /// A text of UTF-8 is not found in them.
    @Test(arguments: [String.Encoding.utf16BigEndian, .utf16LittleEndian, .utf32BigEndian, .utf32LittleEndian, .utf8])
    func aSecretIsHiddenInWideEncodings(encoding: String.Encoding) throws {
        let placeholders = SecretPlaceholders(tag: "5f0c9a1e77b2", secrets: [Secret("Str4ndk0rb-881")])
        for text in ["<a>Str4ndk0rb-881 é𝄞</a>", "\u{FEFF}é Str4ndk0rb-881"] {
            let body = Array(try #require(text.data(using: encoding)))
            let hidden = WideBody.changing(body) { placeholders.hiding($0) }
            let said = text.replacing("Str4ndk0rb-881", with: "secret-5f0c9a1e77b2-0a")
            #expect(hidden == Array(try #require(said.data(using: encoding))))
            #expect(WideBody.changing(hidden) { placeholders.restoring($0) } == body)
            #expect(WideBody.changing(body + [0xD8]) { $0 } == body + [0xD8])
        }
    }

    /// All that servers told was one placeholder, so that the second address of a chain was the first one again.
    @Test func aChainOfWhatServersToldIsNoLoop() async throws {
        let batch = try RecordedBatch()
        let bench = Bench([
            "https://a.example/x": [
                .answer(302, headers: ["Location": "/x?token=Aq7Zk3y5Rq8Zx1Wv7Pm1", "Set-Cookie": "a=1; Path=/"])
            ],
            "https://a.example/x?token=Aq7Zk3y5Rq8Zx1Wv7Pm1": [
                .answer(302, headers: ["Location": "/x?token=Bw2Xv9Lm4Tq6Nc8Hd3Jf", "Set-Cookie": "a=; Max-Age=0"])
            ],
            "https://a.example/x?token=Bw2Xv9Lm4Tq6Nc8Hd3Jf": [
                .answer(200, headers: ["Set-Cookie": "c00kieOfServer; Path=/"], body: Sample.feed)
            ],
        ])
        let source = Source.feed("a", url: "https://a.example/x")
        let (feeds, _) = try await batch.record(bench, [source])
        #expect(feeds.first?.feed?.items.isEmpty == false)
        let (again, summary) = try await batch.replay([source])
        #expect(again.first?.feed?.items == feeds.first?.feed?.items && summary.notes == ["a note"])
        let text = try batch.text()
        #expect(text.contains("Set-Cookie: a=; Max-Age=0") && !text.contains("c00kieOfServer"))
        #expect(!text.contains("Aq7Zk3y5Rq8Zx1Wv7Pm1") && !text.contains("Bw2Xv9Lm4Tq6Nc8Hd3Jf"))
    }

    /// Nobody said that it was compressed, and nobody reads it: it stood in the record as it came.
    @Test func aSecretInUnannouncedGzipIsNotRecorded() async throws {
        var batch = try RecordedBatch()
        batch.secrets = [Secret("Str4ndk0rb-881")]
        let recorder = try BatchRecorder(
            path: batch.path, description: batch.description, id: 1, secrets: batch.secrets)
        let body = Gzip.compressed(Array("you asked with Str4ndk0rb-881".utf8))
        let send: SendRequest = { (_) throws(TransportError) in
            HTTPResponse(status: .ok, headers: ["X-Str4ndk0rb-881": "1"], body: ResponseBody(bytes: body))
        }
        let bench = Bench([:])
        let running = Batch(
            policy: bench.policy, network: bench.networkPolicy, send: send, clock: BatchClock(bench.clock),
            now: Bench.now, jitter: { 0 }, recorder: recorder)
        async let note = recorder.write()
        _ = await running.run([FetchJob(source: .feed("a", url: "https://a.example/rss"))])
        recorder.end(elapsed: .zero)
        #expect(await note == nil)
        let text = try batch.text()
        #expect(text.contains("you asked with secret-000000000001-0a") && text.contains("X-secret-000000000001-0a: 1"))
    }

    // MARK: Damage

    @Test func aFileThatIsCutCountsUpToItsCut() async throws {
        let batch = try RecordedBatch()
        let ids = ["a", "b", "c"]
        let replies = ids.map { ("https://\($0).example/rss", [ScriptedNetwork.Reply.answer(200, body: Sample.feed)]) }
        let sources = ids.map { Source.feed(SourceID(rawValue: $0), url: "https://\($0).example/rss") }
        _ = try await batch.record(Bench(Dictionary(uniqueKeysWithValues: replies)), sources)
        let whole = try Data(contentsOf: URL(filePath: batch.path))
        var counts: Set<Int> = []
        for length in stride(from: whole.count - 1, to: whole.count / 3, by: -97) {
            try whole.prefix(length).write(to: URL(filePath: batch.path))
            let (feeds, _) = try await batch.replay(sources)
            #expect(Set(feeds.map(\.report.source)) == Set(sources.map(\.id)) && feeds.count == 3)
            counts.insert(feeds.count { $0.report.outcome == .fresh })
            for late in feeds where late.feed == nil {
                #expect(late.report.outcome == .late && late.report.detail == "the record ends before it")
            }
        }
        #expect(counts.isSuperset(of: [1, 2, 3]))
    }

    @Test func aDiskThatTakesNoMoreEndsTheRecordAlone() async throws {
        let batch = try RecordedBatch()
        let large = Sample.feed + String(repeating: " ", count: 600_000)
        let bench = Bench([
            "https://a.example/rss": [.answer(200, body: large)],
            "https://b.example/rss": [.answer(200, body: Sample.feed)],
        ])
        let recorder = try BatchRecorder(path: batch.path, description: batch.description, id: 1, secrets: [])
        // What is too large for the memory has no folder to go to.
        try FileManager.default.removeItem(at: batch.folder.url)
        let running = Batch(
            policy: bench.policy, network: bench.networkPolicy, send: bench.network.send,
            clock: BatchClock(bench.clock),
            now: Bench.now, jitter: { 0 }, recorder: recorder)
        async let note = recorder.write()
        let feeds = await running.run([
            FetchJob(source: .feed("a", url: "https://a.example/rss")),
            FetchJob(source: .feed("b", url: "https://b.example/rss")),
        ])
        recorder.end(elapsed: .zero)
        #expect(feeds.allSatisfy { $0.report.outcome == .fresh })
        #expect(await note?.contains("is not whole: it ends after") == true)
    }

    @Test(arguments: [
        "nothing of the kind", "WARC/1.1\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n", "",
    ])
    func whatIsNoRecordIsSaid(_ text: String) throws {
        let folder = try TemporaryDirectory()
        let path = try folder.write(text, to: "a.warc")
        #expect(throws: RecordFailure.self) { try RecordSet([path]) }
        #expect(throws: RecordFailure.self) { try RecordSet([folder.path("none")]) }
    }
}

@Suite(.timeLimit(.minutes(1))) struct BugReportTests {
    @Test func aReportHoldsNoSecretAndIsReplayed() async throws {
        var batch = try RecordedBatch()
        batch.secrets = [Secret("Str4ndk0rb-881")]
        let url = "https://a.example/rss?key=Str4ndk0rb-881"
        let source = Source.feed("a", url: url)
        let (feeds, _) = try await batch.record(Bench([url: [.answer(200, body: Sample.feed)]]), [source])
        let part = BugReport.Part(name: "b.yml", contentType: "application/yaml", bytes: Array("feed: \(url)\n".utf8))
        let report = try BugReport(record: batch.path, parts: [part], secrets: NamedSecrets(batch.secrets), id: 99)
        #expect(report.contents.count == 2)
        let path = batch.folder.path("bug.warc.gz")
        try report.write(to: path, at: Bench.now)
        #expect(try await batch.replay([source], from: [path]).feeds.map(\.whole) == feeds.map(\.whole))
        var reader = try WARCReader(path: path)
        var last = ""
        while try reader.next() != nil { last = String(decoding: try reader.block(most: 1 << 20) ?? [], as: UTF8.self) }
        #expect(last == "feed: https://a.example/rss?key=secret-123456789abc-0a\n")
    }

    /// It took the place of the record before that was read.
    @Test func aReportMayTakeThePlaceOfItsOwnRecord() async throws {
        let batch = try RecordedBatch()
        let source = Source.feed("a", url: "https://a.example/rss")
        let replies = ["https://a.example/rss": [ScriptedNetwork.Reply.answer(200, body: Sample.feed)]]
        let (feeds, _) = try await batch.record(Bench(replies), [source])
        let part = BugReport.Part(name: "b.yml", contentType: "application/yaml", bytes: Array("a: b\n".utf8))
        let report = try BugReport(record: batch.path, parts: [part], secrets: [], id: 99)
        try report.write(to: batch.path, at: Bench.now)
        #expect(try await batch.replay([source]).feeds.map(\.whole) == feeds.map(\.whole))
        #expect(try batch.text().hasSuffix("a: b\n\n\n"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: batch.folder.path) == ["night.warc.gz"])
    }

    /// What was put behind half a record could not be read.
    @Test func aReportOfACutRecordHoldsWhatIsWhole() async throws {
        let batch = try RecordedBatch()
        let source = Source.feed("a", url: "https://a.example/rss")
        let replies = ["https://a.example/rss": [ScriptedNetwork.Reply.answer(200, body: Sample.feed)]]
        let (feeds, _) = try await batch.record(Bench(replies), [source])
        let whole = try Data(contentsOf: URL(filePath: batch.path))
        try whole.dropLast(20).write(to: URL(filePath: batch.path))
        let part = BugReport.Part(name: "b.yml", contentType: "application/yaml", bytes: Array("a: b\n".utf8))
        let report = try BugReport(record: batch.path, parts: [part], secrets: [], id: 99)
        #expect(report.contents.first?.contains("up to where it is cut off") == true)
        let path = batch.folder.path("bug.warc.gz")
        try report.write(to: path, at: Bench.now)
        #expect(try await batch.replay([source], from: [path]).feeds.map(\.whole) == feeds.map(\.whole))
    }

    @Test func aReportOfWhatIsNoRecordIsNotWritten() throws {
        let folder = try TemporaryDirectory()
        let other = try folder.write("title: News\n", to: "broadsheet.yml")
        #expect(throws: RecordFailure.self) { try BugReport(record: other, parts: [], secrets: [], id: 1) }
        let report = try BugReport(record: nil, parts: [], secrets: [], id: 1)
        #expect(throws: RecordFailure.self) { try report.write(to: other, at: Bench.now) }
        #expect(try folder.read("broadsheet.yml") == "title: News\n")
    }
}
