import WebText

/// What a text has that another on the same subject would have, too: stems of words, and in scripts without spaces runs of
/// characters. Two texts on any subjects have hardly any in common.
struct TextTerms {
    /// Stems of words that are no stop words, days, formulas or plain numbers.
    private(set) var words: Set<String> = []
    /// Pairs of Chinese characters, words in katakana, beginnings of Korean words, runs of six letters of Thai and the like:
    /// single characters and pairs of kana stand in any text.
    private(set) var runs: Set<String> = []

    init(_ text: String, wordsAtMost most: Int) {
        for word in Tokenizer.words(of: text, atMost: most) where Self.isTelling(word) {
            words.insert(Stemmer.stem(word.text))
        }
        var scanner = RunScanner()
        for scalar in text.unicodeScalars.prefix(Self.mostScalars) { scanner.take(scalar) }
        runs = scanner.finish()
    }

    /// A headline's worth of characters says less than one of words.
    private static let mostScalars = 240

    private static func isTelling(_ word: Word) -> Bool {
        switch word.kind {
        case .character, .symbol: false
        case .number: word.text.utf8.count > 2 && !isYear(word.text)
        case .letters:
            word.text.utf8.count > 1 && !StopWords.contains(word.text) && !ColumnWords.calendar.contains(word.text)
                && !FormulaWords.contains(word.text)
        }
    }

    private static func isYear(_ text: String) -> Bool {
        text.utf8.count == 4 && (text.hasPrefix("19") || text.hasPrefix("20"))
    }

    /// Whether it has too little for two texts to have it in common.
    var isBrief: Bool { words.count + runs.count < Self.leastTerms }

    private static let leastTerms = 2

    mutating func subtract(_ other: Self) {
        words.subtract(other.words)
        runs.subtract(other.runs)
    }

    /// Whether it has more in common with another than two texts on any subjects have.
    ///
    /// On labelled summaries of several kinds two of one event share a sixth of the shorter one's words, or three, in every
    /// second pair, and two of different ones in one of a hundred.
    func supports(_ other: Self) -> Bool {
        let (shorter, shared) = (min(words.count, other.words.count), words.intersection(other.words).count)
        if shared >= min(3, max(2, (shorter + 5) / 6)) { return true }
        let (fewer, common) = (min(runs.count, other.runs.count), runs.intersection(other.runs).count)
        return common >= min(6, max(2, (fewer + 4) / 5))
    }
}

/// Words that stand around texts whatever these say.
enum FormulaWords {
    static func contains(_ word: String) -> Bool { all.contains(word) }

    private static let all = Set(WordList.words(PackageResources.formula_words_txt))
}

/// Collects runs of characters of scripts without spaces, scalar by scalar.
private struct RunScanner {
    private enum Script {
        case han, katakana, hiragana, hangul, other

        init(_ scalar: Unicode.Scalar) {
            self =
                switch scalar.value {
                case 0x3041...0x309F: .hiragana
                case 0x30A0...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9F: .katakana
                case 0x1100...0x11FF, 0x3130...0x318F, 0xA960...0xA97F, 0xAC00...0xD7FF: .hangul
                case 0x3005...0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF: .han
                default: .other
                }
        }
    }

    private var script = Script.other
    private var run: [Unicode.Scalar] = []
    private var found: Set<String> = []

    mutating func take(_ scalar: Unicode.Scalar) {
        switch Scripts.role(of: scalar) {
        case .character:
            let next = Script(scalar)
            if next != script { end() }
            script = next
            run.append(scalar)
        case .mark where !run.isEmpty: run.append(scalar)
        case .joiner: break
        default: end()
        }
    }

    private mutating func end() {
        switch script {
        case .han: addAll(of: 2)
        case .hangul: add(run.prefix(2), atLeast: 2)
        case .katakana: add(run[...], atLeast: 3)
        case .hiragana: break
        case .other: addAll(of: 6)
        }
        run.removeAll(keepingCapacity: true)
    }

    private mutating func addAll(of count: Int) {
        guard run.count >= count else { return }
        for start in 0...(run.count - count) { add(run[start..<(start + count)], atLeast: count) }
    }

    private mutating func add(_ scalars: ArraySlice<Unicode.Scalar>, atLeast least: Int) {
        guard scalars.count >= least else { return }
        let text = String(String.UnicodeScalarView(scalars))
        if !FormulaWords.contains(text) { found.insert(text) }
    }

    mutating func finish() -> Set<String> {
        end()
        return found
    }
}
