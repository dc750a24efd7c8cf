extension PictureBytes {
    /// The header of a WebP whose chunks are all there (RFC 9649 §2): the size stands in the first of them.
    var webPHeader: PictureHeader? {
        guard holds("RIFF", at: 0), holds("WEBP", at: 8), let size = littleEndian(4, 4) else { return nil }
        let length = size + 8
        guard length <= count, let first = littleEndian(16, 4), 20 + first <= length else { return nil }
        guard let (width, height) = webPSize, hasPicture(in: 12..<length) else { return nil }
        return PictureHeader(.webp, width: width, height: height, length: length)
    }

    private var webPSize: (width: Int, height: Int)? {
        if holds("VP8 ", at: 12) {
            // RFC 6386 §9.1: after the frame tag a start code, and 14 bits each; a key frame has a tag that is even.
            guard let tag = byte(20), tag & 1 == 0, holds([0x9D, 0x01, 0x2A], at: 23),
                let width = littleEndian(26, 2), let height = littleEndian(28, 2)
            else { return nil }
            return (width & 0x3FFF, height & 0x3FFF)
        }
        if holds("VP8L", at: 12) {
            guard byte(20) == 0x2F, let bits = littleEndian(21, 4) else { return nil }
            return (bits & 0x3FFF + 1, bits >> 14 & 0x3FFF + 1)
        }
        if holds("VP8X", at: 12) {
            guard let width = littleEndian(24, 3), let height = littleEndian(27, 3) else { return nil }
            return (width + 1, height + 1)
        }
        return nil
    }

    /// Whether the chunks fill the file to its end, and one of them holds a picture or a frame.
    private func hasPicture(in range: Range<Int>) -> Bool {
        var offset = range.lowerBound
        var isFound = false
        while offset < range.upperBound {
            guard let size = littleEndian(offset + 4, 4), offset + 8 + size <= range.upperBound else { return false }
            isFound = isFound || holds("VP8 ", at: offset) || holds("VP8L", at: offset) || holds("ANMF", at: offset)
            offset += 8 + size + size % 2
        }
        return isFound
    }
}
