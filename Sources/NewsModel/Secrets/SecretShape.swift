import WebText

/// Tells a value that a machine made up, such as a key or a token, from words.
///
/// Only what has 16 characters or more is judged: shorter ones are ids and years as often as not.
package enum SecretShape {
    static let shortest = 16

    /// Whether a parameter's value, a segment of a path, or another word without spaces looks like a secret.
    ///
    /// It errs on the side of secrecy: of an address that is judged so, the host is published still.
    package static func isRandom(_ text: some StringProtocol) -> Bool {
        guard let runs = runs(of: text) else { return false }
        return isHexadecimal(runs) || runs.contains(where: isMixed) || isDigits(runs) || isUnpronounceable(runs)
    }

    /// Whether it looks like a key beyond doubt, so that no text holds it by chance: an id of digits alone, or words of
    /// a strange language, stand in public addresses as often.
    package static func isToken(_ text: some StringProtocol) -> Bool {
        guard let runs = runs(of: text) else { return false }
        if isHexadecimal(runs) || runs.contains(where: isMixed) { return true }
        guard isUnpronounceable(runs) else { return false }
        return runs.contains { run in
            run.count >= shortest && !run.allSatisfy(\.isDigit)
                || run.count >= 10 && run.dropFirst().contains { !$0.isDigit && !$0.isLowercase }
                    && run.contains(where: \.isLowercase)
        }
    }

    /// Whether it consists of words, and of years or dates among them, as `election2024feed` does.
    static func isWordlike(_ bytes: some Collection<UInt8>) -> Bool {
        let runs = Array(bytes).split { !$0.isAlphanumeric }
        guard !runs.isEmpty, runs.joined().contains(where: { !$0.isDigit }) else { return isDate(Array(bytes)) }
        let numbers = runs.flatMap { $0.split { !$0.isDigit } }
        let words = runs.flatMap { $0.split(whereSeparator: \.isDigit) }
        return numbers.count <= 2 && numbers.allSatisfy(isDate) && !isUnpronounceable(words, 5, 0.85)
    }

    private static func runs(of text: some StringProtocol) -> [ArraySlice<UInt8>]? {
        guard text.utf8.count >= shortest else { return nil }
        let bytes = Array(withoutFileType(text.percentDecoded).utf8)
        guard bytes.count >= shortest, bytes.allSatisfy({ $0 < 0x80 && $0 > 0x20 }) else { return nil }
        return bytes.split { !$0.isAlphanumeric }
    }

    /// Whether it consists of letters as words do, or of digits as numbers and dates do: such a value is no secret where
    /// it stands among others.
    package static func isOrdinary(_ text: some StringProtocol) -> Bool {
        if isRandom(text) { return false }
        let marks = text.unicodeScalars.filter { !"-_ '.:/".unicodeScalars.contains($0) }
        return marks.allSatisfy { ("0"..."9").contains($0) }
            || marks.allSatisfy(\.properties.isAlphabetic) && !text.dropFirst().contains(where: \.isUppercase)
    }

    /// Whether a value of which nothing else is known is one that nobody would write by chance.
    static func isMadeUp(_ value: some StringProtocol) -> Bool {
        isRandom(value)
            || value.utf8.count >= SecretSpellings.shortest && !isOrdinary(value)
                && value.contains(where: \.isNumber) && value.contains(where: \.isLetter)
    }

    /// Whether it is a word or a few, or a short number, as the name of a list or a page has them.
    static func isPlain(_ value: some StringProtocol) -> Bool {
        let isWord = value.allSatisfy { $0.isLetter || "-_+. ".contains($0) }
        let isOfOneCase = isWord && value == value.uppercased() && value.count < 20
        return isOfOneCase || isWord && isOrdinary(value) && value.count < 20
            || value.allSatisfy { $0.isASCII && $0.isNumber } && value.count < 6
    }

    /// The text without what tells the form of a file.
    static func withoutFileType(_ text: String) -> Substring {
        guard let dot = text.lastIndex(of: "."), text[dot...].utf8.count <= 6 else { return text[...] }
        return text[..<dot]
    }

    /// Digits of base 16, letters among them, as of a hash or a UUID.
    private static func isHexadecimal(_ runs: [ArraySlice<UInt8>]) -> Bool {
        let all = runs.joined()
        return all.allSatisfy({ $0.hexValue != nil }) && all.count >= shortest && all.contains(where: \.isDigit)
            && all.contains { !$0.isDigit } && runs.count <= 5
            && (runs.count == 1 || runs.contains { $0.contains(where: \.isDigit) && $0.contains { !$0.isDigit } })
    }

    private static func isDigits(_ runs: [ArraySlice<UInt8>]) -> Bool {
        runs.contains { $0.count >= shortest && $0.allSatisfy(\.isDigit) }
    }

    /// Letters and digits in one run, as no word has them.
    private static func isMixed(_ run: ArraySlice<UInt8>) -> Bool {
        run.count >= 10 && run.count(where: \.isDigit) >= 3 && run.contains { !$0.isDigit } && !isWordWithNumber(run)
    }

    /// Whether a run consists of words around a year, a date or one small number: `olympics2024news`, `top100songs`.
    private static func isWordWithNumber(_ run: ArraySlice<UInt8>) -> Bool {
        let numbers = run.split { !$0.isDigit }
        let words = run.split(whereSeparator: \.isDigit)
        guard words.allSatisfy({ $0.count > 1 }), words.joined().count >= 3 else { return false }
        let isOfYear =
            numbers.count <= 2 && numbers.contains(where: isDate)
            && numbers.allSatisfy { isDate($0) || $0.count <= 2 }
        let isCount =
            numbers.count == 1 && numbers.allSatisfy { $0.count <= 3 } && words.allSatisfy { $0.count > 2 }
            && !run.dropFirst().contains { !$0.isDigit && !$0.isLowercase }
        return (isOfYear || isCount) && !isUnpronounceable(words, 1, 0.7)
    }

    /// Whether digits are a year, a month or a day of our time.
    private static func isDate(_ digits: some Collection<UInt8>) -> Bool {
        guard [4, 6, 8].contains(digits.count), digits.allSatisfy(\.isDigit),
            ["19", "20"].contains(String(decoding: digits.prefix(2), as: UTF8.self))
        else { return false }
        let rest = Array(digits.dropFirst(4)).map { Int($0) - 48 }
        let numbers = stride(from: 0, to: rest.count, by: 2).map { rest[$0] * 10 + rest[$0 + 1] }
        return zip(numbers, [12, 31]).allSatisfy { (1...$1).contains($0) }
    }

    /// Whether the letters follow each other as in no language: of random ones a third are pairs that words have, in
    /// base 64 a quarter; of words nine in ten, and of few fewer than two thirds.
    private static func isUnpronounceable(
        _ runs: [ArraySlice<UInt8>], _ fewest: Int = 9, _ share: Double = 0.62
    ) -> Bool {
        var (natural, all) = (0, 0)
        for run in runs {
            for (one, next) in zip(run, run.dropFirst()) {
                all += 1
                if isNatural(one, next) { natural += 1 }
            }
        }
        return all >= fewest && Double(natural) < share * Double(all)
    }

    private static func isNatural(_ one: UInt8, _ next: UInt8) -> Bool {
        if one.isDigit || next.isDigit { return one.isDigit && next.isDigit }
        if one.isLowercase, !next.isLowercase { return false }
        return pairs[Int(one | 0x20) << 5 & 0x3E0 | Int(next & 0x1F)]
    }

    /// The pairs of letters of which words consist, 94 in a hundred of those in news of several languages.
    private static let pairs: [Bool] = {
        var table = [Bool](repeating: false, count: 1024)
        for pair in WordList.words(PackageResources.letter_pairs_txt).map({ Array($0.utf8) }) {
            table[Int(pair[0] & 0x1F) << 5 | Int(pair[1] & 0x1F)] = true
        }
        return table
    }()
}

extension UInt8 {
    fileprivate var isLowercase: Bool { isLetter && self & 0x20 != 0 }
}
