/// A word of a text, folded so that spellings of it are equal.
struct Word: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        case letters
        case number
        /// One character of a script that is written without spaces: it may begin or end a word anywhere.
        case character
        /// `+`, `#` or a pictograph: no word, but it tells C from C++.
        case symbol
    }

    /// In lower case and without accents.
    var text: String
    var kind: Kind
    /// Whether it was written with a capital first letter.
    var isCapitalised: Bool
    /// Whether all its letters, at least two, were capitals.
    var isAllCapitals: Bool
    /// Whether it begins the text or a sentence, where a capital says nothing.
    var startsSentence: Bool
    /// Which word it is of a vocabulary that numbered it; below zero for none.
    var number: Int32 = -1
    /// What a number says.
    var value: Double?
    /// Whether a number says which one of several: `12th`, `third`.
    var isOrdinal = false
    /// Whether a dash between spaces stands before it.
    var followsDash = false
}

extension Collection<Word> {
    /// Whether a word of capitals is an abbreviation among them: they are not all written so.
    var tellAbbreviations: Bool {
        let others = count { $0.kind == .letters && $0.text.utf8.count > 1 && !$0.isAllCapitals }
        return others > 0 && others * 4 >= count
    }
}

/// Splits texts into words.
enum Tokenizer {
    /// The words of a text in order.
    ///
    /// A word is a run of letters, digits and the marks on them; an apostrophe or hyphen parts words, an ampersand does not
    /// in names of single letters (“AT&T”). Each character
    /// of Chinese, Japanese, Korean, Thai, Lao, Khmer and Burmese is a word of its own.
    static func words(of text: String, atMost most: Int = .max) -> [Word] {
        var scanner = WordScanner()
        for scalar in text.unicodeScalars {
            scanner.take(scalar)
            if scanner.words.count >= most { break }
        }
        return Array(scanner.finish().prefix(most))
    }

    /// The folded texts of the words, without symbols.
    static func texts(of text: String) -> [String] { texts(of: words(of: text)) }

    static func texts(of words: [Word]) -> [String] {
        words.compactMap { $0.kind == .symbol ? nil : $0.text }
    }
}

/// Collects words scalar by scalar.
private struct WordScanner {
    private(set) var words: [Word] = []
    private var ascii: [UInt8] = []
    private var scalars = String.UnicodeScalarView()
    private var capitals = 0
    private var letters = 0
    private var startsWithCapital = false
    private var atStart = true
    /// A point or comma behind digits, which belongs to the number if a digit follows, or an ampersand behind a letter or
    /// two, which belongs to the name if a letter does.
    private var pending: UInt8?
    private var isAfterSpace = false
    /// A dash behind a space, and whether another space has followed it.
    private var dash = Dash.none

    private enum Dash {
        case none, open, closed
    }

    mutating func take(_ scalar: Unicode.Scalar) {
        if let mark = pending {
            pending = nil
            let isName = mark == UInt8(ascii: "&")
            if scalar.isASCII, isName ? scalar.properties.isAlphabetic : (48...57).contains(scalar.value) {
                ascii.append(mark)
            } else {
                endWord()
                if mark == UInt8(ascii: ".") { atStart = true }
            }
        }
        if scalar.isASCII {
            takeASCII(UInt8(scalar.value))
        } else {
            takeOther(scalar)
        }
    }

    private mutating func takeASCII(_ byte: UInt8) {
        switch byte {
        case 97...122: append(byte, isLetter: true, isCapital: false)
        case 65...90: append(byte | 0x20, isLetter: true, isCapital: true)
        case 48...57: append(byte, isLetter: false, isCapital: false)
        case UInt8(ascii: "+"), UInt8(ascii: "#"):
            endWord()
            add(String(UnicodeScalar(byte)), .symbol)
        case UInt8(ascii: "."), UInt8(ascii: ","):
            if letters == 0, !ascii.isEmpty { return pending = byte }
            endWord()
            if byte == UInt8(ascii: ".") { atStart = true }
        case UInt8(ascii: "&") where (1...2).contains(ascii.count) && letters == ascii.count:
            pending = byte
        case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: "\n"),
            UInt8(ascii: "|"), UInt8(ascii: "]"):
            endWord()
            atStart = true
        default:
            endWord()
            part(UInt32(byte))
        }
    }

    /// Notes what stands between words.
    private mutating func part(_ separator: UInt32) {
        switch separator {
        case 0x20, 0xA0:
            if dash == .open { dash = .closed }
            isAfterSpace = true
            return
        case 0x2D, 0x2013, 0x2014: dash = isAfterSpace ? .open : .none
        default: if dash == .open { dash = .none }
        }
        isAfterSpace = false
    }

    private mutating func append(_ byte: UInt8, isLetter: Bool, isCapital: Bool) {
        if ascii.isEmpty, scalars.isEmpty { startsWithCapital = isCapital }
        if isLetter { letters += 1 }
        if isCapital { capitals += 1 }
        if scalars.isEmpty { ascii.append(byte) } else { scalars.append(Unicode.Scalar(byte)) }
    }

    private mutating func takeOther(_ scalar: Unicode.Scalar) {
        switch Scripts.role(of: scalar) {
        case .letter: appendOther(scalar)
        case .digit: appendOther(scalar, isLetter: false)
        case .mark:
            if !ascii.isEmpty || !scalars.isEmpty {
                appendOther(scalar, isLetter: false)
            } else if let last = words.last, last.kind == .character {
                words[words.count - 1].text = Folding.folded(last.text + String(Character(scalar)))
            }
        case .character:
            endWord()
            add(Folding.folded(String(Character(scalar))), .character)
        case .pictograph:
            endWord()
            add(String(Character(scalar)), .symbol)
        case .joiner: break
        case .fullStop:
            endWord()
            atStart = true
        case .separator:
            endWord()
            part(scalar.value)
        }
    }

    private mutating func appendOther(_ scalar: Unicode.Scalar, isLetter: Bool = true) {
        if scalars.isEmpty { scalars.append(contentsOf: ascii.lazy.map { Unicode.Scalar($0) }) }
        let isCapital =
            isLetter && (scalar.properties.isUppercase || scalar.properties.generalCategory == .titlecaseLetter)
        if scalars.isEmpty { startsWithCapital = isCapital }
        if isLetter { letters += 1 }
        if isCapital { capitals += 1 }
        scalars.append(scalar)
    }

    private mutating func endWord() {
        guard !ascii.isEmpty else { return endOther() }
        let text = scalars.isEmpty ? String(decoding: ascii, as: UTF8.self) : Folding.folded(String(scalars))
        addWord(text)
    }

    private mutating func endOther() {
        guard !scalars.isEmpty else { return }
        addWord(Folding.folded(String(scalars)))
    }

    private mutating func addWord(_ text: String) {
        add(text, letters == 0 ? .number : .letters)
        ascii.removeAll(keepingCapacity: true)
        scalars = String.UnicodeScalarView()
        (capitals, letters, startsWithCapital) = (0, 0, false)
    }

    private mutating func add(_ text: String, _ kind: Word.Kind) {
        guard !text.isEmpty else { return }
        words.append(
            Word(
                text: text, kind: kind, isCapitalised: startsWithCapital,
                isAllCapitals: letters >= 2 && capitals == letters, startsSentence: atStart,
                followsDash: dash == .closed))
        (dash, isAfterSpace) = (.none, false)
        if kind != .symbol { atStart = false }
    }

    mutating func finish() -> [Word] {
        endWord()
        return words
    }
}

/// What a scalar outside ASCII does in a text, by its script.
enum Scripts {
    enum Role {
        case letter, digit, mark, character, pictograph
        /// Joins or shapes letters without being one: soft hyphen, zero-width joiners.
        case joiner
        case fullStop, separator
    }

    /// Whether a word is written in a script without spaces.
    static func isWithoutSpaces(_ word: String) -> Bool {
        word.unicodeScalars.first.map { role(of: $0) == .character } ?? false
    }

    static func role(of scalar: Unicode.Scalar) -> Role {
        switch scalar.value {
        case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF, 0xFE00...0xFE0F: return .joiner
        // Punctuation, which most texts outside ASCII consist of; the ellipsis ends a sentence.
        case 0x2010...0x2025, 0x2027...0x206F, 0xA0...0xA9, 0xAB, 0xAC, 0xAE...0xB1, 0xB4, 0xB6...0xB8, 0xBB:
            return .separator
        case 0x2026, 0x3002, 0x3011, 0xFF0E, 0xFF1A, 0xFF5C, 0xFF61, 0xFF01, 0xFF1F: return .fullStop
        default: break
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .letterNumber:
            return isWrittenWithoutSpaces(scalar) ? .character : .letter
        case .decimalNumber, .otherNumber: return .digit
        case .nonspacingMark, .spacingMark, .enclosingMark: return .mark
        case .otherSymbol, .modifierSymbol: return .pictograph
        default: return .separator
        }
    }

    /// Whether words of the scalar's script follow each other, or their endings, without a space. Korean has spaces,
    /// but its particles stick to the words before them.
    private static func isWrittenWithoutSpaces(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0E00...0x0EFF,  // Thai, Lao
            0x1000...0x109F, 0xAA60...0xAA7F, 0xA9E0...0xA9FF,  // Burmese
            0x1780...0x17FF,  // Khmer
            0x1100...0x11FF, 0x3130...0x318F, 0xA960...0xA97F, 0xAC00...0xD7FF, 0xFFA0...0xFFDC,  // Hangul
            0x3005...0x3007, 0x3021...0x3029, 0x3031...0x30FF, 0x31A0...0x31BF, 0x31F0...0x31FF, 0xFF66...0xFF9F,
            0x1B000...0x1B16F,  // kana, bopomofo
            0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF:  // Han
            true
        default: false
        }
    }
}
