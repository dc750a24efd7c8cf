import NewsModel

/// A text of the file as it may stand in a message: short, and without what stands before an `@`.
///
/// What comes from the environment is never quoted: messages show `${NAME}` as it is written in the file.
func quoted(_ raw: String) -> String {
    guard !raw.isEmpty else { return "an empty text" }
    let shown = Array(Redactor.withoutRandomWords(Redactor.publishing(maskingCredentials(raw))))
    let mostCharacters = 60
    let cut = shown.count > mostCharacters ? shown.prefix(mostCharacters) + ["…"] : shown
    let text = String(cut).replacing(/[\r\n\t]+/, with: " ")
    return text.contains("`") ? "“\(text)”" : "`\(text)`"
}

/// `https://me:word@host/` becomes `https://•••@host/`, also where the address is broken.
private func maskingCredentials(_ text: String) -> String {
    guard let at = text.lastIndex(of: "@") else { return text }
    let start = text.firstRange(of: "://")?.upperBound ?? text.startIndex
    guard start <= at else { return text }
    return text[..<start] + "•••" + text[at...]
}

/// A key that nobody knows, of which only the first word is shown: with a colon forgotten, the rest is a value.
func quotedKey(_ key: String) -> String {
    wordBeforeMissingColon(in: key).map { quoted($0 + " …") } ?? quoted(key)
}

/// The first word of a key that holds more than one: `limit` of `limit 3`, which was meant as `limit: 3`.
func wordBeforeMissingColon(in key: String) -> String? {
    guard let end = key.firstIndex(where: { $0.isWhitespace || $0 == ":" || $0 == "=" }), end > key.startIndex else {
        return nil
    }
    return String(key[..<end])
}

/// `a`, `b` and `c` as words of a sentence.
func listed(_ words: [String], _ conjunction: String = "or") -> String {
    let quoted = words.map { "`\($0)`" }
    guard quoted.count > 1, let last = quoted.last else { return quoted.first ?? "" }
    return quoted.dropLast().joined(separator: ", ") + " \(conjunction) " + last
}
