import NewsModel

/// What becomes of everything in the old site: decided before anything is touched.
struct SitePlan {
    /// What was made, by path.
    let files: [String: [UInt8]]
    /// What an earlier run listed as its own and is not wanted any more.
    private(set) var obsolete: Set<String>
    /// What somebody else put where the site needs the names: it makes way, if that was asked for.
    private(set) var displaced: Set<String> = []
    /// What the new manifest lists.
    let listed: Set<String>
    /// The folders in which that stands.
    let folders: Set<String>
    private let manifest: Manifest
    private let previous: Manifest?

    init(
        _ files: [SiteFile], previous: Manifest?, keeping editions: Set<EditionDate>, standing: Set<String> = [],
        pictures: [EditionDate: [String]] = [:], maker: Manifest.Maker, fingerprint: String, owner: SiteOwner? = nil
    ) {
        let ours = Set(previous?.files ?? [])
        let shown = (previous?.picturesByEdition ?? [:]).merging(pictures) { $1 }.filter { editions.contains($0.key) }
        let standing = standing.union(shown.values.joined().map(SitePaths.picture))
        let stays = ours.filter { path in
            SitePaths.edition(of: path).map(editions.contains) ?? standing.contains(path)
        }
        let wanted = stays.union(files.map(\.path))
        let marks = Dictionary(files.compactMap { file in file.mark.map { (file.path, $0) } }) { first, _ in first }
        let manifest = Manifest(
            maker: maker, fingerprint: fingerprint, files: wanted, marks: marks, picturesByEdition: shown,
            sizes: Self.sizes(of: files, previous, wanted), owner: owner ?? previous?.owner)
        self.init(
            files, manifest, previous, obsolete: ours.subtracting(wanted).subtracting([SitePaths.manifest]))
    }

    /// The sizes of editions' files, of those that stay as they were.
    private static func sizes(
        of files: [SiteFile], _ previous: Manifest?, _ wanted: Set<String>
    ) -> [String: Int] {
        let made = files.compactMap { file in
            SitePaths.edition(of: file.path) == nil ? nil : file.bytes.map { (file.path, $0.count) }
        }
        let before = (previous?.sizesOfEditions ?? [:]).filter { wanted.contains($0.key) }
        return before.merging(made) { $1 }
    }

    /// A few files anew, all else as it is.
    init(replacing files: [SiteFile], previous: Manifest?, maker: Manifest.Maker, owner: SiteOwner? = nil) {
        // The feeds are not among them: their ids are what they were.
        var owner = owner ?? previous?.owner
        owner?.identifierBase = previous?.owner?.identifierBase
        let replaced = Set(files.lazy.filter { $0.bytes != nil }.map(\.path))
        let manifest = Manifest(
            maker: previous?.maker ?? maker, fingerprint: previous?.fingerprint ?? "",
            files: Set(previous?.files ?? []).union(replaced),
            marks: (previous?.marks ?? [:]).filter { !replaced.contains($0.key) },
            picturesByEdition: previous?.picturesByEdition ?? [:], sizes: previous?.sizesOfEditions ?? [:],
            owner: owner)
        self.init(files, manifest, previous, obsolete: [])
    }

    private init(_ files: [SiteFile], _ manifest: Manifest, _ previous: Manifest?, obsolete: Set<String>) {
        var made = Self.bytes(of: files)
        self.manifest = manifest
        self.previous = previous
        made[SitePaths.manifest] = manifest.bytes
        self.files = made
        self.obsolete = obsolete
        listed = Set(manifest.files)
        folders = Self.folders(of: listed)
    }

    /// For where files are replaced one by one: a manifest that lists those of both sites, so that what a run that was
    /// killed half-way has made, or has not come to remove, is known as ours, and no page is taken for what it was.
    var announcement: [UInt8] {
        manifest.announcing(Set(files.keys).subtracting([SitePaths.manifest]), after: previous).bytes
    }

    /// The same by what stands in the output: what is somebody else's is told, and not removed though its path be listed.
    func applied(to found: ForeignFiles) -> SitePlan {
        var plan = self
        plan.displaced = Set(found.inTheWay(of: files.keys, saying: files))
        plan.obsolete = obsolete.filter(found.isOurs)
        return plan
    }

    private static func bytes(of files: [SiteFile]) -> [String: [UInt8]] {
        let pairs = files.compactMap { file in file.bytes.map { (file.path, $0) } }
        return Dictionary(pairs) { first, _ in first }
    }

    /// In the order in which they take their places where they are replaced one by one: what an edition can be restored
    /// from and the pictures before anything that shows it, pages and feeds that others link to, the front page after them, the list of it
    /// all last.
    var order: [String] {
        files.keys.sorted { (Self.rank($0), $0) < (Self.rank($1), $1) }
    }

    private static func rank(_ path: String) -> Int {
        switch path {
        case SitePaths.manifest: 4
        case SitePaths.front: 3
        default:
            SitePaths.isData(path) || SitePaths.isPicture(path)
                ? 0 : path.hasSuffix(".xml") || path.hasSuffix(".json") ? 2 : 1
        }
    }

    /// Whether what stands in the old site is what a killed run left half-way: a new file, or what made way for one.
    static func isLeftover(_ name: String, _ kind: Disk.Kind) -> Bool {
        name.hasPrefix(keptPrefix) || name.hasPrefix(temporaryPrefix) && kind == .file
    }

    private static func folders(of paths: Set<String>) -> Set<String> {
        var folders: Set<String> = []
        for path in paths {
            var rest = path[...]
            while let end = rest.lastIndex(of: "/") {
                rest = rest[..<end]
                guard folders.insert(String(rest)).inserted else { break }
            }
        }
        return folders
    }

    static let temporaryPrefix = ".broadsheet-new-"
    static let keptPrefix = ".broadsheet-old-"
}
