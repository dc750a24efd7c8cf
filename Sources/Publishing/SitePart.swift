internal import NewsModel
internal import Parallelism

/// Some files of a site, made when they are asked for. What they hold depends on no other part, so that all cores make
/// parts side by side, and one is written while others are made.
package struct SitePart: Sendable {
    /// Given the pages that stand, of which those that would come out the same are not made.
    let files: @Sendable (StandingPages) -> [SiteFile]

    init(files: @escaping @Sendable (StandingPages) -> [SiteFile]) {
        self.files = files
    }

    /// One that is made already.
    package init(_ files: [SiteFile]) {
        self.files = { _ in files }
    }

    /// The same without secrets: every byte of the site comes by here before it is written.
    func redacted(by redactor: Redactor) -> SitePart {
        guard !redactor.isEmpty else { return self }
        return SitePart { standing in files(standing).map { $0.redacted(by: redactor) } }
    }

    /// The files of all parts, in their order.
    static func files(of parts: [SitePart], beside standing: StandingPages = .none) -> [SiteFile] {
        Parallel.map(parts.count) { parts[$0].files(standing) }.flatMap { $0 }
    }
}
