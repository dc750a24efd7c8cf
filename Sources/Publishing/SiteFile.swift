internal import NewsModel

/// A file of the site: where it stands below the root, and what is in it.
package struct SiteFile: Sendable, Hashable {
    /// Parts parted by `/`, each of `[A-Za-z0-9._-]` and at most 120 characters.
    package let path: String
    /// `nil` where the file that stands there says the same.
    package let bytes: [UInt8]?
    /// How it is known again; `nil` for what is made anew each night.
    let mark: PageMark?

    package init(path: String, bytes: [UInt8]) {
        self.init(path: path, bytes: bytes, mark: nil)
    }

    /// A page that was made from `basis`.
    init(path: String, bytes: [UInt8], basis: String) {
        self.init(path: path, bytes: bytes, mark: PageMark(basis: basis, size: bytes.count))
    }

    /// A page that stands.
    init(path: String, standing mark: PageMark) {
        self.init(path: path, bytes: nil, mark: mark)
    }

    private init(path: String, bytes: [UInt8]?, mark: PageMark?) {
        precondition(Self.isSound(path), "“\(path)” is no name that we publish under")
        self.path = path
        self.bytes = bytes
        self.mark = mark
    }

    /// The same without secrets.
    func redacted(by redactor: Redactor) -> SiteFile {
        guard let bytes else { return self }
        let redacted = redactor.redact(bytes, as: path.hasSuffix(".json") ? .json : .page)
        return SiteFile(
            path: path, bytes: redacted, mark: mark.map { PageMark(basis: $0.basis, size: redacted.count) })
    }

    /// Whether a path keeps the rule for published names; nothing that a source said ever names a file, so one that
    /// does not is a mistake of ours.
    static func isSound(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return !parts.isEmpty
            && parts.allSatisfy { part in
                (1...120).contains(part.utf8.count) && part != "." && part != ".." && part.utf8.allSatisfy(isNameByte)
            }
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
