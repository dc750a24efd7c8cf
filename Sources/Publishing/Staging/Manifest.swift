import Files
package import Foundation
package import NewsModel
import Parallelism
import WebText

/// What an earlier run left in the output: whose site it is, which files are ours, and what they were made with.
package struct Manifest: Sendable, Hashable, Codable {
    /// Who made a site.
    package enum Maker: String, Sendable, Hashable, Codable {
        case run, demo
    }

    package var maker: Maker
    /// The id of the project that the site belongs to; a site from before there were such has none.
    private var site: String?
    /// What else that project is known by.
    private var traits: [String]?
    /// What the ids in its feeds are made of.
    private var idBase: String?
    /// What all pages depend on besides their editions: templates, the site's settings, the renderer's version.
    package var fingerprint: String
    /// Paths below the output, sorted.
    package var files: [String]
    /// Of the pages among them: the hash of the view, size and path, with spaces between.
    private var pages: [String]
    /// The copies of pictures that each edition shows: its date and their names, with spaces between.
    private var pictures: [String]?
    /// Of the files of editions: size and path, with a space between.
    private var sizes: [String]?

    /// The manifest of files, by their paths in any order, with the marks of the pages among them and the sizes of editions' files, and
    /// whose site it is.
    package init(
        maker: Maker, fingerprint: String, files: some Sequence<String>, marks: [String: PageMark] = [:],
        picturesByEdition: [EditionDate: [String]] = [:], sizes: [String: Int] = [:], owner: SiteOwner? = nil
    ) {
        self.maker = maker
        site = owner?.id
        traits = owner?.traits
        idBase = owner?.identifierBase
        self.fingerprint = fingerprint
        self.files = files.sorted()
        pages = marks.sorted { $0.key < $1.key }.map { "\($0.value.view) \($0.value.size) \($0.key)" }
        self.sizes = sizes.isEmpty ? nil : sizes.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
        let shown = picturesByEdition.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }
        pictures = shown.isEmpty ? nil : shown.map { ([$0.description] + $1.sorted()).joined(separator: " ") }
    }

    /// Whose site it is.
    package var owner: SiteOwner? {
        site.map { id in
            var owner = SiteOwner(id: id, traits: traits ?? [])
            owner.identifierBase = idBase
            return owner
        }
    }

    /// How pages are known again, by their paths.
    var marks: [String: PageMark] {
        let marks = pages.compactMap { page -> (String, PageMark)? in
            let parts = page.split(separator: " ")
            guard parts.count == 3, let size = Int(parts[1]) else { return nil }
            return (String(parts[2]), PageMark(view: String(parts[0]), size: size))
        }
        return Dictionary(marks) { first, _ in first }
    }

    /// In bytes, of the files of editions, by their paths; of some it is not known.
    var sizesOfEditions: [String: Int] {
        let pairs = (sizes ?? []).compactMap { line -> (String, Int)? in
            let parts = line.split(separator: " ")
            return parts.count == 2 ? Int(parts[0]).map { (String(parts[1]), $0) } : nil
        }
        return Dictionary(pairs) { first, _ in first }
    }

    /// The names of the pictures that each edition shows.
    var picturesByEdition: [EditionDate: [String]] {
        let pairs = (pictures ?? []).compactMap { line -> (EditionDate, [String])? in
            let parts = line.split(separator: " ").map(String.init)
            return parts.first.flatMap { EditionDate($0) }.map { ($0, Array(parts.dropFirst())) }
        }
        return Dictionary(pairs) { first, _ in first }
    }

    /// The manifest in an output; `nil` where there is none that can be read.
    package static func read(in output: URL) -> Manifest? {
        // Why it cannot be read does not matter: a site without a manifest is one that we know nothing of.
        guard let data = try? RegularFile.contents(of: output.appending(path: SitePaths.manifest).path) else {
            return nil
        }
        return Manifest(data)
    }

    /// The last that was decoded: a run asks for the same list a dozen times, which in a long archive has thousands of lines.
    private static let decoded = Guarded<(bytes: Data, manifest: Manifest)?>(nil)

    /// `nil` for what is no manifest.
    init?(_ bytes: Data) {
        if let known = Self.decoded.withLock({ $0 }), known.bytes == bytes {
            self = known.manifest
            return
        }
        guard let manifest = try? JSONDecoder().decode(Manifest.self, from: bytes) else { return nil }
        self = manifest
        Self.decoded.withLock { $0 = (bytes, manifest) }
    }

    var bytes: [UInt8] {
        var json = JSONWriter()
        json.object {
            $0.text("maker", maker.rawValue)
            $0.text("site", ifAny: site)
            if let traits { $0.strings("traits", traits) }
            $0.text("idBase", ifAny: idBase)
            $0.text("fingerprint", fingerprint)
            $0.strings("files", files)
            $0.strings("pages", pages)
            if let pictures { $0.strings("pictures", pictures) }
            if let sizes { $0.strings("sizes", sizes) }
        }
        return json.bytes
    }

    /// A list of the files that are made and those of the `previous` site, for while they take their place one by one. Of
    /// a run that is killed meanwhile nobody knows which pages say what: no look is named, so that the next makes all anew.
    func announcing(_ made: Set<String>, after previous: Manifest?) -> Manifest {
        Manifest(
            maker: maker, fingerprint: "", files: made.union(previous?.files ?? []),
            marks: (previous?.marks ?? [:]).filter { !made.contains($0.key) }, picturesByEdition: picturesByEdition,
            sizes: (previous?.sizesOfEditions ?? [:]).filter { !made.contains($0.key) }, owner: owner)
    }

    /// The editions of which a file or a picture is missing in an output, or a file is not as large as when it was written:
    /// somebody or something damaged it since. What somebody put in the place of a file, such as a link, is theirs.
    func damagedEditions(in output: URL) -> Set<EditionDate> {
        let (sizes, folder) = (sizesOfEditions, output.path)
        let damaged = files.lazy.compactMap { path -> EditionDate? in
            guard let date = SitePaths.edition(of: path) else { return nil }
            guard let status = FileStatus("\(folder)/\(path)") else { return date }
            let isWhole = status.kind != .file || sizes[path].map { $0 == status.size } ?? true
            return isWhole ? nil : date
        }
        return Set(damaged).union(editionsWithoutPictures(in: folder))
    }

    private func editionsWithoutPictures(in folder: String) -> [EditionDate] {
        let editions = picturesByEdition
        let missing = Set(editions.values.joined()).filter {
            Disk.kind("\(folder)/\(SitePaths.picture($0))") == .missing
        }
        return editions.filter { !missing.isDisjoint(with: $0.value) }.map(\.key)
    }

    /// The editions besides others that it lists and whose pages stand in an output.
    package func editions(in output: URL, besides others: [EditionDate]) -> Set<EditionDate> {
        editions.subtracting(others).filter { Disk.kind("\(output.path)/\(SitePaths.edition($0))") != .missing }
    }

    /// The paths of the pages of sources that it lists.
    package var sourcePages: Set<String> { Set(files.filter(SitePaths.isSource)) }

    /// The editions whose pages it lists.
    package var editions: Set<EditionDate> {
        Set(files.filter(SitePaths.isIndex).compactMap(SitePaths.edition(of:)))
    }
}
