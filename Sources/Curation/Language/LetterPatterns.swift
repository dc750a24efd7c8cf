import WebText

/// What the letters of a text say for each of the languages that are written in Latin letters, by how often runs of one to
/// three letters occur in them.
struct LetterPatterns {
    /// A score for each language of the table, in its order.
    typealias Scores = SIMD32<Int32>

    /// The languages of the table; `nil` for one in which no text is read.
    static let languages: [Language?] = table.languages

    /// How many points of a score make it e times as likely. The runs of a word say the same thing several times over, and a
    /// title has names of other languages: so it is seven times as many as a single run would need.
    static let pointsOfEvidence: Float = 7 * 4 / 0.693

    /// The scores of some words; `nil` where they have no Latin letters.
    static func scores(of words: some Sequence<Word>) -> Scores? {
        table.points.withUnsafeBufferPointer { points in
            var scores = Sums.zero
            var letters = 0
            for word in words where word.kind == .letters && letters < mostLetters {
                letters += add(word.text, to: &scores, points)
            }
            return letters > 0 ? Scores(truncatingIfNeeded: scores) : nil
        }
    }

    /// What is added up for each language; and what each run of letters adds, in the same width, since lanes are widened one by
    /// one.
    private typealias Sums = SIMD32<UInt16>

    /// More would not fit into the sums, and say nothing new.
    private static let mostLetters = 400

    /// Adds what the runs of letters in a word say, and returns how many letters it has.
    private static func add(_ word: String, to scores: inout Sums, _ points: UnsafeBufferPointer<Sums>) -> Int {
        var letters = 0
        var (second, first) = (0, 0)
        func take(_ letter: Int) {
            if letter != border { scores &+= points[letter] }
            if first != 0 { scores &+= points[first * base + letter] }
            if second != 0 { scores &+= points[(second * base + first) * base + letter] }
            (second, first) = (first, letter)
        }
        for byte in word.utf8 {
            if let letter = letter(byte) {
                if first == 0 { first = border }
                take(letter)
                letters += 1
            } else if first != 0 {
                take(border)
                (second, first) = (0, 0)
            }
        }
        if first != 0 { take(border) }
        return letters
    }

    private static let border = 1
    private static let base = 28

    /// From 2; 1 for the border of a word, which stands as `_` in the table.
    private static func letter(_ byte: UInt8) -> Int? {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) ? Int(byte - UInt8(ascii: "a")) + 2 : nil
    }

    private struct Table {
        var languages: [Language?] = []
        /// By the letters of a run, as the digits of a number.
        var points = [Sums](repeating: .zero, count: base * base * base)
    }

    private static let table: Table = {
        var table = Table()
        var tags: [String] = []
        for row in WordList.rows(PackageResources.letter_patterns_txt) {
            if tags.last != row[0] {
                tags.append(row[0])
                table.languages.append(Language(rawValue: row[0]))
            }
            guard let points = UInt16(row[1]) else { continue }
            for pattern in row.dropFirst(2) {
                let number = pattern.utf8.reduce(0) { $0 * base + (letter($1) ?? border) }
                table.points[number][tags.count - 1] = points
            }
        }
        return table
    }()
}
