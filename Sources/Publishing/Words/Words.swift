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
    /// What stands between two clauses of a sentence.
    let clauseMark: String
    /// All of them, for the templates to ask for by name; a dot in a key is a dash there.
    let forTemplates: [String: String]
    let numbers: NumberFormat

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
        numbers = NumberFormat(entries)
        let mark = { (key: String) in (entries[key] ?? key).replacing("_", with: " ") }
        listMarks = (mark("list.next"), mark("list.last"))
        clauseMark = mark("list.clause")
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

    /// A phrase with its places filled; one that is not there as it is asked for.
    func phrase(_ key: String, _ places: [String: String] = [:]) -> String {
        phrases[key]?.parts.map { $0.filled(places) }.joined() ?? key
    }

    /// The same for a page, with names in it that come from elsewhere and have to be isolated, so that one that is
    /// written the other way does not turn what stands around it. A place that is among `names` holds a list of them.
    func parts(_ key: String, _ places: [String: String] = [:], names: [String: [String]]) -> [PhrasePart] {
        (phrases[key] ?? Phrase(key)).parts.flatMap { part -> [PhrasePart] in
            guard case .place(let name) = part, let items = names[name] else {
                return [PhrasePart(text: part.filled(places), isName: false)]
            }
            return zip(separators(items.count), items).flatMap { separator, item in
                (separator.isEmpty ? [] : [PhrasePart(text: separator, isName: false)])
                    + [PhrasePart(text: item, isName: true)]
            }
        }
    }

    /// The form of a phrase for `count`, which also fills its `{n}`.
    func count(_ key: String, _ count: Int, _ places: [String: String] = [:]) -> String {
        phrase(form(of: key, count), places.merging(["n": numbers.whole(count)]) { given, _ in given })
    }

    /// The key of the form for `count`; the bare one where the language has one form for all.
    func form(of key: String, _ count: Int) -> String {
        let form = PluralForm.of(count, in: language).rawValue
        return ["\(key).\(form)", "\(key).other"].first { entries[$0] != nil } ?? key
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
    var direction: String { TextDirection.isRightToLeft(language) ? "rtl" : "ltr" }

    /// What the tool itself says of a source or a story, such as advice and reasons, is English in every site: pages
    /// in another language mark it as that. `nil` where nothing has to be marked.
    var languageOfTheTool: String? { language.lowercased().split(separator: "-").first == "en" ? nil : "en" }
}

/// A phrase with places to fill, such as `{n}`.
private struct Phrase: Sendable {
    enum Part: Sendable {
        case text(String)
        case place(String)

        /// What is no place of the phrase stands as it was written.
        func filled(_ places: [String: String]) -> String {
            switch self {
            case .text(let text): text
            case .place(let name): places[name] ?? "{\(name)}"
            }
        }
    }

    private(set) var parts: [Part] = []

    init(_ text: String) {
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            if open > rest.startIndex { parts.append(.text(String(rest[..<open]))) }
            parts.append(.place(String(rest[rest.index(after: open)..<close])))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { parts.append(.text(String(rest))) }
    }
}

/// A piece of a phrase on a page.
struct PhrasePart: TemplateView, Hashable {
    var text: String
    /// Whether it is a name that comes from elsewhere.
    var isName: Bool

    static let fields: ViewFields<PhrasePart> = [
        "text": .text { $0.text },
        "isName": .flag { $0.isName },
    ]
}
