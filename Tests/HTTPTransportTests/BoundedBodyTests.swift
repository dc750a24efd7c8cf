import Parallelism
import Testing
import TransportTestSupport

@testable import HTTPTransport

@Suite(.timeLimit(.minutes(1))) struct BoundedBodyTests {
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
            (["gzip"], .compressed([.gzip])), ([" X-GZIP "], .compressed([.gzip])),
            (["deflate"], .compressed([.deflate])), (["identity, gzip"], .compressed([.gzip])),
            (["gzip;q=1, "], .compressed([.gzip])), (["\"gzip\""], .compressed([.gzip])),
            (["gzip", "gzip"], .compressed([.gzip, .gzip])), (["gzip, deflate"], .compressed([.deflate, .gzip])),
            (["gzip, utf-16", "gzip"], .compressed([.gzip, .gzip])),
            (["gzip, gzip, gzip, gzip"], .unknown("gzip, gzip, gzip, gzip")),
            (["br"], .unknown("br")), (["gzip, br"], .unknown("gzip, br")), (["zstd"], .unknown("zstd")),
            (["XZ"], .unknown("xz")), (["windows-1252"], .doubtful("windows-1252")), (["Rot13"], .doubtful("rot13")),
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
        let bytes = Gzip.compressed(Array(Self.text.utf8)).dropLast(9)
        await #expect(throws: BodyError.truncatedCoding) { try await Self.body(Array(bytes), ["gzip"]).read { _ in } }
    }

    @Test(arguments: [["gzip, gzip"], ["gzip", "gzip"], ["x-gzip, identity, GZIP"]], [1, 100, Int.max])
    func whatIsPackedTwiceIsUnpackedTwice(fields: [String], chunk: Int) async throws {
        let bytes = Gzip.compressed(Gzip.compressed(Array(Self.text.utf8)))
        #expect(try await Self.text(of: Self.body(bytes, fields, chunk: chunk)) == Self.text)
    }

    @Test(arguments: [1, Int.max]) func differentCodingsAreUndoneInTheirOrder(chunk: Int) async throws {
        let bytes = Gzip.compressed(Gzip.compressed(Array(Self.text.utf8)), windowBits: 15)
        #expect(try await Self.text(of: Self.body(bytes, ["gzip, deflate"], chunk: chunk)) == Self.text)
        await #expect(throws: BodyError.self) {
            try await Self.text(of: Self.body(Gzip.compressed([1, 2, 3]), ["gzip, deflate, gzip"], chunk: chunk))
        }
    }

    @Test(arguments: [1, Int.max]) func whatIsSaidTwiceAndDoneOnceIsUndoneOnce(chunk: Int) async throws {
        let bytes = Gzip.compressed(Array(Self.text.utf8))
        #expect(try await Self.text(of: Self.body(bytes, ["gzip, gzip"], chunk: chunk)) == Self.text)
    }

    @Test func eachLayerIsBounded() async {
        let bomb = Gzip.compressed(Gzip.compressed([UInt8](repeating: 0x20, count: 8 << 20)))
        await #expect(throws: BodyError.inflatesTooFar(factor: 100)) {
            try await Self.body(bomb, ["gzip, gzip"]).read { _ in }
        }
    }

    @Test(arguments: ["<rss/>", "{}", "\u{FEFF}<rss/>", "  \n<a>", "plain", "\u{0}<\u{0}r"])
    func aWordThatIsNoCodingDoesNothingToText(text: String) async throws {
        #expect(try await Self.text(of: Self.body(Array(text.utf8), ["klingon"])) == text)
    }

    @Test func aCodingThatNobodyKnowsIsNamed() async {
        for bytes: [UInt8] in [[0x8B, 0x02, 0x80, 0xAA, 0xF0], [0x1F, 0x8B, 0x08, 0x00], [0x00, 0x01]] {
            await #expect(throws: BodyError.unknownCoding("klingon")) {
                try await Self.body(bytes, ["klingon"]).read { _ in }
            }
        }
    }

    private static func text(of body: BoundedBody) async throws -> String {
        var read: [UInt8] = []
        try await body.read { read.append(contentsOf: $0) }
        return String(decoding: read, as: UTF8.self)
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
