/// Text that is fit to be shown: without control characters, explicit bidirectional controls, and what XML 1.0 forbids.
/// It still has to be escaped for the place where it is printed.
extension PlainText {
    /// Whether a reader sees anything of it: more than spaces, format characters, fillers, and marks upon nothing.
    package static func isVisible(_ text: String) -> Bool { text.unicodeScalars.contains(where: isVisible) }

    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x80 { return scalar.value > 0x20 && scalar.value < 0x7F }
        guard !isSpace(scalar), !blanks.contains(scalar), !scalar.properties.isDefaultIgnorableCodePoint else {
            return false
        }
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .unassigned, .nonspacingMark, .enclosingMark: return false
        default: return true
        }
    }

    /// Letters and signs that are drawn as nothing: Braille without a dot, a musical note without a head, blanks of
    /// hieroglyphs.
    private static let blanks: Set<Unicode.Scalar> = ["\u{2800}", "\u{1D159}", "\u{13441}", "\u{13442}"]

    /// One line: white space of every kind collapsed to single spaces, none at the ends.
    package static func line(_ text: String) -> String {
        if isPlainLine(text) { return text }
        var result = ""
        result.reserveCapacity(text.utf8.count)
        var marks = MarkRun()
        let scalars = text.unicodeScalars
        var rest = scalars[...]
        // Word by word: what lies between two spaces is copied at once.
        while let start = rest.firstIndex(where: { !isSpace($0) }) {
            let end = rest[start...].firstIndex(where: isSpace) ?? scalars.endIndex
            append(scalars[start..<end], to: &result, &marks)
            rest = scalars[end...]
        }
        return result
    }

    /// Adds a word behind a space, as far as it may be shown.
    private static func append(_ word: Substring.UnicodeScalarView, to line: inout String, _ marks: inout MarkRun) {
        let before = marks
        var shown = Substring(word)
        if !word.allSatisfy({ $0.mayBeShown && marks.hasRoom(for: $0) }) {
            marks = before
            shown = Substring(word.filter { $0.mayBeShown && marks.hasRoom(for: $0) })
        }
        guard !shown.isEmpty else { return }
        if !line.isEmpty { line += " " }
        line += shown
    }

    /// Whether a text is one line already, as nearly all are: letters and signs, single spaces within it.
    private static func isPlainLine(_ text: String) -> Bool {
        var wasSpace = true
        for scalar in text.unicodeScalars {
            let isSpace = scalar == " "
            guard isSpace ? !wasSpace : isPlain(scalar) else { return false }
            wasSpace = isSpace
        }
        return !wasSpace
    }

    /// Of the scalars that are shown and neither space nor mark, those that texts are made of: ASCII, the letters of
    /// Latin, Greek, Cyrillic, Hebrew, Arabic, Han and kana, quotation marks and dashes.
    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x21...0x7E, 0xA1...0xAC, 0xAE...0x24F, 0x386...0x3FF, 0x400...0x481, 0x5D0...0x5EA, 0x620...0x64A,
            0x2010...0x2027, 0x2030...0x205E, 0x3001...0x3029, 0x3041...0x3096, 0x30A1...0x30FA, 0x4E00...0x9FFF:
            true
        default: false
        }
    }

    /// The scalars with the property White_Space (UAX #44).
    package static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    /// The same text, white space kept, without the scalars that must not be shown.
    package static func scalars(_ text: String) -> String {
        var marks = MarkRun()
        guard text.unicodeScalars.contains(where: { !$0.mayBeShown || !marks.hasRoom(for: $0) }) else { return text }
        marks = MarkRun()
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where scalar.mayBeShown && marks.hasRoom(for: scalar) {
            result.append(scalar)
        }
        return String(result)
    }

    /// A name, on one line: of a source, a publisher, an author. What is longer than any name is cut.
    package static func name(_ text: String) -> String { cut(line(text), after: 120) }

    /// What a server says of itself, on one line, cut where nobody reads on: it may be as large as a body.
    package static func message(_ text: String) -> String {
        cut(line(String(text.unicodeScalars.prefix(8 * longestMessage))), after: longestMessage)
    }

    private static let longestMessage = 500

    /// A headline, on one line, cut where it is longer than any.
    package static func headline(_ text: String) -> String { cut(line(text), after: 300) }

    /// By characters, and by scalars as well: one character may consist of any number of those.
    private static func cut(_ line: String, after most: Int) -> String {
        guard line.utf8.count > most else { return line }
        var scalars = 0
        var length = 0
        for (index, character) in zip(line.indices, line) {
            scalars += character.unicodeScalars.count
            length += 1
            if length > most || scalars > 4 * most { return wordEnd(in: line, before: index) + "…" }
        }
        return line
    }

    /// `text` up to `end`, without a word that the cut would break and without what would stand badly before an
    /// ellipsis. A script that does not write spaces is cut between characters.
    package static func wordEnd(in text: String, before end: String.Index) -> String {
        var head = text[..<end]
        if !text[end].isWhitespace, let space = head.lastIndex(where: \.isWhitespace),
            head.distance(from: space, to: end) <= longestWord
        {
            head = head[..<space]
        }
        while let last = head.last, last.isWhitespace || ",;:–—-(".contains(last) { head.removeLast() }
        return String(head)
    }

    /// A longer run without a space is no word: it is cut where it stands.
    private static let longestWord = 40
}

/// A counter of the combining marks upon one letter: no script needs more than a few, and a hundred of them reach into
/// the lines above and below.
private struct MarkRun {
    private var length = 0

    /// The longest heap that is let through; Hebrew with vowels and accents takes four, Tibetan six.
    private static let most = 8
    /// Below it there are no combining marks.
    private static let firstMark: UInt32 = 0x0300

    /// Whether the next scalar of a text may stay.
    mutating func hasRoom(for scalar: Unicode.Scalar) -> Bool {
        guard scalar.value >= Self.firstMark, Self.isMark(scalar) else {
            length = 0
            return true
        }
        length += 1
        return length <= Self.most
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: !scalar.properties.isVariationSelector
        default: false
        }
    }
}
