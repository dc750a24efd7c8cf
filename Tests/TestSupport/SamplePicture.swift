/// Small files that have all that tells a picture, and hardly any pixels.
package enum SamplePicture {
    /// A PNG of a size; `text` makes it another one.
    package static func png(_ width: Int, _ height: Int, text: String = "") -> [UInt8] {
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
            + chunk("IHDR", big(width, 4) + big(height, 4) + [8, 2, 0, 0, 0]) + chunk("tEXt", Array(text.utf8))
            + chunk("IDAT", [1, 2, 3]) + chunk("IEND", [])
    }

    private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
        big(data.count, 4) + Array(name.utf8) + data + [0, 0, 0, 0]
    }

    /// A JPEG: `frame` is the second byte of the marker of its frame.
    package static func jpeg(_ width: Int, _ height: Int, frame: UInt8 = 0xC0) -> [UInt8] {
        [0xFF, 0xD8] + segment(0xE0, Array("JFIF\0".utf8)) + [0xFF] + segment(0xDB, [0, 1])
            + segment(frame, [8] + big(height, 2) + big(width, 2) + [1, 1, 0x11, 0])
            // Within coded data 0xFF stands before a zero, and restarts are no end.
            + segment(0xDA, [1, 1, 0, 0, 63, 0]) + [0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD3, 0x56, 0xFF, 0xD9]
    }

    private static func segment(_ marker: UInt8, _ data: [UInt8]) -> [UInt8] {
        [0xFF, marker] + big(data.count + 2, 2) + data
    }

    /// A WebP of the kind that its first chunk names: `VP8 `, `VP8L` or `VP8X`.
    package static func webP(_ width: Int, _ height: Int, kind: String = "VP8 ") -> [UInt8] {
        let lossy = riff("VP8 ", [0x10, 0, 0, 0x9D, 0x01, 0x2A] + little(width, 2) + little(height, 2) + [7])
        let chunks: [UInt8] =
            switch kind {
            case "VP8L": riff("VP8L", [0x2F] + little((width - 1) | (height - 1) << 14, 4))
            case "VP8X": riff("VP8X", [0, 0, 0, 0] + little(width - 1, 3) + little(height - 1, 3)) + lossy
            default: lossy
            }
        return Array("RIFF".utf8) + little(chunks.count + 4, 4) + Array("WEBP".utf8) + chunks
    }

    private static func riff(_ name: String, _ data: [UInt8]) -> [UInt8] {
        Array(name.utf8) + little(data.count, 4) + data + (data.count.isMultiple(of: 2) ? [] : [0])
    }

    /// An AVIF with a picture of a size, and one of another size in it.
    package static func avif(_ width: Int, _ height: Int, brand: String = "avif", inner: Int = 8) -> [UInt8] {
        let extents =
            box("ispe", big(0, 4) + big(inner, 4) + big(inner, 4))
            + box("ispe", big(0, 4) + big(width, 4) + big(height, 4))
        let meta = box("meta", big(0, 4) + box("hdlr", [1, 2]) + box("iprp", box("ipco", extents)))
        return box("ftyp", Array(brand.utf8) + big(0, 4) + Array("mif1".utf8)) + meta + box("mdat", [1, 2, 3])
    }

    private static func box(_ name: String, _ content: [UInt8]) -> [UInt8] {
        big(content.count + 8, 4) + Array(name.utf8) + content
    }

    private static func big(_ number: Int, _ size: Int) -> [UInt8] { little(number, size).reversed() }

    private static func little(_ number: Int, _ size: Int) -> [UInt8] {
        (0..<size).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }
}
