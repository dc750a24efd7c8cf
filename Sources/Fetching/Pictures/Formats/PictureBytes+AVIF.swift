extension PictureBytes {
    /// The header of an AVIF whose boxes are all there (ISO 14496-12 §4.2, ISO 23008-12 §6): the size is the largest of
    /// its spatial extents, which is that of the picture that the others are parts of.
    var avifHeader: PictureHeader? {
        guard holds("ftyp", at: 4), let boxes = boxes(in: 0..<count), let first = boxes.first,
            first.name == "ftyp", hasBrand(in: first.content)
        else { return nil }
        guard boxes.contains(where: { $0.name == "mdat" }) || boxes.contains(where: { $0.name == "idat" }),
            let meta = boxes.first(where: { $0.name == "meta" }),
            // Version and flags stand before the boxes in it.
            let inner = self.boxes(in: meta.content.dropFirst(4)),
            let properties = inner.first(where: { $0.name == "iprp" }),
            let container = self.boxes(in: properties.content)?.first(where: { $0.name == "ipco" }),
            let extents = self.boxes(in: container.content)?.filter({ $0.name == "ispe" })
        else { return nil }
        let sizes = extents.compactMap { extent -> (width: Int, height: Int)? in
            let start = extent.content.lowerBound + 4
            guard let width = bigEndian(start, 4), let height = bigEndian(start + 4, 4) else { return nil }
            return (width, height)
        }
        // The product of two numbers of 32 bits may be no `Int`.
        let largest = sizes.max { Double($0.width) * Double($0.height) < Double($1.width) * Double($1.height) }
        guard let largest else { return nil }
        return PictureHeader(.avif, width: largest.width, height: largest.height, length: count)
    }

    private struct Box {
        let name: String
        let content: Range<Int>
    }

    private static let mostBoxes = 1000

    /// The boxes that fill a range; `nil` where they do not end with it.
    private func boxes(in range: Range<Int>) -> [Box]? {
        var boxes: [Box] = []
        var offset = range.lowerBound
        while offset < range.upperBound {
            guard var size = bigEndian(offset, 4), offset + 8 <= range.upperBound else { return nil }
            var head = 8
            if size == 1 {
                // The upper half of a size of 64 bits is that of no picture.
                guard bigEndian(offset + 8, 4) == 0, let large = bigEndian(offset + 12, 4) else { return nil }
                (size, head) = (large, 16)
            } else if size == 0 {
                size = range.upperBound - offset
            }
            guard size >= head, offset + size <= range.upperBound, boxes.count < Self.mostBoxes else { return nil }
            boxes.append(
                Box(
                    name: String(decoding: bytes[offset + 4..<offset + 8], as: UTF8.self),
                    content: offset + head..<offset + size))
            offset += size
        }
        return boxes
    }

    /// Whether a file of these types says that it is an AVIF, a picture or a sequence of some.
    private func hasBrand(in content: Range<Int>) -> Bool {
        stride(from: content.lowerBound, to: content.upperBound - 3, by: 4).contains { offset in
            // The second four bytes are a version.
            offset != content.lowerBound + 4 && (holds("avif", at: offset) || holds("avis", at: offset))
        }
    }
}
