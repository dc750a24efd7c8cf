import NIOHTTP1
import Testing
import WorldFaults

@testable import SimulatedWorld

@Suite struct FeedSiteTests {
    private static let changed = UTCTime(monday)

    private func site(_ quirks: Set<SimulatedSource.Quirk> = []) -> FeedSite {
        FeedSite(
            source: SimulatedSource(id: "a", quirks: quirks), contentType: "text/xml; charset=utf-8",
            body: Array("<rss/>".utf8), changed: Self.changed)
    }

    private func ask(_ site: FeedSite, _ headers: HTTPHeaders = [:]) -> SiteResponse {
        site.answer(SiteRequest(target: SitePath.feed, headers: headers))
    }

    private func header(_ name: String, _ answer: SiteResponse) -> String? {
        answer.headers.first { $0.name == name }?.value
    }

    @Test func aKnownTagIsNotModified() throws {
        let tag = try #require(header("ETag", ask(site())))
        let answer = ask(site(), ["If-None-Match": tag])
        #expect(answer.status == 304)
        #expect(answer.body.isEmpty)
        #expect(header("ETag", answer) == tag)
    }

    @Test func weakTagsMatchTheirStrongForm() throws {
        let weak = site([.weakETag])
        let tag = try #require(header("ETag", ask(weak)))
        #expect(tag.hasPrefix("W/\""))
        #expect(ask(weak, ["If-None-Match": tag]).status == 304)
        #expect(ask(site(), ["If-None-Match": tag]).status == 304)
    }

    @Test func aKnownDateIsNotModifiedAndAnotherIs() {
        #expect(ask(site([.noETag]), ["If-Modified-Since": Self.changed.rfc822]).status == 304)
        #expect(ask(site([.noETag]), ["If-Modified-Since": "Sun, 22 Nov 2026 06:00:00 GMT"]).status == 200)
    }

    @Test func theTagDecidesWhereBothAreSent() {
        let headers: HTTPHeaders = ["If-None-Match": "\"other\"", "If-Modified-Since": Self.changed.rfc822]
        #expect(ask(site(), headers).status == 200)
    }

    @Test(arguments: [
        (SimulatedSource.Quirk.noValidators, false, false), (.noETag, false, true), (.weakETag, true, false),
    ])
    func quirksWithholdValidators(quirk: SimulatedSource.Quirk, hasTag: Bool, hasDate: Bool) {
        let answer = ask(site([quirk]))
        #expect((header("ETag", answer) != nil) == hasTag)
        #expect((header("Last-Modified", answer) != nil) == hasDate)
    }

    @Test func gzipIsForThoseWhoReadIt() {
        let packed = ask(site([.gzip]), ["Accept-Encoding": "br, gzip"])
        #expect(header("Content-Encoding", packed) == "gzip")
        #expect(packed.body == Packing.gzip.packed(Array("<rss/>".utf8)))
        #expect(header("Content-Encoding", ask(site([.gzip]))) == nil)
    }

    @Test func theGzipFrameHoldsTheBytesAndTheirChecksum() {
        let frame = Packing.gzip.packed(Array("123456789".utf8))
        #expect(frame.prefix(3) == [0x1F, 0x8B, 8])
        #expect(Array(frame[10..<15]) == [1, 9, 0, 0xF6, 0xFF])
        #expect(Array(frame[15..<24]) == Array("123456789".utf8))
        #expect(Array(frame[24...]) == [0x26, 0x39, 0xF4, 0xCB, 9, 0, 0, 0])
    }

    @Test(arguments: [0, 65_535, 65_536])
    func theGzipFrameTakesBlocksAtTheirLimitAndPastIt(count: Int) {
        let blocks = count > 65_535 ? 2 : 1
        #expect(Packing.gzip.packed(Array(repeating: 7, count: count)).count == 18 + 5 * blocks + count)
    }

    @Test func theHomePageNamesTheFeed() {
        let page = String(decoding: site().answer(SiteRequest(target: "/")).body, as: UTF8.self)
        #expect(page.contains("rel=\"alternate\" type=\"text/xml\""))
        #expect(site().answer(SiteRequest(target: "/elsewhere")).status == 404)
    }

    @Test func zlibAndBareDeflateDifferFromGzipInTheirFrameOnly() {
        let bytes = Array("abc".utf8)
        let block = Packing.rawDeflate.packed(bytes)
        #expect(block == [1, 3, 0, 0xFC, 0xFF] + bytes)
        // Adler-32 of "abc" is 0x024D0127.
        #expect(Packing.zlib.packed(bytes) == [0x78, 1] + block + [0x02, 0x4D, 0x01, 0x27])
    }

    @Test func aSwollenStreamIsSmall() {
        let stream = Packing.swollen(Array("<rss/>".utf8), by: 1 << 20)
        #expect(stream.count < 8 << 10)
        #expect(stream.starts(with: StoredDeflate.gzipHead))
    }
}
