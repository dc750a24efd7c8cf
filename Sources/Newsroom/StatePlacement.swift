import Files
import Foundation

/// Judges where the state lies beside the output: within it, the state would be published, and go with the site that is
/// replaced.
struct StatePlacement {
    private let state: String
    private let output: String

    /// - Parameters:
    ///   - state: the state file, as the configuration has it.
    ///   - output: the folder that is published.
    init(state: String, output: String) {
        self.state = state
        self.output = output
    }

    /// - Throws: ``RunFailure`` where the one would be lost or published with the other.
    func check() throws(RunFailure) {
        let site = ResolvedPath.of(output)
        let file = ResolvedPath.of(state)
        let folder = ResolvedPath.of(URL(filePath: state).deletingLastPathComponent().path)
        if ResolvedPath.contains(site, file) || ResolvedPath.contains(site, folder) {
            throw .cannot(
                "The state \(state) lies in the output \(output), where it would be published and replaced with the "
                    + "site; name another place with `state`.")
        }
        let name = URL(filePath: site).lastPathComponent
        let sibling = URL(filePath: site).deletingLastPathComponent().appending(path: ".\(name).broadsheet-staging")
            .path
        if ResolvedPath.contains(ResolvedPath.of(state + ".staging"), site) || ResolvedPath.contains(sibling, file) {
            throw .cannot(
                "The output \(output) and the state \(state) lie where the next site is built, which is emptied before; "
                    + "name another place for one of them.")
        }
        if let link = link(to: file, in: site) {
            throw .cannot(
                "\(link) in the output leads to the state \(state), which would be published; remove it, or name "
                    + "another place with `state`.")
        }
    }

    /// A file in the output that is the state under another name, or a link to it or to a folder that it lies in.
    private func link(to file: String, in site: String) -> String? {
        var state = stat()
        guard stat(file, &state) == 0 else { return nil }
        let isLinked = state.st_nlink > 1
        let options: FileManager.DirectoryEnumerationOptions = []
        let found = FileManager.default.enumerator(
            at: URL(filePath: site), includingPropertiesForKeys: nil, options: options)
        while let url = found?.nextObject() as? URL {
            var status = stat()
            guard lstat(url.path, &status) == 0 else { continue }
            switch status.st_mode & S_IFMT {
            case S_IFREG:
                if isLinked, status.st_ino == state.st_ino, status.st_dev == state.st_dev { return url.path }
            case S_IFLNK: if ResolvedPath.contains(ResolvedPath.of(url.path), file) { return url.path }
            default: continue
            }
        }
        return nil
    }
}
