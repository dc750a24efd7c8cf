import Testing
import TransportTestSupport

@testable import HTTPTransport

@Suite struct InflaterTests {
    private static let text = Array("Ferry returns. Bridge closes. Ferry returns again.".utf8)

    private static func inflated(
        _ bytes: [UInt8], _ coding: Inflater.Format = .gzip, chunk: Int = .max, maxBytes: Int = 16 << 20
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
        #expect(try Self.inflated(Gzip.compressed(Self.text), chunk: chunk) == Self.text)
    }

    @Test(arguments: [15, -15] as [Int32], [1, Int.max])
    func deflateIsReadAsTheStandardHasItAndBare(windowBits: Int32, chunk: Int) throws {
        let bytes = Gzip.compressed(Self.text, windowBits: windowBits)
        #expect(try Self.inflated(bytes, .deflate, chunk: chunk) == Self.text)
    }

    @Test(arguments: [0, 1, 2, 7]) func severalMembersAreOneBodyWhereverTheirBytesAreCut(overlap: Int) throws {
        let member = Gzip.compressed(Self.text)
        let bytes = member + member + member
        // Cut in pieces of which the first ends with a member, or so many bytes behind it; and byte by byte.
        for chunk in [member.count + overlap, 1, .max] {
            #expect(try Self.inflated(bytes, chunk: chunk) == Self.text + Self.text + Self.text)
        }
    }

    @Test(arguments: ["garbage", "g", "\u{1F}", "\u{1F}garbage", "\0\0\0"], [1, 2, Int.max])
    func whatFollowsTheLastMemberIsNone(garbage: String, chunk: Int) throws {
        let member = Gzip.compressed(Self.text)
        #expect(try Self.inflated(member + Array(garbage.utf8), chunk: chunk) == Self.text)
    }

    @Test func aMemberThatStopsIsNotTakenForTheWhole() throws {
        let member = Gzip.compressed(Self.text)
        #expect(throws: BodyError.truncatedCoding) {
            try Self.inflated(member + member.prefix(12), chunk: member.count)
        }
    }

    /// A letter, eight times 258 more of it, and a code that there is not: the fault comes with what is too much.
    @Test func whatIsTooMuchIsHandedOverToNobodyWhateverFaultFollows() {
        let bytes: [UInt8] = [
            0x4B, 0x1C, 0x05, 0xA3, 0x60, 0x14, 0x8C, 0x82, 0x51, 0x30, 0x0A, 0x46, 0xC1, 0x28, 0x18, 0x03, 0x00,
        ]
        var inflater = Inflater(.deflate, maxBytes: 100)
        var count = 0
        #expect(throws: BodyError.inflatesTooLarge(maxBytes: 100)) {
            try bytes.withUnsafeBytes { try inflater.read($0) { count += $0.count } }
        }
        #expect(count == 100)
    }

    @Test(arguments: [1, 3, Int.max]) func dataThatIsFlushedAndNeverClosedIsTaken(chunk: Int) throws {
        #expect(try Self.inflated(Gzip.compressed(Self.text, isClosed: false), chunk: chunk) == Self.text)
        let raw = Gzip.compressed(Self.text, windowBits: -15, isClosed: false)
        #expect(try Self.inflated(raw, .deflate, chunk: chunk) == Self.text)
    }

    @Test(arguments: 1...8, [1, 3, Int.max]) func withoutItsTrailerTheDataIsWhole(missing: Int, chunk: Int) throws {
        let member = Gzip.compressed(Self.text)
        #expect(try Self.inflated(member.dropLast(missing), chunk: chunk) == Self.text)
        #expect(try Self.inflated(member + member.dropLast(missing), chunk: chunk) == Self.text + Self.text)
    }

    @Test(arguments: [1, 2, 4], [1, Int.max]) func withoutItsSumDeflateIsWhole(missing: Int, chunk: Int) throws {
        let bytes = Gzip.compressed(Self.text, windowBits: 15).dropLast(missing)
        #expect(try Self.inflated(Array(bytes), .deflate, chunk: chunk) == Self.text)
    }

    @Test(arguments: [9, 10, 20]) func withoutItsLastBytesTheDataIsNotWhole(missing: Int) {
        let bytes = Gzip.compressed(Self.text)
        #expect(throws: BodyError.truncatedCoding) { try Self.inflated(bytes.dropLast(missing)) }
    }

    @Test func aSumThatIsWrongIsAFault() {
        var bytes = Gzip.compressed(Self.text)
        bytes[bytes.count - 8] ^= 1
        #expect(throws: BodyError.brokenCoding) { try Self.inflated(bytes) }
        #expect(throws: BodyError.brokenCoding) { try Self.inflated(bytes.dropLast(4)) }
    }

    /// A block of the word `before`, and a distance that leads before its beginning.
    @Test(arguments: [1, 3, Int.max]) func whatComesBeforeAFaultIsHandedOverHoweverItIsCut(chunk: Int) {
        let bytes: [UInt8] = [0x4B, 0x4A, 0x4D, 0xCB, 0x2F, 0x4A, 0x05, 0xCA, 0x03]
        var inflater = Inflater(.deflate, maxBytes: 100)
        var result: [UInt8] = []
        var rest = bytes[...]
        #expect(throws: BodyError.brokenCoding) {
            while !rest.isEmpty {
                let part = Array(rest.prefix(chunk))
                rest = rest.dropFirst(part.count)
                try part.withUnsafeBytes { try inflater.read($0) { result.append(contentsOf: $0) } }
            }
        }
        #expect(result == Array("before".utf8))
    }

    @Test(arguments: [1, 3, Int.max]) func nothingIsHandedOverBeyondTheBound(chunk: Int) {
        var inflater = Inflater(.gzip, maxBytes: 20)
        var result: [UInt8] = []
        var rest = Gzip.compressed(Self.text)[...]
        #expect(throws: BodyError.inflatesTooLarge(maxBytes: 20)) {
            while !rest.isEmpty {
                let part = Array(rest.prefix(chunk))
                rest = rest.dropFirst(part.count)
                try part.withUnsafeBytes { try inflater.read($0) { result.append(contentsOf: $0) } }
            }
        }
        #expect(result == Array(Self.text.prefix(20)))
    }

    @Test func whatMayBePlainIsReadAsItIs() throws {
        var inflater = Inflater(.gzip, maxBytes: 1 << 20, mayBePlain: true)
        var result: [UInt8] = []
        for byte in Self.text { try [byte].withUnsafeBytes { try inflater.read($0) { result += $0 } } }
        try inflater.finish()
        #expect(result == Self.text)
    }

    @Test func nothingIsNothing() throws {
        #expect(try Self.inflated([]).isEmpty)
    }

    @Test func gzipAndZlibAreToldApartWhateverTheServerCallsThem() throws {
        #expect(try Self.inflated(Gzip.compressed(Self.text, windowBits: 15), .gzip) == Self.text)
        #expect(try Self.inflated(Gzip.compressed(Self.text), .deflate) == Self.text)
    }

    @Test func whatIsNotCompressedIsBroken() throws {
        #expect(throws: BodyError.brokenCoding) { try Self.inflated(Self.text) }
        #expect(throws: BodyError.self) { try Self.inflated(Self.text, .deflate) }
    }

    @Test func whatEndsEarlyIsNotTakenForTheWhole() throws {
        let bytes = Gzip.compressed(Self.text)
        #expect(throws: BodyError.truncatedCoding) { try Self.inflated(bytes.dropLast(20)) }
        #expect(throws: BodyError.truncatedCoding) { try Self.inflated([0x1F]) }
    }

    @Test func theBoundHoldsForWhatComesOut() throws {
        let bytes = Gzip.compressed(Self.text)
        #expect(try Self.inflated(bytes, maxBytes: Self.text.count).count == Self.text.count)
        #expect(throws: BodyError.inflatesTooLarge(maxBytes: Self.text.count - 1)) {
            try Self.inflated(bytes, maxBytes: Self.text.count - 1)
        }
    }

    @Test func theBoundsAreThoseThatTheDocumentationNames() {
        #expect(Inflater.maxGrowth == 100)
        #expect(Inflater.harmlessBytes == 524_288)
    }

    @Test func whatGrowsLessThanTheBoundIsRead() throws {
        // A third of it is noise, which hardly shrinks.
        var number: UInt64 = 1
        let noise = (0..<(200 << 10)).map { _ in
            number = number &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: number >> 56)
        }
        let bytes = noise + [UInt8](repeating: 0x20, count: 400 << 10)
        #expect(try Self.inflated(Gzip.compressed(bytes)) == bytes)
    }

    @Test func whatIsLargeComesInPieces() throws {
        let bytes = [UInt8](repeating: 0x78, count: 150_000)
        var inflater = Inflater(.gzip, maxBytes: 1 << 20)
        var sizes: [Int] = []
        try Gzip.compressed(bytes).withUnsafeBytes { try inflater.read($0) { sizes.append($0.count) } }
        try inflater.finish()
        #expect(sizes == [65_536, 65_536, 150_000 - 2 * 65_536])
    }

    @Test func growthIsBoundedBeyondWhatIsHarmless() throws {
        let harmless = [UInt8](repeating: 0x20, count: Inflater.harmlessBytes)
        #expect(try Self.inflated(Gzip.compressed(harmless)).count == harmless.count)
        #expect(throws: BodyError.inflatesTooFar(factor: 100)) { try Self.inflated(Gzip.compressed(harmless + [0x20])) }
    }
}
