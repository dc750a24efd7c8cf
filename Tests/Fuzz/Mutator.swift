/// Makes broken documents of sound ones: flips bits, cuts, repeats, and puts pieces of one into another.
struct Mutator {
    private let corpus: [[UInt8]]
    private var random: Random

    /// What breaks markup, encodings, JSON, addresses and YAML.
    private static let pieces: [[UInt8]] =
        [
            "<", ">", "&", "\"", "'", "/", "<![CDATA[", "]]>", "<!--", "-->", "<?xml", "?>", "<!DOCTYPE a [", "&#0;",
            "&#x10FFFF;",
            "&nbsp", "</item>", "<item>", "<entry>", "<title>", "</title", " xml:base='../x'", " xmlns='x'", "\\u",
            "\\ud800",
            "{", "}", "[", "]", ",", ":", "\u{FEFF}", "\0", "\u{85}", "encoding='utf-16'", "9999999999999999999999",
            "//", "..", "%", "%00", "@", "#", "?", "&{", "*a", "- ", "\n  ", "${", "{{", "}}", "|",
            "javascript:",
        ].map { Array($0.utf8) } + [
            [0xFF, 0xFE], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82],
        ]

    init(corpus: [[UInt8]], seed: UInt64) {
        self.corpus = corpus
        random = Random(state: seed)
    }

    mutating func next() -> [UInt8] {
        var bytes = document()
        for _ in 0...Int.random(in: 0..<12, using: &random) { mutate(&bytes) }
        return bytes
    }

    private mutating func document() -> [UInt8] { corpus.randomElement(using: &random) ?? [] }

    private mutating func place(_ bytes: [UInt8]) -> Int { Int.random(in: 0...bytes.count, using: &random) }

    private mutating func range(_ bytes: [UInt8]) -> Range<Int> {
        let (one, other) = (place(bytes), place(bytes))
        return min(one, other)..<max(one, other)
    }

    private mutating func mutate(_ bytes: inout [UInt8]) {
        switch Int.random(in: 0..<7, using: &random) {
        case 0: flip(&bytes)
        case 1: bytes.insert(contentsOf: Self.pieces.randomElement(using: &random) ?? [], at: place(bytes))
        case 2:
            let start = place(bytes)
            bytes.removeSubrange(start..<min(bytes.count, start + Int.random(in: 1...40, using: &random)))
        case 3: bytes.removeSubrange(place(bytes)...)
        case 4: splice(&bytes)
        case 5: bytes.insert(contentsOf: bytes[range(bytes)].prefix(2000), at: place(bytes))
        default: bloat(&bytes)
        }
    }

    private mutating func flip(_ bytes: inout [UInt8]) {
        guard !bytes.isEmpty else { return }
        bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    }

    private mutating func splice(_ bytes: inout [UInt8]) {
        let other = document()
        bytes.replaceSubrange(range(bytes), with: other[range(other)])
    }

    /// Repeats a piece until the document has more than one block of the parser.
    private mutating func bloat(_ bytes: inout [UInt8]) {
        guard Int.random(in: 0..<8, using: &random) == 0, !bytes.isEmpty else { return }
        let piece = Array(bytes[range(bytes)].prefix(500))
        guard !piece.isEmpty else { return }
        let count = Int.random(in: 1...80_000, using: &random) / piece.count
        bytes.insert(contentsOf: (0..<count).flatMap { _ in piece }, at: place(bytes))
    }
}

/// Numbers that look random and are always the same.
struct Random: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let mixed = (state ^ state >> 33) &* 0xFF51_AFD7_ED55_8CCD
        return mixed ^ mixed >> 33
    }
}
