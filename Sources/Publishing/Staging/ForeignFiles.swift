import Files
import NewsModel

/// Tells what in an output is ours: what the manifest lists, if an ordinary file stands there, whatever is in it by now.
/// All else, a link in the place of one of our files too, was put there by somebody and is not to be lost.
struct ForeignFiles {
    /// How many are named.
    private static let mostNamed = 5

    /// The output, links followed.
    let folder: String
    private let ours: Set<String>
    private let hasManifest: Bool

    init(folder: String, manifest: Manifest?) {
        self.folder = folder
        hasManifest = manifest != nil
        ours = Set(manifest.map { $0.files + [SitePaths.manifest] } ?? [])
    }

    /// Looks for what stands where a site needs the names.
    ///
    /// - Parameters:
    ///   - paths: Those of files that are to be made; one that ends with `/` stands for a folder.
    ///   - files: What will be in them, as far as that is known: a file that says the same already is no loss.
    /// - Returns: The paths of it, sorted.
    func inTheWay(of paths: some Sequence<String>, saying files: [String: [UInt8]] = [:]) -> [String] {
        var folders: Set<String> = []
        return Set(paths.compactMap { obstacle(to: $0, saying: files[$0], &folders) }).sorted()
    }

    /// Whether a file that the manifest lists stands there, and not something else by now.
    func isOurs(_ path: String) -> Bool {
        var folders: Set<String> = []
        guard ours.contains(path), obstacle(to: path, saying: nil, &folders) == nil else { return false }
        return Disk.kind(folder + "/" + path) == .file
    }

    /// What keeps a file from being made; `folders` are those that are known to be there.
    private func obstacle(to path: String, saying bytes: [UInt8]?, _ folders: inout Set<String>) -> String? {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        var above = ""
        for part in parts.dropLast() {
            above += (above.isEmpty ? "" : "/") + part
            guard !folders.contains(above) else { continue }
            switch Disk.kind(folder + "/" + above) {
            case .folder: folders.insert(above)
            case .missing: return nil
            case .file: return ours.contains(above) ? nil : above
            case .link, .other: return above
            }
        }
        guard parts.last != "" else { return nil }
        switch Disk.kind(folder + "/" + path) {
        case .missing: return nil
        case .file:
            let isOurs = ours.contains(path) || bytes.map { Disk.holds(folder + "/" + path, $0) } ?? false
            return isOurs ? nil : path
        case .folder, .link, .other: return path
        }
    }

    /// The sentence for a person; `maker` wanted to write there, and a demo takes nothing over.
    func refusal(_ paths: [String], in output: String, to maker: Manifest.Maker) -> PublishingError {
        let more = paths.count - Self.mostNamed
        let names = paths.prefix(Self.mostNamed).map(name).joined(separator: ", ")
        let them = paths.count == 1 ? "it" : "them"
        let advice =
            switch maker {
            case .run:
                "move \(them) away, choose another output, or let --adopt take \(them) over, which replaces what is there"
            case .demo: "choose another with -o"
            }
        return PublishingError(
            "“\(output)” holds what Broadsheet did not make, where the site needs the \(paths.count == 1 ? "name" : "names"): "
                + (more > 0 ? "\(names) and \(more) more" : names) + (hasManifest ? "" : Self.missingList) + "; "
                + advice)
    }

    private static let missingList =
        " (\(SitePaths.manifest), which tells our files from others, is missing or can't be read)"

    private func name(_ path: String) -> String {
        switch Disk.kind(folder + "/" + path) {
        case .folder: "\(path)/ (a folder with all that is in it)"
        case .link: "\(path) (a link)"
        case .missing, .file, .other: path
        }
    }
}
