/// Bodies in UTF-16 and UTF-32, in which a text of UTF-8 is not found.
enum WideBody {
    private enum Unit { case two, four }

    /// What `change` makes of a body as UTF-8, in the encoding of the body; of any other body, what it makes of that. One that
    /// it leaves as it is stays so to the byte.
    static func changing(_ body: [UInt8], _ change: ([UInt8]) -> [UInt8]) -> [UInt8] {
        guard let (unit, isBigEndian) = encoding(of: body) else { return change(body) }
        let text = text(of: body, unit, isBigEndian)
        let changed = change(Array(text.utf8))
        guard !changed.elementsEqual(text.utf8) else { return body }
        let result = String(decoding: changed, as: UTF8.self)
        return switch unit {
        case .two: result.utf16.flatMap { bytes(of: $0, isBigEndian) }
        case .four: result.unicodeScalars.flatMap { bytes(of: $0.value, isBigEndian) }
        }
    }

    /// By the zeros beside its first two characters, or beside its byte order mark.
    private static func encoding(of body: [UInt8]) -> (Unit, isBigEndian: Bool)? {
        let first = Array(body.prefix(4))
        guard first.count == 4 else { return nil }
        switch (first[0], first[1], first[2], first[3]) {
        case (0, 0, 0, 1...), (0, 0, 0xFE, 0xFF): return (.four, true)
        case (1..., 0, 0, 0), (0xFF, 0xFE, 0, 0): return (.four, false)
        case (0, 1..., 0, 1...), (0xFE, 0xFF, _, _): return (.two, true)
        case (1..., 0, 1..., 0), (0xFF, 0xFE, _, _): return (.two, false)
        default: return nil
        }
    }

    /// A mark stays the first character of it.
    private static func text(of body: [UInt8], _ unit: Unit, _ isBigEndian: Bool) -> String {
        switch unit {
        case .two: String(decoding: units(of: body, isBigEndian) as [UInt16], as: UTF16.self)
        case .four: String(decoding: units(of: body, isBigEndian) as [UInt32], as: UTF32.self)
        }
    }

    private static func units<Value: FixedWidthInteger>(of body: [UInt8], _ isBigEndian: Bool) -> [Value] {
        let size = MemoryLayout<Value>.size
        return stride(from: 0, to: body.count - body.count % size, by: size).map { start in
            let bytes = body[start..<start + size]
            return (isBigEndian ? Array(bytes) : bytes.reversed()).reduce(0) { $0 << 8 | Value($1) }
        }
    }

    private static func bytes(of unit: some FixedWidthInteger, _ isBigEndian: Bool) -> [UInt8] {
        withUnsafeBytes(of: isBigEndian ? unit.bigEndian : unit.littleEndian, Array.init)
    }
}
