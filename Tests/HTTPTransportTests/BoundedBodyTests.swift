import Parallelism
import Testing
import TransportTestSupport

@testable import HTTPTransport

@Suite struct BoundedBodyTests {
    private static let text = String(repeating: "Ferry returns. ", count: 2000)

    private static func body(
        _ bytes: [UInt8], _ fields: [String] = [], chunk: Int = .max, maxBytes: Int = 1 << 20,
        onBytes: @escaping @Sendable (Int) -> Void = { _ in }
    ) -> BoundedBody {
        BoundedBody(
            ResponseBody(bytes: bytes, chunk: chunk), coding: ContentCoding(fields), maxBytes: maxBytes,
            budget: BodyBudget(), onBytes: onBytes)
    }

    @Test(
        arguments: [
            ([], .identity), (["identity"], .identity), (["utf-8"], .identity), ([""], .identity),
            (["gzip"], .compressed(.gzip)), ([" X-GZIP "], .compressed(.gzip)), (["deflate"], .compressed(.deflate)),
            (["identity, gzip"], .compressed(.gzip)), (["br"], .unknown("br")),
            (["gzip", "gzip"], .unknown("gzip, gzip")),
            (["gzip, br"], .unknown("gzip, br")), (["zstd"], .unknown("zstd")),
        ] as [([String], ContentCoding)])
    func aCodingIsKnownByItsName(fields: [String], coding: ContentCoding) {
        #expect(ContentCoding(fields) == coding)
    }

    @Test func theBodyIsReadThroughItsCodingAndCountedAsItCame() async throws {
        let bytes = Gzip.compressed(Array(Self.text.utf8))
        let count = Guarded(0)
        let body = Self.body(bytes, ["gzip"], chunk: 100) { size in count.withLock { $0 += size } }
        var read: [UInt8] = []
        try await body.read { read.append(contentsOf: $0) }
        #expect(read == Array(Self.text.utf8))
        #expect(count.withLock { $0 } == bytes.count)
    }

    @Test func anUnknownCodingIsNotRead() async {
        await #expect(throws: BodyError.unknownCoding("br")) { try await Self.body([1], ["br"]).read { _ in } }
    }

    @Test func whatIsCompressedAndEndsEarlyIsAnError() async {
        let bytes = Gzip.compressed(Array(Self.text.utf8)).dropLast()
        await #expect(throws: BodyError.truncatedCoding) { try await Self.body(Array(bytes), ["gzip"]).read { _ in } }
    }

    @Test(arguments: [[], ["gzip"]]) func theBoundHoldsForWhatComesIn(fields: [String]) async throws {
        let bytes = fields.isEmpty ? Array("hello".utf8) : Gzip.compressed([])
        try await Self.body(bytes, fields, chunk: 2, maxBytes: bytes.count).read { _ in }
        await #expect(throws: BodyError.tooLarge(maxBytes: bytes.count - 1)) {
            try await Self.body(bytes, fields, chunk: 2, maxBytes: bytes.count - 1).read { _ in }
        }
    }

    @Test(arguments: [(0, ""), (3, "hel"), (5, "hello"), (6, "hello")])
    func aPrefixHasAsMuchAsIsAskedFor(limit: Int, text: String) async {
        #expect(await Self.body(Array("hello".utf8), chunk: 2).prefix(limit) == Array(text.utf8))
    }

    @Test func ofABodyThatIsBrokenThePrefixIsWhatCameBefore() async {
        let bytes = Gzip.compressed(Array(Self.text.utf8)).dropLast(9)
        #expect(await Self.body(Array(bytes), ["gzip"]).prefix(5) == Array("Ferry".utf8))
    }

    @Test func aCancelledTaskReadsNothing() async {
        let reading = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            try await Self.body([1]).read { _ in Issue.record("it was read") }
        }
        await #expect(throws: TransportError.cancelled) { try await reading.value }
    }
}
