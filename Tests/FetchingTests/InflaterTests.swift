import CZlib
import Foundation
import NewsModel
import Testing

@testable import Fetching

@Suite struct InflaterTests {
    private static let text = Array("Ferry returns. Bridge closes. Ferry returns again.".utf8)

    /// Compresses as a server would; `windowBits` says in which format.
    static func compressed(_ bytes: [UInt8], windowBits: Int32 = 31) throws -> [UInt8] {
        var stream = z_stream()
        let isReady = deflateInit2_(
            &stream, 9, Z_DEFLATED, windowBits, 9, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
        try #require(isReady == Z_OK)
        defer { deflateEnd(&stream) }
        var input = bytes
        var output = [UInt8](repeating: 0, count: bytes.count + 1024)
        input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(output.count)
                _ = deflate(&stream, Z_FINISH)
            }
        }
        return Array(output.prefix(Int(stream.total_out)))
    }

    private static func inflated(
        _ bytes: [UInt8], _ coding: Inflater.Coding = .gzip, chunk: Int = .max, maxBytes: Int = 16 << 20
    ) throws -> [UInt8] {
        var inflater = Inflater(coding, maxBytes: maxBytes)
        var result: [UInt8] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            let part = Array(rest.prefix(chunk))
            rest = rest.dropFirst(part.count)
            try part.withUnsafeBytes { try inflater.read($0) { result.append(contentsOf: $0) } }
        }
        try inflater.finish()
        return result
    }

    @Test(arguments: [1, 2, 7, Int.max]) func gzipIsReadHoweverItIsCut(chunk: Int) throws {
        #expect(try Self.inflated(Self.compressed(Self.text), chunk: chunk) == Self.text)
    }

    @Test(arguments: [15, -15] as [Int32], [1, Int.max])
    func deflateIsReadAsTheStandardHasItAndBare(windowBits: Int32, chunk: Int) throws {
        let bytes = try Self.compressed(Self.text, windowBits: windowBits)
        #expect(try Self.inflated(bytes, .deflate, chunk: chunk) == Self.text)
    }

    @Test(arguments: [0, 1, 2, 7]) func severalMembersAreOneBodyWhereverTheirBytesAreCut(overlap: Int) throws {
        let member = try Self.compressed(Self.text)
        let bytes = member + member + member
        // Cut in pieces of which the first ends with a member, or so many bytes behind it; and byte by byte.
        for chunk in [member.count + overlap, 1, .max] {
            #expect(try Self.inflated(bytes, chunk: chunk) == Self.text + Self.text + Self.text)
        }
    }

    @Test(arguments: ["garbage", "g", "\u{1F}", "\u{1F}garbage", "\0\0\0"], [1, 2, Int.max])
    func whatFollowsTheLastMemberIsNone(garbage: String, chunk: Int) throws {
        let member = try Self.compressed(Self.text)
        #expect(try Self.inflated(member + Array(garbage.utf8), chunk: chunk) == Self.text)
    }

    @Test func aMemberThatStopsIsNotTakenForTheWhole() throws {
        let member = try Self.compressed(Self.text)
        #expect(throws: Inflater.Fault.cutShort) { try Self.inflated(member + member.prefix(12), chunk: member.count) }
    }

    @Test func nothingIsNothing() throws {
        #expect(try Self.inflated([]).isEmpty)
    }

    @Test func gzipAndZlibAreToldApartWhateverTheServerCallsThem() throws {
        #expect(try Self.inflated(Self.compressed(Self.text, windowBits: 15), .gzip) == Self.text)
        #expect(try Self.inflated(Self.compressed(Self.text), .deflate) == Self.text)
    }

    @Test func whatIsNotCompressedIsBroken() throws {
        #expect(throws: Inflater.Fault.broken) { try Self.inflated(Self.text) }
        #expect(throws: Inflater.Fault.self) { try Self.inflated(Self.text, .deflate) }
    }

    @Test(arguments: [[], ["identity"], ["utf-8"], [""]]) func aWordThatChangesNothingIsNoCoding(fields: [String])
        async throws
    {
        let body = BoundedBody(
            WireBody(text: "hello"), coding: ContentCoding(fields), maxBytes: 9, budget: BodyBudget(), log: FetchLog())
        var read = 0
        _ = try await body.read { read += $0.count }
        #expect(read == 5)
    }

    @Test func whatEndsEarlyIsNotTakenForTheWhole() throws {
        let bytes = try Self.compressed(Self.text)
        #expect(throws: Inflater.Fault.cutShort) { try Self.inflated(bytes.dropLast(20)) }
        #expect(throws: Inflater.Fault.cutShort) { try Self.inflated([0x1F]) }
    }

    @Test func theBoundHoldsForWhatComesOut() throws {
        let bytes = try Self.compressed(Self.text)
        #expect(try Self.inflated(bytes, maxBytes: Self.text.count).count == Self.text.count)
        #expect(throws: Inflater.Fault.tooLarge(maxBytes: Self.text.count - 1)) {
            try Self.inflated(bytes, maxBytes: Self.text.count - 1)
        }
    }

    @Test func growthIsBoundedBeyondWhatIsHarmless() throws {
        let harmless = [UInt8](repeating: 0x20, count: Inflater.harmlessBytes)
        #expect(try Self.inflated(Self.compressed(harmless)).count == harmless.count)
        #expect(throws: Inflater.Fault.bomb) { try Self.inflated(Self.compressed(harmless + [0x20])) }
    }

    @Test func aFeedIsReadThroughItsCoding() async throws {
        let (log, bytes) = (FetchLog(), try Self.compressed(Array(Sample.feed.utf8)))
        let body = BoundedBody(
            WireBody(bytes: bytes, chunk: 100), coding: ContentCoding(["gzip"]), maxBytes: 1 << 20,
            budget: BodyBudget(), log: log)
        var read: [UInt8] = []
        let hash = try await body.read { read.append(contentsOf: $0) }
        #expect(read == Array(Sample.feed.utf8))
        #expect(log.current.bytes == bytes.count)
        let plain = BoundedBody(
            WireBody(text: Sample.feed), coding: .identity, maxBytes: 1 << 20, budget: BodyBudget(), log: FetchLog())
        #expect(try await plain.read { _ in } == hash)
    }

    @Test(arguments: [["br"], ["gzip", "gzip"], ["gzip, br"], ["zstd"]])
    func aCodingThatNobodyAskedForIsMalformed(fields: [String]) async throws {
        let body = BoundedBody(
            WireBody(text: "x"), coding: ContentCoding(fields), maxBytes: 99, budget: BodyBudget(), log: FetchLog())
        do {
            _ = try await body.read { _ in }
            Issue.record("it was read")
        } catch {
            guard case .malformed = FetchFailure(error, log: FetchLog()) else {
                Issue.record("\(error)")
                return
            }
        }
    }

    @Test(arguments: [(5, true), (4, false)]) func theBoundHoldsForWhatComesIn(limit: Int, fits: Bool) async throws {
        let body = BoundedBody(
            WireBody(bytes: Array("hello".utf8), chunk: 2), coding: .identity, maxBytes: limit, budget: BodyBudget(),
            log: FetchLog())
        let hash = try? await body.read { _ in }
        #expect((hash != nil) == fits)
    }
}
