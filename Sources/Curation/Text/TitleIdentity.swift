/// When two titles are the same title: case, accents, punctuation and the paper's own name aside.
enum TitleIdentity {
    /// The words of a title as one string, without the names of its source and publisher at its end (`| The Herald`, `-
    /// herald.example`); `nil` for a title without any.
    static func key(of title: String, names: [String] = []) -> String? {
        Headline(title, names: names).key
    }

    /// The title without flags before it and names behind it.
    static func bare(_ title: String, names: [String]) -> String {
        withoutName(withoutFlag(title), names: names)
    }

    /// What stands behind the last bar or dash of a title, as ``bare(_:names:)`` compares it with names; `nil` where nothing
    /// does, or nothing before it.
    static func affix(of title: String) -> String? {
        guard let (head, tail) = splitAtLastSeparator(title), !compact(head).isEmpty else { return nil }
        let affix = compact(tail)
        return affix.isEmpty ? nil : affix
    }

    /// The title without the paper's name behind a bar or dash at its end.
    private static func withoutName(_ title: String, names: [String]) -> String {
        guard let (head, tail) = splitAtLastSeparator(title) else { return title }
        let last = compact(tail)
        guard !last.isEmpty, !compact(head).isEmpty else { return title }
        let isName = names.contains { name in
            let name = compact(name)
            return name == last || name.count > 3 && last.hasSuffix(name) && last.count <= name.count + 4
                || last.count > 3 && name.hasPrefix(last)
        }
        return isName || agencies.contains(last) ? String(head) : title
    }

    /// Splits at the last bar, dash, dot or pair of colons that stands between spaces, or at a wide bar.
    private static func splitAtLastSeparator(_ title: String) -> (Substring, Substring)? {
        let bytes = title.utf8
        var end = bytes.endIndex
        while let space = bytes[..<end].lastIndex(of: UInt8(ascii: " ")) {
            for separator in separators where bytes[space...].starts(with: separator) {
                return (title[..<space], title[bytes.index(space, offsetBy: separator.count)...])
            }
            end = space
        }
        guard !bytes.allSatisfy({ $0 < 0x80 }), let bar = title.lastIndex(of: "｜") else { return nil }
        return (title[..<bar], title[title.index(after: bar)...])
    }

    private static let separators = [" | ", " - ", " – ", " — ", " :: ", " · ", " » "].map { Array($0.utf8) }

    /// “BREAKING: …”, “UPDATE 2-…”: what an editor hangs in front of a title that stays the same.
    private static func withoutFlag(_ title: String) -> String {
        guard let mark = title.utf8.prefix(16).firstIndex(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "-") })
        else { return title }
        let words = Tokenizer.texts(of: String(title[..<mark]))
        guard let first = words.first, flags.contains(first),
            words.count == 1 || words.count == 2 && Int(words[1]) != nil || words == ["breaking", "news"]
        else { return title }
        return String(title[title.utf8.index(after: mark)...])
    }

    private static func compact(_ text: some StringProtocol) -> String {
        Tokenizer.texts(of: String(text)).joined()
    }

    private static let flags: Set<String> = ["breaking", "update", "updated", "corrected", "exclusive", "urgent"]

    private static let agencies: Set<String> = [
        "reuters", "ap", "apnews", "associatedpress", "afp", "upi", "dpa", "ansa", "efe", "xinhua", "tass",
    ]
}
