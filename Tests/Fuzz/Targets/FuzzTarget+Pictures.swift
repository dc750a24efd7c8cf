import Fetching

extension FuzzTarget {
    /// A picture of a server: its header is read within its bytes, and what follows its end changes nothing.
    static let picture = FuzzTarget(name: "picture", corpus: [png, jpeg, webP, avif]) { bytes, _ in
        guard let header = PictureHeader(bytes) else { return nil }
        guard header.length > 0, header.length <= bytes.count else { return "ends beyond its bytes" }
        // An AVIF ends where its file does.
        guard header.format != .avif else { return nil }
        return PictureHeader(Array(bytes.prefix(header.length))) == header ? nil : "depends on what follows it"
    }

    private static let png: [UInt8] =
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        + [0, 0, 0, 13] + Array("IHDR".utf8) + [0, 0, 2, 128, 0, 0, 1, 104, 8, 2, 0, 0, 0, 1, 2, 3, 4]
        + [0, 0, 0, 3] + Array("IDAT".utf8) + [1, 2, 3, 1, 2, 3, 4]
        + [0, 0, 0, 0] + Array("IEND".utf8) + [1, 2, 3, 4]

    private static let jpeg: [UInt8] =
        [0xFF, 0xD8, 0xFF, 0xE0, 0, 7] + Array("JFIF\0".utf8) + [0xFF, 0xFF, 0xDB, 0, 4, 0, 1]
        + [0xFF, 0xC0, 0, 11, 8, 1, 104, 2, 128, 1, 1, 0x11, 0]
        + [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0xFF, 0, 0x34, 0xFF, 0xD3, 0x56, 0xFF, 0xD9]

    private static let webP: [UInt8] =
        Array("RIFF".utf8) + [40, 0, 0, 0] + Array("WEBPVP8X".utf8) + [10, 0, 0, 0, 0, 0, 0, 0, 127, 2, 0, 103, 1, 0]
        + Array("VP8 ".utf8) + [10, 0, 0, 0, 0x10, 0, 0, 0x9D, 1, 0x2A, 128, 2, 104, 1]

    private static let avif: [UInt8] =
        box("ftyp", Array("avif".utf8) + [0, 0, 0, 0] + Array("mif1".utf8))
        + box("meta", [0, 0, 0, 0] + box("iprp", box("ipco", extent(0xFF) + extent(2)))) + box("mdat", [1, 2, 3])

    private static func extent(_ byte: UInt8) -> [UInt8] {
        box("ispe", [0, 0, 0, 0] + [UInt8](repeating: byte, count: 8))
    }

    private static func box(_ name: String, _ content: [UInt8]) -> [UInt8] {
        [0, 0, 0, UInt8(content.count + 8)] + Array(name.utf8) + content
    }
}
