import WebText

/// The words of the pages in one language, from a file of `key = value` lines.
///
/// A value may hold places such as `{n}`. Keys that end in `.one`, `.other`, … are forms of one phrase for a count.
struct Words: Sendable {
    /// BCP 47, as the configuration says it.
    let language: String
    private let entries: [String: String]
    /// The same, with their places found.
    private let phrases: [String: Phrase]
    /// What stands between the items of a list, and before the last.
    private let listMarks: (next: String, last: String)
    /// All of them, for the templates to ask for by name; a dot in a key is a dash there.
    let forTemplates: [String: String]
    /// How the language writes numbers.
    let figures: Figure

    /// The English file always counts; what it says stands where the site's language lacks a key.
    init(language: String, entriesOf files: [String: [UInt8]]) {
        self.language = language
        var entries: [String: String] = [:]
        for name in Self.fileNames(for: language) {
            guard let file = files[name] else { continue }
            Self.add(Self.entries(of: String(decoding: file, as: UTF8.self)), to: &entries)
        }
        self.entries = entries
        phrases = entries.mapValues(Phrase.init)
        figures = Figure(entries)
        let mark = { (key: String) in (entries[key] ?? key).replacing("_", with: " ") }
        listMarks = (mark("list.next"), mark("list.last"))
        forTemplates = Dictionary(
            entries.map { ($0.key.split(separator: ".").joined(separator: "-"), $0.value) }
        ) { first, _ in first }
    }

    /// A language that has a phrase has all of its forms: what it says of a count must not be mixed with the forms of
    /// the language that it stands in for.
    private static func add(_ own: [String: String], to entries: inout [String: String]) {
        let phrases = Set(own.keys.map(PluralForm.phrase))
        for key in entries.keys where phrases.contains(PluralForm.phrase(of: key)) { entries[key] = nil }
        entries.merge(own) { _, own in own }
    }

    /// From the most general to the most fitting: `en.txt`, `de.txt`, `de-ch.txt`.
    static func fileNames(for language: String) -> [String] {
        let tag = language.lowercased()
        let primary = tag.split(separator: "-").first.map(String.init) ?? tag
        return ["en.txt", "\(primary).txt"] + (tag == primary ? [] : ["\(tag).txt"])
    }

    static func entries(of text: String) -> [String: String] {
        var entries: [String: String] = [:]
        for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
            guard let mark = line.firstIndex(of: "=") else { continue }
            entries[trimmed(line[..<mark])] = trimmed(line[line.index(after: mark)...])
        }
        return entries
    }

    /// Without the spaces around the sign, the rest is most often plain already.
    private static func trimmed(_ part: Substring) -> String {
        let start = part.utf8.firstIndex { $0 != UInt8(ascii: " ") } ?? part.endIndex
        let end = part.utf8.lastIndex { $0 != UInt8(ascii: " ") }.map { part.utf8.index(after: $0) } ?? start
        return PlainText.line(String(part[start..<end]))
    }

    subscript(key: String) -> String { entries[key] ?? key }

    /// What only some languages have to say.
    func ifAny(_ key: String) -> String? { entries[key] }

    /// A phrase with its places filled.
    func phrase(_ key: String, _ places: [String: String] = [:]) -> String {
        filled(key, places) { $0 }
    }

    /// A phrase for HTML: escaped, with `names` in it that come from elsewhere and are isolated, so that one that is
    /// written the other way does not turn what stands around it.
    func markup(_ key: String, _ places: [String: String] = [:], names: [String: RawText]) -> RawText {
        let escaped = places.mapValues(Escape.markup)
        return .made(of: filled(key, escaped.merging(names.mapValues(\.text)) { _, name in name }, Escape.markup))
    }

    /// A list of names as a sentence has it, each of them isolated.
    func markupList(_ names: [String]) -> RawText {
        let parts = zip(separators(names.count), names).map { Escape.markup($0) + RawText.isolated($1).text }
        return .made(of: parts.joined())
    }

    private func filled(_ key: String, _ places: [String: String], _ written: (String) -> String) -> String {
        (phrases[key] ?? Phrase(key)).filled(places, written)
    }

    /// The form of a phrase for `count`, which also fills its `{n}`.
    func count(_ key: String, _ count: Int, _ places: [String: String] = [:]) -> String {
        phrase(form(of: key, count), places.merging(["n": figures.whole(count)]) { given, _ in given })
    }

    /// The key of the form for `count`; the bare one where the language has one form for all.
    func form(of key: String, _ count: Int) -> String {
        let form = PluralForm.of(count, in: language).rawValue
        return ["\(key).\(form)", "\(key).other"].first { entries[$0] != nil } ?? key
    }

    /// A list as a sentence has it: “A, B and C”.
    func list(_ items: [String]) -> String {
        zip(separators(items.count), items).map { $0 + $1 }.joined()
    }

    /// What stands before each of `count` items of a list.
    func separators(_ count: Int) -> [String] {
        let (next, last) = listMarks
        return (0..<count).map { $0 == 0 ? "" : $0 == count - 1 ? last : next }
    }

    /// The names of a list such as the months, parted by `|`.
    func names(_ key: String) -> [String] {
        self[key].split(separator: "|").map(String.init)
    }

    /// Which way the language is written.
    var direction: String { Self.isRightToLeft(language) ? "rtl" : "ltr" }

    static func isRightToLeft(_ language: String) -> Bool {
        let parts = language.lowercased().split(separator: "-")
        if parts.dropFirst().contains(where: { $0 == "latn" }) { return false }
        return parts.first.map { rightToLeft.contains(String($0)) } ?? false
    }

    private static let rightToLeft: Set<String> = [
        "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "ps", "sd", "ug", "ur", "yi",
    ]

    /// What the tool itself says of a source or a story, such as advice and reasons, is English in every site: pages
    /// in another language mark it as that. `nil` where nothing has to be marked.
    var languageOfTheTool: String? { language.lowercased().split(separator: "-").first == "en" ? nil : "en" }
}
