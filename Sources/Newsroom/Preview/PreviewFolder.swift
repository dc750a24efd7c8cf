package import Foundation
import NewsStore
package import Settings

/// A temporary folder with a copy of a state, and room for a site: runs there change neither the state nor the site of the
/// configuration.
package struct PreviewFolder: Sendable {
    /// The settings of the configuration, with state and output within the folder.
    package let settings: Settings
    private let url: URL

    /// Makes one, readable for its user alone.
    ///
    /// - Parameters:
    ///   - settings: name the state that is copied; where there is none, the preview begins without one.
    ///   - parent: the folder that it is made in.
    /// - Throws: ``RunFailure`` where it can't be made, or the state can't be read.
    package init(of settings: Settings, in parent: URL) throws(RunFailure) {
        let name = "broadsheet-preview-" + UUID().uuidString.lowercased().prefix(8)
        url = parent.appending(path: name, directoryHint: .isDirectory)
        var copy = settings
        copy.output = url.appending(path: "public").path
        copy.state = url.appending(path: "state/state.sqlite").path
        self.settings = copy
        do {
            try FileManager.default.createDirectory(
                at: url.appending(path: "state"), withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
        } catch {
            throw .cannot("The preview's folder \(url.path) can't be made; set TMPDIR to a folder that can be written.")
        }
        guard FileManager.default.fileExists(atPath: settings.state) else { return }
        do {
            try NewsStore.copy(settings.state, to: copy.state)
        } catch {
            remove()
            throw .cannot(error.description)
        }
    }

    /// Takes the folder away with all that is in it.
    package func remove() {
        // What is left of it is in a temporary folder, and harms nobody.
        try? FileManager.default.removeItem(at: url)
    }
}
