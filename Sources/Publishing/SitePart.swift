internal import Parallelism

/// Some files of a site, made when they are asked for. What they hold depends on no other part, so that all cores make
/// parts side by side, and one is written while others are made.
package struct SitePart: Sendable {
    let files: @Sendable () -> [SiteFile]

    init(files: @escaping @Sendable () -> [SiteFile]) {
        self.files = files
    }

    /// One that is made already.
    package init(_ files: [SiteFile]) {
        self.files = { files }
    }

    /// The files of all parts, in their order.
    static func files(of parts: [SitePart]) -> [SiteFile] {
        Parallel.map(parts.count) { parts[$0].files() }.flatMap { $0 }
    }
}
