import NewsModel
import Parallelism

/// A file of the site: where it stands below the root, and what is in it.
package struct SiteFile: Sendable, Hashable {
    /// One of ``SitePaths``.
    package let path: String
    /// `nil` where the file that stands in the old site says the same.
    package let bytes: [UInt8]?
    /// How a page is known again; `nil` for what is made anew each night.
    let mark: PageMark?

    package init(path: String, bytes: [UInt8]) {
        self.init(path: path, bytes: bytes, mark: nil)
    }

    /// A page that was made of a view with the hash `view`.
    init(path: String, bytes: [UInt8], view: String) {
        self.init(path: path, bytes: bytes, mark: PageMark(view: view, size: bytes.count))
    }

    /// A page that the old site has.
    init(path: String, unchanged mark: PageMark) {
        self.init(path: path, bytes: nil, mark: mark)
    }

    private init(path: String, bytes: [UInt8]?, mark: PageMark?) {
        precondition(SitePaths.isSound(path), "“\(path)” is no name that we publish under")
        self.path = path
        self.bytes = bytes
        self.mark = mark
    }

    /// The same without secrets.
    func redacted(by redactor: Redactor) -> SiteFile {
        // In a picture there is no text, and a byte that is changed spoils it.
        guard let bytes, !SitePaths.isPicture(path) else { return self }
        let redacted = redactor.redact(bytes, as: path.hasSuffix(".json") ? .json : .page)
        return SiteFile(path: path, bytes: redacted, mark: mark.map { PageMark(view: $0.view, size: redacted.count) })
    }
}

/// Some files of a site, made when they are asked for. What they hold depends on no other part, so that all cores make
/// parts side by side, and one is written while others are made.
package struct SitePart: Sendable {
    /// Given the pages of the old site, of which those that would come out the same are not made.
    let files: @Sendable (KnownPages) -> [SiteFile]

    init(files: @escaping @Sendable (KnownPages) -> [SiteFile]) {
        self.files = files
    }

    /// One that is made already.
    package init(_ files: [SiteFile]) {
        self.files = { _ in files }
    }

    /// The same without secrets: every byte of the site comes by here before it is written.
    func redacted(by redactor: Redactor) -> SitePart {
        guard !redactor.isEmpty else { return self }
        return SitePart { known in files(known).map { $0.redacted(by: redactor) } }
    }

    /// The files of all parts, in their order, each of them made.
    package static func files(of parts: [SitePart]) -> [SiteFile] { files(of: parts, given: .none) }

    /// The same, but for the pages that are known.
    static func files(of parts: [SitePart], given known: KnownPages) -> [SiteFile] {
        Parallel.map(parts.count) { parts[$0].files(known) }.flatMap { $0 }
    }
}

/// How a page that was made is known again.
package struct PageMark: Sendable, Hashable {
    /// The hash of what its view said; the look of all pages is the fingerprint's.
    let view: String
    /// In bytes.
    let size: Int
}

/// The pages of the old site, by what they were made of: one that would come out the same is not made again.
struct KnownPages: Sendable {
    /// Of a site of which nothing is known.
    static let none = KnownPages(marks: [:], folder: "")

    private let marks: [String: PageMark]
    private let folder: String

    private init(marks: [String: PageMark], folder: String) {
        self.marks = marks
        self.folder = folder
    }

    /// The pages that the manifest of the old site in `folder` lists; none where tonight's
    /// ``SiteRenderer/fingerprint(of:)`` is another, since all pages look different then.
    init(_ manifest: Manifest?, fingerprint: String, folder: String) {
        guard let manifest, manifest.fingerprint == fingerprint else { self = .none; return }
        self.init(marks: manifest.marks, folder: folder)
    }

    /// The mark of the page at `path`, if it was made of such a view and nothing shows that somebody changed it since.
    func mark(of path: String, view: String) -> PageMark? {
        guard let mark = marks[path], mark.view == view,
            FileStatus(folder + "/" + path)?.isFile(ofSize: mark.size) == true
        else {
            return nil
        }
        return mark
    }
}
