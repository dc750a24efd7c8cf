import Foundation

/// Language tags (BCP 47) as sources write them, reduced to what is registered: a page with an unknown one is not valid,
/// and no browser would make anything of it.
enum LanguageTag {
    /// Language, script and region of a tag, as far as they are known; `nil` where the language is not.
    static func known(_ text: String) -> String? {
        let parts = text.split(whereSeparator: { $0 == "-" || $0 == "_" }).map(String.init)
        guard let language = parts.first?.lowercased(), languages.contains(language) else { return nil }
        var tag = language
        for part in parts.dropFirst().prefix(2) {
            if scripts.contains(part.capitalized) {
                tag += "-" + part.capitalized
            } else if regions.contains(part.uppercased()) {
                return tag + "-" + part.uppercased()
            }
        }
        return tag
    }

    private static let languages = Set(
        Locale.LanguageCode.isoLanguageCodes.map(\.identifier).filter { $0.utf8.count == 2 })
    private static let regions = Set(Locale.Region.isoRegions.map(\.identifier).filter { $0.utf8.count == 2 })
    private static let scripts: Set = ["Arab", "Cyrl", "Deva", "Hans", "Hant", "Latn"]
}
