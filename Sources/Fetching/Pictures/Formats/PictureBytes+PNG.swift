extension PictureBytes {
    private static let pngSignature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    /// The header of a PNG that reaches its last chunk (ISO 15948 §5): the size stands in the first one.
    var pngHeader: PictureHeader? {
        guard holds(Self.pngSignature, at: 0), holds("IHDR", at: 12), bigEndian(8, 4) == 13,
            let width = bigEndian(16, 4), let height = bigEndian(20, 4)
        else { return nil }
        var offset = Self.pngSignature.count
        var hasData = false
        while let length = bigEndian(offset, 4), length <= count, offset + length + 12 <= count {
            let isLast = holds("IEND", at: offset + 4)
            hasData = hasData || holds("IDAT", at: offset + 4)
            offset += length + 12
            if isLast { return hasData ? PictureHeader(.png, width: width, height: height, length: offset) : nil }
        }
        return nil
    }
}
