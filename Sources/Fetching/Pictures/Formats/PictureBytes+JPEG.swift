extension PictureBytes {
    /// The header of a JPEG that reaches its end marker (ITU-T T.81 annex B): the size stands in the frame header.
    var jpegHeader: PictureHeader? {
        guard holds([0xFF, JPEGMarker.startOfImage], at: 0) else { return nil }
        var offset = 2
        var size: (width: Int, height: Int)?
        var hasScan = false
        while let marker = jpegMarker(&offset) {
            switch marker {
            case JPEGMarker.endOfImage:
                guard hasScan, let size else { return nil }
                return PictureHeader(.jpeg, width: size.width, height: size.height, length: offset)
            case JPEGMarker.startOfImage: return nil
            case JPEGMarker.temporary, JPEGMarker.restarts: continue
            default: break
            }
            guard let length = bigEndian(offset, 2), length >= 2, offset + length <= count else { return nil }
            if JPEGMarker.isFrame(marker) {
                guard size == nil, let height = bigEndian(offset + 3, 2), let width = bigEndian(offset + 5, 2) else {
                    return nil
                }
                size = (width, height)
            }
            offset += length
            if marker == JPEGMarker.startOfScan {
                hasScan = true
                offset = endOfScan(from: offset)
            }
        }
        return nil
    }

    /// The marker at an offset, which moves behind it; fill bytes may stand before it.
    private func jpegMarker(_ offset: inout Int) -> UInt8? {
        guard byte(offset) == 0xFF else { return nil }
        while byte(offset) == 0xFF { offset += 1 }
        guard offset < count else { return nil }
        defer { offset += 1 }
        return bytes[offset]
    }

    /// Where the coded data of a scan ends: at a marker that is no restart.
    private func endOfScan(from start: Int) -> Int {
        var offset = start
        while offset + 1 < count {
            if bytes[offset] == 0xFF {
                let next = bytes[offset + 1]
                if next != 0, next != 0xFF, !(JPEGMarker.restarts ~= next) { return offset }
            }
            offset += 1
        }
        return count
    }
}

/// The markers that matter here (T.81 table B.1).
private enum JPEGMarker {
    static let temporary: UInt8 = 0x01
    static let restarts: ClosedRange<UInt8> = 0xD0...0xD7
    static let startOfImage: UInt8 = 0xD8
    static let endOfImage: UInt8 = 0xD9
    static let startOfScan: UInt8 = 0xDA

    /// Whether it begins a frame header: of the baseline, extended, progressive and lossless processes.
    static func isFrame(_ marker: UInt8) -> Bool {
        0xC0...0xCF ~= marker && marker != 0xC4 && marker != 0xC8 && marker != 0xCC
    }
}
