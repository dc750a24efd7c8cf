import Foundation
import WebText

/// Reads numbers: `1.2 million`, `1,200,000` and `1,2 Mio.` say the same, and so do `three` and `3`, `12th` and `twelfth`.
enum Numerals {
    /// The words of a text, in which each number is one word that says its value. `mayBegin` tells of a word of letters
    /// whether it is a number word.
    static func read(
        _ words: [Word], mayBegin: (Word) -> Bool = { NumberWords.mayBegin($0.text) }
    ) -> [Word] {
        guard let first = words.firstIndex(where: { mayBeNumber($0, mayBegin) }) else { return words }
        var read = Array(words[..<first])
        read.reserveCapacity(words.count)
        var index = first
        while index < words.count {
            if mayBeNumber(words[index], mayBegin), let (word, count) = number(in: words, at: index) {
                read.append(word)
                index += count
            } else {
                split(words[index], into: &read)
                index += 1
            }
        }
        return read
    }

    private static func mayBeNumber(_ word: Word, _ mayBegin: (Word) -> Bool) -> Bool {
        switch word.kind {
        case .number, .character: true
        case .letters: startsWithDigit(word) || mayBegin(word)
        case .symbol: false
        }
    }

    private static func startsWithDigit(_ word: Word) -> Bool {
        word.text.utf8.first.map { (48...57).contains($0) } ?? false
    }

    /// The number that begins at a word, and of how many words it is made.
    private static func number(in words: [Word], at start: Int) -> (Word, Int)? {
        if words[start].kind == .letters, let ordinal = NumberWords.ordinals[words[start].text] {
            return (made(words[start...start], ordinal, isOrdinal: true), 1)
        }
        var sum = NumeralSum()
        var index = start
        while index < words.count, index == start || !words[index].startsSentence,
            let (part, count) = part(in: words, at: index, isFirst: index == start), sum.add(part)
        {
            index += count
        }
        guard index > start, let value = sum.value else { return nil }
        return (made(words[start..<index], value, isOrdinal: false), index - start)
    }

    private static func made(_ words: ArraySlice<Word>, _ value: Double, isOrdinal: Bool) -> Word {
        Word(
            text: words.map(\.text).joined(separator: " "), kind: .number, isCapitalised: false, isAllCapitals: false,
            startsSentence: words.first?.startsSentence ?? false, value: value, isOrdinal: isOrdinal,
            followsDash: words.first?.followsDash ?? false)
    }

    private static func part(in words: [Word], at index: Int, isFirst: Bool) -> (NumeralSum.Part, Int)? {
        let word = words[index]
        switch word.kind {
        case .number:
            var (text, count) = (word.text, 1)
            // 200 000
            while text.utf8.count <= 3 + 3 * (count - 1), !text.utf8.contains(UInt8(ascii: ".")),
                index + count < words.count,
                words[index + count].kind == .number, words[index + count].text.utf8.count == 3,
                !word.text.hasPrefix("0"),
                words[index + count].text.utf8.allSatisfy({ (48...57).contains($0) })
            {
                text += words[index + count].text
                count += 1
            }
            return WrittenNumber.value(of: text).map { (.figure($0), count) }
        case .letters:
            if let value = NumberWords.values[word.text] { return (.word(value), 1) }
            if isFirst { return nil }
            // Twenty-one: alone it mostly is an article.
            if NumberWords.ones.contains(word.text) { return (.word(1), 1) }
            return NumberWords.scales[word.text].map { (.scale($0), 1) }
        case .character:
            return ChineseNumber.part(in: words, at: index, isFirst: isFirst)
        case .symbol: return nil
        }
    }

    /// Adds `51km`, `12th`, `900m` as a number and what it counts, and any other word as it is.
    private static func split(_ word: Word, into words: inout [Word]) {
        guard word.kind == .letters, startsWithDigit(word) else { return words.append(word) }
        let digits = word.text.prefix { $0.isNumber || $0 == "." || $0 == "," }
        let unit = String(word.text.dropFirst(digits.count))
        guard let value = WrittenNumber.value(of: String(digits)), !unit.contains(where: \.isNumber) else {
            return words.append(word)
        }
        var number = word
        (number.kind, number.value, number.number) = (.number, value, -1)
        if NumberWords.ordinalEndings.contains(unit) {
            number.isOrdinal = true
            return words.append(number)
        }
        if let scale = NumberWords.scales[unit] {
            number.value = value * scale
            return words.append(number)
        }
        guard unit.count > 1 else { return words.append(word) }
        number.text = String(digits)
        var rest = word
        (rest.text, rest.number, rest.startsSentence, rest.isCapitalised) = (unit, -1, false, false)
        words.append(number)
        words.append(rest)
    }
}

/// Adds up the parts of a number in words or figures.
private struct NumeralSum {
    enum Part {
        case figure(Double), word(Double), scale(Double)
    }

    private var total = 0.0
    private var current: Double?
    private var lastScale = Double.infinity
    private var isFigure = false

    var value: Double? { current.map { total + $0 } ?? (total > 0 ? total : nil) }

    /// Whether the part continues the number.
    mutating func add(_ part: Part) -> Bool {
        switch part {
        case .figure(let value):
            guard current == nil, total == 0 || value < lastScale else { return false }
            (current, isFigure) = (value, true)
        case .word(let value) where value >= 100:
            return add(.scale(value))
        case .word(let value):
            guard let before = current else {
                current = value
                return true
            }
            // Twenty-one, one hundred and six: a smaller one follows a round one.
            guard !isFigure,
                value < 10 && before.truncatingRemainder(dividingBy: 10) == 0 && before >= 20
                    || value < 100 && before.truncatingRemainder(dividingBy: 100) == 0 && before >= 100
            else { return false }
            current = before + value
        case .scale(let scale):
            if scale == 100, !isFigure, let before = current, before < 10 {
                current = before * 100
                return true
            }
            // Es: mil millones.
            if current == nil, total > 0, lastScale == 1000, scale > 1000 {
                total *= scale
                lastScale = 0
                return true
            }
            guard scale < lastScale else { return false }
            if scale < 1000, current == nil {
                current = scale
                return true
            }
            total += (current ?? 1) * scale
            (current, lastScale, isFigure) = (nil, scale, false)
        }
        return true
    }
}

/// Numbers in digits, with points and commas.
private enum WrittenNumber {
    /// The value; `nil` for a date, a version and the like.
    static func value(of text: String) -> Double? {
        let marks = text.filter { $0 == "." || $0 == "," }
        guard !marks.isEmpty else { return text.utf8.count <= 15 ? Double(text) : nil }
        let parts = text.split { $0 == "." || $0 == "," }
        let areGroups =
            parts.dropFirst().allSatisfy { $0.count == 3 } && (1...3).contains(parts[0].count) && parts[0] != "0"
        if marks.count == 1 {
            return areGroups ? Double(parts.joined()) : Double(parts.joined(separator: "."))
        }
        if Set(marks).count == 1 { return areGroups ? Double(parts.joined()) : nil }
        return Double(parts.dropLast().joined() + "." + (parts.last ?? ""))
    }
}

/// Numbers in Chinese characters, as Chinese and Japanese write them, and their scales behind digits.
private enum ChineseNumber {
    static func part(in words: [Word], at index: Int, isFirst: Bool) -> (NumeralSum.Part, Int)? {
        if !isFirst, let scale = scales[words[index].text] { return (.scale(scale), 1) }
        let run = words[index...].prefix { $0.kind == .character && (digits[$0.text] != nil || scales[$0.text] != nil) }
        guard isFirst, run.count >= 2, let value = value(of: run.map(\.text)) else { return nil }
        return (.figure(value), run.count)
    }

    private static func value(of characters: [String]) -> Double? {
        var (total, section, digit) = (0.0, 0.0, 0.0)
        for character in characters {
            if let value = digits[character] {
                digit = digit * 10 + value
            } else if let scale = scales[character] {
                if scale >= 10_000 {
                    total += max(section + digit, 1) * scale
                    (section, digit) = (0, 0)
                } else {
                    section += max(digit, 1) * scale
                    digit = 0
                }
            }
        }
        return total + section + digit
    }

    private static let digits: [String: Double] = [
        "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]

    private static let scales: [String: Double] = [
        "十": 10, "百": 100, "千": 1000, "万": 10_000, "萬": 10_000, "亿": 1e8, "億": 1e8,
    ]
}

/// Number words of many languages.
enum NumberWords {
    /// Whether a word may begin a number.
    static func mayBegin(_ word: String) -> Bool {
        all.contains(word)
    }

    private static let all = Set(values.keys).union(ordinals.keys)

    static let values = table(PackageResources.number_words_txt)
    static let ordinals = table(PackageResources.ordinal_words_txt)
    static let scales = table(PackageResources.number_scales_txt)

    /// Words for one behind round numbers.
    static let ones: Set<String> = [
        "one", "un", "uno", "una", "um", "uma", "une", "een", "en", "ett", "jeden", "один", "одна",
    ]

    /// What stands behind the digits of an ordinal.
    static let ordinalEndings: Set<String> = [
        "st", "nd", "rd", "th", "er", "ere", "e", "eme", "a", "o", "го", "и", "я", "ая", "ыи", "ои", "е", "de", "ste",
    ]

    private static func table(_ file: [UInt8]) -> [String: Double] {
        var table: [String: Double] = [:]
        for row in WordList.rows(file) {
            for word in row.dropFirst() { table[word] = Double(row[0]) }
        }
        return table
    }
}
