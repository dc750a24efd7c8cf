package import Foundation
import Templates

/// Writes the templates that came with us into a folder, for a user to change.
package enum TemplateExport {
    /// Writes all of them: templates, style sheets, words and the icon, side by side, as `templates:` expects them.
    ///
    /// - Parameters:
    ///   - directory: Where to; it is made if it is not there.
    ///   - overwrites: Whether files that are there and say something else are replaced. Without it they are an error,
    ///     and nothing is written.
    /// - Returns: The names of the files that were written; those that were there already, the same, are not among them.
    /// - Throws: Where a file is in the way or the folder cannot be written.
    package static func write(to directory: URL, overwriting overwrites: Bool) throws(PublishingError) -> [String] {
        let folder = directory.relativePath
        let found = Disk.kind(directory.path)
        guard found == .missing || found == .folder || found == .link else {
            throw PublishingError("“\(folder)” is no folder; name another for the templates")
        }
        let wanted = EmbeddedTemplates.files.filter { !Disk.holds(directory.appending(path: $0.key).path, $0.value) }
        let taken = wanted.keys.filter { Disk.kind(directory.appending(path: $0).path) != .missing }.sorted()
        guard overwrites || taken.isEmpty else {
            throw PublishingError(
                "“\(folder)” holds \(list(taken)) already, and changed; name another folder, or replace with --force")
        }
        do {
            try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
            for (name, bytes) in wanted {
                try Data(bytes).write(to: directory.appending(path: name), options: .atomic)
            }
        } catch {
            throw PublishingError("the templates cannot be written into “\(folder)”: \(reason(error))")
        }
        return wanted.keys.sorted()
    }

    /// The system's own words: those around them say less, and end with a full stop.
    private static func reason(_ error: any Error) -> String {
        guard let cause = (error as? CocoaError)?.userInfo[NSUnderlyingErrorKey] as? POSIXError else {
            return String(error.localizedDescription.prefix { $0 != "." })
        }
        return String(cString: strerror(cause.code.rawValue))
    }

    private static func list(_ names: [String]) -> String {
        names.count < 3 ? names.joined(separator: " and ") : "\(names[0]) and \(names.count - 1) more"
    }
}
