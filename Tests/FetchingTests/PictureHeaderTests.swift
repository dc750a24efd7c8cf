import TestSupport
import Testing

@testable import Fetching

@Suite struct PictureHeaderTests {
    private static let samples: [(PictureHeader.Format, [UInt8])] = [
        (.png, SamplePicture.png(640, 361)), (.jpeg, SamplePicture.jpeg(640, 361)),
        (.jpeg, SamplePicture.jpeg(640, 361, frame: 0xC2)), (.webp, SamplePicture.webP(640, 361)),
        (.webp, SamplePicture.webP(640, 361, kind: "VP8L")), (.webp, SamplePicture.webP(640, 361, kind: "VP8X")),
        (.avif, SamplePicture.avif(640, 361)), (.avif, SamplePicture.avif(640, 361, brand: "avis")),
    ]

    @Test(arguments: samples.indices) func tellsFormatAndSizeByTheBytes(index: Int) throws {
        let (format, bytes) = Self.samples[index]
        let header = try #require(PictureHeader(bytes))
        #expect(header.format == format && header.width == 640 && header.height == 361)
        #expect(header.length == bytes.count)
    }

    /// A file that goes on behind its picture may be a page, or an archive, as well.
    @Test(arguments: samples.indices.dropLast(2)) func saysWhereThePictureEnds(index: Int) {
        let bytes = Self.samples[index].1
        #expect(PictureHeader(bytes + Array("<script>".utf8))?.length == bytes.count)
    }

    @Test(arguments: samples.indices) func aPictureThatBreaksOffIsNone(index: Int) {
        let bytes = Self.samples[index].1
        for length in 0..<bytes.count {
            #expect(PictureHeader(Array(bytes.prefix(length))) == nil, "\(length) of \(bytes.count) bytes")
        }
    }

    /// Whatever stands in it: no byte is read that is not there.
    @Test(arguments: samples.indices) func aPictureThatIsDamagedIsReadWithinItsBounds(index: Int) {
        var bytes = Self.samples[index].1
        for place in bytes.indices {
            let kept = bytes[place]
            for value in [0, 0x7F, 0x80, 0xFF] as [UInt8] {
                bytes[place] = value
                #expect((PictureHeader(bytes)?.length ?? 0) <= bytes.count)
            }
            bytes[place] = kept
        }
    }

    /// Two sizes are compared, of which each says the most that its four bytes can.
    @Test func sizesWithoutMeasureAreCompared() {
        let most = Int(UInt32.max)
        #expect(PictureHeader(SamplePicture.avif(most, most, inner: most))?.width == most)
        #expect(PictureHeader(SamplePicture.avif(64, 64, inner: most))?.width == most)
        #expect(PictureHeader(SamplePicture.avif(most, most))?.height == most)
        #expect(PictureHeader(SamplePicture.png(most, most))?.height == most)
    }

    @Test(arguments: [
        Array("GIF89a\u{10}\0\u{10}\0".utf8), Array("<svg xmlns='http://www.w3.org/2000/svg'/>".utf8),
        Array("<!DOCTYPE html><title>404</title>".utf8), Array("BM......".utf8), [],
        SamplePicture.avif(64, 64, brand: "heic"), SamplePicture.png(0, 64), SamplePicture.jpeg(64, 0),
    ])
    func anythingElseIsNone(bytes: [UInt8]) {
        #expect(PictureHeader(bytes) == nil)
    }
}
