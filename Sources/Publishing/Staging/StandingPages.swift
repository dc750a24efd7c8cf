/// What the pages of a site that stands were made from: one that would come out the same is not made again.
struct StandingPages: Sendable {
    /// Of a site of which nothing is known.
    static let none = StandingPages(marks: [:], place: "")

    private let marks: [String: PageMark]
    private let place: String

    private init(marks: [String: PageMark], place: String) {
        self.marks = marks
        self.place = place
    }

    /// - Parameters:
    ///   - manifest: That of the site, if it has one.
    ///   - fingerprint: ``SiteRenderer/fingerprint(of:)`` of tonight: where all pages look different, none is known.
    ///   - place: The folder of the site.
    init(_ manifest: Manifest?, fingerprint: String, place: String) {
        guard let manifest, manifest.fingerprint == fingerprint else { self = .none; return }
        self.init(marks: manifest.marks, place: place)
    }

    /// The mark of the page at `path`, if it was made from `basis` and nothing shows that somebody changed it since.
    func mark(of path: String, madeFrom basis: String) -> PageMark? {
        guard let mark = marks[path], mark.basis == basis, Disk.size(ofFile: place + "/" + path) == mark.size else {
            return nil
        }
        return mark
    }
}

/// How a page that was made is known again.
package struct PageMark: Sendable, Hashable {
    /// A digest of what its view said; the look of all pages is the fingerprint's.
    let basis: String
    /// In bytes.
    let size: Int
}
