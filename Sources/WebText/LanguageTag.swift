import Foundation

/// Language tags (BCP 47) as sources write them.
package enum LanguageTag {
    /// A tag in the form that BCP 47 recommends, whatever its marks and letters: `pt_BR` as `pt-BR`, `EN-us` as `en-US`,
    /// the English name of a language as its code. What is no tag stays as it is.
    package static func normalised(_ text: String) -> String {
        if isNormal(text) { return text }
        if let tag = withRegion(text) { return tag }
        let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
        // `en_US.UTF-8`, and the first of a list.
        let tag = text.prefix { $0 != "." && $0 != "@" && $0 != "," && $0 != ";" }
        let parts = tag.split(whereSeparator: { $0 == "-" || $0 == "_" || $0 == " " }).map(String.init)
        guard let first = parts.first?.lowercased() else { return text }
        guard parts.allSatisfy(isPart), (2...3).contains(first.utf8.count), first.utf8.allSatisfy(\.isLetter) else {
            return codesByName[first] ?? text
        }
        return ([renewed[first] ?? first] + cased(parts.dropFirst())).joined(separator: "-")
    }

    /// Language, script and region of a tag, as far as they are registered; `nil` where the language is not: a page with
    /// an unknown one is not valid, and no browser would make anything of it.
    package static func known(_ text: String) -> String? {
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

    /// A language and a region of two letters each, which nearly all tags are that are more than a language.
    private static func withRegion(_ text: String) -> String? {
        var bytes = Array(text.utf8)
        guard bytes.count == 5, bytes[2] == ASCII.minus || bytes[2] == UInt8(ascii: "_"),
            [0, 1, 3, 4].allSatisfy({ bytes[$0].isLetter })
        else { return nil }
        bytes = [bytes[0] | 0x20, bytes[1] | 0x20, ASCII.minus, bytes[3] & 0xDF, bytes[4] & 0xDF]
        let tag = String(decoding: bytes, as: UTF8.self)
        return renewed[String(tag.prefix(2))] == nil ? tag : nil
    }

    /// Whether a tag is the code of a language alone, in small letters, as most.
    private static func isNormal(_ text: String) -> Bool {
        text.utf8.count == 2 && text.utf8.allSatisfy { $0.isLetter && $0 >= UInt8(ascii: "a") } && renewed[text] == nil
    }

    private static func isPart(_ part: String) -> Bool {
        part.utf8.count <= 8 && part.utf8.allSatisfy(\.isAlphanumeric)
    }

    /// Scripts with a capital, regions in capitals, all else, and all behind a single letter, in small letters.
    private static func cased(_ parts: some Sequence<String>) -> [String] {
        var isExtension = false
        return parts.map { part in
            isExtension = isExtension || part.utf8.count == 1
            if isExtension { return part.lowercased() }
            let isWord = part.utf8.allSatisfy(\.isLetter)
            return part.utf8.count == 2 && isWord
                ? part.uppercased() : part.utf8.count == 4 && isWord ? part.capitalized : part.lowercased()
        }
    }

    /// Codes that were changed, and that old programs still write.
    private static let renewed = ["iw": "he", "in": "id", "ji": "yi"]

    private static let codesByName: [String: String] = {
        let english = Locale(identifier: "en")
        let names = languages.map { code -> [(String, String)] in
            [english, Locale(identifier: code)].compactMap { locale in
                locale.localizedString(forLanguageCode: code).map { ($0.lowercased(), code) }
            }
        }
        return Dictionary(names.flatMap(\.self), uniquingKeysWith: { min($0, $1) })
    }()

    private static let languages = Set(
        Locale.LanguageCode.isoLanguageCodes.map(\.identifier).filter { $0.utf8.count == 2 })
    private static let regions = Set(Locale.Region.isoRegions.map(\.identifier).filter { $0.utf8.count == 2 })
    private static let scripts: Set = ["Arab", "Cyrl", "Deva", "Hans", "Hant", "Latn"]
}
