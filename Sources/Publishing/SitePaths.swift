import Crypto
import Foundation
package import NewsModel
import WebText

/// The paths of everything that is published, below the site's root: what pages, feeds, links, the site map and the
/// manifest know of them stands here alone.
package enum SitePaths {
    static let front = "index.html"
    static let archive = "archive/index.html"
    package static let archiveData = "archive.json"
    package static let health = "health.html"
    static let notFound = "404.html"
    static let stories = "atom.xml"
    static let digest = "digest.xml"
    static let storiesAsJSON = "feed.json"
    static let healthFeed = "health.xml"
    package static let healthData = "health.json"
    static let sources = "opml.xml"
    static let siteMap = "sitemap.xml"
    static let style = "style.css"
    static let icon = "favicon.svg"
    static let robots = "robots.txt"
    /// It has GitHub Pages publish the site as it is.
    static let noJekyll = ".nojekyll"
    static let manifest = ".broadsheet.json"

    /// The report on the health of the sources.
    package static let healthPaths: Set<String> = [health, healthData, healthFeed]

    private static let slash = UInt8(ascii: "/")
    private static let sectionFolder = "section/"
    private static let sourceFolder = "source/"
    private static let pictureFolder = "picture/"

    package static func edition(_ date: EditionDate) -> String { date.path + "/" + front }
    static func stories(of date: EditionDate) -> String { date.path + "/" + stories }
    static func leftOut(of date: EditionDate) -> String { date.path + "/left-out.html" }
    package static func data(of date: EditionDate) -> String { date.path + "/edition.json" }

    /// Whether a path is that of what an edition can be restored from.
    static func isData(_ path: String) -> Bool { edition(of: path).map { data(of: $0) == path } ?? false }

    /// The copy of a picture, named for the hash of its bytes.
    package static func picture(_ name: String) -> String { pictureFolder + name }

    /// The name of the picture whose copy stands at a path; `nil` for another file.
    static func pictureName(_ path: String) -> String? {
        guard path.hasPrefix(pictureFolder) else { return nil }
        let name = path.dropFirst(pictureFolder.count)
        return name.isEmpty || name.contains("/") ? nil : String(name)
    }

    static func isPicture(_ path: String) -> Bool { pictureName(path) != nil }

    static func section(_ slug: String) -> String { sectionFolder + slug + "/" + front }
    static func stories(ofSection slug: String) -> String { sectionFolder + slug + "/" + stories }

    /// The page of a source. Its id is fit for a file name by the rules of the configuration; what else it holds becomes
    /// a dash.
    static func source(_ source: SourceID) -> String {
        let bytes = source.rawValue.utf8.prefix(longestName).map { byte in
            byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") ? byte : nameByte(byte)
        }
        let name = String(decoding: bytes, as: UTF8.self)
        return sourceFolder + "\(name.hasPrefix(".") || name.isEmpty ? "s" + name : name).html"
    }

    /// Whether a path is that of a source's page.
    static func isSource(_ path: String) -> Bool { path.hasPrefix(sourceFolder) }

    /// What is written with the edition of a date whatever is in it, and the folders of other pages, which end with `/`.
    static func certain(on date: EditionDate) -> [String] {
        [
            front, archive, health, notFound, self.stories, digest, storiesAsJSON, healthFeed, healthData, sources,
            style,
            icon, robots, manifest, edition(date), leftOut(of: date),
            stories(of: date), data(of: date), sectionFolder, sourceFolder,
        ]
    }

    // MARK: Places within pages

    /// The page of an edition, with the fragment at which it shows a cluster.
    package static func story(_ cluster: Cluster, on date: EditionDate) -> String {
        edition(date) + "#" + anchor(of: cluster)
    }

    static func anchor(of cluster: Cluster) -> String { "s-" + name(cluster.lead.id.rawValue) }

    /// The row of a source on the health page.
    static func health(of source: SourceID) -> String { health + "#" + anchor(of: source) }

    static func anchor(of source: SourceID) -> String { "source-" + name(source.rawValue) }

    // MARK: Reading a path

    /// The edition that a file belongs to; `nil` for one that stands outside of the editions' folders.
    static func edition(of path: String) -> EditionDate? {
        guard let date = EditionDate(path: path.utf8.prefix(10)) else { return nil }
        let name = path.utf8.dropFirst(11)
        let isFile = path.utf8.dropFirst(10).first == slash && !name.isEmpty && !name.contains(slash)
        return isFile ? date : nil
    }

    /// Whether a path is that of a page that a server shows for its folder.
    static func isIndex(_ path: String) -> Bool { path == front || path.hasSuffix("/" + front) }

    /// Whether a path is one of a feed that names the hubs: each but the archive documents, which do not change.
    package static func canBeSubscribedTo(_ path: String) -> Bool {
        switch path {
        case stories, digest, storiesAsJSON, healthFeed: true
        default: path.hasPrefix(sectionFolder) && path.hasSuffix("/" + stories)
        }
    }

    /// What leads from a file to the site's root: empty, `../`, `../../../`.
    static func root(from path: String) -> String { String(repeating: "../", count: path.count { $0 == "/" }) }

    /// A path as an absolute address has it: a folder stands for its page.
    static func published(_ path: String) -> String {
        isIndex(path) ? String(path.dropLast(front.count)) : path
    }

    // MARK: Names

    private static let longestName = 80

    /// A name for a fragment, a file or an identifier: what is neither letter nor digit of ASCII becomes a dash.
    static func name(_ text: String) -> String {
        String(decoding: text.utf8.prefix(longestName).map(nameByte), as: UTF8.self)
    }

    private static func nameByte(_ byte: UInt8) -> UInt8 { isNameByte(byte) ? byte : UInt8(ascii: "-") }

    static func isNameByte(_ byte: UInt8) -> Bool { byte.isAlphanumeric || byte == ASCII.minus }

    /// Whether a path keeps the rule for published names: parts parted by `/`, each of `[A-Za-z0-9._-]` and of 1 to 120
    /// bytes. Nothing that a source said ever names a file, so one that does not is a mistake of ours.
    static func isSound(_ path: String) -> Bool {
        path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
            (1...120).contains(part.utf8.count) && part != "." && part != ".."
                && part.utf8.allSatisfy { isNameByte($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_") }
        }
    }
}

/// A section as it is published: its name, and the folder of its page and its feed.
struct SectionPlace: Sendable, Hashable {
    let name: String
    /// `world`, `science-and-nature`: a name for a folder.
    let slug: String

    var page: String { SitePaths.section(slug) }
    var feed: String { SitePaths.stories(ofSection: slug) }

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
                name: name, slug: isClear ? plain.slug : "\(plain.slug)-\(fingerprint(name))")
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

    /// Eight digits of the hash of a name.
    private static func fingerprint(_ name: String) -> String {
        Hex.text(SHA256.hash(data: Array(name.utf8)).prefix(4))
    }
}
