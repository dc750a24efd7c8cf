import WebText

/// What links to embedded things call them, in the language of the text around them.
extension EmbeddedKind {
    /// The name of this kind in a language (BCP 47); in English where the language is unknown or has no names here.
    func name(in language: String?) -> String {
        let names = language.flatMap(Self.names) ?? Self.byLanguage["en"] ?? []
        guard let place = Self.allCases.firstIndex(of: self), place < names.count else { return rawValue }
        return names[place]
    }

    private static func names(in language: String) -> [String]? {
        let parts = language.lowercased().split { $0 == "-" || $0 == "_" }.map(String.init)
        guard let primary = parts.first else { return nil }
        let isTraditional = primary == "zh" && parts.dropFirst().contains { traditional.contains($0) }
        return byLanguage[isTraditional ? "zh-hant" : sameNames[primary] ?? primary]
    }

    /// The script, and the regions in which Chinese is written in it.
    private static let traditional: Set<String> = ["hant", "hk", "mo", "tw"]
    /// Norwegian in its other forms and under its old name.
    private static let sameNames = ["nn": "nb", "no": "nb", "iw": "he", "in": "id"]

    private static let byLanguage: [String: [String]] = Dictionary(
        WordList.rows(PackageResources.embedded_kinds_txt).map { row in
            (row[0], row.dropFirst().map { $0.replacing("_", with: " ") })
        }, uniquingKeysWith: { first, _ in first })
}
