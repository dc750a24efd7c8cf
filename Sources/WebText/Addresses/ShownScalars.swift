extension Unicode.Scalar {
    /// Whether it may reach a page, a feed or a line of a report.
    ///
    /// The explicit bidirectional controls (UAX #9 §2.1–2.3, embeddings, overrides and isolates) would reach beyond
    /// the text that they came with; the implicit algorithm and `dir="auto"` do what they were meant for.
    package var mayBeShown: Bool {
        switch value {
        case 0x09, 0x0A, 0x0D: true
        case 0..<0x20, 0x7F..<0xA0: false
        case 0x202A...0x202E, 0x2066...0x2069, 0x206A...0x206F: false
        case 0xFFFE, 0xFFFF, 0xFFF9...0xFFFB, 0xFEFF, 0xFDD0...0xFDEF: false
        case 0xE0000...0xE001F: false
        default: value & 0xFFFE != 0xFFFE
        }
    }
}
