/// The words of the pages in one language, from a file of `key = value` lines.
///
/// A value may hold places such as `{n}`. Keys that end in `.one`, `.other`, … are forms of one phrase for a count.
struct Words: Sendable {
    /// BCP 47, as the configuration says it.
    let language: String
    private let entries: [String: String]

    /// The English file always counts; what it says stands where the site's language lacks a key.
    init(language: String, files: TemplateSet) {
        self.init(language: language, entriesOf: files.files)
    }

    init(language: String, entriesOf files: [String: [UInt8]]) {
        self.language = language
        var entries: [String: String] = [:]
        for name in Self.fileNames(for: language) {
            guard let file = files[name] else { continue }
            entries.merge(Self.entries(of: String(decoding: file, as: UTF8.self))) { _, own in own }
        }
        self.entries = entries
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
            let key = PlainText.line(String(line[..<mark]))
            entries[key] = PlainText.line(String(line[line.index(after: mark)...]))
        }
        return entries
    }

    /// All of them, for the templates to ask for by name; a dot in a key is a dash there.
    var forTemplates: [String: String] {
        Dictionary(entries.map { ($0.key.replacing(".", with: "-"), $0.value) }) { first, _ in first }
    }

    subscript(key: String) -> String { entries[key] ?? key }

    /// A phrase with its places filled.
    func phrase(_ key: String, _ places: [String: String] = [:]) -> String {
        var rest = self[key][...]
        var text = ""
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            text += rest[..<open]
            // What is no place of this phrase stands as it was written.
            text += places[String(rest[rest.index(after: open)..<close])].map { $0[...] } ?? rest[open...close]
            rest = rest[rest.index(after: close)...]
        }
        return text + rest
    }

    /// The form of a phrase for `count`, which also fills its `{n}`.
    func count(_ key: String, _ count: Int, _ places: [String: String] = [:]) -> String {
        let form = PluralForm.of(count, in: language).rawValue
        let found = entries["\(key).\(form)"] == nil ? "\(key).other" : "\(key).\(form)"
        return phrase(found, places.merging(["n": String(count)]) { given, _ in given })
    }

    /// A list as a sentence has it: “A, B and C”.
    func list(_ items: [String]) -> String {
        zip(separators(items.count), items).map { $0 + $1 }.joined()
    }

    /// What stands before each of `count` items of a list.
    func separators(_ count: Int) -> [String] {
        (0..<count).map { index in
            if index == 0 { return "" }
            return index == count - 1
                ? self["list.last"].replacing("_", with: " ") : self["list.next"].replacing("_", with: " ")
        }
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
        "ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi",
    ]
}
