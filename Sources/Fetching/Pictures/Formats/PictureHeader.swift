/// What a picture is by its bytes: its format, its size in pixels, and where it ends.
///
/// The bytes alone decide, never a name or a media type. Only the formats that every browser shows and that can hold no
/// script are known: JPEG (ITU-T T.81), PNG (ISO 15948), WebP (RFC 9649) and AVIF (AV1 Image File Format 1.1).
package struct PictureHeader: Sendable, Hashable {
    package enum Format: String, Sendable, Hashable, CaseIterable {
        case jpeg, png, webp, avif

        /// The usual end of a file's name.
        var fileExtension: String {
            switch self {
            case .jpeg: "jpg"
            case .png, .webp, .avif: rawValue
            }
        }
    }

    package let format: Format
    /// In pixels, as it is stored.
    let width: Int
    let height: Int
    /// How many bytes belong to it: what follows them is no part of the picture.
    package let length: Int

    init(_ format: Format, width: Int, height: Int, length: Int) {
        self.format = format
        self.width = width
        self.height = height
        self.length = length
    }

    /// The header of a whole picture; `nil` for another format, and for one that breaks off.
    ///
    /// - Parameter bytes: the file, from its first byte.
    package init?(_ bytes: [UInt8]) {
        let data = PictureBytes(bytes)
        guard let header = data.jpegHeader ?? data.pngHeader ?? data.webPHeader ?? data.avifHeader,
            header.width > 0, header.height > 0
        else { return nil }
        self = header
    }
}

/// The bytes of a picture, read with bounds: what lies outside is `nil`.
struct PictureBytes {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var count: Int { bytes.count }

    func byte(_ offset: Int) -> Int? { bytes.indices.contains(offset) ? Int(bytes[offset]) : nil }

    /// A number of `size` bytes, the most significant first.
    func bigEndian(_ offset: Int, _ size: Int) -> Int? {
        guard offset >= 0, offset + size <= count else { return nil }
        return bytes[offset..<offset + size].reduce(0) { $0 << 8 | Int($1) }
    }

    /// A number of `size` bytes, the least significant first.
    func littleEndian(_ offset: Int, _ size: Int) -> Int? {
        guard offset >= 0, offset + size <= count else { return nil }
        return bytes[offset..<offset + size].reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    func holds(_ given: some Collection<UInt8>, at offset: Int) -> Bool {
        offset >= 0 && offset + given.count <= count && bytes[offset..<offset + given.count].elementsEqual(given)
    }

    func holds(_ name: String, at offset: Int) -> Bool { holds(name.utf8, at: offset) }
}
