import Foundation
import HTTPTransport
import NewsModel
import Parallelism
import TestSupport
import Testing
import TransportTestSupport

@testable import Fetching

/// Many feeds on one host, some of them large: each is read, whatever connection it comes over.
@Suite(.serialized, .timeLimit(.minutes(1))) struct BusyHostTests {
    /// How a server speaks.
    enum Manner: CaseIterable {
        case bursts, drips
    }

    /// What a server does with a connection after an answer.
    enum Ending: CaseIterable {
        case keptAlive, closed
        /// Ended without a word, though it was to be kept.
        case dropped
    }

    @Test(arguments: Manner.allCases, Ending.allCases)
    func fortyFeedsOfAllSizesAreRead(manner: Manner, ending: Ending) async throws {
        try await Self.readAll(Self.sizes(40), manner, ending, isPacked: false)
        try await Self.readAll(Self.sizes(12), manner, ending, isPacked: true)
    }

    @Test(arguments: [1, 2, 7, 20], [1, 4])
    func feedsThatFillTheBufferAreRead(count: Int, perHost: Int) async throws {
        let sizes = (0..<count).map { (64 << 10) + $0 * 1000 }
        try await Self.readAll(sizes, .bursts, .keptAlive, isPacked: false, perHost: perHost)
    }

    /// Redirects, whose pages nobody reads, and answers without a body: the next request may come over the same
    /// connection.
    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            "HTTP/1.1 302 Found\r\nLocation: /feed\r\nContent-Length: 5\r\n\r\nmoved",
            "HTTP/1.1 304 Not Modified\r\n\r\n",
        ])
    func whatIsNotReadIsGivenBackBeforeTheNextIsAsked(answer: String) async throws {
        let feed = try Self.steps(Self.feed(ofBytes: 70_000), .bursts, .keptAlive, isPacked: false)
        let server = LoopbackServer { $0.hasPrefix("GET /feed") ? feed : [.say(answer)] }
        try await server.start()
        let results = try await Self.run(
            (0..<20).map { number in
                let url = "\(server.url)\(number)"
                let memory = SourceMemory(validators: Validators(etag: "\"1\"", url: url))
                return FetchJob(source: .feed(SourceID(rawValue: "s\(number)"), url: url), memory: memory)
            }, perHost: 1)
        try await server.stop()
        #expect(results.allSatisfy { $0.report.outcome.isAnswer })
        #expect(server.connections == 1)
    }

    /// Whether a batch came to its deadline: then there is no sense in having each of the others come to its own.
    private static let hasHung = Guarded(false)

    /// What a batch over real connections gives.
    private static func run(_ jobs: [FetchJob], perHost: Int) async throws -> [FetchedFeed] {
        let policy = FetchPolicy(deadline: .seconds(50), timeout: .seconds(50), retries: 0, perHost: perHost)
        let network = NetworkPolicy(allowsPrivate: true)
        let client = try HTTPClient(fetch: policy, network: network)
        defer { client.close() }
        let batch = Batch(
            policy: policy, network: network, send: client.send, clock: BatchClock(ContinuousClock()), now: Date(),
            jitter: { 0 })
        return await batch.run(jobs)
    }

    /// From 1 to 512 KB: more than is read without asking for a share of what all may hold.
    private static func sizes(_ count: Int) -> [Int] {
        (0..<count).map { Int(1024 * pow(512, Double($0 * 7 % count) / Double(count - 1))) }
    }

    private static func readAll(
        _ sizes: [Int], _ manner: Manner, _ ending: Ending, isPacked: Bool, perHost: Int = 2
    ) async throws {
        try #require(!hasHung.withLock { $0 }, "not tried: a batch before it did not end before its deadline")
        let answers = try sizes.map { try steps(feed(ofBytes: $0), manner, ending, isPacked: isPacked) }
        let server = LoopbackServer { request in
            let path = request.split(separator: " ").dropFirst().first ?? "/"
            return Int(path.dropFirst()).map { answers[$0] } ?? [.close]
        }
        try await server.start()
        let results = try await run(
            sizes.indices.map { FetchJob(source: .feed(SourceID(rawValue: "s\($0)"), url: "\(server.url)\($0)")) },
            perHost: perHost)
        try await server.stop()
        if results.contains(where: { $0.report.outcome == .late }) { hasHung.withLock { $0 = true } }
        for (result, size) in zip(results, sizes) {
            let report = result.report
            #expect(report.outcome == .fresh, "\(report.source), \(size) bytes: \(report.detail ?? "-")")
            #expect(isPacked || report.bytes >= size)
        }
        if ending == .keptAlive { #expect(server.connections <= 2 * perHost) }
    }

    private static func steps(
        _ feed: [UInt8], _ manner: Manner, _ ending: Ending, isPacked: Bool
    ) throws -> [LoopbackServer.Step] {
        let body = isPacked ? Gzip.compressed(feed) : feed
        var head = "HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nContent-Length: \(body.count)\r\n"
        if isPacked { head += "Content-Encoding: gzip\r\n" }
        if ending == .closed { head += "Connection: close\r\n" }
        let answer = Array((head + "\r\n").utf8) + body
        switch (manner, ending) {
        case (.bursts, .keptAlive): return [.send(answer)]
        case (.bursts, .closed), (.bursts, .dropped): return [.send(answer), .close]
        case (.drips, .keptAlive): return [.drip(answer, pieceBytes: 9000)]
        case (.drips, .closed), (.drips, .dropped): return [.drip(answer, pieceBytes: 9000), .closeAtEnd]
        }
    }

    /// A feed of one entry and as many digits as it takes, which hardly compress.
    private static func feed(ofBytes size: Int) -> [UInt8] {
        let start = """
            <?xml version="1.0"?><rss version="2.0"><channel><title>Paper</title>\
            <item><title>Ferry returns</title><guid>f\(size)</guid><description>
            """
        let end = "</description></item></channel></rss>"
        let count = max(0, size - start.utf8.count - end.utf8.count)
        let filler = (0...count / block.count).flatMap { _ in block }.prefix(count)
        return Array(start.utf8) + filler + Array(end.utf8)
    }

    /// Letters without a rule, more of them than a compressor looks back upon.
    private static let block: [UInt8] = {
        var number: UInt64 = 1
        return (0..<(40 << 10)).map { index in
            number = number &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return index % 60 == 59 ? 0x20 : UInt8(ascii: "a") + UInt8(number >> 60)
        }
    }()
}
