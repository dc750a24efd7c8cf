extension BodyEdit {
    /// The body with the change made to it; edits of words take it for UTF-8.
    func applied(to body: [UInt8]) -> [UInt8] {
        switch self {
        case .replace(let old, let new):
            Array(String(decoding: body, as: UTF8.self).replacing(old, with: new).utf8)
        case .replaceFirst(let old, let new):
            Array(String(decoding: body, as: UTF8.self).replacing(old, with: new, maxReplacements: 1).utf8)
        case .cut(let share):
            Array(body.prefix(Int(Double(body.count) * share)))
        case .cutBefore(let share):
            Array(body.dropFirst(Int(Double(body.count) * share)))
        case .append(let text):
            body + Array(text.utf8)
        case .prepend(let bytes):
            bytes + body
        case .pad(let count):
            body + [UInt8](repeating: 0x20, count: max(0, count - body.count))
        case .pack(let packing):
            StoredDeflate.pack(body, packing)
        case .swell(let count):
            StoredDeflate.swollen(body, by: count)
        case .latin1:
            String(decoding: body, as: UTF8.self).unicodeScalars.map { UInt8(exactly: $0.value) ?? 0x3F }
        case .utf16:
            String(decoding: body, as: UTF8.self).utf16.reduce(into: [0xFE, 0xFF]) { bytes, unit in
                bytes += [UInt8(unit >> 8), UInt8(truncatingIfNeeded: unit)]
            }
        }
    }
}
