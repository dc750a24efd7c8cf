import NewsModel

/// What becomes of everything in the old site: decided before anything is touched.
struct SitePlan {
    /// What was made, by path.
    let files: [String: [UInt8]]
    /// What an earlier run listed as its own and is not wanted any more.
    let obsolete: Set<String>

    init(
        _ files: [SiteFile], previous: Manifest?, keeping editions: Set<EditionDate>, standing: Set<String> = [],
        maker: Manifest.Maker, fingerprint: String
    ) {
        var rendered = Self.bytes(of: files)
        let ours = Set(previous?.files ?? [])
        let wanted = ours.filter { path in SitePaths.edition(of: path).map(editions.contains) ?? standing.contains(path)
        }
        .union(files.map(\.path))
        obsolete = ours.subtracting(wanted).subtracting([SitePaths.manifest])
        let marks = Dictionary(files.compactMap { file in file.mark.map { (file.path, $0) } }) { first, _ in first }
        let manifest = Manifest(maker: maker, fingerprint: fingerprint, files: wanted, marks: marks)
        rendered[SitePaths.manifest] = manifest.bytes
        self.files = rendered
    }

    /// A few files anew, all else as it is.
    init(replacing files: [SiteFile], previous: Manifest?, maker: Manifest.Maker) {
        var rendered = Self.bytes(of: files)
        let manifest = Manifest(
            maker: previous?.maker ?? maker, fingerprint: previous?.fingerprint ?? "",
            files: Set(previous?.files ?? []).union(rendered.keys),
            marks: (previous?.marks ?? [:]).filter { rendered[$0.key] == nil })
        rendered[SitePaths.manifest] = manifest.bytes
        self.files = rendered
        obsolete = []
    }

    private static func bytes(of files: [SiteFile]) -> [String: [UInt8]] {
        let pairs = files.compactMap { file in file.bytes.map { (file.path, $0) } }
        return Dictionary(pairs) { first, _ in first }
    }

    /// In the order in which a reader should meet them where they are replaced one by one: pages and feeds that others
    /// link to first, the front page after them, the list of it all last.
    var order: [String] {
        files.keys.sorted { (Self.rank($0), $0) < (Self.rank($1), $1) }
    }

    private static func rank(_ path: String) -> Int {
        switch path {
        case SitePaths.manifest: 3
        case SitePaths.front: 2
        default: path.hasSuffix(".xml") || path.hasSuffix(".json") ? 1 : 0
        }
    }

    /// Whether a name in the old site is a file of ours that a killed run left half-way.
    static func isLeftover(_ name: String) -> Bool { name.hasPrefix(temporaryPrefix) }

    static let temporaryPrefix = ".broadsheet-new-"
}
