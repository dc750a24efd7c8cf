import Foundation

/// Tells where paths lead once all links are followed, whether or not anything stands there yet.
package enum ResolvedPath {
    /// The absolute path without links: of what is missing, that of the folder above it, and its names.
    package static func of(_ path: String) -> String { of(path, links: 0) }

    /// The absolute path, links not followed: a relative one starts at the working directory, and `..` leaves a folder.
    package static func absolute(_ path: String) -> String { URL(filePath: path).standardizedFileURL.path }

    /// Whether one path is the other or lies below it; both resolved.
    package static func contains(_ folder: String, _ path: String) -> Bool {
        path == folder || path.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
    }

    /// More links than the system itself follows.
    private static let mostLinks = 40

    private static func of(_ path: String, links: Int) -> String {
        let path = absolute(path)
        if let found = realpath(path, nil) {
            defer { free(found) }
            return String(cString: found)
        }
        let parts = path.split(separator: "/")
        guard let last = parts.last, links < mostLinks else { return path }
        let parent = "/" + parts.dropLast().joined(separator: "/")
        // A link that leads to what isn't there yet.
        if let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path) {  // none where it is no link
            return of(target.hasPrefix("/") ? target : parent + "/" + target, links: links + 1)
        }
        let above = of(parent, links: links)
        return (above == "/" ? "" : above) + "/" + last
    }
}
