internal import Foundation
internal import NewsModel
import WebText

/// Where a section stands on the site.
struct SectionPlace: Sendable, Hashable {
    let name: String
    /// `world`, `science-and-nature`: a name for a folder.
    let slug: String

    var page: String { "section/\(slug)/index.html" }
    var feed: String { "section/\(slug)/atom.xml" }

    private static let longestSlug = 60

    /// The places of sections in the order of their names' first use.
    ///
    /// A name that letters and digits of ASCII can stand for has those; of one that loses something in that, and of
    /// two that would come out alike, a piece of the hash tells them apart, whichever other sections there are.
    static func all(_ names: some Sequence<String>) -> [SectionPlace] {
        var seen: Set<String> = []
        let names = names.map(PlainText.line).filter { seen.insert($0).inserted }
        let plain = names.map(plainSlug)
        let counts = Dictionary(plain.map { ($0.slug, 1) }, uniquingKeysWith: +)
        return zip(names, plain).map { name, plain in
            let isClear = plain.isWhole && counts[plain.slug] == 1
            return SectionPlace(
                name: name, slug: isClear ? plain.slug : "\(plain.slug)-\(SiteIdentity.fingerprint(name))")
        }
    }

    private static func plainSlug(_ name: String) -> (slug: String, isWhole: Bool) {
        let folded = name.folding(options: .diacriticInsensitive, locale: nil).lowercased().replacing(
            "&", with: " and ")
        let words = folded.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        let slug = String(words.joined(separator: "-").prefix(longestSlug))
        let isWhole = !slug.isEmpty && slug.count < longestSlug && !folded.contains { !$0.isASCII && $0.isLetter }
        return (slug.isEmpty ? "s" : slug, isWhole)
    }
}
